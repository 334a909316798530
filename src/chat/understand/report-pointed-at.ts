import type { Ctx } from '../../crm/context.ts'
import { refuse } from '../../crm/refusal.ts'
import { ownQueue } from '../../crm/stock/queue-view.ts'
import { smallNumber } from '../../lib/numerals.ts'
import { normalise, originalSpan } from './normalise.ts'
import type { SpokenOf } from './understood.ts'

const place = '第(?<nth>[一二三四五六七八九十]{1,3}|\\d{1,2})(?:个|家|份|条|项)(?:的?(?:周报|报表))?'
const english = '(?:the )?(?<word>first|second|third|fourth|fifth)(?: one| report)?\\b'
const decided = '退回去?|打回去?|接收|收下?|通过|没问题|过(?=[\\s了吧]|$)'
const forms = [
  new RegExp(`(?<=^\\s*(?:把|那就|先)?)${place}(?=[\\s,，]*(?:可以|我|给)?(?:${decided}))`, 'du'),
  new RegExp(`(?<=^\\s*(?:那就|先|我)?(?:${decided})(?:了|掉)?(?:周报)?\\s*)${place}`, 'du'),
  /(?<=^\s*(?:退回|打回|接收|收下)\s+)(?<nth>[1-9])(?=\s|$)/du,
  new RegExp(`(?<=^\\s*(?:please )?(?:accept|return|send back)(?: report)? )${english}`, 'du'),
]
const looks = [
  new RegExp(`^\\s*(?:我)?(?:先)?(?:看看?|打开|查看|看一?下)${place}[\\s。?？]*$`, 'du'),
  new RegExp(`^\\s*${place}(?:是)?(?:什么情况|怎么样|怎么回事|看一?下|打开|呢)[\\s。?？]*$`, 'du'),
  new RegExp(`^\\s*(?:show|open|see)(?: me)? ${english}[\\s?.]*$`, 'du'),
]
const words = ['first', 'second', 'third', 'fourth', 'fifth']
const accepting = /接收|收下|\baccept/

/**
 * 退回第二个 数不对, 看第二个, after the list of reports that wait: the same sentence with the report that stands there.
 * Only a report is accepted, whatever was shown last. Refuses a number that the list does not have.
 */
export async function reportPointedAt(ctx: Ctx, text: string, { lookup }: SpokenOf): Promise<string> {
  const said = normalise(text)
  const isOfReports = ofReports.has(lookup?.command ?? '') || accepting.test(said.text)
  if (!reviewing.has(ctx.me.role) || !isOfReports) return text
  const look = looks.map((form) => form.exec(said.text)).find(Boolean)
  const found = look ?? forms.map((form) => form.exec(said.text)).find(Boolean)
  if (!found) return text
  if (several.test(said.text.slice(found.indices![0]![1]))) refuse('stock.one_at_a_time', oneAtATime)
  const { nth, word } = found.groups!
  const number = nth ? smallNumber(nth)! : words.indexOf(word!) + 1
  const { waiting, period } = await ownQueue(ctx, lookup?.input.period as string | undefined)
  const report = waiting[number - 1] ?? refuseNumber(number, waiting.length)
  const { start, end } = originalSpan(said, ...found.indices![0]!)
  const { code } = report.customer
  if (look) return `库存 ${code} ${period.id}`
  return `${text.slice(0, start)}${nth ? `${code}的周报` : `the report of ${code}`}${text.slice(end)}`
}

/** The list, or one of it. */
const ofReports = new Set(['report.queue', 'stock.show'])
const several =
  /^\s*(?:和|跟|与|、|及|到|,|，|and\b)\s*(?:第|[\d一二三四五六七八九]|the\b|second|third|fourth)/u
const oneAtATime = {
  zh: '一次处理一份周报，请先说第一份，如“接收第一个”，其余的再说。',
  en: 'Only one report can be dealt with at a time. Please begin with one, like “accept the first”.',
}

const refuseNumber = (number: number, waiting: number): never =>
  refuse('stock.no_such_place', {
    zh: `清单上等审核的有 ${waiting} 份，没有第 ${number} 份。发“审核周报”看清单。`,
    en: `There are ${waiting} reports on the list, and no number ${number}. Send “reports to review” to see them.`,
  })

const reviewing = new Set<string>(['info_clerk', 'office_head', 'unit_manager'])
