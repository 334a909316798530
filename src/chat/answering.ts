import type { PrismaClient } from '#prisma'
import { apologyCard, leaverCard, refusalCard, strangerCard } from '../../cards/answer-card.ts'
import type { Card } from '../../cards/card.ts'
import type { Ctx, Tx } from '../crm/context.ts'
import { meOf } from '../crm/people/me-of.ts'
import { Refusal } from '../crm/refusal.ts'
import { rulesOf } from '../crm/rules-of.ts'
import { isPassing } from '../lib/is-passing.ts'
import type { Log } from '../lib/log.ts'
import { BUSINESS_ZONE, localDate, type Temporal } from '../lib/time.ts'
import type { Language } from '../lib/words.ts'
import type { Address, Incoming } from './contract.ts'
import { converse, DraftRefused, type Said, showRefused } from './converse.ts'
import type { Core } from './core.ts'
import { lasting } from './identities.ts'
import { giveBack, later, markDone } from './inbox.ts'
import { shownBy } from './live-cards.ts'
import { oweRedraw, oweReply } from './outbox.ts'
import { emptyOutcome, settle } from './settle.ts'
import { noteThread } from './spoken-of.ts'

export interface Answering {
  db: PrismaClient
  core: Core
  /** Business time. */
  now(): Temporal.Instant
  wall(): Date
  log: Log
}

/** A message that was accepted, and who it is from; `memberId` is null for strangers. */
export interface Question {
  inboxId: number
  incoming: Incoming
  memberId: number | null
  /** What was said in words: of a file, what it holds, or why it cannot be read. */
  said: Said | Refusal
}

/** The answer to one message, committed with everything the message does. `outboxId` is what is owed to the asker. */
export interface Answer {
  outboxId: number
  card: Card
  to: Address
  language: Language
  memberId: number | null
}

type Draw = (ctx: Ctx) => Promise<Card>

/**
 * Answers an accepted message: what it does, the audit entries, the cards it owes and the mark that it is done are
 * committed together, or not at all. The only place where errors become cards. Null where another worker was first.
 */
export async function answer(parts: Answering, question: Question): Promise<Answer | null> {
  try {
    return await inOneTransaction(parts, question, (ctx) => {
      if (question.said instanceof Refusal) throw question.said
      return converse(ctx, parts.core, question.said)
    })
  } catch (error) {
    return answerError(parts, question, error)
  }
}

async function answerError(parts: Answering, question: Question, error: unknown): Promise<Answer | null> {
  if (error instanceof DraftRefused)
    return inOneTransaction(parts, question, (ctx) => {
      noteRefusal(ctx, error.refusal)
      return showRefused(ctx, parts.core, error)
    })
  if (error instanceof Refusal)
    return inOneTransaction(parts, question, async (ctx) => {
      noteRefusal(ctx, error)
      return refusalCard(error.words[ctx.language], ctx.language)
    })
  const id = String(question.inboxId)
  parts.log.error({ id, error }, 'a message could not be answered')
  if (isPassing(error)) {
    await giveBack(parts.db, question.inboxId, String(error), later(parts.wall(), 5)).catch(() => {})
    return null
  }
  return inOneTransaction(parts, question, async (ctx) => apologyCard(id, ctx.language))
}

const noteRefusal = (ctx: Ctx, refusal: Refusal) =>
  ctx.audited.push({ action: 'refused', subject: `member:${ctx.me.code}`, detail: { code: refusal.code } })

async function inOneTransaction(parts: Answering, question: Question, draw: Draw): Promise<Answer | null> {
  const { inboxId, incoming, memberId } = question
  const wall = parts.wall()
  return parts.db.$transaction(async (db) => {
    if (!(await markDone(db, inboxId, wall))) return null
    const now = parts.now()
    const me = memberId === null ? null : await meOf(db, memberId, localDate(now, BUSINESS_ZONE).toString())
    if (!me) return turnAway(db, question, { now, wall })
    const group = incoming.replyTo.kind === 'group'
    const ctx: Ctx = {
      db,
      me,
      group,
      language: (group && (await languageOf(db, incoming.replyTo))) || me.language,
      rules: await rulesOf(db),
      place: placeOf(incoming.replyTo),
      ...emptyOutcome(now),
    }
    const card = await draw(ctx)
    await noteThread(ctx)
    const pressed = await shownBy(db, incoming.replyTo)
    const to = answerAddress(incoming.replyTo, audience(incoming, ctx), { card, pressed: pressed?.subject })
    const replaced = to.message ? pressed?.id : undefined
    if (pressed && !replaced) await redrawPressed(db, pressed.id, wall)
    await settle(ctx, { memberId: me.id, wall, answered: replaced })
    const reply = await oweReply(db, { to, card, memberId: me.id, inboxId }, wall)
    return { outboxId: reply.id, card, to, language: ctx.language, memberId: me.id }
  })
}

/** In a group, only what everyone may see is said openly; the rest goes to the asker. */
const audience = ({ replyTo, from }: Incoming, { openly }: Pick<Ctx, 'openly'>): Address =>
  replyTo.kind === 'group' ? { ...replyTo, user: openly ? undefined : from.id } : replyTo

async function languageOf(db: Tx, { platform, conversation }: Address): Promise<Language | undefined> {
  const key = { platform_conversation: { platform, conversation } }
  return (await db.conversation.findUnique({ where: key }))?.language as Language | undefined
}

const placeOf = (address: Address) => ({
  platform: address.platform,
  conversation: address.conversation,
  address: JSON.stringify(lasting(address)),
})

/**
 * The answer takes the place of the card that was pressed where it is the same object or what a draft became, for the same
 * eyes; everything else is a message of its own, so that a digest, a list or what a group sees stays where it is.
 */
function answerAddress(
  replyTo: Address,
  to: Address,
  { card, pressed }: { card: Card; pressed: string | undefined },
): Address {
  const sameThing = pressed !== undefined && (pressed === card.subject || pressed.startsWith('draft:'))
  const sameEyes = to.user === replyTo.user
  const takesPlace = sameThing && sameEyes && card.tone !== 'bad' && replyTo.redrawable !== false
  return takesPlace ? to : { ...to, message: undefined }
}

/** A press that did something else, or was refused: the card it was on may be stale. */
async function redrawPressed(db: Tx, liveCardId: number, wall: Date): Promise<void> {
  const live = await db.liveCard.findUniqueOrThrow({ where: { id: liveCardId } })
  if (!live.subject.startsWith('draft:')) await oweRedraw(db, live, wall)
}

/** Strangers and leavers get one polite card and nothing else. */
async function turnAway(
  db: Tx,
  { inboxId, incoming, memberId }: Question,
  { now, wall }: { now: Temporal.Instant; wall: Date },
): Promise<Answer> {
  const language = 'zh'
  const card = memberId === null ? strangerCard(language) : leaverCard(language)
  const to = { ...audience(incoming, { openly: false }), message: undefined }
  const outcome = { db, ...emptyOutcome(now) }
  outcome.audited.push({
    action: 'turned_away',
    subject: `user:${incoming.from.platform}:${incoming.from.id}`,
    detail: {},
  })
  await settle(outcome, { memberId, wall })
  const reply = await oweReply(db, { to, card, memberId: null, inboxId }, wall)
  return { outboxId: reply.id, card, to, language, memberId: null }
}
