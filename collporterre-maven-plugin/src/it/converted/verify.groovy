String json = new File(basedir, 'target/site/initiatives.geojson').getText('UTF-8')
assert json.contains('"FeatureCollection"')
assert json.contains('Café réparation')
return true
