String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('strict')
assert log.contains('echange, publication')
return true
