import { hitsIn } from '../command-words.ts'
import { readCustomer } from '../customer-field.ts'
import { labelledIn } from '../labelled.ts'
import { wordsAt } from '../outline.ts'
import { peopleIn } from '../people-said.ts'
import { personalIn } from '../personal.ts'
import { ask, type Reading } from '../reading.ts'
import { sentenceOf } from '../spot.ts'
import { tidied } from '../tidy.ts'
import {
  blanked,
  changing,
  checkPhones,
  fillLabelled,
  fillPhone,
  keepOnly,
  mobileOrPhone,
  notUnderstood,
  recordLabel,
  saidAt,
  whichName,
} from './record-values.ts'

export async function fillNewContact(reading: Reading): Promise<void> {
  const mention = await readCustomer(reading, {
    words: /(?:新建|加|添加|新|新增|增加)?(?:一?[个位])?联系人|给|加|的/u,
  })
  if (/\p{Script=Han}{2}/u.test(reading.sentence.outline.text)) readPersonal(reading)
  else await readForeignPerson(reading, mention?.matches ?? [])
  fillPhone(reading, mobileOrPhone(reading))
  checkPhones(reading, mobileOrPhone(reading))
}

/** 张三 采购经理 13711112222, in any order. */
function readPersonal(reading: Reading): void {
  const { commands, command, input } = reading
  reading.sentence = keepOnly(reading, ['K', 'I', 'T'])
  const { outline } = reading.sentence
  fillLabelled(reading, new Set(['customer', 'key']))
  const labelled = labelledIn(outline, command.input, new Set(['customer', 'key']))
  const hits = hitsIn(commands, outline).filter((hit) => hit.commands.includes(command.name))
  const said = blanked(outline.text, [
    ...labelled.map(({ start, value }) => ({ start, end: value.end })),
    ...hits,
  ])
  const { names, title, rest } = personalIn(said)
  const [name, another] = names
  if (input.title === undefined && title) input.title = title
  if (input.name === undefined && name) input.name = name
  if (another || (name && input.name !== name)) {
    delete input.name
    ask(reading, 'name', whichName)
  }
  if (rest.length > 0) ask(reading, '', notUnderstood(rest.join(' ')))
}

async function readForeignPerson(reading: Reading, customers: { id: number }[]): Promise<void> {
  const person = await firstPerson(reading, customers)
  fillLabelled(reading, new Set(['customer', 'key']))
  const said = person && saidAt(reading, person)
  const bare = said && /^(?:store |shop )?(?:manager|owner|boss|buyer|accountant)$/i.test(said)
  if (said) reading.input[bare || reading.input.name !== undefined ? 'title' : 'name'] ??= said
  reading.input.name ??= afterWords(reading) || undefined
  if (reading.input.name === undefined) delete reading.input.name
}

export async function fillContactChange(reading: Reading): Promise<void> {
  const mention = await readCustomer(reading, {
    words: new RegExp(`修改|更新|改|联系人|${recordLabel}|${changing}|把|的`, 'u'),
  })
  const person = await firstPerson(reading, mention?.matches ?? [])
  if (person?.mark === 'P') reading.input.contact = person.named ?? saidAt(reading, person)
  fillLabelled(reading, new Set(['customer', 'contact', 'name', 'key']))
  fillPhone(reading, mobileOrPhone(reading))
}

async function firstPerson(reading: Reading, customers: { id: number }[]) {
  const people = await peopleIn(reading.ctx, customers, reading.sentence.outline)
  reading.sentence = sentenceOf({
    ...reading.sentence,
    said: reading.sentence.outline.said,
    things: [...reading.sentence.things, ...people],
  })
  return people[0]
}

/** A name that looks like none: what is left behind the command's words. */
function afterWords({ command, commands, sentence: { outline } }: Reading): string {
  const hit = hitsIn(commands, outline).find((one) => one.commands.includes(command.name))
  const rest = outline.text.slice(hit?.end ?? 0)
  const match = /^[\s,，:：是叫K]*([\p{Script=Han}a-z]{2,}(?: [a-z]+)?)/u.exec(rest)
  if (!match) return ''
  const start = (hit?.end ?? 0) + match[0].length - match[1]!.length
  return tidied(wordsAt(outline, { start, end: start + match[1]!.length }))
}
