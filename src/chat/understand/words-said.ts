import type { Hit } from './command-words.ts'
import { frameOf } from './frames/frames.ts'
import { restOf } from './lexicon.ts'
import { type Span, wordsAt } from './outline.ts'
import type { Reading } from './reading.ts'
import { joined, tidied } from './tidy.ts'

/** Words of the command that are no part of what is asked for. */
export function wordsOf({ command }: Reading, hits: Hit[]): RegExp {
  const escaped = hits
    .filter(({ commands }) => commands.includes(command.name))
    .map(({ words }) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const own = frameOf(command.name)?.own?.source
  return new RegExp([...escaped, ...(own ? [own] : []), '\\0\\0'].join('|'))
}

/** What follows the command's words; where nothing does, what stands before them. */
export function wordsFor(reading: Reading, hits: Hit[], kind: 'words' | 'query'): string | undefined {
  const { outline } = reading.sentence
  const mine = hits.filter(({ commands }) => commands.includes(reading.command.name))
  const end = Math.max(0, ...mine.map((hit) => hit.end).slice(0, 1))
  const start = mine[0]?.start ?? 0
  const parts = [
    { start: end, end: outline.text.length },
    { start: 0, end: start },
  ]
  const said = parts.map((part) => (kind === 'words' ? withoutReferences(reading, part) : part))
  const told = said.filter(
    (part) =>
      restOf(
        outline.text.slice(part.start, part.end).replace(/[KNGMTDWPI]/g, kind === 'query' ? 'x' : ''),
      ) !== '',
  )
  const [found, another] = told
  if (!found) return undefined
  const leads = another && kind === 'words' && givesReason.test(outline.text.slice(another.start, start))
  const words = (
    leads ? joined([wordsAt(outline, another), wordsAt(outline, found)]) : tidied(wordsAt(outline, found))
  )
    .replace(because, '')
    .replace(kind === 'query' ? beforeQuery : /^$/, '')
    .replace(kind === 'query' ? inTrade : /^$/, '$<trade>')
    .replace(kind === 'query' ? afterQuery : /^$/, '')
  return words === '' ? undefined : words
}

/** 量跟去年差太多，退回让李明重算: why stands before what is to be done. */
const givesReason = /^[^N\d]*\p{Script=Han}{4}[^,，。;；N\d]*[,，。;；]\s*$/u

const because = /^(?:(?:原因|理由|因为|由于|主要)(?:是|为|:|：)*|(?:because(?: of)?|reason(?: is)?)\b:?)\s*/iu
const beforeQuery =
  /^(?:(?:尾|末)(?:号|数)|tail号?|后[四4]位|电话|手机|编号|名称|名字|叫|客户|一下|一家|一?[个家]|下|有没有|是|为|的|[:：\s]|(?:customers?|named|called|the)\b)+/iu

/** 做火锅的客户 */
const inTrade = /^(?:做|卖|开|搞|经营|主营)(?<trade>[^的]{2,})的(?:客户|门店|店铺?|人家)?$/u
const afterQuery = /(?:的(?:客户|门店|店铺?)?|吗|呢|吧|\?|？|\s)+$/iu

/** Without the customer or contract that stands in front of the reason. */
function withoutReferences({ sentence: { outline }, command }: Reading, part: Span) {
  let { start, end } = part
  const own = frameOf(command.name)?.own?.source ?? '\\0'
  const skip = new RegExp(`^(?:[KINDW的了,，。:：;；\\s]|${own}|一下|把|将|给|请|麻烦)+`, 'u')
  const match = skip.exec(outline.text.slice(start, end))
  if (match) start += match[0].length
  const behind = new RegExp(`(?:[KINW,，。:：;；\\s]|${own}|把|将|给|就|请|麻烦|先)+$`, 'u').exec(
    outline.text.slice(start, end),
  )
  // 价格条款是空的: what ends the reason is a part of it.
  if (behind && !/^的[\s,，。]*$/u.test(behind[0])) end -= behind[0].length
  return { start, end }
}
