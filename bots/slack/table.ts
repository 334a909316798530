import type { TableBlock } from '../../cards/card.ts'
import type { Language } from '../../src/lib/words.ts'
import type { SlackBlock } from './blocks.ts'
import { shown } from './texts.ts'
import { slackWords } from './words.ts'

const most = { rows: 99, columns: 20, cell: 200, characters: 6000 }

/**
 * A table as Slack draws it, with as many rows as fit; null where it has too many columns.
 * https://docs.slack.dev/reference/block-kit/blocks/table-block
 */
export function drawTable(
  table: TableBlock,
  language: Language,
): { block: SlackBlock; left?: string } | null {
  const { columns, rows } = table
  if (columns.length === 0 || columns.length > most.columns) return null
  const header = columns.map(({ label }) => shown(label, most.cell))
  const cells = rows.map((row) => columns.map((_, i) => shown(row[i] ?? '', most.cell)))
  const fitting = cells.slice(0, rowsThatFit([header, ...cells]))
  const block = {
    type: 'table',
    column_settings: columns.map(({ align = 'left' }) => ({ align, is_wrapped: true })),
    rows: [header.map(boldCell), ...fitting.map((row) => row.map((text) => ({ type: 'raw_text', text })))],
  }
  const left = rows.length - fitting.length
  return left === 0 ? { block } : { block, left: slackWords(language).moreRows(left) }
}

/** How many rows after the first keep the table within its limits. */
function rowsThatFit([header = [], ...rows]: string[][]): number {
  const lengthOf = (row: string[]) => row.reduce((sum, { length }) => sum + length, 0)
  let left = most.characters - lengthOf(header)
  const end = rows.findIndex((row) => {
    left -= lengthOf(row)
    return left < 0
  })
  return Math.min(end < 0 ? rows.length : end, most.rows)
}

const boldCell = (text: string) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text, style: { bold: true } }] }],
})
