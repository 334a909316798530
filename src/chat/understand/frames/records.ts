import { fieldsOf } from '../command-fields.ts'
import { hitsIn } from '../command-words.ts'
import { readCustomer } from '../customer-field.ts'
import { fillField, optionSaid } from '../generic-fill.ts'
import { labelledIn, valueWords } from '../labelled.ts'
import { filler } from '../lexicon.ts'
import { type Span, wordsAt } from '../outline.ts'
import { peopleIn } from '../people-said.ts'
import { ask, type Reading } from '../reading.ts'
import { all, sentenceOf, type Thing } from '../spot.ts'
import { tidied } from '../tidy.ts'
import type { Frame } from './frame.ts'

const recordLabel =
  '(?:电话|手机|地址|号码|名称|名字|层级|级别|等级|状态|邮箱|税号|助记码|上游|备注|职务|生日|phone|mobile|address|name|e-?mail|grade|status|tier|tax id|remarks)'
const changing = '(?:号码)?(?:要|已经?|得|都)?(?:改|换|变|更新|更正|修改)(?:成|为|到|了|一下)?'

export const recordFrames: Frame[] = [
  {
    command: 'customer.create',
    says: [
      /(?:新[增开建]?|增加|添加|加|建|录入?|登记|注册|开发了?)(?:了?一?[个家])?(?:新的?)?(?:客户|门店|网点)(?!的|联系|卡|情况|资料)|\b(?:new|add|create|register)(?: a)?(?: new)? customer\b/g,
    ],
    fill: fillNewCustomer,
    whole: true,
  },
  {
    command: 'customer.edit',
    says: [
      new RegExp(
        `(?<=K)(?:换|改|变)了?${recordLabel}了?|(?<=K)改名(?:叫|为|成)?|(?<=K的?(?:店里的?)?)${recordLabel}${changing}|${changing}(?=K的?${recordLabel})|(?:修改|更改|更新|变更)(?=K)|(?:change|update|edit)(?= (?:the )?(?:${recordLabel} (?:of|for) )?K)`,
        'gu',
      ),
    ],
    own: new RegExp(`新?${recordLabel}|${changing}|把|将|新|了|叫|为`, 'gu'),
    fill: fillChange,
    whole: true,
  },
  {
    command: 'contact.add',
    says: [
      /来了?(?:一?[个位])新(?:的|来的)?(?=P)|新(?:来的|的)(?=P)|(?:新[增建]?|增加|添加|加|建|录入?|登记|补)(?:了?一?[个位])?(?:新的?)?(?:联系人|负责人|对接人)|\b(?:new|add|create)(?: a)?(?: new)? contact\b/g,
    ],
    fill: fillNewContact,
    whole: true,
  },
  {
    command: 'contact.edit',
    says: [
      /(?:修改|更改|更新|变更|改)(?:联系人)(?:的)?/g,
      new RegExp(`(?<=P的?)${recordLabel}${changing}|(?<=P)换(?:了)?(?:手机|电话|号码)`, 'gu'),
    ],
    own: new RegExp(`${recordLabel}|${changing}|把|将|的`, 'gu'),
    fill: fillContactChange,
    whole: true,
  },
]

async function fillNewCustomer(reading: Reading): Promise<void> {
  // A name may contain that of another customer, or a day: here it is only a name.
  reading.sentence = keepOnly(reading, ['T'])
  const people = await peopleIn(reading.ctx, [], reading.sentence.outline)
  const place = nameSpan(reading)
  const contact = people.find(({ start }) => start >= (reading.sentence.outline.starts[place.end] ?? 0))
  if (contact) {
    reading.sentence = sentenceOf({
      ...reading.sentence,
      said: reading.sentence.outline.said,
      things: [...reading.sentence.things, contact],
    })
    reading.input.contact = saidAt(reading, contact)
  }
  fillLabelled(reading, new Set(['name', 'contact', 'tier', 'despite']))
  fillPhone(reading, 'phone')
  const tier = fieldsOf(reading.command.input).find(([name]) => name === 'tier')
  const said = tier && optionSaid(tier[1], reading.sentence.outline.text.slice(place.end))
  if (said) {
    reading.input.tier = said.value
    const { address } = reading.input
    if (typeof address === 'string')
      reading.input.address = tidied(address.replace(new RegExp(`\\s+${said.word}$`), ''))
  }
  const name = tidied(wordsAt(reading.sentence.outline, nameSpan(reading)))
  if (name) reading.input.name = name
}

