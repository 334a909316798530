import { type Field, fieldsOf } from '../../crm/fields.ts'
import type { Hit } from './command-words.ts'
import { readCustomer } from './customer-field.ts'
import { frameOf } from './frames/frames.ts'
import { filler, restOf } from './lexicon.ts'
import { wordsAt } from './outline.ts'
import { ask, choose, putDay, type Reading } from './reading.ts'
import { all } from './spot.ts'
import { tidied } from './tidy.ts'

/** Fills the fields a command declares with what the sentence names, each by its kind. */
export async function fillByKind(reading: Reading, hits: Hit[]): Promise<void> {
  const { command, input, sentence } = reading
  for (const [name, field, required] of fieldsOf(command.input)) {
    if (input[name] !== undefined || reading.asks.some((one) => one.field === name)) continue
    if (reading.choices.some((one) => one.field === name)) continue
    await fillField(reading, hits, { name, field, required })
  }
  void sentence
}

interface Wanted {
  name: string
  field: Field
  required: boolean
}

async function fillField(reading: Reading, hits: Hit[], wanted: Wanted): Promise<void> {
  const { sentence, input } = reading
  const { name, field, required } = wanted
  switch (field.kind) {
    case 'customer':
      if (required || all(sentence, 'K').length > 0)
        await readCustomer(reading, { words: wordsOf(reading, hits), field: name })
      break
    case 'contract':
      input[name] = all(sentence, 'N')[0]?.number
      break
    case 'date': {
      const [date] = all(sentence, 'D').filter((one) => one.date.kind !== 'time')
      if (date) putDay(reading, name, date.date, field.slot ?? 'next')
      break
    }
    case 'choice':
      input[name] = choiceIn(field, sentence.outline.said.text)
      break
    case 'phone':
      input[name] = all(sentence, 'T')[0]?.digits
      break
    case 'words':
    case 'query':
      if (!field.quiet) input[name] = wordsFor(reading, hits, field.kind)
      break
  }
  if (input[name] === undefined) delete input[name]
}

/** The option whose words are said; the longest where one is within another. */
function choiceIn(field: Field, text: string): string | undefined {
  const said = (field.options ?? []).flatMap(({ value, words, said: more = [] }) =>
    [words.zh, words.en, ...more].map((word) => ({ value, word: word.toLowerCase() })),
  )
  return said.filter(({ word }) => text.includes(word)).sort((a, b) => b.word.length - a.word.length)[0]
    ?.value
}

/** Words of the command that are no part of what is asked for. */
export function wordsOf({ command }: Reading, hits: Hit[]): RegExp {
  const escaped = hits
    .filter(({ commands }) => commands.includes(command.name))
    .map(({ words }) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const own = frameOf(command.name)?.own?.source
  return new RegExp([...escaped, ...(own ? [own] : []), '\\0\\0'].join('|'))
}

/** What follows the command's words; where nothing does, what stands before them. */
function wordsFor(reading: Reading, hits: Hit[], kind: 'words' | 'query'): string | undefined {
  const { outline } = reading.sentence
  const mine = hits.filter(({ commands }) => commands.includes(reading.command.name))
  const end = Math.max(0, ...mine.map((hit) => hit.end).slice(0, 1))
  const start = mine[0]?.start ?? 0
  const parts = [
    { start: end, end: outline.text.length },
    { start: 0, end: start },
  ]
  const said = parts.map((part) => (kind === 'words' ? withoutReferences(reading, part) : part))
  const found = said.find(
    (part) =>
      restOf(
        outline.text.slice(part.start, part.end).replace(/[KNGMTDWPI]/g, kind === 'query' ? 'x' : ''),
      ) !== '',
  )
  if (!found) return undefined
  const words = tidied(wordsAt(outline, found).replace(new RegExp(`^(?:${filler}|\\s)+`, 'u'), ''))
  return words === '' ? undefined : words
}

/** Without the customer or contract that stands in front of the reason. */
function withoutReferences(
  { sentence: { outline }, command }: Reading,
  part: { start: number; end: number },
) {
  let { start } = part
  const { end } = part
  const own = frameOf(command.name)?.own?.source ?? '\\0'
  const skip = new RegExp(`^(?:[KINDW的了,，。:：;；\\s]|${own}|${filler})+`, 'u')
  const match = skip.exec(outline.text.slice(start, end))
  if (match) start += match[0].length
  return { start, end }
}

void ask
void choose
