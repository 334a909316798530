import type { Card } from '../../../cards/card.ts'
import { goneCard } from '../../../cards/gone-card.ts'
import { removeSearchEntry } from '../../db/customer-search.ts'
import { nameIn } from '../../lib/words.ts'
import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type CustomerWithOwner, customerByCode } from './customer-by-code.ts'

/** Takes back a customer that was just created, `customer:KH000601`, as long as nothing hangs on it. */
export async function takeBackCustomer(ctx: Ctx, subject: string): Promise<Card> {
  const customer = await customerByCode(ctx, subject.slice(subject.indexOf(':') + 1))
  const { id, code } = customer
  if (await isInUse(ctx, id)) refuseInUse(customer)
  await ctx.db.contact.deleteMany({ where: { customerId: id } })
  await removeSearchEntry(ctx.db, id)
  await ctx.db.customer.delete({ where: { id } })
  record(ctx, 'customer.taken_back', `customer:${code}`)
  ctx.spokenOf = undefined
  return goneCard(nameIn(customer, ctx.language), ctx.language)
}

async function isInUse({ db }: Ctx, customerId: number): Promise<boolean> {
  const counts = [
    await db.visit.count({ where: { customerId } }),
    await db.stockReport.count({ where: { customerId } }),
    await db.complianceEntry.count({ where: { customerId } }),
    await db.contract.count({ where: { customerId } }),
    await db.customer.count({ where: { upstreamId: customerId } }),
  ]
  return counts.some((count) => count > 0)
}

function refuseInUse({ code, name, nameEn }: CustomerWithOwner): never {
  refuse('customer.in_use', {
    zh: `${name} 已有拜访、报表、合同或下游客户，不能撤销。资料有误请发“修改客户 ${code}”。`,
    en: `${nameEn ?? name} has visits, reports, contracts or customers it supplies by now and cannot be taken back. To correct its record send “edit customer ${code}”.`,
  })
}
