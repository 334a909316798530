import type { Ctx } from '../../crm/context.ts'
import { type ContactMatch, spotContacts } from '../../crm/customers/spot-contacts.ts'
import { type Outline, overlap, type Span } from './outline.ts'
import { peoplePatterns } from './people-patterns.ts'
import type { Reading } from './reading.ts'
import { sentenceOf, type Thing, type ThingOf } from './spot.ts'
import { surnames } from './surnames.ts'

type Person = ThingOf<'P'>
type OnFile = Person & Pick<ContactMatch, 'kind'>

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
  const free = (span: Span) => !taken.some((other) => overlap(other, span))
  const named = namedIn(text).filter(free)
  const onFile = (await contactsOf(ctx, customers, text)).map((person) => apartFrom(person, text, named))
  // 郑永盛 is somebody at 永盛: a name on file that holds the customer's, where that is named elsewhere, too.
  const holds = (span: Span) =>
    taken.every(
      (other) =>
        !overlap(other, span) ||
        (other.mark === 'K' && isWithin(other, span) && namedElsewhere(other, taken)),
    )
  const people: Person[] = onFile.filter(holds)
  for (const span of named)
    if (!people.some((other) => overlap(other, span))) people.push(asWritten(text, span))
  return people.sort((a, b) => a.start - b.start)
}

/** The longest first. */
const namedIn = (text: string): Span[] =>
  peoplePatterns
    .filter((pattern) => text.search(pattern) >= 0)
    .flatMap((pattern) =>
      Array.from(text.matchAll(pattern)).map(({ groups, index, 0: whole }) => {
        const name = groups!.name!
        const start = index + whole.indexOf(name)
        return { start, end: start + name.length }
      }),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start))

const boundary = /(?:^|[\s,，。跟和与同找见对向给陪了家店K])$/u
const familyName = new RegExp(`[${surnames}]$`, 'u')
/** 王店长的儿子 is not the 王店长. */
const oneOfTheirs =
  /^的?(?:儿子|女儿|老婆|老公|爱人|媳妇|太太|夫人|家属|家人|妻子|弟弟|哥哥|姐姐|妹妹|[表堂][哥弟姐妹]|嫂子|妈妈?|爸爸?|父亲|母亲|侄子|外甥|亲戚|助理|助手|秘书|司机|徒弟|手下|下属|员工|伙计|合伙人|搭档)/u

/** 新店长 is not the one on file. */
const isNew = /新(?:来的?|任的?|换的?|上任的?|的)?$/u

/** 李店长 is not the 王店长 who has the same title, nor 何海燕 the 吴海燕; a given name that is shared is asked about. */
function apartFrom(person: OnFile, text: string, named: Span[]): Person {
  const { kind, ...rest } = person
  const known: Person = kind === 'address' ? { ...rest, politely: true } : rest
  const theirs = oneOfTheirs.exec(text.slice(person.end))?.[0].length ?? 0
  if (theirs > 0) return asWritten(text, { start: person.start, end: person.end + theirs })
  if (kind !== 'title' && kind !== 'given_name') return known
  const before = text.slice(0, person.start)
  if (kind === 'title' && isNew.test(before)) return asWritten(text, person)
  const longer = named.find(
    ({ start, end }) => start <= person.start && end >= person.end && isLonger({ start, end }, person, text),
  )
  const withFamily = familyName.test(before) && boundary.test(before.slice(0, -1))
  if (!longer && !withFamily) return known
  const { start, end } = longer ?? { start: person.start - 1, end: person.end }
  const written = asWritten(text, { start, end })
  return kind === 'title' || !known.named
    ? written
    : { ...written, several: [known.named, text.slice(start, end)] }
}

/** 李店长 for 店长, 老板娘 for 老板. */
const isLonger = (longer: Span, { start, end }: Span, text: string) =>
  longer.end === end ? longer.start < start : text.slice(end, longer.end) === '娘'

const asWritten = (text: string, { start, end }: Span): Person => ({
  ...{ start, end, mark: 'P', said: text.slice(start, end), named: null },
})

const isWithin = (a: Span, b: Span) =>
  a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start
const namedElsewhere = (one: Thing, things: Thing[]) =>
  things.some((other) => other.mark === 'K' && other !== one)

async function contactsOf(
  ctx: Pick<Ctx, 'db'>,
  customers: { id: number }[],
  text: string,
): Promise<OnFile[]> {
  const [customer, another] = customers
  if (!customer || another) return []
  const people: OnFile[] = []
  for (const { start, end, matches } of await spotContacts(ctx.db, customer.id, text)) {
    const span = { start, end }
    if (people.some((other) => overlap(other, span)) || isCutOff(text, span, matches)) continue
    const said = text.slice(start, end)
    people.push({ ...span, mark: 'P', said, kind: matches[0]!.kind, ...meant(matches, said) })
  }
  return people
}

/** 王店 for 王店长, but not in 王店常. */
const isCutOff = (text: string, { start, end }: Span, [best]: ContactMatch[]): boolean =>
  best?.kind === 'unlikely' &&
  end - start === 2 &&
  /^(?![聊谈说讲问要嫌想的在、和跟])\p{Script=Han}/u.test(text.slice(end))

/** Of the surest way of naming, the only one; several are asked about, and whoever is hardly meant. */
function meant(matches: ContactMatch[], said: string): { named: string | null; several?: string[] } {
  const best = matches.filter(({ kind }) => kind === matches[0]!.kind)
  if (best[0]!.kind === 'unlikely') return { named: null, several: [...best.map(({ name }) => name), said] }
  if (best.length === 1) return { named: best[0]!.name }
  return { named: null, several: best.map(({ name }) => name) }
}
