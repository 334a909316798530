import { dateInWords } from '../../lib/date-in-words.ts'
import { Temporal } from '../../lib/time.ts'
import type { Words } from '../../lib/words.ts'
import { type Ctx, owe, record } from '../context.ts'
import { refuse } from '../refusal.ts'
import { todayOf } from '../today-of.ts'
import { overlapping, type Span } from './overlapping.ts'
import { type StandIn, standInNamed } from './stand-in-named.ts'
import { type StandsInFor, standsInForDuring } from './stands-in-for.ts'

export interface LeaveSaid {
  /** YYYY-MM-DD */
  from: string
  /** The same day where nothing was said. */
  to?: string
  half?: 'am' | 'pm'
  /** Code of a member. */
  standIn?: string
}

export interface PreparedLeave extends Span {
  half: 'am' | 'pm' | null
  standIn: StandIn | null
  /** For whom the person was to stand in meanwhile. */
  standsInFor: StandsInFor[]
}

/** Checks a leave and finds who stands in: the same for the card to confirm and for the saving. */
export async function prepareLeave(ctx: Ctx, said: LeaveSaid): Promise<PreparedLeave> {
  const from = Temporal.PlainDate.from(said.from)
  const to = said.to ? Temporal.PlainDate.from(said.to) : from
  if (Temporal.PlainDate.compare(from, todayOf(ctx)) < 0) refuseField('from', past(from))
  if (Temporal.PlainDate.compare(to, from) < 0) refuseField('to', backwards)
  if (said.half && !to.equals(from)) refuseField('half', halfOfMany)
  const leave = { from, to, half: said.half ?? null }
  await refuseOverlap(ctx, leave)
  return {
    ...leave,
    standIn: said.standIn ? await standInNamed(ctx, said.standIn, leave) : null,
    standsInFor: await standsInForDuring(ctx.db, ctx.me.id, leave),
  }
}

/** Enters a leave and returns its id. The stand-in, the superior and those who have to find another stand-in are told. */
export async function addLeave(ctx: Ctx, said: LeaveSaid): Promise<number> {
  const { from, to, half, standIn, standsInFor } = await prepareLeave(ctx, said)
  const { id } = await ctx.db.leave.create({
    data: {
      memberId: ctx.me.id,
      fromDate: from.toString(),
      toDate: to.toString(),
      half,
      standInId: standIn?.id ?? null,
    },
  })
  record(ctx, 'leave.added', `leave:${id}`, {
    from: said.from,
    to: to.toString(),
    half,
    standIn: said.standIn,
  })
  owe(ctx, `leave:${id}`, [...(standIn ? [standIn.id] : []), ...(await superiorsOf(ctx))])
  for (const { leaveId, memberId } of standsInFor) {
    ctx.changed.add(`leave:${leaveId}`)
    owe(ctx, `leave:${leaveId}`, [memberId])
  }
  return id
}

/** Whoever leads the member directly: the team lead, or the head of the office. */
async function superiorsOf({ db, me }: Pick<Ctx, 'db' | 'me'>): Promise<number[]> {
  const { leadId } = await db.member.findUniqueOrThrow({ where: { id: me.id }, select: { leadId: true } })
  if (leadId) return [leadId]
  const heads = await db.member.findMany({
    where: { unitId: me.unit.id, role: 'office_head', leftOn: null },
    select: { id: true },
  })
  return heads.map(({ id }) => id)
}

async function refuseOverlap(ctx: Ctx, leave: Span): Promise<void> {
  const [first] = await overlapping(ctx.db, { memberId: ctx.me.id }, leave)
  if (first) refuseField('from', already(Temporal.PlainDate.from(first.fromDate)))
}

function refuseField(field: string, words: Words): never {
  refuse('leave.wrong', words, { [field]: words })
}

const past = (date: Temporal.PlainDate): Words => ({
  zh: `${dateInWords(date, 'zh')}已经过去，请写今天或以后的日期。`,
  en: `${dateInWords(date, 'en')} has passed. Please give today or a later date.`,
})

const backwards: Words = {
  zh: '结束日期早于开始日期，请改一下。',
  en: 'It ends before it begins. Please correct one of the dates.',
}

const halfOfMany: Words = {
  zh: '半天只能请在同一天。几天的假请分开说。',
  en: 'Half a day is of a single day. Please enter several days separately.',
}

const already = (date: Temporal.PlainDate): Words => ({
  zh: `您从${dateInWords(date, 'zh')}起已有请假。要改，请先发“取消请假 ${date}”。`,
  en: `You have leave from ${dateInWords(date, 'en')} already. To change it, first say “cancel leave ${date}”.`,
})
