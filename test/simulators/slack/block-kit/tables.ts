import { type Block, isObject, type Json, list } from '../wire.ts'
import { type Complaints, checkEnum, checkString } from './complaints.ts'
import { LIMITS } from './limits.ts'

/** `table`: `rows` of cells (`raw_text`, `raw_number`, `rich_text`) and `column_settings: [{align, is_wrapped}]`. */
export function checkTable(block: Block, at: string, complaints: Complaints): void {
  checkRows(block, at, complaints, { min: 1, max: LIMITS.tableRows })
  const settings = list(block.column_settings).filter(isObject)
  if (settings.length > LIMITS.tableColumns) {
    complaints.say(`no more than ${LIMITS.tableColumns} items allowed`, `${at}/column_settings`)
  }
  settings.forEach((column, index) => {
    checkEnum(column, 'align', `${at}/column_settings/${index}`, complaints, ['left', 'center', 'right'])
  })
}

/** `data_table`: the first of the `rows` is the header, without rich text; `caption` is required. */
export function checkDataTable(block: Block, at: string, complaints: Complaints): void {
  checkString(block, 'caption', at, complaints, { max: LIMITS.tableText, required: true })
  const rows = checkRows(block, at, complaints, { min: 2, max: LIMITS.dataTableRows })
  if (new Set(rows.map((row) => row.length)).size > 1) {
    complaints.say('all rows must have the same number of cells', `${at}/rows`)
  }
  if (rows[0]?.some((cell) => cell.type === 'rich_text')) {
    complaints.say('rich_text is not allowed in the header row', `${at}/rows/0`)
  }
  const size = block.page_size
  if (size !== undefined && !(Number(size) >= 1 && Number(size) <= LIMITS.dataTablePage)) {
    complaints.say(`must be between 1 and ${LIMITS.dataTablePage}`, `${at}/page_size`)
  }
}

function checkRows(
  block: Block,
  at: string,
  complaints: Complaints,
  count: { min: number; max: number },
): Json[][] {
  const rows = list(block.rows).map((row) => list(row).filter(isObject))
  if (rows.length < count.min) complaints.say(`no less than ${count.min} items allowed`, `${at}/rows`)
  if (rows.length > count.max) complaints.say(`no more than ${count.max} items allowed`, `${at}/rows`)
  rows.forEach((row, index) => {
    const place = `${at}/rows/${index}`
    if (row.length < 1) complaints.say('no less than 1 items allowed', place)
    if (row.length > LIMITS.tableColumns) {
      complaints.say(`no more than ${LIMITS.tableColumns} items allowed`, place)
    }
    row.forEach((cell, column) => {
      checkCell(cell, `${place}/${column}`, complaints)
    })
  })
  return rows
}

function checkCell(cell: Json, at: string, complaints: Complaints): void {
  if (cell.type === 'rich_text') return
  if (cell.type !== 'raw_text' && cell.type !== 'raw_number') {
    complaints.say('must be a valid enum value', `${at}/type`)
    return
  }
  checkString(cell, 'text', at, complaints, { max: LIMITS.tableText, required: true })
  if (cell.type === 'raw_number' && typeof cell.value !== 'number') {
    complaints.say('missing required field: value', at)
  }
}
