import { CsvError, parse } from 'csv-parse/sync'

export interface CsvLine {
  /** Where it begins in the file, from 1. */
  line: number
  cells: string[]
}

/** The lines of a CSV text that say anything, as they stand; or the line in which a quotation mark does not fit. */
export function csvLines(text: string): CsvLine[] | { brokenAt: number } {
  const oneEnding = text.replace(/\r\n?/g, '\n')
  try {
    const read = parse(oneEnding, { ...tolerant, delimiter: delimiterOf(oneEnding) })
    return numbered(read).filter(({ cells }) => cells.some((cell) => cell !== ''))
  } catch (error) {
    if (error instanceof CsvError) return { brokenAt: Number(error.lines) }
    throw error
  }
}

const tolerant = { bom: true, trim: true, relax_quotes: true, relax_column_count: true } as const

/** Some spreadsheets write semicolons or tabs: what the first line has, the others have. */
const delimiterOf = (text: string) => /^[^\n]*?([,;\t])/.exec(text)?.[1] ?? ','

function numbered(read: string[][]): CsvLine[] {
  let next = 1
  return read.map((cells) => {
    const line = next
    next += 1 + cells.join('').split('\n').length - 1
    return { line, cells: cells.map((cell) => cell.trim()) }
  })
}
