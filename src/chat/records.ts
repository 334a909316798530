import type { Card } from '../../cards/card.ts'
import { withWaiting } from '../../cards/draft-card.ts'
import {
  isLeft,
  type RecordShown,
  type RecordState,
  recordsCard,
  recordsDroppedCard,
  withRecordsLeft,
} from '../../cards/records-card.ts'
import type { Subject } from '../crm/command.ts'
import type { Ctx } from '../crm/context.ts'
import { dateOf } from '../lib/time.ts'
import { type Core, commandNamed } from './core.ts'
import { freshMinutes } from './draft-shown.ts'
import {
  type Draft,
  draftByCode,
  draftsWaiting,
  type ListedRecord,
  openDraft,
  replacedBy,
  useDraft,
} from './drafts.ts'
import { aboutOf, wordsOf } from './record-words.ts'

/** The command of a draft that holds the records of one message. */
export const takingRecords = 'record.next'

/** Keeps the records of one message, to be taken one by one. */
export async function keepRecords(ctx: Ctx, core: Core, records: ListedRecord[]): Promise<Draft> {
  const options: { value: string; label: string }[] = []
  for (const [i, record] of records.entries())
    options.push({ value: String(i + 1), label: await aboutOf(ctx, core, record) })
  const choices = [{ field: '', said: '', options }]
  return openDraft(ctx, { command: takingRecords, input: {}, asks: [], choices, records })
}

export async function showRecords(ctx: Ctx, core: Core, list: Draft): Promise<Card> {
  ctx.showing = list.code
  return recordsCard(await recordsShown(ctx, core, list), list.code, ctx.language)
}

/** The card of a list stays where it is, and tells what became of each. */
export const recordsSubject = (core: () => Core): Subject => ({
  kind: 'records',
  card: async (ctx, code) => {
    const list = await draftByCode(ctx, code)
    const records = await recordsShown(ctx, core(), list)
    const left = list.outcome === 'dropped' ? records.filter(isLeft) : []
    if (left.length > 0) return recordsDroppedCard(records, left.length, ctx.language)
    return recordsCard(records, code, ctx.language)
  },
})

/** The list that still has records to be taken, the newest first. */
export async function recordsWaiting(ctx: Ctx): Promise<Draft | null> {
  const row = await ctx.db.draft.findFirst({
    where: {
      memberId: ctx.me.id,
      usedAt: null,
      command: takingRecords,
      expiresAt: { gte: dateOf(ctx.now) },
    },
    orderBy: { id: 'desc' },
    select: { code: true },
  })
  return row && draftByCode(ctx, row.code)
}

/** The number of the record that comes next: one that was not yet looked at, else one that still waits. */
export async function nextOf(ctx: Ctx, { records = [] }: Draft): Promise<number | undefined> {
  const states = await Promise.all(records.map((record) => stateOf(ctx, record)))
  const at = ['waiting', 'open'].map((state) => states.findIndex((one) => one.state === state))
  const next = at.find((i) => i >= 0)
  return next === undefined ? undefined : next + 1
}

/** Where a draft was one of a list, its card says what is left; a list of which nothing is left is done. */
export async function withRest(ctx: Ctx, core: Core, card: Card, draft: Draft): Promise<Card> {
  const list = await recordsWaiting(ctx)
  if (!list || !(await holds(ctx, list, draft))) return card
  ctx.changed.add(`records:${list.code}`)
  const shown = await recordsShown(ctx, core, list)
  const left = shown.filter(isLeft).sort((a, b) => Number(a.state === 'open') - Number(b.state === 'open'))
  if (left.length === 0) await useDraft(ctx, list, null)
  else ctx.showing = list.code
  return withRecordsLeft(card, left, list.code, ctx.language)
}

/** Beside what was just saved: a draft of the same conversation that still waits. */
export async function withAnother(ctx: Ctx, core: Core, card: Card): Promise<Card> {
  const [other] = await draftsWaiting(ctx, ctx.now.subtract({ minutes: freshMinutes }))
  if (!other || ctx.showing) return card
  const { title } = commandNamed(core.commands, other.command)
  const words = await wordsOf(ctx, core, { ...other, said: '' })
  return withWaiting(card, `${title[ctx.language]} ${words}`, other.code, ctx.language)
}

/** Several drafts that wait, the oldest first, to be taken one by one like the records of one message. */
export async function listWaiting(ctx: Ctx, core: Core, waiting: Draft[]): Promise<Card> {
  const records = waiting.toReversed().map(({ command, input, asks, choices, code }) => ({
    ...{ said: '', command, input, asks, choices },
    draft: code,
  }))
  return showRecords(ctx, core, await keepRecords(ctx, core, records))
}

/** Whatever of a list was not saved is dropped. */
export async function dropRecords(ctx: Ctx, core: Core, list: Draft): Promise<Card> {
  const records = await recordsShown(ctx, core, list)
  for (const record of list.records ?? []) {
    const { state, code } = await stateOf(ctx, record)
    if (state === 'open') await useDraft(ctx, await draftByCode(ctx, code!), 'dropped')
  }
  await useDraft(ctx, list, 'dropped')
  ctx.changed.add(`records:${list.code}`)
  return recordsDroppedCard(records, records.filter(isLeft).length, ctx.language)
}

interface State {
  state: RecordState
  /** Of the draft that holds it now. */
  code?: string
}

/** What became of a record, by what became of the draft it was taken into. One that was taken back may be taken again. */
export async function stateOf(ctx: Ctx, { draft: code }: Pick<ListedRecord, 'draft'>): Promise<State> {
  const row = code ? await ctx.db.draft.findUnique({ where: { code } }) : null
  if (row?.memberId !== ctx.me.id) return { state: 'waiting' }
  if (row.outcome === 'undone') return { state: 'waiting', code: row.code }
  const next = replacedBy(row)
  if (next) return stateOf(ctx, { draft: next })
  if (row.usedAt) return { state: row.outcome === 'dropped' ? 'dropped' : 'saved', code: row.code }
  return row.expiresAt < dateOf(ctx.now) ? { state: 'waiting' } : { state: 'open', code: row.code }
}

async function holds(ctx: Ctx, { records = [] }: Draft, draft: Draft): Promise<boolean> {
  for (const record of records) if ((await stateOf(ctx, record)).code === draft.code) return true
  return false
}

const recordsShown = (ctx: Ctx, core: Core, { records = [] }: Draft): Promise<RecordShown[]> =>
  Promise.all(
    records.map(async (listed, i) => {
      const { state, code } = await stateOf(ctx, listed)
      const record = code && state !== 'waiting' ? { ...listed, ...(await draftByCode(ctx, code)) } : listed
      return {
        number: i + 1,
        title: commandNamed(core.commands, record.command).title[ctx.language],
        about: await aboutOf(ctx, core, record),
        words: await wordsOf(ctx, core, record),
        state,
      }
    }),
  )
