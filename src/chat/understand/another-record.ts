import type { Command } from '../../crm/command.ts'
import type { Ctx } from '../../crm/context.ts'
import { candidatesFor } from './choose-command.ts'
import { normalise } from './normalise.ts'
import type { Span } from './outline.ts'
import { type Sentence, sentenceOf } from './spot.ts'
import { isCount, isOrdered } from './stock/is-count.ts'
import { say } from './visits/talk-cues.ts'

/** A part of a sentence is a record of its own where this much speaks for it. */
const surely = 7.5

/** The part of a sentence that is another record than the rest: 拜访华联聊了堆头，我下周三请假. */
export function anotherRecord(
  ctx: Ctx,
  commands: Command[],
  sentence: Sentence,
  chosen: Command,
): Span | null {
  const parts = partsOf(sentence)
  const isVisit = kindOf(chosen) === 'visit'
  const isReport = chosen.name === 'stock.report'
  const count = isVisit ? parts.findIndex((span) => isCountBeside(sentence, span)) : -1
  if (count >= 0) return wholeCount(sentence, parts.slice(count))
  for (const span of parts.slice(1)) {
    const part = partOf(sentence, span)
    if (isVisit && somebodySpeaks.test(part.outline.text)) continue
    if (isReport && isCount(part.outline)) continue
    if (chosen.name === 'visit.missed' && isMoved.test(part.outline.text)) return span
    const [best] = candidatesFor(commands, part, ctx)
    if (best?.command.writes && kindOf(best.command) !== kindOf(chosen) && best.score >= surely) return span
  }
  return null
}

/** 没去成，改明天上午 is a plan beside it. */
const isMoved = /^\s*(?:改|推|挪|换)(?:期|迟)?(?:到|成|在|为)?D/u

/** 王店长同意了 is what he said. */
const somebodySpeaks = new RegExp(`^\\s*(?=P)(?:${say})`, 'u')
/** 可乐缺货 and no figure: what was seen there. */
const soldOut = /^[^\d一二两三四五六七八九十]*$/

/** 顺便报一下库存：啤酒12箱 */
const lead =
  /^\s*(?:顺便|顺手|另外|再|还|也)?(?:把)?(?:报|盘|点|数|记)?(?:了)?(?:一下|下)?(?:库存|存货)?(?:报|盘|点|数|记)?(?:一下|下)?[:：]?\s*/
const behindLead = (sentence: Sentence, { start, end }: Span): Span => ({
  start: start + (lead.exec(sentence.outline.said.text.slice(start, end))?.[0].length ?? 0),
  end,
})

const isCountBeside = (sentence: Sentence, span: Span): boolean =>
  isCount(partOf(sentence, behindLead(sentence, span)).outline) &&
  !soldOut.test(sentence.outline.said.text.slice(span.start, span.end)) &&
  !isOrdered(sentence.outline.said.text.slice(0, span.start))

/** A product a line, or one after the other. */
function wholeCount(sentence: Sentence, [first, ...parts]: Span[]): Span {
  const other = parts.findIndex((span) => !isCountBeside(sentence, span))
  return { start: first!.start, end: (other < 0 ? parts : parts.slice(0, other)).at(-1)?.end ?? first!.end }
}

const kindOf = ({ name }: Command) => name.split('.')[0]

/** 3. 下周三请假 */
const bullet = /^\s*(?:\d{1,2}[.、)](?!\d)|[-•·])\s*/
const ends = /[,，。;；!！\n]+|\s+(?=(?:改|推|挪|换)(?:期|迟)?(?:到|成|在|为)?D)/g

/** In the normalised text. */
function partsOf({ outline: { text, starts, ends: stops } }: Sentence): Span[] {
  const parts: Span[] = []
  let from = 0
  for (const { 0: end, index } of text.matchAll(ends)) {
    from += bullet.exec(text.slice(from, index))?.[0].length ?? 0
    if (index > from) parts.push({ start: starts[from]!, end: stops[index - 1]! })
    from = index + end.length
  }
  from += bullet.exec(text.slice(from))?.[0].length ?? 0
  if (from < text.length) parts.push({ start: starts[from]!, end: stops[text.length - 1]! })
  return parts
}

function partOf(sentence: Sentence, { start, end }: Span): Sentence {
  const { said } = sentence.outline
  const text = said.text.slice(start, end)
  const things = sentence.things
    .filter((thing) => thing.start >= start && thing.end <= end)
    .map((thing) => ({ ...thing, start: thing.start - start, end: thing.end - start }))
  return sentenceOf({ ...sentence, text, said: normalise(text), things })
}

/** The sentence with a part of it blanked out. */
export function without(sentence: Sentence, { start, end }: Span): Sentence {
  const { said } = sentence.outline
  const text = said.text.slice(0, start) + ' '.repeat(end - start) + said.text.slice(end)
  const things = sentence.things.filter((thing) => thing.end <= start || thing.start >= end)
  return sentenceOf({ ...sentence, said: { ...said, text }, things })
}

export const twoRecords = {
  zh: '这句话里不止一条记录，一次只能记一条。请核对这一条，其余的再发一次。',
  en: 'This holds more than one record, but only one can be kept at a time. Check this one, then send the others.',
}
