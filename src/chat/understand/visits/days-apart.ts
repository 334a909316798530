import type { Ctx } from '../../../crm/context.ts'
import type { DateMention } from '../dates.ts'
import { dayIn } from '../moments.ts'
import type { ThingOf } from '../spot.ts'

type Clock = Pick<Ctx, 'now' | 'me' | 'language'>

/** 昨天啊，昨天我去了; 周三，就是明天: a day that is named again, in other words or the same, is one day. */
export const daysApart = (ctx: Clock, days: ThingOf<'D'>[], slot: 'done' | 'next'): ThingOf<'D'>[] =>
  days.filter((one, i) => !days.slice(0, i).some((other) => isSameDay(ctx, one.date, other.date, slot)))

function isSameDay(ctx: Clock, a: DateMention, b: DateMention, slot: 'done' | 'next'): boolean {
  const [one, other] = [dayIn(ctx, a, slot), dayIn(ctx, b, slot)]
  return 'day' in one && 'day' in other && one.day === other.day && !one.to && !other.to
}
