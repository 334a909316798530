import type { Field } from '../../crm/fields.ts'
import { spotMembers } from '../../crm/people/spot-members.ts'
import { fieldsOf } from './command-fields.ts'
import type { Hit } from './command-words.ts'
import { readCustomer } from './customer-field.ts'
import { frameOf } from './frames/frames.ts'
import { restOf } from './lexicon.ts'
import { overlap, wordsAt } from './outline.ts'
import { periodSaid } from './periods-said.ts'
import { choose, putDay, type Reading } from './reading.ts'
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

export async function fillField(reading: Reading, hits: Hit[], wanted: Wanted): Promise<void> {
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
      const [date] = all(sentence, 'D').filter(
        ({ date: { kind, meaning } }) => kind !== 'time' && (required || meaning.day),
      )
      if (date) putDay(reading, name, date.date, field.slot ?? 'next')
      break
    }
    case 'choice':
      input[name] = optionSaid(field, sentence.outline.said.text)?.value
      break
    case 'member':
      await fillMember(reading, name)
      break
    case 'number': {
      const year = yearSaid(reading)
      if (year !== undefined) input[name] = year
      break
    }
    case 'period': {
      const period = periodSaid(reading.ctx, sentence)
      if (period) input[name] = period.id
      break
    }
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
export function optionSaid(field: Field, text: string): { value: string; word: string } | undefined {
  const said = (field.options ?? []).flatMap(({ value, words, said: more = [] }) =>
    [words.zh, words.en, ...more].map((word) => ({ value, word: word.toLowerCase() })),
  )
  return said.filter(({ word }) => holds(text, word)).sort((a, b) => b.word.length - a.word.length)[0]
}

/** Words of letters count only whole. */
function holds(text: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return text.includes(word)
  return new RegExp(`(?<![a-z])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z])`).test(text)
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
  const words = tidied(wordsAt(outline, found))
    .replace(because, '')
    .replace(kind === 'query' ? beforeQuery : /^$/, '')
    .replace(kind === 'query' ? afterQuery : /^$/, '')
  return words === '' ? undefined : words
}

const because = /^(?:(?:原因|理由|因为|由于|主要)(?:是|为|:|：)*|(?:because(?: of)?|reason(?: is)?)\b:?)\s*/iu
const beforeQuery =
  /^(?:尾号|后四位|电话|手机|编号|名称|名字|叫|客户|一下|一家|一?[个家]|下|有没有|是|为|的|[:：\s]|(?:customers?|named|called|the)\b)+/iu

const afterQuery = /(?:的(?:客户|门店|店铺?)|吗|呢|吧|\?|？|\s)+$/iu

/** Without the customer or contract that stands in front of the reason. */
function withoutReferences(
  { sentence: { outline }, command }: Reading,
  part: { start: number; end: number },
) {
  let { start, end } = part
  const own = frameOf(command.name)?.own?.source ?? '\\0'
  const skip = new RegExp(`^(?:[KINDW的了,，。:：;；\\s]|${own}|一下|把|将|给|请|麻烦)+`, 'u')
  const match = skip.exec(outline.text.slice(start, end))
  if (match) start += match[0].length
  const behind = new RegExp(`(?:[KINW,，。:：;；\\s]|${own}|把|将|给|就|请|麻烦|先)+$`, 'u').exec(
    outline.text.slice(start, end),
  )
  if (behind) end -= behind[0].length
  return { start, end }
}

/** A colleague by name; several are asked about. */
async function fillMember(reading: Reading, field: string): Promise<void> {
  const { ctx, sentence } = reading
  const { text } = sentence.outline.said
  const spots = await spotMembers(ctx.db, ctx.me, text)
  const taken = sentence.things.filter(({ mark }) => mark === 'K' || mark === 'N' || mark === 'D')
  const spot = spots.find(
    (one) => !taken.some((other) => overlap(one, other)) && one.matches.some(({ id }) => id !== ctx.me.id),
  )
  if (!spot) return
  const others = spot.matches.filter(({ id }) => id !== ctx.me.id)
  const [only, another] = others
  if (another)
    choose(
      reading,
      field,
      text.slice(spot.start, spot.end),
      others.slice(0, 9).map(({ code, name }) => ({ value: code, label: `${name} ${code}` })),
    )
  else reading.input[field] = only!.code
}

/** 2027年, 明年, for 2027. */
function yearSaid({ sentence }: Reading): number | undefined {
  const year = all(sentence, 'D').find(({ date }) => date.meaning.span?.is === 'year')?.date.value?.range
    ?.from.year
  const written = /(?<!\d)(20\d\d)(?=年|年度|\s|的|$)/.exec(sentence.outline.text)?.[1]
  return year ?? (written ? Number(written) : undefined)
}
