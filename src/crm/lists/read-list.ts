import { csvLines } from '../../lib/csv-lines.ts'
import { normaliseText } from '../../lib/normalise-text.ts'
import type { Words } from '../../lib/words.ts'
import { Refusal } from '../refusal.ts'
import type { Column, Columns } from './columns.ts'
import {
  absentColumn,
  brokenQuote,
  empty,
  inColumn,
  type ListError,
  notFilled,
  repeatedHeading,
  unknownHeading,
  wrongLength,
} from './list-errors.ts'

/** A line as it was read. Null stands for an empty cell; a column that the file does not have is absent. */
export type Row<C extends Columns> = { line: number } & {
  [K in keyof C as C[K] extends { isNeeded: true } ? K : never]: Read<C[K]>
} & { [K in keyof C as C[K] extends { isNeeded: true } ? never : K]?: Read<C[K]> | null }

type Read<C> = C extends Column<infer T> ? T : never

export interface ReadList<C extends Columns> {
  rows: Row<C>[]
  errors: ListError[]
}

/** Reads a CSV text whose first line names the columns. */
export function readList<C extends Columns>(csv: string, columns: C): ReadList<C> {
  const lines = csvLines(csv)
  if ('brokenAt' in lines) return nothing(lines.brokenAt, brokenQuote)
  const [first, ...others] = lines
  if (!first || others.length === 0) return nothing(1, empty(columns))
  const names = first.cells.map((heading) => nameOf(heading, columns))
  const wrong = headingErrors(first.cells, names, columns)
  if (wrong.length > 0) return { rows: [], errors: wrong.map((words) => ({ line: first.line, words })) }
  const list: ReadList<C> = { rows: [], errors: [] }
  for (const { line, cells } of others) readLine(list, line, cells, names as string[], columns)
  return list
}

const nothing = <C extends Columns>(line: number, words: Words): ReadList<C> => ({
  rows: [],
  errors: [{ line, words }],
})

function nameOf(heading: string, columns: Columns): string | undefined {
  const said = written(heading)
  return Object.keys(columns).find((name) => {
    const { zh, en } = columns[name]!.heading
    return [name, zh, en].some((known) => written(known) === said)
  })
}

const written = (heading: string) => normaliseText(heading).replace(/[\s_*-]+/g, '')

function headingErrors(headings: string[], names: (string | undefined)[], columns: Columns): Words[] {
  const unknown = headings.filter((heading, i) => heading !== '' && !names[i])
  const twice = headings.filter((_, i) => names[i] && names.indexOf(names[i]) < i)
  const absent = Object.keys(columns).filter((name) => columns[name]!.isNeeded && !names.includes(name))
  return [
    ...unknown.map((heading) => unknownHeading(heading, columns)),
    ...twice.map(repeatedHeading),
    ...absent.map((name) => absentColumn(name, columns[name]!)),
  ]
}

function readLine<C extends Columns>(
  { rows, errors }: ReadList<C>,
  line: number,
  cells: string[],
  names: string[],
  columns: C,
): void {
  if (cells.length < names.length || cells.slice(names.length).some((cell) => cell !== '')) {
    errors.push({ line, words: wrongLength(cells.length, names.length) })
    return
  }
  const row: Record<string, unknown> = { line }
  const before = errors.length
  for (const [i, name] of names.entries()) {
    const read = name && readCell(cells[i]!, columns[name]!)
    if (!name || !read) continue
    if ('wrong' in read) errors.push({ line, words: inColumn(name, columns[name]!, read.wrong) })
    else row[name] = read.value
  }
  if (errors.length === before) rows.push(row as Row<C>)
}

function readCell(cell: string, column: Column): { value: unknown } | { wrong: Words } {
  if (cell === '') return column.isNeeded ? { wrong: notFilled } : { value: null }
  try {
    return { value: column.read(cell) }
  } catch (error) {
    if (error instanceof Refusal) return { wrong: error.words }
    throw error
  }
}
