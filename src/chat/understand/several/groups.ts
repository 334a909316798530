import { loneRestOf } from '../lexicon.ts'
import { type Span, thingsIn } from '../outline.ts'
import type { Sentence } from '../spot.ts'
import { clausesOf } from '../visits/clauses.ts'
import { itemMarks } from './item-marks.ts'

/** A part of a message, in its outline. */
interface Part extends Span {
  /** An item of a numbered list. */
  isItem?: true
}

/** Parts of a message that are told of one customer. */
export interface Group extends Part {
  /** The customer it begins with. */
  customer?: string
}

/** What stands over the records and tells of none, and the groups below it. */
export interface Grouped {
  heading?: Span
  groups: Group[]
  /** Told of all of them: 都聊了堆头. */
  shared?: Span
}

/** A message by its numbered items, else its lines. */
export function byLines(sentence: Sentence): Grouped | null {
  const { text } = sentence.outline
  const marks = itemMarks(sentence.outline)
  const lines = cutAt(text, marks)
  const grouped = lines.length > 1 ? groupsOf(sentence, lines) : null
  return grouped && isListOf(grouped, marks.length > 0) ? grouped : null
}

/** A message by its lines alone, whoever they tell of. */
export function eachLine(sentence: Sentence): Grouped | null {
  const { outline } = sentence
  const [first, ...others] = cutAt(outline.text, itemMarks(outline))
  if (!first || others.length === 0) return null
  return isHeading(sentence, first) ? { heading: first, groups: others } : { groups: [first, ...others] }
}

/** A message by its sentences. */
export function bySentences(sentence: Sentence): Grouped | null {
  const { text } = sentence.outline
  const ends = Array.from(
    text.matchAll(/[。;；!！]+|\.(?=\s+\S)/g),
    ({ 0: { length }, index }) => index + length,
  )
  const starts = [0, ...ends]
  const sentences = starts
    .map((start, i) => ({ start, end: starts[i + 1] ?? text.length }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '')
  const grouped = sentences.length > 1 ? groupsOf(sentence, sentences) : null
  return grouped && isListOf(grouped, false) ? grouped : null
}

/** A message by its clauses. */
export function byClauses(sentence: Sentence): Grouped | null {
  const { text } = sentence.outline
  const clauses = clausesOf(text)
  const last = clauses.at(-1)
  const shared = last && ofAll.test(text.slice(last.start, last.end)) ? last : undefined
  const told = shared ? clauses.slice(0, -1) : clauses
  const grouped = told.length > 1 ? groupsOf(sentence, told) : null
  return grouped && isListOf(grouped, false) ? { ...grouped, shared } : null
}

const ofAll = /^\s*(?:[两几三四]家|他们)?都|^\s*both\b/u

/** Two customers at least; under a customer that stands over a numbered list, the items are what was spoken about. */
function isListOf({ heading, groups }: Grouped, isNumbered: boolean): boolean {
  const named = groups.filter(({ customer }) => customer !== undefined)
  const items = groups.filter(({ isItem }) => isItem)
  const isContent = isNumbered && !heading && !groups[0]?.isItem && items.some(({ customer }) => !customer)
  return !isContent && new Set(named.map(({ customer }) => customer)).size > 1
}

function cutAt(text: string, marks: Span[]): Part[] {
  const cuts: Part[] = [
    { start: 0, end: 0 },
    ...Array.from(text.matchAll(/\n+/g), ({ 0: { length }, index }) => ({
      start: index,
      end: index + length,
    })),
    ...marks.map((mark) => ({ ...mark, isItem: true as const })),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  return cuts
    .map(({ end, isItem }, i) => ({ start: end, end: cuts[i + 1]?.start ?? text.length, isItem }))
    .filter(({ start, end }) => text.slice(start, end).trim() !== '' && !closing.test(text.slice(start, end)))
}

const closing =
  /^[\s。.]*(?:以上|完毕|汇报完毕|请.{0,4}审阅|谢谢.{0,4}|that's (?:all|it)|thanks?.{0,6})[\s。.!,]*$/u

function groupsOf(sentence: Sentence, parts: Part[]): Grouped {
  const groups: Group[] = []
  for (const part of parts) {
    const last = groups.at(-1)
    const customer = customerOpening(sentence, part)
    const goesOn = !part.isItem && (customer === undefined || customer === last?.customer)
    if (last && goesOn) last.end = part.end
    else if (last && last.customer === undefined && !last.isItem && !isHeading(sentence, last))
      Object.assign(last, { end: part.end, customer })
    else groups.push({ ...part, customer })
  }
  const [first, ...others] = groups
  return first && first.customer === undefined && !first.isItem && isHeading(sentence, first)
    ? { heading: first, groups: others }
    : { groups }
}

/** Nobody speaks, promises or is spoken of before the customer. */
const opening = /^(?:[^KPIG,，。]{0,10}|[a-zD',\s]{0,30})K/u
/** 可乐12箱 雪碧8箱 华联 */
const counting = /^[^KPI]*G[^KPI]*K(?=\s*$)/u
const speaks =
  /说|讲|提|告诉|问|比|像|介绍|答应|承诺|同意|要求|[让叫催]|\b(?:said|says|told|about|from|than|asked)\b/

function customerOpening({ outline }: Sentence, { start, end }: Span): string | undefined {
  const words = outline.text.slice(start, end)
  const found = (opening.exec(words) ?? counting.exec(words))?.[0]
  if (!found || speaks.test(found)) return undefined
  const [thing] = thingsIn(outline, { start: start + found.length - 1, end: start + found.length })
  return thing?.mark === 'K' ? thing.matches.map(({ code }) => code).join() : undefined
}

const headingWords =
  /计划|安排|行程|日报|周报|日志|报告|汇报|总结|小结|工作|拜访|走访|情况|记录|内容|如下|今日|当日|今[天晚]|昨[天日]|一共|共|总共|跑了?|去了?|家|个|客户|门店|店|\d+|[一二三四五六七八九十两几]|\b(?:plan|schedule|daily|weekly|report|visits?|visited|summary|today|customers?|shops?|stores?)\b/g
const person = /(?<=^[\s\S]{0,30})(?:^|[\s:,】\]-])\p{Script=Han}{2,3}(?=$|[\s:,【[-])/gu

/** 【日报】11月24日 李明 */
function isHeading({ outline: { text } }: Sentence, { start, end }: Span): boolean {
  const words = text.slice(start, end)
  if (/计划|安排|行程|plan|schedule/.test(words) && !words.includes('D')) return false
  const rest = words.replace(headingWords, ' ')
  const bare = rest === words ? rest : rest.replace(person, ' ')
  return loneRestOf(bare) === '' && /[^\s]/.test(words)
}
