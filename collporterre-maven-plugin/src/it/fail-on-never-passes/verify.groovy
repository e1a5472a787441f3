assert new File(basedir, 'build.log').getText('UTF-8').contains('coordinates-swapped')
return true
