import type { Message } from '../state/timeline.ts'
import type { CardButton, CardView, FormField } from './card-view.ts'

const asButtons = (titles: string[]) => titles.map((title) => `[${title}]`).join(' ')

const buttonInWords = ({ text, status }: CardButton) => (status === 'disabled' ? `${text} (disabled)` : text)

function fieldInWords({ label, name, required, defaultValue, options }: FormField) {
  const choices = options?.map((option) => option.text).join(' / ')
  const value = defaultValue === undefined ? '' : JSON.stringify(defaultValue)
  return `${label ?? name}${required ? '*' : ''}: ${[value, choices].filter(Boolean).join(' ')}`.trim()
}

function tableInWords({ meta, data }: NonNullable<CardView['table']>) {
  const row = (cells: unknown[]) => cells.map((cell) => String(cell ?? '')).join(' | ')
  return [
    row(meta.map((column) => column.aliasName)),
    ...data.map((one) => row(meta.map((c) => one[c.alias]))),
  ]
}

const chartInWords = ({ type, data }: NonNullable<CardView['chart']>) =>
  data.map(
    (point) => `${type} ${[point.type, point.x, point.y].filter((part) => part !== undefined).join(' ')}`,
  )

/** What a person reads on a card, top to bottom, one line each. */
export function cardInWords(card: CardView): string {
  const fields = (card.form?.fields ?? []).filter((field) => !field.hidden)
  return [
    card.title,
    card.content,
    ...(card.table ? tableInWords(card.table) : []),
    ...(card.chart ? chartInWords(card.chart) : []),
    ...fields.map(fieldInWords),
    card.form && card.formButton ? asButtons([card.formButton]) : '',
    card.notice,
    asButtons(card.buttons.map(buttonInWords)),
  ]
    .filter(Boolean)
    .join('\n')
}

/** What a person reads in a message. */
export function messageInWords({ kind, title, text, links, fileName }: Message): string {
  const plain = ['text', 'markdown', 'actionCard', 'link', 'feedCard'].includes(kind)
  return [plain ? '' : `(${kind})`, title, text, fileName, asButtons(links.map((link) => link.title))]
    .filter(Boolean)
    .join('\n')
}
