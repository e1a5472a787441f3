// Checks a dataset with programs that are not ours: the descriptor against the profile of Frictionless
// data packages, every row of every table against its Table Schema. Needs the npm packages
// datapackage and tableschema beside it in node_modules, see validate-package.
const path = require('path')
const {Package} = require('datapackage')

async function main(folder) {
  const descriptor = path.join(folder, 'datapackage.json')
  const dataset = await Package.load(descriptor, {strict: false})
  const faults = dataset.errors.map(error => `datapackage.json: ${error.message}`)
  if (dataset.descriptor.profile !== 'tabular-data-package') {
    faults.push(`datapackage.json: profile ${dataset.descriptor.profile}`)
  }
  for (const resource of dataset.resources) {
    const {errors} = resource
    errors.forEach(error => faults.push(`${resource.name}: ${error.message}`))
    try {
      const rows = await resource.read({keyed: true, relations: true})
      console.log(`${resource.name}: ${rows.length} rows`)
    } catch (error) {
      const all = error.multiple ? error.errors : [error]
      all.forEach(one => faults.push(`${resource.name}: row ${one.rowNumber}: ${one.message}`))
    }
  }
  faults.forEach(fault => console.error(fault))
  process.exitCode = faults.length === 0 && dataset.valid ? 0 : 1
}

main(process.argv[2]).catch(error => {
  console.error(error)
  process.exitCode = 1
})
