String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('initiatives.csv:2:29: error coordinates-swapped: ')
assert log.contains('collporterre check: 1 error, ')
assert !log.contains('unexpected')
return true
