import { typedAt } from '../normalise.ts'
import type { Span } from '../outline.ts'
import { all, type Sentence } from '../spot.ts'
import { tidied } from '../tidy.ts'
import type { RecordSaid } from '../understood.ts'
import { type Reader, readRecords } from './records-in.ts'

/** What counted the record that was taken out. */
const loneNumber = /(?<=^|\n)[ \t]*(?:\d{1,2}[.、)]|[-•·])[ \t]*(?=\n|$)/gu

/** 拜访永盛 聊返利，可乐12箱 雪碧8箱: what stands beside a record, of its customer where it names none itself. */
export async function recordsBeside(
  reader: Reader,
  sentence: Sentence,
  another: Span,
): Promise<RecordSaid[] | undefined> {
  const { said } = sentence.outline
  const typed = (start: number, end: number) => (start < end ? typedAt(said, { start, end }) : '')
  const beside = typed(another.start, another.end).trim().replace(movedTo, '计划拜访 ')
  const rest = typed(0, another.start) + typed(another.end, said.text.length)
  const records = await readRecords(tidied(rest.replace(loneNumber, '')), reader)
  const [customer] = all(sentence, 'K')
  const other = await readRecords(beside, reader)
  const isWhose = customer && other?.[0]?.asks.some(({ field, missing }) => field === 'customer' || missing)
  const whose = isWhose ? await readRecords(`${typedAt(said, customer)} ${beside}`, reader) : other
  return records && whose ? [...records, ...whose] : undefined
}

/** 没去成，改明天上午 */
const movedTo = /^(?:改|推|挪|换)(?:期|迟)?(?:到|成|在|为)?(?=\p{Script=Han}|\d)/u
