// Reads every row of every table of a data package with an implementation of
// the standard that is not ours, and says how many rows there are.
//
//     node read.js FOLDER
//
// The library knows version 1 of the standard. What version 2 words otherwise
// is told to it: a table's profile, a reference to the same table, and a list,
// which is a string here, split and checked below.
const fs = require('fs')
const path = require('path')
const { Package } = require('datapackage')

const isInteger = (text) => /^-?\d+$/.test(text)

function toVersion1(descriptor) {
  const lists = {}
  for (const resource of descriptor.resources) {
    if (resource.type === 'table') resource.profile = 'tabular-data-resource'
    for (const key of resource.schema?.foreignKeys ?? []) key.reference.resource ??= ''
    for (const field of resource.schema?.fields ?? []) {
      if (field.type !== 'list') continue
      lists[`${resource.name}.${field.name}`] = { delimiter: field.delimiter ?? ',', integers: field.itemType === 'integer' }
      field.type = 'string'
    }
  }
  return lists
}

function checkLists(table, row, lists) {
  for (const [column, text] of Object.entries(row)) {
    const list = lists[`${table}.${column}`]
    if (!list || text === null) continue
    const items = text.split(list.delimiter)
    if (items.some((item) => item === '' || (list.integers && !isInteger(item)))) {
      throw new Error(`${column}: ${text} is not a list of ${list.integers ? 'integers' : 'texts'}`)
    }
  }
}

// The rows as lines of the file: nothing may be skipped unseen. Cells with a
// line break in quotes are joined first.
function countRecords(file) {
  const quoted = /"[^"]*"/g
  const lines = fs.readFileSync(file, 'utf8').replace(quoted, '""').split('\n')
  return lines.filter((line) => line !== '').length - 1
}

async function main(folder) {
  const descriptor = JSON.parse(fs.readFileSync(path.join(folder, 'datapackage.json'), 'utf8'))
  const lists = toVersion1(descriptor)
  const dossier = await Package.load(descriptor, { basePath: folder, strict: true })
  let tables = 0
  let all = 0
  for (const resource of dossier.resources) {
    if (!resource.tabular) continue
    const rows = await resource.read({ keyed: true, relations: true })
    const expected = countRecords(path.join(folder, resource.descriptor.path))
    if (rows.length !== expected) {
      throw new Error(`${resource.name}: ${rows.length} rows read, ${expected} in the file`)
    }
    rows.forEach((row) => checkLists(resource.name, row, lists))
    console.log(`${String(rows.length).padStart(7)} ${resource.name}`)
    tables++
    all += rows.length
  }
  if (tables === 0 || all === 0) throw new Error('no tables, or nothing in them')
}

main(process.argv[2]).catch((error) => {
  console.error(String(error))
  for (const cause of error.errors ?? []) console.error(' ', String(cause))
  process.exit(1)
})
