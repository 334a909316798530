import type { Ctx } from '../../crm/context.ts'
import { waitingFor } from '../../crm/contracts/waiting-for.ts'
import type { Words } from '../../lib/words.ts'
import type { Candidate } from './choose-command.ts'
import { all, type Sentence } from './spot.ts'

/** The same words are said of a contract and of a stock report. */
const pairs = [
  { contract: 'approval.return', report: 'stock.return', ask: returned() },
  { contract: 'approval.approve', report: 'stock.accept', ask: passed() },
]
const ofContract =
  /合同|协议|N|附件|扫描|盖章|签字|签名|返利|分月|账期|条款|审批|\b(?:contract|agreement|annex|attachment|rebate)\b/
const ofReport =
  /周报|库存|报表|进销存|期初|期末|盘点|箱数|W|收下|接收|\b(?:report|stock|closing|opening|count|accept)/

/** What a person may do, or what is to be asked as well. */
export interface Decided {
  candidate: Candidate
  ask?: Words
}

/**
 * 退回 alone may be said of a contract or of a stock report, and so may 没问题，过. Meant is what the words speak of, what
 * the person may decide at all, or else what waits for them of this customer.
 */
export async function whatIsDecided(
  ctx: Ctx,
  sentence: Sentence,
  candidates: Candidate[],
): Promise<Decided | null> {
  const [best] = candidates
  const pair = pairs.find(({ contract, report }) => [contract, report].includes(best?.command.name ?? ''))
  if (!best || !pair) return null
  const both = candidates.filter(({ command: { name } }) => name === pair.contract || name === pair.report)
  const { text } = sentence.outline
  const meant = (isContract: boolean) => ({
    candidate: both.find(({ command: { name } }) => (name === pair.contract) === isContract) ?? best,
  })
  if (ofContract.test(text) !== ofReport.test(text)) return meant(ofContract.test(text))
  const may = both.filter(({ command }) => command.may === 'everyone' || command.may.includes(ctx.me.role))
  if (may.length === 1) return { candidate: may[0]! }
  const contract = await hasContract(ctx, sentence)
  if (contract !== (await hasReport(ctx, sentence))) return meant(contract)
  return { candidate: best, ask: pair.ask }
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

function returned(): Words {
  return {
    zh: '退回的是合同还是周报？没有说明白，请核对；也可以发“退回合同 客户 原因”或“退回周报 客户 原因”。',
    en: 'Is it a contract or a stock report that goes back? Please check, or send “return contract …” or “return report …”.',
  }
}

function passed(): Words {
  return {
    zh: '通过的是合同还是周报？没有说明白，请核对；也可以发“批准 合同编号”或“接收周报 客户”。',
    en: 'Is it a contract or a stock report that passes? Please check, or send “approve …” or “accept report …”.',
  }
}
