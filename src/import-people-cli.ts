import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { importPeople, type PersonLine } from './crm/people/import-people.ts'
import { openDatabase } from './db/open-node.ts'
import { BUSINESS_ZONE, instantOf, localDate } from './lib/time.ts'
import { readSettings } from './settings.ts'

const columns = 'code,name,name_en,role,office,email,mobile,language,lead'
const [file] = process.argv.slice(2)
if (!file) {
  console.error(`usage: npm run people -- FILE.csv\nThe first line names the columns: ${columns}`)
  process.exit(2)
}

const lines = parse<PersonLine>(readFileSync(file, 'utf8'), {
  columns: true,
  bom: true,
  skip_empty_lines: true,
  trim: true,
})
const { db, close } = await openDatabase(readSettings(process.env).database)
const today = localDate(instantOf(new Date()), BUSINESS_ZONE).toString()
const { added, changed, errors } = await db.$transaction((tx) => importPeople(tx, lines, today))
await close()

for (const { line, words } of errors) console.error(`line ${line}: ${words.en} · ${words.zh}`)
if (errors.length > 0) {
  console.error('Nothing was saved. Mend these lines and import the file again.')
  process.exit(1)
}
console.info(`${added} people added, ${changed} changed.`)
