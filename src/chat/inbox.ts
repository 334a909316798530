import { Prisma, type PrismaClient } from '#prisma'
import type { Tx } from '../crm/context.ts'
import { sha256 } from '../lib/sha256.ts'
import type { Incoming } from './contract.ts'

export interface Accepted {
  id: number
  /** `again`: this very message was accepted before. `forged`: its id was, with another body. */
  as: 'new' | 'again' | 'forged'
}

/**
 * Commits an incoming message before it is acknowledged. Unique by the platform's id, so a redelivery stops here.
 * The clock-dependent parts of an address (where to answer, until when) may differ between deliveries; what is said may not.
 */
export async function accept(db: PrismaClient, incoming: Incoming, wall: Date): Promise<Accepted> {
  const key = { platform: incoming.from.platform, messageId: incoming.id }
  const bodyHash = await sha256(JSON.stringify([incoming.from.id, incoming.say]))
  try {
    const data = {
      ...key,
      bodyHash,
      incoming: JSON.stringify(incoming),
      receivedAt: wall,
      nextAt: later(wall, 60),
    }
    return { id: (await db.inbox.create({ data })).id, as: 'new' }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const known = await db.inbox.findUniqueOrThrow({ where: { platform_messageId: key } })
    return { id: known.id, as: known.bodyHash === bodyHash ? 'again' : 'forged' }
  }
}

/** Accepted but not done, and due again: a process died, or the database was busy. */
export const openInbox = (db: PrismaClient, wall: Date) =>
  db.inbox.findMany({ where: { state: 'open', nextAt: { lte: wall } }, orderBy: { id: 'asc' }, take: 100 })

/** When the next of them is due, or undefined where nothing is open. */
export async function nextOpen(db: PrismaClient): Promise<Date | undefined> {
  const where = { state: 'open', nextAt: { not: null } }
  const first = await db.inbox.findFirst({ where, orderBy: { nextAt: 'asc' }, select: { nextAt: true } })
  return first?.nextAt ?? undefined
}

/** Makes all that is open due at once: at start nobody else is working on it. */
export const reopenInbox = (db: PrismaClient, wall: Date) =>
  db.inbox.updateMany({ where: { state: 'open' }, data: { nextAt: wall } })

/** Marks a message as done, in the transaction of its effect. False where another worker was first. */
export async function markDone(tx: Tx, id: number, wall: Date): Promise<boolean> {
  const { count } = await tx.inbox.updateMany({
    where: { id, state: 'open' },
    data: { state: 'done', doneAt: wall },
  })
  return count === 1
}

/** Gives a message back to be tried again later, or up for good. */
export const giveBack = (db: PrismaClient, id: number, error: string, nextAt: Date | null) =>
  db.inbox.updateMany({
    where: { id, state: 'open' },
    data: { error, attempts: { increment: 1 }, nextAt, ...(nextAt ? {} : { state: 'dead' }) },
  })

export const later = (moment: Date, seconds: number) => new Date(moment.getTime() + seconds * 1000)

const isUniqueViolation = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
