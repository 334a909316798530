import type { Ctx } from '../../crm/context.ts'
import { type ContactMatch, spotContacts } from '../../crm/customers/spot-contacts.ts'
import { pinyinOf } from '../../lib/pinyin.ts'
import { type Outline, overlap, type Span } from './outline.ts'
import { peoplePatterns } from './people-patterns.ts'
import type { Reading } from './reading.ts'
import { sentenceOf, type Thing, type ThingOf } from './spot.ts'

type Person = ThingOf<'P'>

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
  const named = peoplePatterns.flatMap((pattern) =>
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
