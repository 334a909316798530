import { dateOf } from '../../lib/time.ts'
import { type Ctx, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import type { OpenItem } from './open-items.ts'
import { owedSubject } from './owed-changed.ts'
import { type Owing, owingOfReader } from './owing.ts'
import { calendar } from './roster.ts'
import { type SnoozeChoice, type Snoozed, snoozeUntil } from './snooze-until.ts'

export interface SnoozeSaid {
  /** `visit:12`; everything that is open where nothing was said. */
  item?: string
  until?: SnoozeChoice
  /** YYYY-MM-DD */
  date?: string
  /** 15:30; of today where there is no date. */
  time?: string
}

/** "Not now": until then the person is not told of it again; then they are. */
export async function snooze(ctx: Ctx, said: SnoozeSaid): Promise<Snoozed> {
  const owing = await owingOfReader(ctx)
  const items = itemsMeant(owing, said.item)
  const { wanted, until } = snoozeUntil(said, {
    person: owing.person,
    now: ctx.now,
    rules: ctx.rules,
    calendar,
  })
  for (const { item } of items) await putOff(ctx, item, dateOf(until))
  record(ctx, 'reminder.snoozed', owedSubject(ctx.me.code), {
    items: items.map(({ item }) => item),
    until: until.toString(),
  })
  return { wanted, until }
}

function itemsMeant(owing: Owing, name: string | undefined): OpenItem[] {
  const { mine, atRisk, escalated, putOff: later } = owing
  const open = [...mine, ...atRisk, ...escalated, ...later.map(({ item }) => item)]
  const meant = open.filter(({ item }) => name === undefined || item === name)
  if (meant.length === 0)
    refuse('reminder.nothing', {
      zh: '没有需要稍后提醒的事：该办的都办完了。',
      en: 'There is nothing to remind you of: all is done.',
    })
  return meant
}

const putOff = (ctx: Ctx, item: string, until: Date) =>
  ctx.db.snooze.upsert({
    where: { memberId_item: { memberId: ctx.me.id, item } },
    create: { memberId: ctx.me.id, item, until },
    update: { until },
  })
