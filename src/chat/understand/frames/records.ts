import { fieldsOf } from '../command-fields.ts'
import { hitsIn } from '../command-words.ts'
import { readCustomer } from '../customer-field.ts'
import { labelledIn, valueWords } from '../labelled.ts'
import { filler, loneRestOf } from '../lexicon.ts'
import { typedAt } from '../normalise.ts'
import { optionSaid } from '../option-said.ts'
import { type Span, wordsAt } from '../outline.ts'
import { peopleIn } from '../people-said.ts'
import { personalIn } from '../personal.ts'
import { ask, type Reading } from '../reading.ts'
import { all, sentenceOf, type Thing } from '../spot.ts'
import { tidied } from '../tidy.ts'
import type { Frame } from './frame.ts'
import { changeTold, contactTold, marked, newCustomerTold, opened, toBeKept } from './records-told.ts'

const recordLabel =
  '(?:电话|手机|地址|号码|名称|名字|层级|级别|等级|状态|邮箱|税号|助记码|上游|备注|职务|生日|phone|mobile|address|name|e-?mail|grade|status|tier|tax id|remarks)'
const changing = '(?:号码)?(?:要|已经?|得|都)?(?:改|换|变|更新|更正|修改)(?:成|为|到|了|一下)?'

export const recordFrames: Frame[] = [
  {
    command: 'customer.create',
    shape: newCustomerTold,
    says: [
      opened,
      toBeKept,
      /(?:新[增开建]?|增加|添加|加|建|录入?|登记|注册|开发了?)(?:了?一?[个家])?(?:新的?)?(?:客户|门店|网点)(?!的|联系|卡|情况|资料)|\b(?:new|add|create|register)(?: a)?(?: new)? customer\b/g,
    ],
    fill: fillNewCustomer,
    whole: true,
  },
  {
    command: 'customer.edit',
    says: [
      new RegExp(
        `(?<=K)(?:换|改|变)了?${recordLabel}了?|(?<=K)改名(?:叫|为|成)?|(?<=K的?(?:店里的?)?)${recordLabel}${changing}|${changing}(?=K的?${recordLabel})|(?:修改|更改|更新|变更)(?=K)|(?:change|update|edit)(?= (?:the )?(?:(?:${recordLabel} (?:of|for) )?K|${recordLabel} (?:of|for) [a-z]|[a-z][a-z' -]{2,30} ${recordLabel}(?![a-z])))`,
        'gu',
      ),
    ],
    own: new RegExp(`新?${recordLabel}|${changing}|把|将|新|了|叫|为`, 'gu'),
    shape: changeTold,
    fill: fillChange,
    whole: true,
  },
  {
    command: 'contact.add',
    // 新来的王店长 聊了堆头, 新来了一批货: no record of a person.
    foreign: /聊|谈|说|一批|货|G/,
    shape: contactTold,
    says: [
      /(?<=K[^,，。]{0,3})(?:加|添)了?一?[个位](?!新?的?(?:联系|负责|对接)人)(?=\p{Script=Han}|P)|(?<=K[^,，。]{0,4})新来了?(?:一?[个位])?(?:新)?|来了?(?:一?[个位])新(?:的|来的)?(?=P)|新(?:来的|的)(?=P)|(?:新[增建]?|增加|添加|加|建|录入?|登记|补)(?:了?一?[个位])?(?:新的?)?(?:联系人|负责人|对接人)|(?:联系人|负责人)(?:新增|添加|增加|登记)|\b(?:new|add|create)(?: a)?(?: new)? contact\b/gu,
    ],
    fill: fillNewContact,
    whole: true,
  },
  {
    command: 'contact.edit',
    says: [
      /(?:修改|更改|更新|变更|改)(?:联系人)(?:的)?/g,
      new RegExp(
        `(?<=P的?)${recordLabel}${changing}|(?<=P)换了?(?:手机|电话|号码?)了?|(?<=P的?)新?(?:手机|电话|号)(?:号码?)?(?:现在|是|为|[:：\\s])*(?=T)`,
        'gu',
      ),
    ],
    own: new RegExp(`${recordLabel}|${changing}|把|将|的`, 'gu'),
    fill: fillContactChange,
    whole: true,
  },
]

async function fillNewCustomer(reading: Reading): Promise<void> {
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

const blanked = (text: string, spans: Span[]): string =>
  spans.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  )

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

async function fillChange(reading: Reading): Promise<void> {
  await readCustomer(reading, {
    words: new RegExp(
      `修改客户|改客户|更新客户|编辑客户|修改|更新|${recordLabel}|${changing}|把|将|的|\\b(?:change|update|edit|the|of|for|to)\\b|'s\\b`,
      'u',
    ),
  })
  fillLabelled(reading, new Set(['despite', 'customer']))
  fillStatus(reading)
  fillPhone(reading, 'phone')
  const { customer, ...changes } = reading.input
  if (customer && Object.keys(changes).length === 0 && reading.asks.length === 0)
    reading.why.push('nothing to change was said: the form asks')
}

