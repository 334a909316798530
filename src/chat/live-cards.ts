import type { PrismaClient } from '#prisma'
import type { Card } from '../../cards/card.ts'
import type { Tx } from '../crm/context.ts'
import { sha256 } from '../lib/sha256.ts'
import type { Address, Sent } from './contract.ts'
import { oweRedraw } from './outbox.ts'

export const drawnHash = (card: Card) => sha256(JSON.stringify(card))

/** Notes which business object a message now shows. One that shows none is forgotten: it is not redrawn. */
export async function remember(
  db: PrismaClient,
  shown: { card: Card; to: Address; sent: Sent; memberId: number | null; wall: Date },
): Promise<void> {
  const { card, sent, memberId, wall } = shown
  const to = sent.place ?? shown.to
  if (!sent.message) return
  const key = { platform: to.platform, conversation: to.conversation, messageId: sent.message }
  if (!card.subject || !sent.redrawable) {
    await db.liveCard.deleteMany({ where: key })
    return
  }
  const address = JSON.stringify({ ...to, message: sent.message, redrawable: true })
  const drawing = { subject: card.subject, address, memberId, drawn: await drawnHash(card), postedAt: wall }
  await db.liveCard.upsert({
    where: { platform_conversation_messageId: key },
    create: { ...key, ...drawing },
    update: drawing,
  })
}

/** The business object a message shows, if it is a live card. */
export async function shownBy(tx: Tx, address: Address): Promise<{ id: number; subject: string } | null> {
  const { platform, conversation, message: messageId } = address
  if (!messageId) return null
  return tx.liveCard.findUnique({
    where: { platform_conversation_messageId: { platform, conversation, messageId } },
  })
}

/** Owes the redrawing of every message that shows one of the objects, but for the one the answer replaces anyway. */
export async function oweRedraws(
  tx: Tx,
  subjects: Iterable<string>,
  wall: Date,
  answered?: number,
): Promise<void> {
  const live = await tx.liveCard.findMany({
    where: { subject: { in: [...subjects] } },
    orderBy: { id: 'asc' },
  })
  for (const card of live) if (card.id !== answered) await oweRedraw(tx, card, wall)
}
