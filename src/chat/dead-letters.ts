import * as z from 'zod'
import type { Card } from '../../cards/card.ts'
import { deadLettersCard, retriedCard } from '../../cards/dead-letter-card.ts'
import { type Command, command } from '../crm/command.ts'
import type { Ctx } from '../crm/context.ts'
import { field } from '../crm/fields.ts'
import { refuse } from '../crm/refusal.ts'
import { clockInWords, dateInWords } from '../lib/date-in-words.ts'
import { instantOf, zoned } from '../lib/time.ts'

const shown = 5

async function listDeadLetters(ctx: Ctx): Promise<Card> {
  const where = { state: 'dead' }
  const rows = await ctx.db.outbox.findMany({ where, orderBy: { id: 'desc' }, take: shown })
  const names = await namesOf(ctx, rows)
  const letters = rows.map(({ id, memberId, conversation, subject, createdAt, error }) => {
    const at = zoned(instantOf(createdAt), ctx.me.zone)
    const since = `${dateInWords(at.toPlainDate(), ctx.language)} ${clockInWords(at)}`
    const to = names.get(memberId ?? 0) ?? conversation
    return { id, to, about: subject ?? '–', since, error: (error ?? '').slice(0, 160) }
  })
  return deadLettersCard(letters, await ctx.db.outbox.count({ where }), ctx.language)
}

async function namesOf(ctx: Ctx, rows: { memberId: number | null }[]): Promise<Map<number, string>> {
  const ids = rows.flatMap(({ memberId }) => (memberId === null ? [] : [memberId]))
  const members = await ctx.db.member.findMany({ where: { id: { in: ids } } })
  return new Map(members.map(({ id, name, nameEn }) => [id, ctx.language === 'en' ? nameEn : name]))
}

/** Puts a dead letter back into the queue, as if it had never been tried. */
async function retryDeadLetter(ctx: Ctx, id: number): Promise<Card> {
  const { count } = await ctx.db.outbox.updateMany({
    where: { id, state: 'dead' },
    data: { state: 'open', attempts: 0, nextAt: new Date(0), error: null },
  })
  if (count === 0)
    refuse('dead_letter.unknown', {
      zh: `没有编号 ${id} 的未送达消息。发“死信”看当前列表。`,
      en: `No undelivered message has the number ${id}. Send “dead letters” for the list.`,
    })
  ctx.audited.push({ action: 'outbox.retried', subject: `outbox:${id}`, detail: {} })
  return retriedCard(id, ctx.language)
}

/** For admins: what could not be delivered, and once more. */
export const deadLetterCommands: Command[] = [
  command({
    name: 'outbox.dead',
    title: { zh: '未送达的消息', en: 'Undelivered messages' },
    words: { zh: ['死信', '未送达', '未送达的消息'], en: ['dead letters', 'undelivered'] },
    examples: { zh: ['死信'], en: ['dead letters'] },
    input: z.object({}),
    may: ['admin'],
    writes: false,
    run: (ctx) => listDeadLetters(ctx),
  }),
  command({
    name: 'outbox.retry',
    title: { zh: '重发一条消息', en: 'Send a message again' },
    words: { zh: ['重发'], en: ['resend', 'send again'] },
    examples: { zh: [], en: [] },
    input: z.object({ id: field({ label: { zh: '编号', en: 'Number' }, kind: 'number' }) }),
    may: ['admin'],
    writes: true,
    run: (ctx, { id }) => retryDeadLetter(ctx, Number(id)),
  }),
]
