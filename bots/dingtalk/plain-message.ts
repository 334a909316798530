import type { Block, Button, Card, FormBlock, FormField } from '../../cards/card.ts'
import { plainBlock } from '../../cards/plain.ts'
import type { Language } from '../../src/lib/words.ts'
import { marks, pairs, small } from './card-params.ts'
import { bytesIn, escaped, fitted, line, lineBreak, paragraph } from './texts.ts'
import { dingtalkWords } from './words.ts'

/** A card without a template: markdown, and buttons that make their reader say a sentence. */
export interface PlainMessage {
  /** The line of the notification; shown nowhere else, so the text begins with it too. */
  title: string
  text: string
  buttons: { label: string; say: string }[]
  language: Language
}

/** What is finally posted: as many buttons as an action card takes, and the text. */
export interface PlainPost {
  title: string
  text: string
  buttons: { title: string; url: string }[]
}

/** A message's parameters may be 15,000 bytes in JSON; the rest is for titles and quotation marks. */
const most = { text: 7000, post: 14_000, buttons: 5, sentence: 1500 }

export function plainMessage(card: Card, language: Language): PlainMessage {
  const title = line(marks[card.tone ?? 'plain'] + card.title, 180)
  const pieces = card.blocks.map((block) => drawBlock(block, language))
  return {
    title,
    text: fitted([`### ${escaped(title)}`, ...pieces], most.text, escaped(dingtalkWords(language).shortened)),
    buttons: card.blocks.flatMap(buttonsOf).flatMap(sayable),
    language,
  }
}

/** A form that is right as it stands is sent by its button. */
const buttonsOf = (block: Block): Button[] =>
  block.type === 'buttons' ? block.buttons : block.type === 'form' ? [block.submit] : []

const sayable = ({ label, say }: Button) =>
  say === '' || bytesIn(encodeURIComponent(say)) > most.sentence * 3 ? [] : [{ label: line(label, 60), say }]

/** A new kind of block does not compile until it is drawn here. */
function drawBlock(block: Block, language: Language): string {
  switch (block.type) {
    case 'text':
      return block.note ? small(block.text) : paragraph(block.text)
    case 'fields':
      return pairs(block.fields)
    case 'table':
    case 'chart':
      return paragraph(plainBlock(block))
    case 'form':
      return drawForm(block, language)
    case 'buttons':
      return ''
  }
}

/** A form to be typed: its submit sentence, and a line for every field. */
function drawForm({ fields, submit }: FormBlock, language: Language): string {
  const words = dingtalkWords(language)
  const wrong = fields.flatMap(({ label, error }) => (error ? [`⚠️ ${label}: ${error}`] : []))
  const lines = fields.map((field) => `${field.label}${field.required ? '*' : ''}: ${shown(field, language)}`)
  const typed = [paragraph([words.fillIn, ...wrong].join('\n')), paragraph([submit.say, ...lines].join('\n'))]
  const open = fields.flatMap(({ label, options }) =>
    options ? [`${label}${words.choices(options.map((option) => option.label).join(' / '))}`] : [],
  )
  return [...typed, ...(open.length > 0 ? [small(open.join('\n'))] : [])].join('\n\n')
}

function shown({ value = '', kind, options = [] }: FormField, language: Language): string {
  if (kind === 'checkbox' && value === 'true') return dingtalkWords(language).yes
  return options.find((option) => option.value === value)?.label ?? value
}

/**
 * For a person alone, buttons say their sentence for them, the first five as buttons and the others as links. In a group
 * such a message would not mention us, so what can be said is written out.
 */
export function plainPost(message: PlainMessage, kind: 'direct' | 'group', asOf?: string): PlainPost {
  const { title, language } = message
  const words = dingtalkWords(language)
  const alone = kind === 'direct'
  const buttons = alone ? message.buttons.slice(0, most.buttons).map(asButton) : []
  const others = alone
    ? message.buttons
        .slice(most.buttons)
        .map((button) => `[${escaped(button.label)}](${urlSaying(button.say)})`)
    : message.buttons.map(({ label, say }) => escaped(words.say(label, line(say, 300))))
  const used = bytesIn(JSON.stringify(buttons)) + bytesIn(message.text)
  const fit = fitting(others, most.post - used)
  const list = fit.length > 0 ? [[...(alone ? [] : [escaped(words.orSay)]), ...fit].join(lineBreak)] : []
  return { title, text: [message.text, ...list, ...(asOf ? [small(asOf)] : [])].join('\n\n'), buttons }
}

const asButton = ({ label, say }: { label: string; say: string }) => ({ title: label, url: urlSaying(say) })

/** A link that makes the client of its reader send the sentence. */
const urlSaying = (say: string): string =>
  `dtmd://dingtalkclient/sendMessage?content=${encodeURIComponent(say.toWellFormed()).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))}`

/** The first lines that together take at most so many bytes. */
function fitting(lines: string[], room: number): string[] {
  let left = room
  return lines.filter((one) => {
    left -= bytesIn(one) + lineBreak.length
    return left >= 0
  })
}
