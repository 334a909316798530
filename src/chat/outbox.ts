import type { Prisma, PrismaClient } from '#prisma'
import type { Card } from '../../cards/card.ts'
import type { Tx } from '../crm/context.ts'
import type { Address } from './contract.ts'
import { later } from './inbox.ts'

export type OutboxRow = Prisma.OutboxGetPayload<object>

/** Seconds a reply is left to the open request before it is sent as a message of its own. */
const replyHold = 15
/** Seconds after which a message that was being sent is taken to have been lost with its process. */
const sendingLease = 60
/** The platforms' own back-off, in seconds; after the last the message goes to the dead letters. */
const backOff = [1, 5, 15, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600]

export interface Reply {
  to: Address
  card: Card
  memberId: number | null
  inboxId: number
}

/** Owes the answer to a message. It is held back a moment: the request that brought the message may carry it. */
export const oweReply = (tx: Tx, { to, card, memberId, inboxId }: Reply, wall: Date) =>
  tx.outbox.create({
    data: {
      ...where(to),
      kind: 'reply',
      memberId,
      inboxId,
      subject: card.subject ?? null,
      card: JSON.stringify(card),
      nextAt: later(wall, replyHold),
      createdAt: wall,
    },
  })

/** Owes a member the card of a business object: where they were last spoken to, else where they are found when it is sent. */
export async function oweMember(tx: Tx, memberId: number, subject: string, wall: Date): Promise<void> {
  const known = await tx.identity.findFirst({
    where: { memberId, address: { not: null } },
    orderBy: { lastUsed: 'desc' },
    select: { address: true },
  })
  const to = known?.address
    ? where(JSON.parse(known.address) as Address)
    : { platform: '', conversation: `member:${memberId}`, address: '' }
  await tx.outbox.create({
    data: { ...to, kind: 'post', memberId, subject, nextAt: wall, createdAt: wall },
  })
}

/** Owes a conversation the card of a business object, drawn with the rights of `readerId`. */
export const owePlace = (tx: Tx, to: Address, readerId: number, subject: string, wall: Date) =>
  tx.outbox.create({
    data: { ...where(to), kind: 'post', memberId: readerId, subject, nextAt: wall, createdAt: wall },
  })

/** Owes the redrawing of a posted card. One that waits already will draw the newest state anyway. */
export async function oweRedraw(
  tx: Tx,
  live: { id: number; subject: string; address: string; memberId: number | null },
  wall: Date,
): Promise<void> {
  const waiting = await tx.outbox.findFirst({
    where: { liveCardId: live.id, state: 'open' },
    select: { id: true },
  })
  if (waiting) return
  const { id: liveCardId, subject, memberId } = live
  await tx.outbox.create({
    data: {
      ...where(JSON.parse(live.address) as Address),
      kind: 'redraw',
      memberId,
      subject,
      liveCardId,
      nextAt: wall,
      createdAt: wall,
    },
  })
}

/**
 * Takes what is due: of each conversation only the oldest, so that order is kept. What is taken is leased;
 * a row whose lease ran out may have been sent by a process that died, and is sent once more.
 */
export async function takeDue(db: PrismaClient, wall: Date, most: number): Promise<OutboxRow[]> {
  return db.$transaction(async (tx) => {
    const due = await tx.$queryRaw<{ id: number }[]>`
      SELECT o.id FROM Outbox o
      WHERE o.state IN ('open', 'sending') AND o.nextAt <= ${wall}
        AND NOT EXISTS (
          SELECT 1 FROM Outbox e WHERE e.platform = o.platform AND e.conversation = o.conversation
            AND e.state IN ('open', 'sending') AND e.id < o.id)
      ORDER BY o.id LIMIT ${most}`
    const ids = due.map(({ id }) => Number(id))
    const rows = await tx.outbox.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
    await tx.outbox.updateMany({
      where: { id: { in: ids } },
      data: { state: 'sending', nextAt: later(wall, sendingLease) },
    })
    return rows
  })
}

export const markSent = (db: PrismaClient | Tx, id: number, wall: Date, outcome?: string) =>
  db.outbox.update({ where: { id }, data: { state: 'sent', sentAt: wall, error: outcome ?? null } })

/** Puts a message back until the platform is willing, or with the dead letters where it never will be. */
export async function markNotSent(
  db: PrismaClient,
  row: OutboxRow,
  failure: { error: string; retryAfter?: number; final?: boolean },
  wall: Date,
): Promise<'open' | 'dead'> {
  const pause = backOff[row.attempts]
  const state = failure.final || pause === undefined ? 'dead' : 'open'
  const nextAt = later(wall, Math.max(failure.retryAfter ?? 0, pause ?? 0))
  await db.outbox.update({
    where: { id: row.id },
    data: { state, nextAt, error: failure.error.slice(0, 500), attempts: { increment: 1 } },
  })
  return state
}

/** Hands a held reply over to ordinary sending. */
export const release = (db: PrismaClient, id: number, wall: Date) =>
  db.outbox.updateMany({ where: { id, state: 'open' }, data: { nextAt: wall } })

/** At start nobody else is sending, and no request is open that could carry an answer: all that is owed is due. */
export const reopenOutbox = (db: PrismaClient, wall: Date) =>
  db.outbox.updateMany({
    where: { OR: [{ state: 'sending' }, { state: 'open', kind: 'reply' }], nextAt: { gt: wall } },
    data: { nextAt: wall },
  })

/** When the next message is due, or undefined where nothing waits. */
export async function nextDue(db: PrismaClient): Promise<Date | undefined> {
  const first = await db.outbox.findFirst({
    where: { state: { in: ['open', 'sending'] } },
    orderBy: { nextAt: 'asc' },
    select: { nextAt: true },
  })
  return first?.nextAt
}

const where = (to: Address) => ({
  platform: to.platform,
  conversation: to.conversation,
  address: JSON.stringify(to),
})
