import { customersOfPeople } from '../../crm/customers/spot-contacts.ts'
import { customersLike } from './customers/customers-like.ts'
import type { CustomerMention, CustomerNamed } from './customers/mention.ts'
import { havingPerson } from './having-person.ts'
import { filler } from './lexicon.ts'
import { namedOption } from './named-option.ts'
import { typedAt } from './normalise.ts'
import { once } from './once.ts'
import { type Span, thingsIn } from './outline.ts'
import { ask, choose, isSavedUnseen, type Reading } from './reading.ts'
import { all, type Sentence, sentenceOf, type Thing } from './spot.ts'

/**
 * The customer a sentence is about. `where`: parts of the outline in which it is named, the rest is content;
 * `near`: where it may be named
 * as well, if nothing else is; `words`: what stands there beside it and is no name.
 */
export async function readCustomer(
  reading: Reading,
  {
    where,
    near = [],
    words,
    field = 'customer',
  }: { where?: Span[]; near?: Span[]; words: RegExp; field?: string },
): Promise<CustomerMention | null> {
  const named = customersIn(reading, where)
  const found =
    named[0] ??
    (spoken(reading, where, field)
      ? null
      : (namedAside(reading.sentence) ??
        (await likeSaid(reading, where && [...where, ...near], words)) ??
        (await likeSaid(reading, where && atEnd(reading.sentence), words))))
  const mention = found && (await decided(reading, found))
  if (mention) await take(reading, field, mention)
  else if (reading.input[field] === undefined) askFor(reading, field)
  if (named.length > 1) askWhichOne(reading, named)
  return mention
}

/** Each customer once; one that is named in the content only counts where none is named before it. */
function customersIn({ sentence }: Reading, where?: Span[]): CustomerMention[] {
  const mentions = all(sentence, 'K')
  const inPlace = where
    ? where.flatMap((span) => thingsIn(sentence.outline, span)).filter(isCustomer)
    : mentions
  const meant = inPlace.length > 0 ? inPlace : mentions.filter((one) => one.sure)
  const once = new Map(meant.map((one) => [one.matches.map(({ code }) => code).join(), one]))
  return [...once.values()]
}

/** 王店长（华联）, Guo Zhiqiang (Yuansheng): where somebody is from, if nothing else is named. */
function namedAside({ outline: { text, things } }: Sentence): CustomerMention | null {
  const at = /P ?\( ?(?=K ?\))/.exec(text)
  const thing = at && things.get(at.index + at[0].length)
  return thing?.mark === 'K' ? thing : null
}

/** 谈了陈列费，签一年，海鸥欧阳店长: who it was, added at the end. */
function atEnd({ outline: { text } }: Sentence): Span[] {
  const last =
    /(?<=[,，。;；\s])\p{Script=Han}{2,6}(?:P|店长|老板娘?|经理|采购|主管|会计|主任|师傅|超市|便利店?|商行|批发部?|烟酒|副食|火锅|酒楼|食堂|网咖|餐厅|商店|店)\s*$/u.exec(
      text,
    )
  return last ? [{ start: last.index, end: text.length }] : []
}

/** Whoever was met may tell which customer is meant. */
async function decided({ ctx, sentence }: Reading, mention: CustomerMention): Promise<CustomerMention> {
  if (isPlain(mention)) return mention
  const customer = await havingPerson(ctx, mention, sentence.outline.said.text)
  return customer ? { ...mention, matches: [customer], how: 'part', sure: true } : mention
}

/** There is nothing left to decide. */
const isPlain = ({ matches, how, sure }: CustomerMention) => matches.length === 1 && (how !== 'near' || sure)

const isCustomer = (thing: Thing): thing is CustomerMention => thing.mark === 'K'

