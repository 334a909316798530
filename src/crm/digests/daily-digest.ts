import { Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { type Waiting, waitingFor } from '../contracts/waiting-for.ts'
import type { OpenItem } from '../reminders/open-items.ts'
import { type Owing, owingOfReader } from '../reminders/owing.ts'
import { todayOf } from '../today-of.ts'

/** A person's day. */
export interface DailyDigest {
  date: Temporal.PlainDate
  owing: Owing
  /** Visits planned for today and steps agreed for today. */
  today: OpenItem[]
  /** Follow-ups of earlier days that are not at risk yet. */
  overdue: OpenItem[]
  approvals: Waiting[]
  /** Own contracts that were sent back to be changed. */
  returned: { number: string; customer: { name: string; nameEn: string | null } }[]
}

export async function dailyDigest(ctx: Ctx): Promise<DailyDigest> {
  const date = todayOf(ctx)
  const owing = await owingOfReader(ctx)
  const followUps = owing.mine.filter(({ report }) => !report)
  return {
    date,
    owing,
    today: followUps.filter(({ due }) => due.equals(date)),
    overdue: followUps.filter(({ due }) => Temporal.PlainDate.compare(due, date) < 0),
    approvals: await waitingFor(ctx, ctx.me),
    returned: await ctx.db.contract.findMany({
      where: { submittedById: ctx.me.id, state: 'returned' },
      select: { number: true, customer: { select: { name: true, nameEn: true } } },
      orderBy: { number: 'asc' },
    }),
  }
}
