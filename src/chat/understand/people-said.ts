import type { Ctx } from '../../crm/context.ts'
import { type ContactMatch, spotContacts } from '../../crm/customers/spot-contacts.ts'
import { pinyinOf } from '../../lib/pinyin.ts'
import { type Outline, overlap, type Span } from './outline.ts'
import type { Reading } from './reading.ts'
import { sentenceOf, type Thing, type ThingOf } from './spot.ts'
import { surnames } from './surnames.ts'

type Person = ThingOf<'P'>

const title =
  '(?:老板娘?|店长|副?总经理|采购经理|大?经理|总监|主任|主管|会计|采购员?|先生|女士|小姐|师傅|老师|部长|科长|厂长|董事长|负责人|总|哥|姐|工|太太|夫人|阿姨|叔)'
const titleAlone =
  '(?:老板娘|老板|店长|副店长|总经理|采购经理|店经理|经理|采购|会计|财务|负责人|主管|收银员?|店员|仓管员?|库管员?|收货员|理货员|导购员?|促销员|业务员|主任|董事长)'

/** Between 跟 and 聊, or before 说: there a name needs no title. */
const withWhom = '(?:跟|和|与|同|找|约了?|见了?|见到了?|碰到了?|遇到了?)'
const talking = '(?:聊|谈|沟通|讨论|商量|交流|说|确认|对接|见|碰)'
const noName =
  '他们?|她们?|我们?|你们?|大家|客户|对方|店里|人家|那边|这边|店家|他家|它|谁|老板们?|店员们?|厂家|公司|同事|业务'

const patterns = [
  new RegExp(`(?<=^|[\\s,，。跟和与同找见对向给])(?<name>[${surnames}][\\u4e00-\\u9fff]{1,2}${title})`, 'gu'),
  new RegExp(`(?<name>[${surnames}]${title})`, 'gu'),
  new RegExp(
    `(?<name>(?!小时|小区|小店|小路|小车|老时|老店|老路|大家|大区|大路|大方|大华|大时|大宗|老方|老古)[小老阿大][${surnames}](?![\\u4e00-\\u9fff]?(?:时候|家)))`,
    'gu',
  ),
  new RegExp(
    `(?<=${withWhom})(?!(?:${noName})${talking})(?<name>[\\u4e00-\\u9fff]{2,3}?)(?=${talking})`,
    'gu',
  ),
  new RegExp(`(?<![\\u4e00-\\u9fff]的)(?<name>${titleAlone})`, 'gu'),
  /\b(?<name>(?:manager|mr|mrs|ms|miss|boss|director|accountant|buyer|owner|store manager)\.? (?!(?:about|and|at|in|on|of|to|who|said|the|that)\b)[a-z]+)\b/g,
  /(?<=\b(?:talked|spoke|chatted|talk|speak|met|meeting|saw)(?: up)?(?: to| with)? )(?!(?:the|a|an|him|her|them|us|me|it|about|with|to|on|at|in|our|their|his)\b)(?<name>[a-z]{2,12})(?= (?:about|on|regarding|re|who|he|she|said|and)\b|[,.;]|$)/g,
  /\b(?:the )?(?<name>store manager|shop manager|manager|owner|boss|buyer|accountant)\b(?= (?:said|says|wants|wanted|told|asked|complained|mentioned|thinks|about)|[,.;]|$)/g,
]

/** The sentence with the people of the customer in it. */
export async function putPeople(
  reading: Pick<Reading, 'ctx' | 'sentence'>,
  customers: { id: number }[],
): Promise<void> {
  const { sentence } = reading
  const peopleOf = customers.map(({ id }) => id).join()
  if (sentence.peopleOf === peopleOf) return
  const people = await peopleIn(reading.ctx, customers, sentence.outline)
  const things = [...people, ...sentence.things.filter(({ mark }) => mark !== 'P')]
  reading.sentence = { ...sentenceOf({ ...sentence, said: sentence.outline.said, things }), peopleOf }
}

/** People of the customer that a text names; those on file as they are written there. `taken` is what else it names. */
export async function peopleIn(
  ctx: Pick<Ctx, 'db'>,
  customers: { id: number }[],
  { said, things }: Outline<Thing>,
): Promise<Person[]> {
  const taken = [...things.values()].filter(({ mark }) => mark !== 'P')
  const text = said.text
  const onFile = await contactsOf(ctx, customers, text)
  const named = patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).map(({ groups, index, 0: whole }) => {
      const name = groups!.name!
      const start = index + whole.indexOf(name)
      return { start, end: start + name.length }
    }),
  )
  const free = (span: Span) => !taken.some((other) => overlap(other, span))
  // 郑永盛 is somebody at 永盛: a name on file that holds the customer's, where that is named elsewhere, too.
  const holds = (span: Span) =>
    taken.every(
      (other) =>
        !overlap(other, span) ||
        (other.mark === 'K' && isWithin(other, span) && namedElsewhere(other, taken)),
    )
  const people: Person[] = [...onFile.filter(holds)]
  for (const span of named.sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (free(span) && !people.some((other) => overlap(other, span)))
      people.push({ ...span, mark: 'P', said: text.slice(span.start, span.end), named: null })
  await nameNearly(ctx, customers, people)
  return people.sort((a, b) => a.start - b.start)
}

/** One character is another that sounds the same. */
function soundsAlike(name: string, said: string): boolean {
  const wrong = Array.from(name).flatMap((character, i) =>
    character === said[i] ? [] : [[character, said[i] ?? '']],
  )
  const [only, another] = wrong
  return (
    name.length === said.length && !another && only !== undefined && pinyinOf(only[0]!) === pinyinOf(only[1]!)
  )
}

const SHORTEST_MISSPELT = 3

/** 王电长 is how 王店长 comes out of a keyboard: the only contact that sounds alike. */
async function nameNearly(
  ctx: Pick<Ctx, 'db'>,
  customers: { id: number }[],
  people: Person[],
): Promise<void> {
  const [customer, another] = customers
  const unknown = people.filter(
    ({ named, several, said }) => named === null && !several && said.length >= SHORTEST_MISSPELT,
  )
  if (!customer || another || unknown.length === 0) return
  const contacts = await ctx.db.contact.findMany({
    where: { customerId: customer.id },
    select: { name: true },
  })
  for (const person of unknown) {
    const alike = contacts.filter(({ name }) => soundsAlike(name, person.said))
    if (alike.length === 1) person.named = alike[0]!.name
  }
}

const isWithin = (a: Span, b: Span) =>
  a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start
const namedElsewhere = (one: Thing, things: Thing[]) =>
  things.some((other) => other.mark === 'K' && other !== one)

async function contactsOf(
  ctx: Pick<Ctx, 'db'>,
  customers: { id: number }[],
  text: string,
): Promise<Person[]> {
  const [customer, another] = customers
  if (!customer || another) return []
  const people: Person[] = []
  for (const { start, end, matches } of await spotContacts(ctx.db, customer.id, text)) {
    const span = { start, end }
    if (people.some((other) => overlap(other, span))) continue
    people.push({ ...span, mark: 'P', said: text.slice(start, end), ...meant(matches) })
  }
  return people
}

/** Of the surest way of naming, the only one; several are asked about. */
function meant(matches: ContactMatch[]): { named: string | null; several?: string[] } {
  const best = matches.filter(({ kind }) => kind === matches[0]!.kind)
  if (best.length === 1) return { named: best[0]!.name }
  return { named: null, several: best.map(({ name }) => name) }
}