function fillStatus({ command, input, sentence }: Reading): void {
  const { status, gone } = marked.exec(sentence.outline.text)?.groups ?? {}
  const field = fieldsOf(command.input).find(([name]) => name === 'status')?.[1]
  const option = field && optionSaid(field, status ?? gone ?? '')
  if (option) input.status ??= option.value
}

async function fillNewContact(reading: Reading): Promise<void> {
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

async function fillContactChange(reading: Reading): Promise<void> {
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

function fillLabelled(reading: Reading, skip: ReadonlySet<string>): void {
  const { outline } = reading.sentence
  for (const one of labelledIn(outline, reading.command.input, skip)) {
    const field = fieldsOf(reading.command.input).find(([name]) => name === one.field)![1]
    if (reading.input[one.field] !== undefined) continue
    const words = valueWords(outline, one)
    if (field.kind === 'choice') {
      const option = optionSaid(field, words.toLowerCase().replace(/^不是.+?而?是/u, ''))
      if (option) reading.input[one.field] = option.value
    } else if (field.kind === 'phone') {
      const number = /^[+\d][\d -]*\d/.exec(words)?.[0]
      if (number && isPhone(number)) reading.input[landline(reading, one.field, number)] = number
      else if (/\d/.test(words)) ask(reading, one.field, noPhone(words))
    } else if (words) reading.input[one.field] = words
  }
}

/** A mobile number has eleven figures; others have seven or eight behind their area, or are short. */
const isPhone = (number: string): boolean =>
  /^(?:(?:86)?1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7}|[48]00\d{7})$/.test(plain(number))

/** 电话 is said of mobile numbers and others. */
const landline = ({ command }: Reading, field: string, number: string) =>
  field === 'mobile' && 'phone' in command.input.shape && /^0/.test(number) ? 'phone' : field

/** Figures that are no telephone number, or one number too many: never dropped. */
function checkPhones(reading: Reading, field: string): void {
  const { outline } = reading.sentence
  const given = Object.values(reading.input)
    .filter((value) => typeof value === 'string')
    .map(plain)
  const left = all(reading.sentence, 'T').find(({ digits }) => !given.includes(plain(digits)))
  const odd = /(?<![\w-])\d[\d -]{4,}\d(?!\w)/.exec(outline.text)?.[0]
  if (left || (odd && !given.some((value) => value.includes(plain(odd)))))
    ask(reading, field, noPhone(left?.digits ?? odd!))
}

const noPhone = (said: string) => ({
  zh: `“${said}”不像电话号码，或者多了一个，请核对。`,
  en: `“${said}” is no phone number, or one too many. Please check it.`,
})
const whichName = { zh: '说了几个人，这次记哪一位？', en: 'Several people were named. Which one is it?' }
const notUnderstood = (said: string) => ({
  zh: `“${said}”没有看懂，请核对后补上。`,
  en: `“${said}” was not understood. Please check and add it.`,
})

/** A number that no label claims. */
function fillPhone(reading: Reading, field: string): void {
  const values = Object.values(reading.input).filter((value) => typeof value === 'string')
  const [phone] = all(reading.sentence, 'T').filter(
    ({ digits }) => !values.some((value) => plain(value) === plain(digits)),
  )
  if (phone && reading.input[field] === undefined) reading.input[field] = phone.digits
}

const plain = (digits: string) => digits.replace(/\D/g, '')

const mobileOrPhone = ({ sentence }: Reading) =>
  all(sentence, 'T')[0]
    ?.digits.replace(/^\+?86/, '')
    .startsWith('1') === false
    ? 'phone'
    : 'mobile'

/** A name that looks like none: what is left behind the command's words. */
function afterWords({ command, commands, sentence: { outline } }: Reading): string {
  const hit = hitsIn(commands, outline).find((one) => one.commands.includes(command.name))
  const rest = outline.text.slice(hit?.end ?? 0)
  const match = /^[\s,，:：是叫K]*([\p{Script=Han}a-z]{2,}(?: [a-z]+)?)/u.exec(rest)
  if (!match) return ''
  const start = (hit?.end ?? 0) + match[0].length - match[1]!.length
  return tidied(wordsAt(outline, { start, end: start + match[1]!.length }))
}

function saidAt({ sentence: { outline } }: Reading, { start, end }: Span): string {
  return typedAt(outline.said, { start, end })
}

const keepOnly = ({ sentence }: Reading, marks: Thing['mark'][]) =>
  sentenceOf({
    ...sentence,
    said: sentence.outline.said,
    things: sentence.things.filter(({ mark }) => marks.includes(mark)),
  })