async function take(
  reading: Reading,
  field: string,
  { matches, how, sure, ...span }: CustomerMention,
): Promise<void> {
  const said = saidAt(reading, span)
  const [only] = matches
  const taken =
    only && isPlain({ matches, how, sure, ...span }) && (how === 'named' || !isSavedUnseen(reading))
  reading.why.push(`${said} = ${matches.map(({ code, name }) => `${code} ${name}`).join(', ')} (${how})`)
  if (taken) reading.input[field] = only.code
  else if (matches.length > MOST_OFFERED) ask(reading, field, tooMany(said))
  else
    choose(
      reading,
      field,
      said,
      (await theirsFirst(reading, matches)).map((one) => namedOption(one, reading.ctx.language)),
    )
}

/** 拜访华联，跟王经理聊了: of several, the one that has a 王经理 comes first. */
async function theirsFirst({ ctx, sentence }: Reading, matches: CustomerNamed[]): Promise<CustomerNamed[]> {
  const ids = matches.map(({ id }) => id)
  const having = await customersOfPeople(ctx.db, ids, sentence.outline.said.text)
  return [...matches].sort((a, b) => Number(having.has(b.id)) - Number(having.has(a.id)))
}

const MOST_OFFERED = 9

const tooMany = (said: string) => ({
  zh: `叫“${said}”的客户太多，请写全称、编号或联系电话。`,
  en: `Too many customers match “${said}”. Please give the full name, code or phone.`,
})

function saidAt({ sentence }: Reading, { start, end }: Span): string {
  const { said } = sentence.outline
  return typedAt(said, { start, end })
}

/** 它, 他家, it. */
function spoken(reading: Reading, where: Span[] | undefined, field: string): boolean {
  const { sentence, input, why } = reading
  const { customer } = sentence.spokenOf
  const pronouns = where ? where.flatMap((span) => thingsIn(sentence.outline, span)) : sentence.things
  if (!pronouns.some(({ mark }) => mark === 'I')) return false
  if (!customer) return false
  input[field] = customer
  why.push(`it = ${customer}`)
  return true
}

async function likeSaid(
  reading: Reading,
  where: Span[] | undefined,
  words: RegExp,
): Promise<CustomerMention | null> {
  const rest = unexplained(reading, where, words)
  if (!/\p{L}{2}/u.test(rest)) return null
  const found = await customersLike(reading.ctx, rest)
  if (!found) return null
  const { sentence } = reading
  reading.sentence = sentenceOf({
    ...sentence,
    said: sentence.outline.said,
    things: [found, ...sentence.things],
  })
  return found
}

const knownWith = once((words: RegExp) => new RegExp(`${words.source}|${filler}|[A-Z]|\\0`, 'gu'))

/** The normalised text with everything that is understood blanked out. */
function unexplained({ sentence: { outline } }: Reading, where: Span[] | undefined, words: RegExp): string {
  const { text, said, starts, ends } = outline
  const kept = Array.from(said.text, () => ' ')
  const plain = text.replace(knownWith(words), (match) => ' '.repeat(match.length))
  for (const { start, end } of where ?? [{ start: 0, end: text.length }])
    for (let i = start; i < end; i++)
      if (plain[i] !== ' ') for (let at = starts[i]!; at < ends[i]!; at++) kept[at] = said.text[at]!
  return kept.join('')
}

function askFor(reading: Reading, field: string): void {
  const { customer } = reading.sentence.spokenOf
  if (customer && !reading.command.writes) reading.input[field] = customer
  else if (customer) {
    reading.input[field] = customer
    ask(reading, field, {
      zh: '没有说是哪家客户，是刚才那家吗？不是的话请改。',
      en: 'No customer was named. Is it the one just now? If not, please change it.',
    })
  } else if (!reading.asks.some((one) => one.field === field))
    reading.asks.push({ field, why: whichCustomer, missing: true })
}

const whichCustomer = {
  zh: '请写客户的名称、编号或拼音。',
  en: 'Please give the customer’s name, code or pinyin.',
}

function askWhichOne(reading: Reading, named: CustomerMention[]): void {
  const names = named.map((one) => saidAt(reading, one))
  ask(reading, '', {
    zh: `这句话里有${named.length}家客户（${names.join('、')}），一次只能记一家。请先存这一家，其余的再发一次。`,
    en: `This names ${named.length} customers (${names.join(', ')}), but only one can be kept at a time. Save this one, then send the others.`,
  })
}
