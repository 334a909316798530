import type { Span } from '../outline.ts'

const label = '客户|门店|联系人|对象|日期|时间|内容|主题|事项|反馈|下次|下次拜访|下次跟进|下一步'
/** 1. or 2) begins a line of a list; 3.5 and 12,000 are one figure. */
const bullet = '(?<=^|\\n) *\\d{1,2}(?:[.、)](?!\\d)|、) *'
/** A blank ends none behind a label, nor behind a person, of whom something is said, unless it is a day on which something else is to be done. */
const chinese = new RegExp(
  `${bullet}|(?:(?<!\\d)[,.]|[,.](?!\\d)|[，。;；!！?？\\n])+|(?<=[^\\x21-\\x7e]|[A-Z]) ?[-/|—]+ ?(?=[^\\x21-\\x7e]|[A-Z])|(?<=[KPD]) ?\\+ ?(?=[^\\x21-\\x7e])|(?<!${label})(?:(?<=[^\\x21-\\x7e]|[A-OQ-Z])[^\\S\\n]+|(?<!P)[^\\S\\n]+(?=[^\\x21-\\x7e]|[A-Z])|[^\\S\\n]+(?=D(?!\\s*[说来讲要打])))`,
  'gu',
)
const english = new RegExp(
  `${bullet}|(?:(?<!\\d)[,.]|[,.](?!\\d)|[;!?\\n])+|\\s+[-/|]+\\s+|(?<=^|\\s)\\d{1,2}\\)\\s+`,
  'g',
)

/** The parts of an outline between punctuation, and in Chinese between blanks. */
export function clausesOf(text: string): Span[] {
  const clauses: Span[] = []
  let start = 0
  for (const { 0: end, index } of text.matchAll(/\p{Script=Han}/u.test(text) ? chinese : english)) {
    if (index > start) clauses.push({ start, end: index })
    start = index + end.length
    while (text[start] === ' ') start++
  }
  if (start < text.length) clauses.push({ start, end: text.length })
  return clauses
}
