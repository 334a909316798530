import type { TableBlock } from '../../cards/card.ts'
import type { Language } from '../../src/lib/words.ts'
import { bytesIn, line } from './texts.ts'
import { dingtalkWords } from './words.ts'

const most = { columns: 8, label: 36, cell: 60 }

/**
 * The variable of the table component, with as many rows as fit; `left` says what does not.
 * Null where not even its head fits.
 */
export function tableVariable(
  { columns, rows }: TableBlock,
  language: Language,
  room: number,
): { value: string; left: string[] } | null {
  const words = dingtalkWords(language)
  const drawn = columns.slice(0, most.columns)
  const meta = drawn.map(({ label }, i) => ({
    alias: alias(i),
    aliasName: line(label, most.label),
    dataType: 'STRING',
    weight: Math.floor(100 / drawn.length),
  }))
  const data: Record<string, string>[] = []
  const value = () => JSON.stringify({ meta, data })
  if (drawn.length === 0 || bytesIn(value()) > room) return null
  for (const row of rows) {
    data.push(Object.fromEntries(drawn.map((_, i) => [alias(i), row[i] ? line(row[i], most.cell) : ''])))
    if (bytesIn(value()) <= room) continue
    data.pop()
    break
  }
  const missing = columns.slice(most.columns).map(({ label }) => label)
  const left = [
    ...(data.length < rows.length ? [words.moreRows(rows.length - data.length)] : []),
    ...(missing.length > 0 ? [words.moreColumns(missing.join(', '))] : []),
  ]
  return { value: value(), left }
}

const alias = (column: number): string => `c${column + 1}`
