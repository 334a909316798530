import { Prisma } from '#prisma'
import type { Ctx } from '../../../crm/context.ts'
import { isGeneral } from '../../../crm/customers/core-name.ts'
import { scopeOf } from '../../../crm/customers/search-scope.ts'
import { visibleSql } from '../../../crm/people/visibility.ts'
import { nameHas, within } from '../../../db/customer-search-tokens.ts'
import { lettersOf } from '../../../lib/normalise-text.ts'
import type { Span } from '../outline.ts'
import { hasInOrder, houseAt } from './longer-names.ts'
import type { CustomerMention, CustomerNamed } from './mention.ts'

const MOST_PARTS = 6
const MOST_PER_PART = 20

interface Part extends Span {
  /** The run of characters or words that it is a part of. */
  run: Span
  letters: string
}

/** How each run begins and what it has in it is looked up; of what is found, names that share the most with it are meant. */
export async function byPart(ctx: Pick<Ctx, 'db' | 'me'>, text: string): Promise<CustomerMention | null> {
  const parts = partsOf(text).slice(0, MOST_PARTS)
  if (parts.length === 0) return null
  const queries = parts.map(
    ({ letters }, i) => Prisma.sql`
    SELECT * FROM (SELECT ${i} AS part, c.id, c.code, c.name FROM CustomerSearch JOIN Customer c ON c.id = CustomerSearch.rowid
      WHERE CustomerSearch MATCH ${within(scopeOf(ctx.me), nameHas(letters))}
        AND ${visibleSql(ctx.me)} LIMIT ${MOST_PER_PART})`,
  )
  const rows = await ctx.db.$queryRaw<Row[]>(Prisma.join(queries, ' UNION ALL '))
  return sharingMost(
    text,
    rows.map(({ part, ...customer }) => ({ ...customer, part: parts[Number(part)]! })),
  )
}

type Row = CustomerNamed & { part: number | bigint }

function sharingMost(text: string, found: (CustomerNamed & { part: Part })[]): CustomerMention | null {
  const cutOff = [...Map.groupBy(found, ({ part }) => part).values()].some(
    (all) => all.length >= MOST_PER_PART,
  )
  const shared = found.map(({ part, ...customer }) => ({
    customer,
    ...grown(text, part, lettersOf(customer.name)),
  }))
  const most = Math.max(...shared.map(({ start, end }) => end - start))
  const best = shared.filter(({ start, end }) => end - start === most)
  const [first] = best
  if (!first) return null
  const { start, end, run } = first
  const matches = new Map(best.map(({ customer }) => [customer.code, customer]))
  const names = best.map(({ customer }) => lettersOf(customer.name))
  const along = endAlong(text, { start: end, end: run.end }, names)
  const behind = text.slice(along, run.end)
  const isWhole = behind === '' || (along > end && turnsToTalk.test(behind)) || asksOn.test(behind)
  return {
    start,
    end: along,
    mark: 'K',
    matches: [...matches.values()],
    // Of too many not all were looked at: the one that is left may not be the only one.
    how: start === run.start && isWhole && !cutOff ? 'part' : 'near',
    sure: false,
  }
}

const turnsToTalk = /^[聊谈说问看送]/
/** 新安还够卖几天: what no name goes on with. */
const asksOn =
  /^(?:还[有够剩]|够卖|的?(?:库存|周报|月报|进销存|合同|协议)|现在|目前|有?多少|怎么|什么|发我|给我)/

/** How far what stands behind a part is of all the names, too: all of it, or what kind of house it is, as in 育才食堂谈供水. */
function endAlong(text: string, { start, end }: Span, names: string[]): number {
  const areAllIn = (to: number) => names.every((name) => hasInOrder(name, text.slice(start, to)))
  if (areAllIn(end)) return end
  const house = start + houseAt(text, start).length
  return house <= end && areAllIn(house) ? house : start
}

/** The part with as much of its surroundings as the name has, too. */
function grown(text: string, { run, start, end }: Part, name: string): Span & { run: Span } {
  const isIn = (from: number, to: number) => name.includes(text.slice(from, to))
  if (!isIn(start, end)) return { run, start, end }
  while (end < run.end && isIn(start, end + 1)) end++
  while (start > run.start && isIn(start - 1, end)) start--
  return { run, start, end }
}

function partsOf(text: string): Part[] {
  const han = Array.from(text.matchAll(/\p{Script=Han}{2,}/gu), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  })).flatMap((run) => [...windows(text, run, 2).slice(0, 1), ...windows(text, run, 3)])
  return han.filter(({ letters }) => !isGeneral(letters))
}

const windows = (text: string, run: Span, length: number): Part[] =>
  Array.from({ length: Math.max(0, run.end - run.start - length + 1) }, (_, i) => {
    const start = run.start + i
    return { start, end: start + length, run, letters: text.slice(start, start + length) }
  })
