import type { PrismaClient } from '#prisma'
import { refusalCard } from '../../cards/answer-card.ts'
import type { Card } from '../../cards/card.ts'
import type { Ctx } from '../crm/context.ts'
import { drawSubject } from '../crm/draw.ts'
import { meOf } from '../crm/people/me-of.ts'
import { Refusal } from '../crm/refusal.ts'
import { rulesOf } from '../crm/rules-of.ts'
import type { Log } from '../lib/log.ts'
import { BUSINESS_ZONE, localDate, type Temporal } from '../lib/time.ts'
import type { Language } from '../lib/words.ts'
import { type Address, type Bot, NotSent, type Sent } from './contract.ts'
import type { Core } from './core.ts'
import { reach } from './identities.ts'
import { drawnHash, remember } from './live-cards.ts'
import { markNotSent, markSent, type OutboxRow, takeDue } from './outbox.ts'

export interface Delivering {
  db: PrismaClient
  core: Core
  bots: Bot[]
  now(): Temporal.Instant
  wall(): Date
  log: Log
  /** What is not taken up then is left to the next start. */
  isStopping?(): boolean
}

const atOnce = 20

/** Sends what is due until nothing is: conversations side by side, each in its own order. Returns how many were sent. */
export async function deliver(parts: Delivering): Promise<number> {
  let sent = 0
  for (;;) {
    if (parts.isStopping?.()) return sent
    const rows = await takeDue(parts.db, parts.wall(), atOnce)
    if (rows.length === 0) return sent
    await Promise.all(rows.map((row) => sendRow(parts, row)))
    sent += rows.length
  }
}

async function sendRow(parts: Delivering, row: OutboxRow): Promise<void> {
  const { db, log } = parts
  if (row.state === 'sending')
    log.warn({ outbox: row.id }, 'sent once more: the first sending was interrupted')
  try {
    const outcome = await send(parts, row)
    await markSent(db, row.id, parts.wall(), outcome)
  } catch (error) {
    await failed(parts, row, error)
  }
}

/** A redraw has nothing left to do; an answer that was to replace what is gone is said anew. */
async function gone(db: PrismaClient, row: OutboxRow, wall: Date): Promise<void> {
  const { platform, conversation } = row
  const address = JSON.parse(row.address || '{}') as Address
  const messageId = address.message ?? ''
  await db.liveCard.deleteMany({
    where: { OR: [{ id: row.liveCardId ?? -1 }, { platform, conversation, messageId }] },
  })
  if (row.kind === 'redraw' || !address.message) {
    await markSent(db, row.id, wall, 'the message no longer exists')
    return
  }
  const anew = JSON.stringify({ ...address, message: undefined })
  await db.outbox.update({ where: { id: row.id }, data: { state: 'open', address: anew, nextAt: wall } })
}

async function failed({ db, log, wall }: Delivering, row: OutboxRow, error: unknown): Promise<void> {
  if (error instanceof NotSent && error.outcome === 'gone') return gone(db, row, wall())
  const final = error instanceof NotSent && error.outcome === 'never'
  const retryAfter = error instanceof NotSent ? error.retryAfter : undefined
  const state = await markNotSent(db, row, { error: String(error), retryAfter, final }, wall())
  log[state === 'dead' ? 'error' : 'warn']({ outbox: row.id, attempts: row.attempts + 1, error }, 'not sent')
}

/** Returns a word on what happened where nothing had to be sent. */
async function send(parts: Delivering, row: OutboxRow): Promise<string | undefined> {
  const to = await addressOf(parts, row)
  if (!to) return 'nowhere to reach this member'
  const bot = parts.bots.find(({ platform }) => platform === to.platform)
  if (!bot) throw new NotSent('again', `no bot for ${to.platform}`)
  const drawn = await draw(parts, row)
  if (!drawn) return 'not for this reader any more'
  const { card, language } = drawn
  if (row.kind === 'redraw' && (await isUnchanged(parts.db, row, card))) return 'unchanged'
  const sent: Sent = await bot.send(to, bot.render(card, { language }))
  await remember(parts.db, { card, to, sent, memberId: row.memberId, wall: parts.wall() })
  return undefined
}

const addressOf = async ({ db, bots, wall }: Delivering, row: OutboxRow): Promise<Address | null> =>
  row.platform === '' ? reach(db, bots, row.memberId!, wall()) : (JSON.parse(row.address) as Address)

/** An answer as it was given; a business object as it is now. */
async function draw(parts: Delivering, row: OutboxRow): Promise<{ card: Card; language: Language } | null> {
  const { db, now } = parts
  const today = localDate(now(), BUSINESS_ZONE).toString()
  const me = row.memberId === null ? null : await meOf(db, row.memberId, today)
  if (row.card) return { card: JSON.parse(row.card) as Card, language: me?.language ?? 'zh' }
  if (!me || !row.subject) return null
  const ctx: Ctx = { db, me, language: me.language, rules: await rulesOf(db), ...outcomeless, now: now() }
  try {
    return { card: await drawSubject(ctx, parts.core.subjects, row.subject), language: me.language }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (row.kind === 'post') return null
    const card = refusalCard(error.words[me.language], me.language)
    return { card: { ...card, subject: row.subject }, language: me.language }
  }
}

/** Drawing owes nothing and changes nothing. */
const outcomeless = { owed: [], changed: new Set<string>(), audited: [] }

async function isUnchanged(db: PrismaClient, row: OutboxRow, card: Card): Promise<boolean> {
  const live = row.liveCardId ? await db.liveCard.findUnique({ where: { id: row.liveCardId } }) : null
  return live?.drawn === (await drawnHash(card))
}
