import type { Block, Button, Card, FieldsBlock, FormBlock } from '../../cards/card.ts'
import { plainBlock } from '../../cards/plain.ts'
import type { Language } from '../../src/lib/words.ts'
import { buttonsVariable } from './buttons-variable.ts'
import { chartVariable } from './chart-variable.ts'
import { formVariable } from './form-variable.ts'
import { tableVariable } from './table-variable.ts'
import { escaped, fitted, line, lineBreak, paragraph } from './texts.ts'
import { dingtalkWords } from './words.ts'

/** The variables of the universal template (card-template.md): all of them, always, so that a redraw leaves nothing behind. */
export interface CardParams {
  config: string
  lastMessage: string
  title: string
  content: string
  table: string
  chart: string
  form: string
  form_btn_text: string
  form_status: string
  btns: string
}

export const marks = { plain: '', good: '✅ ', warning: '⚠️ ', bad: '⛔ ' }

/** What the template draws with a component of its own: one of each. The rest goes into the text. */
interface Drawing {
  language: Language
  room: number
  table: string
  chart: string
  form: string
  submit: string
  buttons: Button[]
}

/** A card for the universal template; no variable is larger than `room` bytes. */
export function cardParams(card: Card, language: Language, room: number): CardParams {
  const drawing: Drawing = { language, room, table: '', chart: '', form: '', submit: '', buttons: [] }
  const pieces = card.blocks.flatMap((block) => drawBlock(block, drawing))
  const words = dingtalkWords(language)
  const { value: btns, left } = buttonsVariable(drawing.buttons, room)
  const typed = left.map(({ label, say }) => escaped(words.say(line(label, 60), line(say, 200))))
  const rest = typed.length > 0 ? [[escaped(words.orSay), ...typed].join(lineBreak)] : []
  const title = line(marks[card.tone ?? 'plain'] + card.title, 180)
  return {
    config: JSON.stringify({ autoLayout: true }),
    lastMessage: title,
    title,
    content: fitted([...pieces, ...rest], room, escaped(words.shortened)),
    table: drawing.table,
    chart: drawing.chart,
    form: drawing.form,
    form_btn_text: drawing.submit,
    form_status: 'normal',
    btns,
  }
}

/** What a block adds to the text. A new kind of block does not compile until it is drawn here. */
function drawBlock(block: Block, drawing: Drawing): string[] {
  const { language, room } = drawing
  switch (block.type) {
    case 'text':
      return [block.note ? small(block.text) : paragraph(block.text)]
    case 'fields':
      return [pairs(block.fields)]
    case 'table': {
      const table = drawing.table === '' ? tableVariable(block, language, room) : null
      if (!table) return [paragraph(plainBlock(block))]
      drawing.table = table.value
      return table.left.map(small)
    }
    case 'chart': {
      const chart = drawing.chart === '' ? chartVariable(block, room) : null
      if (!chart) return [paragraph(plainBlock(block))]
      drawing.chart = chart
      return [paragraph(block.unit ? `${block.title} (${block.unit})` : block.title)]
    }
    case 'form':
      return drawForm(block, drawing)
    case 'buttons':
      drawing.buttons.push(...block.buttons)
      return []
  }
}

function drawForm(block: FormBlock, drawing: Drawing): string[] {
  if (drawing.form !== '') return [paragraph(plainBlock(block))]
  const { value, left } = formVariable(block, drawing.language, drawing.room)
  drawing.form = value
  drawing.submit = line(block.submit.label, 60)
  return left.length > 0 ? [small(dingtalkWords(drawing.language).untouched(left.join(', ')))] : []
}

export const pairs = (fields: FieldsBlock['fields']): string =>
  fields.map(({ label, value }) => `**${inline(label)}**: ${paragraph(value)}`).join(lineBreak)

/** Small print is a quotation: the dialect knows no other. */
export const small = (text: string): string => `> ${paragraph(text)}`

const inline = (text: string): string => escaped(line(text, 180))
