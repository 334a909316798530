import { localDate } from '../../lib/time.ts'
import { type Ctx, owe } from '../context.ts'
import { meOf } from '../people/me-of.ts'
import { maySee } from '../people/visibility.ts'
import { dailySubject } from '../reminders/owed-changed.ts'
import { askedNow } from './approvers.ts'
import type { Reading, WholeContract } from './contract-by-number.ts'
import { membersBy } from './members-by.ts'
import type { Standing } from './standing.ts'

export const contractSubject = (number: string) => `contract:${number}`
export const approvalsSubject = (memberCode: string) => `approvals:${memberCode}`

/**
 * After a change: every message that shows the contract, its customer or a list of what waits is redrawn, and the card
 * is owed to those who now have to decide, or, once it is settled or returned, to those who work on the customer.
 */
export async function passOn(ctx: Ctx, before: Reading, { contract, standing }: Reading): Promise<void> {
  const subject = contractSubject(contract.number)
  redraw(ctx, contract)
  await redrawLists(ctx, contract, [before.standing, standing])
  if (standing) owe(ctx, subject, await askedAnew(ctx, before.standing, standing))
  else if (contract.state !== 'withdrawn') owe(ctx, subject, await concerned(ctx, contract))
}

/** Every message that shows the contract or its customer is drawn again. */
export function redraw(
  ctx: Pick<Ctx, 'changed'>,
  { number, customer }: { number: string; customer: { code: string } },
) {
  ctx.changed.add(contractSubject(number))
  ctx.changed.add(`customer:${customer.code}`)
}

/** The lists of those who were or are asked, and the day of whoever submitted it. */
async function redrawLists(ctx: Ctx, contract: WholeContract, standings: (Standing | null)[]): Promise<void> {
  const ids = standings.flatMap((standing) => standing?.deciders.map(({ memberId }) => memberId) ?? [])
  const known = standings.flatMap((standing) => standing?.approvers ?? [])
  const asked = (await membersBy(ctx.db, ids, known)).map(({ code }) => code)
  const today = localDate(ctx.now, contract.customer.office.zone).toString()
  for (const code of asked) ctx.changed.add(approvalsSubject(code))
  for (const code of [...asked, contract.submittedBy.code]) ctx.changed.add(dailySubject(code, today))
}

/** Those who have to decide and had not to before; where nobody can, the admins, who can change that. */
async function askedAnew(ctx: Ctx, before: Standing | null, now: Standing): Promise<number[]> {
  if (now.deciders.length === 0) return admins(ctx)
  const asked = askedNow(now.approvers, now.deciders)
  if (before?.stepId !== now.stepId) return asked
  const known = before.deciders.map(({ memberId }) => memberId)
  return asked.filter((id) => !known.includes(id))
}

async function admins({ db }: Ctx): Promise<number[]> {
  return (await db.member.findMany({ where: { role: 'admin', leftOn: null }, select: { id: true } })).map(
    ({ id }) => id,
  )
}

/** The submitter and the customer's owner of today, as far as they may see it. */
async function concerned(ctx: Ctx, { customer, submittedById }: WholeContract): Promise<number[]> {
  const told: number[] = []
  for (const id of new Set([submittedById, customer.ownerId ?? submittedById])) {
    const member = await meOf(ctx.db, id, localDate(ctx.now, ctx.me.zone).toString())
    if (member && maySee(member, customer)) told.push(id)
  }
  return told
}
