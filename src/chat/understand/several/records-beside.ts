import { typedAt } from '../normalise.ts'
import type { Span } from '../outline.ts'
import { all, type Sentence } from '../spot.ts'
import { tidied } from '../tidy.ts'
import type { RecordSaid } from '../understood.ts'
import { type Reader, readRecords } from './records-in.ts'

/** What counted the record that was taken out. */
const loneNumber = /(?<=^|\n)[ \t]*(?:\d{1,2}[.、)]|[-•·])[ \t]*(?=\n|$)/gu

/**
 * 拜访永盛 聊返利，可乐12箱 雪碧8箱: what stands beside a record, of its customer where it names none itself. `first` is the
 * record that was read of the rest, where that is only one.
 */
export async function recordsBeside(
  reader: Reader,
  sentence: Sentence,
  another: Span,
  first?: Omit<RecordSaid, 'said'>,
): Promise<RecordSaid[] | undefined> {
  const { said } = sentence.outline
  const typed = (start: number, end: number) => (start < end ? typedAt(said, { start, end }) : '')
  const beside = typed(another.start, another.end).trim().replace(movedTo, '计划拜访 ')
  const rest = typed(0, another.start) + typed(another.end, said.text.length)
  const left = tidied(rest.replace(loneNumber, ''))
  const records = first ? [{ ...first, said: left }] : await readRecords(left, reader)
  if (!records) return undefined
  const [customer] = all(sentence, 'K')
  const ofCustomer = customer ? `${typedAt(said, customer)} ${beside}` : beside
  const isCount = sentence.things.some(
    ({ mark, start, end }) => mark === 'G' && start >= another.start && end <= another.end,
  )
  if (isCount && !isWithin(another, customer)) return join(records, await readRecords(ofCustomer, reader))
  const other = await readRecords(beside, reader)
  const isWhose = other?.[0]?.asks.some(({ field, missing }) => field === 'customer' || missing)
  return join(records, isWhose && customer ? await readRecords(ofCustomer, reader) : other)
}

const join = (records: RecordSaid[], others: RecordSaid[] | null) =>
  others ? [...records, ...others] : undefined
const isWithin = ({ start, end }: Span, thing: Span | undefined): boolean =>
  thing !== undefined && thing.start >= start && thing.end <= end

/** 没去成，改明天上午 */
const movedTo = /^(?:改|推|挪|换)(?:期|迟)?(?:到|成|在|为)?(?=\p{Script=Han}|\d)/u
