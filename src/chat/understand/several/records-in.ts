import type { Command } from '../../../crm/command.ts'
import type { Ctx } from '../../../crm/context.ts'
import type { Words } from '../../../lib/words.ts'
import { tenseOf, todayOf } from '../moments.ts'
import { typedAt } from '../normalise.ts'
import { type Span, thingsIn } from '../outline.ts'
import type { Sentence } from '../spot.ts'
import { tidied } from '../tidy.ts'
import type { RecordSaid, Understood } from '../understood.ts'
import { byClauses, byLines, bySentences, eachLine, type Grouped } from './groups.ts'

/** More than that in one message nobody goes through. */
const MOST = 20

/** How a part of the message is read by itself. */
export interface Reader {
  ctx: Ctx
  commands: Command[]
  read(text: string): Promise<Understood>
}

/**
 * The records of a message that tells of several customers line by line, each understood by itself; null where it is not
 * certain that there are several.
 */
export async function recordsInLines(reader: Reader, sentence: Sentence): Promise<RecordSaid[] | null> {
  const inLines = byLines(sentence)
  return inLines && readGroups(reader, sentence, inLines)
}

/** The same of lines without a customer, of sentences and of clauses; `whole`: what it is, read as one. */
export async function recordsWithin(
  reader: Reader,
  sentence: Sentence,
  whole: Understood,
): Promise<RecordSaid[] | null> {
  const inEach = whole.command === null || whole.asks.length > 0 ? eachLine(sentence) : null
  const each = inEach && inEach.groups.length > 1 ? await readGroups(reader, sentence, inEach, true) : null
  if (each?.every(({ asks, choices }) => asks.length + choices.length === 0)) return each
  if (whole.asks.length === 0) {
    const inSentences = bySentences(sentence)
    return inSentences && readGroups(reader, sentence, inSentences, true)
  }
  const inClauses = byClauses(sentence)
  return inClauses && readGroups(reader, sentence, inClauses)
}

/** `surely`: where each is understood as a record without a doubt. */
async function readGroups(
  reader: Reader,
  sentence: Sentence,
  { heading, groups, shared }: Grouped,
  surely = false,
): Promise<RecordSaid[] | null> {
  if (groups.length > MOST) return null
  const { ctx } = reader
  const today = todayOf(ctx).toString()
  let day = heading && dayIn(sentence, heading)
  const records: RecordSaid[] = []
  for (const group of groups) {
    const said = [group, shared].flatMap((span) => (span ? [wordsOf(sentence, span)] : [])).join('，')
    const head = headOf(sentence, group)
    const own = dayIn(sentence, head)
    const needsDay = day && day !== today && !own && !hasPastDay(ctx, sentence, group)
    const found = await readRecords(
      `${needsDay ? `${day} ` : ''}${said}`,
      reader,
      surely && !goesOn(sentence, group),
    )
    if (!found) return null
    records.push(...found.map((record) => (found.length > 1 ? record : { ...record, said })))
    day = own ?? day
  }
  return records
}

/** As it stands, else as what was told of a visit: 永盛副食 催款; `surely`: as it stands or not at all. */
export async function readRecords(
  text: string,
  reader: Reader,
  surely = false,
): Promise<RecordSaid[] | null> {
  const plain = await reader.read(text)
  if (plain.records) return plain.records
  const visited = /\p{Script=Han}/u.test(text) ? '拜访' : 'visited '
  const isSure = isRecord(reader, plain) && !plain.asks.some(({ field }) => field === '')
  const isLookUp = plain.command !== null && !isRecord(reader, plain) && plain.command !== 'customer.show'
  if (isLookUp) return null
  if (surely) return isSure ? [recordOf(text, plain)] : null
  const asVisit = isSure ? plain : await reader.read(visited + text)
  const best = isSure || isRecord(reader, asVisit) ? asVisit : plain
  return isRecord(reader, best) && !best.records ? [recordOf(text, best)] : null
}

const isRecord = ({ commands }: Reader, { command }: Understood): boolean =>
  commands.some(({ name, writes }) => name === command && writes)

const recordOf = (said: string, { command, input, asks, choices }: Understood): RecordSaid => ({
  said,
  command: command!,
  input,
  asks,
  choices,
})

/** Then Siji Beverages: another one without a doubt. */
const goesOn = ({ outline: { text } }: Sentence, { start, end }: Span): boolean =>
  joining.test(tidied(text.slice(start, end)))

const wordsOf = ({ outline: { said, starts, ends } }: Sentence, { start, end }: Span): string =>
  tidied(typedAt(said, { start: starts[start]!, end: ends[end - 1]! })).replace(joining, '')

const joining = /^(?:然后|接着|之后|后来|随后|又|再|还|(?:and )?(?:then|after that|afterwards)\b)+[\s,，]*/iu

/** Single days: 上月 in 催收上月货款 is part of what was said. */
const daysIn = ({ outline }: Sentence, span: Span) =>
  thingsIn(outline, span).flatMap((thing) =>
    thing.mark === 'D' && (thing.date.kind === 'date' || thing.date.kind === 'datetime') ? [thing.date] : [],
  )

/** 11/23, 昨天上午: the day is that of the records after it as well. */
function dayIn(sentence: Sentence, span: Span): string | undefined {
  const [date] = daysIn(sentence, span)
  return date && (date.value?.date?.toString() ?? date.phrase)
}

/** 永盛 昨天催款 */
const hasPastDay = (ctx: Ctx, sentence: Sentence, span: Span): boolean =>
  daysIn(sentence, span).some((date) => tenseOf(ctx, date) === 'past')

/** What stands before the customer: 明天计划去德顺, and not 去德顺 明天再去. */
function headOf({ outline }: Sentence, { start, end }: Span): Span {
  const customer = outline.text.slice(start, end).indexOf('K')
  return { start, end: customer < 0 ? end : start + customer }
}

/** Understood as the first of them, and asked about: no one of them is taken for the whole. */
export const severalOf = (whole: Understood, records: RecordSaid[]): Understood => {
  const [first] = records as [RecordSaid]
  const { command, input } = first
  return {
    ...whole,
    command,
    input,
    choices: [],
    asks: [{ field: '', why: several(records.length) }],
    records,
  }
}

const several = (count: number): Words => ({
  zh: `这里有 ${count} 条记录，请一条一条来。`,
  en: `There are ${count} records here. Please take them one by one.`,
})
