String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.contains('Fiches : 1 initiative')
assert new File(basedir, 'target/rapport.html').getText('UTF-8').startsWith('<!doctype html>')
assert new File(basedir, 'target/data.sarif').getText('UTF-8').contains('"version": "2.1.0"')
return true