/** What follows the command's words, up to whatever else is told of the customer. */
function nameSpan({ command, commands, sentence: { outline } }: Reading): Span {
  const hit = hitsIn(commands, outline).find((one) => one.commands.includes(command.name))
  const from = hit?.end ?? 0
  const skipped =
    new RegExp(`^(?:[\\s,，:：、]|${filler}|名称|店名|名字|名?叫做?|是|called|named|的)+`, 'u').exec(
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
    words: new RegExp(`修改客户|改客户|更新客户|编辑客户|修改|更新|${recordLabel}|${changing}|把|将|的`, 'u'),
  })
  fillLabelled(reading, new Set(['despite', 'customer']))
  fillPhone(reading, 'phone')
  const { customer, ...changes } = reading.input
  if (customer && Object.keys(changes).length === 0 && reading.asks.length === 0)
    reading.why.push('nothing to change was said: the form asks')
}

async function fillNewContact(reading: Reading): Promise<void> {
  const mention = await readCustomer(reading, {
    words: /(?:新建|加|添加|新|新增|增加)?(?:一?[个位])?联系人|给|加|的/u,
  })
  const person = await firstPerson(reading, mention?.matches ?? [])
  fillLabelled(reading, new Set(['customer', 'key']))
  // 新采购 叫张伟: the person is what he is, the name follows.
  if (person && reading.input.name === undefined) reading.input.name = saidAt(reading, person)
  else if (person && reading.input.title === undefined) reading.input.title = saidAt(reading, person)
  fillPhone(reading, mobileOrPhone(reading))
  fillTitle(reading)
  if (!reading.input.name) {
    const name = afterWords(reading)
    if (name) reading.input.name = name
  }
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
      const option = optionSaid(field, words.toLowerCase())
      if (option) reading.input[one.field] = option.value
    } else if (field.kind === 'phone') {
      if (/\d{5,}/.test(words.replace(/[ -]/g, '')))
        reading.input[landline(reading, one.field, words)] = words
      else if (/\d/.test(words))
        ask(reading, one.field, {
          zh: `“${words}”不像电话号码，请核对。`,
          en: `“${words}” is no phone number. Please check it.`,
        })
    } else if (words) reading.input[one.field] = words
  }
}

/** 电话 is said of mobile numbers and others. */
const landline = ({ command }: Reading, field: string, number: string) =>
  field === 'mobile' && 'phone' in command.input.shape && /^0/.test(number) ? 'phone' : field

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

const titles = /(?:总经理|副?店长|采购经理|采购|经理|会计|财务|仓管|收银|店员|老板娘?|主管|收货员|店员)/u

function fillTitle({ input }: Reading): void {
  const title =
    typeof input.name === 'string' && input.title === undefined ? titles.exec(input.name)?.[0] : undefined
  if (title && title !== input.name) input.title = title
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

function saidAt({ sentence: { outline } }: Reading, { start, end }: Span): string {
  return outline.said.original.slice(outline.said.begins[start], outline.said.ends[end - 1])
}

const keepOnly = ({ sentence }: Reading, marks: Thing['mark'][]) =>
  sentenceOf({
    ...sentence,
    said: sentence.outline.said,
    things: sentence.things.filter(({ mark }) => marks.includes(mark)),
  })

void fillField
