import { type Block, isObject, type Json, list, textOf } from '../wire.ts'

type Words = (block: Json) => Array<string | undefined>

/** What a person reads: the blocks in words, or the text where there are none; then the names of the files. */
export function plainWords(message: { text?: string; blocks?: Block[]; files?: Json[] }): string {
  const body = message.blocks?.length ? blocksInWords(message.blocks) : unformatted(message.text ?? '')
  const files = (message.files ?? []).map((file) => `📎 ${file.name}`)
  return [body, ...files].filter(Boolean).join('\n')
}

export function blocksInWords(blocks: Block[]): string {
  const lines = blocks.flatMap((block) => WORDS[block.type]?.(block) ?? [])
  return lines.filter(Boolean).join('\n')
}

/** mrkdwn as it looks: marks gone, dates and links by their words, escaped signs as signs. */
export function unformatted(mrkdwn: string): string {
  return mrkdwn
    .replace(/<!date\^[^>|]*\|([^>]*)>/g, '$1')
    .replace(
      /<([@#!])([^>|]*)(?:\|([^>]*))?>/g,
      (_, sign, id, name) => `${sign === '!' ? '@' : sign}${name ?? id}`,
    )
    .replace(/<([^>|]*)\|([^>]*)>/g, '$2')
    .replace(/<([^>|]*)>/g, '$1')
    .replace(/(^|[\s\p{P}])([*_~`])(?=\S)([^\n]*?\S)\2(?=$|[\s\p{P}])/gmu, '$1$3')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}

/** Mentions in a message that would ring: `<!channel>`, `<@U…>`; escaped ones do not. */
export function livePings(message: { text?: string; blocks?: Block[] }): string[] {
  const texts = [message.text ?? '', ...mrkdwnIn(message.blocks ?? [])]
  return texts.flatMap((text) => text.match(/<(?:!(?:channel|here|everyone|subteam\^\w+)|@\w+)[^>]*>/g) ?? [])
}

function mrkdwnIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(mrkdwnIn)
  if (!isObject(value)) return []
  if (value.type === 'mrkdwn' || value.type === 'markdown') return [textOf(value.text)]
  return Object.values(value).flatMap(mrkdwnIn)
}

const shown = (text: unknown): string => {
  if (isObject(text) && text.type === 'plain_text') return textOf(text)
  return unformatted(textOf(text))
}

function elementInWords(element: unknown): string | undefined {
  if (!isObject(element)) return undefined
  if (element.type === 'button') return `[${textOf(element.text)}]`
  if (element.type === 'image') return textOf(element.alt_text)
  if (element.type === 'mrkdwn' || element.type === 'plain_text') return shown(element)
  const groups = list(element.option_groups).filter(isObject)
  const options = [element, ...groups].flatMap((owner) => list(owner.options)).filter(isObject)
  const offered = options.map((option) => textOf(option.text)).join(' / ')
  return `[${[textOf(element.placeholder), offered].filter(Boolean).join(': ')}]`
}

const WORDS: Record<string, Words> = {
  header: (block) => [shown(block.text)],
  alert: (block) => [shown(block.text)],
  markdown: (block) => [textOf(block.text)],
  divider: () => ['———'],
  section: (block) => [
    shown(block.text),
    ...list(block.fields).map((field) => shown(field)),
    elementInWords(block.accessory),
  ],
  context: (block) => [list(block.elements).map(elementInWords).filter(Boolean).join(' ')],
  actions: (block) => [list(block.elements).map(elementInWords).filter(Boolean).join(' ')],
  image: (block) => [textOf(block.title), textOf(block.alt_text)],
  input: (block) => [textOf(block.label), textOf(block.hint), elementInWords(block.element)],
  rich_text: (block) => [richText(block)],
  table: (block) => rowsInWords(block),
  data_table: (block) => [textOf(block.caption), ...rowsInWords(block)],
  data_visualization: (block) => [textOf(block.title), ...chartInWords((block.chart ?? {}) as Json)],
}

function rowsInWords(block: Json): string[] {
  const cell = (value: unknown) =>
    isObject(value) && value.type === 'rich_text' ? richText(value) : textOf(value)
  return list(block.rows).map((row) => list(row).map(cell).join(' | '))
}

function chartInWords(chart: Json): string[] {
  const points = (values: unknown) =>
    list(values)
      .filter(isObject)
      .map(({ label, value }) => `${label}: ${value}`)
  if (chart.type === 'pie') return points(chart.segments)
  return list(chart.series)
    .filter(isObject)
    .map(({ name, data }) => `${name} — ${points(data).join(', ')}`)
}

/** The text of everything inside, list items on lines of their own. */
function richText(value: unknown): string {
  if (Array.isArray(value)) return value.map(richText).join('')
  if (!isObject(value)) return ''
  if (value.type === 'user') return `@${value.user_id}`
  if (value.type === 'link') return textOf(value.text) || String(value.url)
  if (value.type === 'rich_text_list')
    return list(value.elements)
      .map((item) => `\n• ${richText(item)}`)
      .join('')
  return textOf(value.text) + richText(value.elements)
}
