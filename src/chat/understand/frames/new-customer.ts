import { fieldsOf } from '../command-fields.ts'
import { hitsIn } from '../command-words.ts'
import { labelledIn } from '../labelled.ts'
import { filler, loneRestOf } from '../lexicon.ts'
import { optionSaid } from '../option-said.ts'
import { type Span, wordsAt } from '../outline.ts'
import { peopleIn } from '../people-said.ts'
import { personalIn } from '../personal.ts'
import { ask, type Reading } from '../reading.ts'
import { tidied } from '../tidy.ts'
import {
  blanked,
  checkPhones,
  fillLabelled,
  fillPhone,
  keepOnly,
  notUnderstood,
  saidAt,
  whichName,
} from './record-values.ts'
import { toBeKept } from './records-told.ts'

export async function fillNewCustomer(reading: Reading): Promise<void> {
  // A name may contain that of another customer, or a day: here it is only a name.
  reading.sentence = keepOnly(reading, ['T'])
  const { input, command } = reading
  const { outline } = reading.sentence
  const place = nameSpan(reading)
  const name = tidied(wordsAt(outline, place))
  if (name) input.name = name
  const tier = fieldsOf(command.input).find(([field]) => field === 'tier')![1]
  const said = optionSaid(tier, outline.text.slice(0, place.start) + outline.text.slice(place.end))
  if (said) input.tier = said.value
  fillLabelled(reading, new Set(['name', 'contact', 'tier', 'despite']))
  fillPhone(reading, 'phone')
  checkPhones(reading, 'phone')
  if (/\p{Script=Han}{2}/u.test(outline.text)) fillCompany(reading, place, said?.word)
  else await fillForeignContact(reading, place)
}

/** Whose shop it is, and where, in any order behind its name. */
function fillCompany(reading: Reading, place: Span, tier: string | undefined): void {
  const { input, command, sentence } = reading
  const labelled = labelledIn(
    sentence.outline,
    command.input,
    new Set(['name', 'contact', 'tier', 'despite']),
  )
  const behind = blanked(sentence.outline.text, [
    { start: 0, end: place.end },
    ...labelled.map(({ start, value }) => ({ start, end: value.end })),
  ])
  const { names, title, rest } = personalIn(
    behind
      .replace(toBeKept, ' ')
      .replace(tier ?? '\0', ' ')
      .replace(/联系人[是为:]*/g, ' '),
  )
  const [name, another] = names
  const address = rest.filter((word) => addressLike.test(word))
  const unknown = rest.filter((word) => !addressLike.test(word))
  if (another) ask(reading, 'contact', whichName)
  else if (name) Object.assign(input, { contact: name }, title && !name.includes(title) && { title })
  else if (title) {
    input.title = title
    ask(reading, 'contact', whichName)
  }
  if (address.length > 0 && input.address === undefined) input.address = address.join('')
  if (unknown.length > 0) ask(reading, '', notUnderstood(unknown.join(' ')))
}

const addressLike = /[路街道巷弄镇区市][\p{Script=Han}\d]*|\d+号/u

async function fillForeignContact(reading: Reading, place: Span): Promise<void> {
  const { outline } = reading.sentence
  const people = await peopleIn(reading.ctx, [], outline)
  const contact = people.find(({ start }) => start >= (outline.starts[place.end] ?? 0))
  if (contact) reading.input.contact ??= saidAt(reading, contact)
}

/** What follows the command's words, up to whatever else is told of the customer. */
function nameSpan({ command, commands, sentence: { outline } }: Reading): Span {
  const [hit] = hitsIn(commands, outline)
    .filter((one) => one.commands.includes(command.name))
    .sort((a, b) => a.start - b.start)
  // 老城隍烟酒 直供二批 …… 帮我建一下: what is asked for stands behind all the rest.
  const isLast = hit && hit.start > 0 && loneRestOf(outline.text.slice(hit.end)) === ''
  const from = hit && !isLast ? hit.end : 0
  const options = fieldsOf(command.input).find(([name]) => name === 'tier')?.[1].options ?? []
  const tiers = options.flatMap(({ words, said = [] }) => [
    words.zh,
    ...said.filter((one) => !/[a-z]/.test(one)),
  ])
  const tier = `(?:${tiers.sort((a, b) => b.length - a.length).join('|')})(?=[\\s,，])`
  const skipped =
    new RegExp(`^(?:[\\s,，:：、]|${filler}|${tier}|名称|店名|名字|名?叫做?|是|called|named|的)+`, 'u').exec(
      outline.text.slice(from),
    )?.[0].length ?? 0
  const start = from + skipped
  const rest = outline.text.slice(start)
  const latin = !/\p{Script=Han}/u.test(rest)
  const stop = rest.search(
    latin
      ? /[,;\n]|\b(?:phone|tel|address|contact|tier|mobile)\b|[TP]/
      : /[\s,，;；。\n]|电话|手机|地址|联系人|层级|级别|老板是|店长是|[TP]/u,
  )
  return { start, end: stop < 0 ? outline.text.length : start + stop }
}
