import type { Ctx } from '../../crm/context.ts'
import { waitingFor } from '../../crm/contracts/waiting-for.ts'
import type { Words } from '../../lib/words.ts'
import type { Candidate } from './choose-command.ts'
import { all, type Sentence } from './spot.ts'

const returning = new Set(['approval.return', 'stock.return'])
const ofContract =
  /合同|协议|N|附件|扫描|盖章|签字|签名|返利|分月|账期|条款|审批|\b(?:contract|agreement|annex|attachment|rebate)\b/
const ofReport = /周报|库存|报表|进销存|期初|期末|盘点|箱数|W|\b(?:report|stock|closing|opening|count)\b/

/** What a person may do, or what is to be asked as well. */
export interface Returned {
  candidate: Candidate
  ask?: Words
}

/**
 * 退回 alone may be said of a contract or of a stock report. Meant is what the words speak of, what the person may
 * return at all, or else what waits for them of this customer.
 */
export async function whatIsReturned(
  ctx: Ctx,
  sentence: Sentence,
  candidates: Candidate[],
): Promise<Returned | null> {
  const [best] = candidates
  if (!best || !returning.has(best.command.name)) return null
  const both = candidates.filter(({ command }) => returning.has(command.name))
  const may = both.filter(({ command }) => command.may === 'everyone' || command.may.includes(ctx.me.role))
  const among = may.length > 0 ? may : both
  const { text } = sentence.outline
  const named = (name: string) => among.find(({ command }) => command.name === name)
  if (among.length === 1) return { candidate: among[0]! }
  if (ofContract.test(text) !== ofReport.test(text))
    return { candidate: named(ofContract.test(text) ? 'approval.return' : 'stock.return') ?? best }
  const contract = await hasContract(ctx, sentence)
  if (contract !== (await hasReport(ctx, sentence)))
    return { candidate: named(contract ? 'approval.return' : 'stock.return') ?? best }
  return { candidate: best, ask: contractOrReport }
}

const customersIn = (sentence: Sentence) => all(sentence, 'K').flatMap(({ matches }) => matches)

async function hasContract(ctx: Ctx, sentence: Sentence): Promise<boolean> {
  const codes = new Set(customersIn(sentence).map(({ code }) => code))
  const waiting = await waitingFor(ctx, ctx.me)
  return waiting.some(({ customer }) => codes.size === 0 || codes.has(customer.code))
}

async function hasReport(ctx: Ctx, sentence: Sentence): Promise<boolean> {
  const ids = customersIn(sentence).map(({ id }) => id)
  if (ids.length === 0) return false
  const report = await ctx.db.stockReport.findFirst({
    where: { customerId: { in: ids }, state: 'submitted' },
    select: { id: true },
  })
  return report !== null
}

const contractOrReport: Words = {
  zh: '退回的是合同还是周报？没有说明白，请核对；也可以发“退回合同 客户 原因”或“退回周报 客户 原因”。',
  en: 'Is it a contract or a stock report that goes back? Please check, or send “return contract …” or “return report …”.',
}
