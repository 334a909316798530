import type { Block, Button, Card, FieldsBlock, FormBlock, FormField } from '../../cards/card.ts'
import { plainBlock } from '../../cards/plain.ts'
import type { Language } from '../../src/lib/words.ts'
import { drawChart } from './chart.ts'
import { drawTable } from './table.ts'
import { plainText, shown } from './texts.ts'
import { slackWords } from './words.ts'

export interface SlackBlock {
  type: string
  [field: string]: unknown
}

/** What a card block becomes; what must not be left out for want of room is `vital`. */
export interface Drawn {
  block: SlackBlock
  vital?: true
}

/** How many native tables and charts may still be drawn; the others become words. */
export interface Native {
  tables: number
  charts: number
}

/** All that a message takes. */
export const allNative: Native = { tables: 1, charts: 2 }
export const inWords: Native = { tables: 0, charts: 0 }

const most = {
  header: 150,
  section: 3000,
  label: 300,
  value: 1000,
  button: 75,
  sentence: 2000,
  row: 25,
  rows: 4,
}

/** A card as blocks. Nothing in it is interpreted: plain texts and rich text carry what was written as it was written. */
export function drawCard(card: Card, language: Language, native: Native): Drawn[] {
  const left = { ...native }
  return [header(card), ...card.blocks.flatMap((block) => drawBlock(block, language, left))]
}

const marks = { plain: '', good: '✅ ', warning: '⚠️ ', bad: '⛔ ' }

export const header = ({ title, tone = 'plain' }: Pick<Card, 'title' | 'tone'>): Drawn => ({
  block: { type: 'header', text: plainText(marks[tone] + title, most.header) },
  vital: true,
})

/** A new kind of block does not compile until it is drawn here. */
function drawBlock(block: Block, language: Language, left: Native): Drawn[] {
  switch (block.type) {
    case 'text':
      return [block.note ? small(block.text) : paragraph(block.text)]
    case 'fields':
      return pairs(block.fields)
    case 'table': {
      const table = left.tables > 0 ? drawTable(block, language) : null
      if (!table) return [paragraph(plainBlock(block))]
      left.tables -= 1
      return [{ block: table.block }, ...(table.left ? [small(table.left)] : [])]
    }
    case 'chart': {
      const chart = left.charts > 0 ? drawChart(block, language) : null
      if (!chart) return [paragraph(plainBlock(block))]
      left.charts -= 1
      return [{ block: chart.block }, ...(chart.gaps ? [small(chart.gaps)] : [])]
    }
    case 'form':
      return form(block, language)
    case 'buttons':
      return rowsOf(block.buttons)
  }
}

const paragraph = (text: string): Drawn => ({
  block: { type: 'section', text: plainText(text, most.section) },
})

export const small = (text: string): Drawn => ({
  block: { type: 'context', elements: [plainText(text, most.section)] },
})

/** Labels and values, in as many blocks as keep each short. */
function pairs(fields: FieldsBlock['fields']): Drawn[] {
  const blocks: RichText[][] = []
  let room = 0
  for (const field of fields) {
    const pair = [bold(`${shown(field.label, most.label)}: `), plain(shown(field.value, most.value))]
    const length = pair.reduce((sum, { text }) => sum + text.length, 0)
    if (room < length) blocks.push([])
    else blocks.at(-1)!.push(plain('\n'))
    room = room < length ? most.section - length : room - length
    blocks.at(-1)!.push(...pair)
  }
  return blocks.map((elements) => ({
    block: { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
  }))
}

interface RichText {
  type: 'text'
  text: string
  style?: { bold: true }
}

const plain = (text: string): RichText => ({ type: 'text', text })
const bold = (text: string): RichText => ({ type: 'text', text, style: { bold: true } })

/** In a message a form is what it holds, and a button that opens it. */
function form({ fields, open }: FormBlock, language: Language): Drawn[] {
  const held = fields.map((field) => ({
    label: field.required ? `${field.label}*` : field.label,
    value: [heldBy(field), field.error && `⚠️ ${field.error}`].filter(Boolean).join(' '),
  }))
  const button = open ? rowsOf([{ label: slackWords(language).fill, say: open, style: 'primary' }]) : []
  return [...pairs(held), ...button]
}

function heldBy({ kind, value, options = [] }: FormField): string | undefined {
  if (kind === 'checkbox') return value === 'true' ? '✓' : undefined
  return options.find((option) => option.value === value)?.label ?? value
}

/** Buttons in rows as long as Slack takes them. Each carries its sentence. */
function rowsOf(buttons: Button[]): Drawn[] {
  const drawn = buttons.filter(({ say }) => say !== '' && say.length <= most.sentence).map(drawButton)
  const starts = drawn.map((_, i) => i).filter((i) => i % most.row === 0)
  return starts.slice(0, most.rows).map((start) => ({
    block: { type: 'actions', elements: drawn.slice(start, start + most.row) },
    vital: true,
  }))
}

const drawButton = ({ label, say, style }: Button, i: number): SlackBlock => ({
  type: 'button',
  action_id: `say:${i}`,
  text: plainText(label, most.button),
  value: say,
  ...(style && { style }),
})
