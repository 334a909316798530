import type { PrismaClient } from '#prisma'
import { type Answer, answer } from './chat/answering.ts'
import { businessClock } from './chat/business-clock.ts'
import { type Bot, type Incoming, NotSent, type Sent } from './chat/contract.ts'
import type { Core } from './chat/core.ts'
import { deliver } from './chat/delivery.ts'
import { nextDueJob, runDueJobs } from './chat/due.ts'
import { identify, rememberAddress } from './chat/identities.ts'
import { accept, giveBack, later, nextOpen, openInbox, reopenInbox } from './chat/inbox.ts'
import { redeemLinkCode } from './chat/link-codes.ts'
import { remember } from './chat/live-cards.ts'
import { markSent, nextDue, release, reopenOutbox } from './chat/outbox.ts'
import { saidOf } from './chat/said-of.ts'
import type { Log } from './lib/log.ts'
import { oneAtATime } from './lib/one-at-a-time.ts'
import { dateOf, instantOf, isBefore, Temporal } from './lib/time.ts'

export interface CompanyParts {
  db: PrismaClient
  core: Core
  bots: Bot[]
  /** Wall time: signatures, leases, back-off. Business time is this, moved by the company's own clock. */
  wall(): Date
  log: Log
}

/** An answer that the open request may carry; whoever carries it says so, or hands it back. */
export interface Carried extends Answer {
  carried(sent: Sent): Promise<void>
  handBack(): Promise<void>
}

/** One company at work: what both runtimes share. */
export type Company = Awaited<ReturnType<typeof openCompany>>

export async function openCompany(parts: CompanyParts) {
  const { db, core, bots, wall, log } = parts
  const clock = await businessClock(db, wall)
  const now = () => clock.now()
  let stopping = false
  const isStopping = () => stopping
  const working = { db, core, bots, log, wall, now, isStopping }
  const due = { db, jobs: core.jobs, now, wall, isStopping }
  const underWay = new Set<Promise<unknown>>()
  const deliverAll = oneAtATime(() => deliver(working))

  /** Work that goes on after the acknowledgement, known so that a graceful stop can wait for it. */
  function inBackground(work: Promise<unknown>): void {
    const watched = work
      .catch((error) => log.error({ error }, 'work in the background failed'))
      .finally(() => underWay.delete(watched))
    underWay.add(watched)
  }

  async function work(inboxId: number, incoming: Incoming): Promise<Answer | null> {
    const bot = bots.find(({ platform }) => platform === incoming.from.platform)
    if (!bot) throw new Error(`no bot for ${incoming.from.platform}`)
    const { from, say } = incoming
    const known = await identify(db, bot, from, wall())
    const linked = known ?? (await redeemLinkCode(db, { from, say, now: dateOf(now()), wall: wall() }))
    if (linked !== null) await rememberAddress(db, from, incoming.replyTo, wall())
    const said = known === linked ? await saidOf(bot, say) : { sentence: '绑定' }
    return answer(working, { inboxId, incoming, memberId: linked, said })
  }

  /** A platform that did not say who someone is, a file that could not be fetched: tried again by `tick`. */
  async function workOrRetry(inboxId: number, incoming: Incoming): Promise<Answer | null> {
    try {
      return await work(inboxId, incoming)
    } catch (error) {
      log.warn({ inbox: inboxId, error }, 'an accepted message is tried again later')
      const row = await db.inbox.findUnique({ where: { id: inboxId }, select: { attempts: true } })
      const final = (row?.attempts ?? 0) >= 8 || (error instanceof NotSent && error.outcome === 'never')
      await giveBack(db, inboxId, String(error), final ? null : later(wall(), 2 ** (row?.attempts ?? 0) * 5))
      return null
    }
  }

  /**
   * Takes in a platform's payload. When it returns, the message is committed and may be acknowledged.
   * An answer that was ready within `within` milliseconds (0: none is wanted) is returned, to be carried by the acknowledgement;
   * otherwise null, and it follows as a message. Throws where the message could not be stored: do not acknowledge.
   */
  async function receive<P>(bot: Bot<P>, payload: P, within: number): Promise<Carried | null> {
    const incoming = bot.read(payload)
    if (!incoming) return null
    const { id, as } = await accept(db, incoming, wall())
    if (as === 'forged') log.warn({ inbox: id }, 'a known message id came with another body: refused')
    if (as !== 'new') return null
    const answered = workOrRetry(id, incoming)
    const early = within > 0 ? await Promise.race([answered, pause(within)]) : null
    if (!early) {
      inBackground(answered.then((late) => afterwards(late)))
      return null
    }
    return {
      ...early,
      carried: (sent) => carried(early, sent),
      handBack: async () => inBackground(afterwards(early)),
    }
  }

  async function afterwards(late: Answer | null): Promise<void> {
    if (late) await release(db, late.outboxId, wall())
    await deliverAll()
  }

  async function carried(given: Answer, sent: Sent): Promise<void> {
    await remember(db, { card: given.card, to: given.to, sent, memberId: given.memberId, wall: wall() })
    await markSent(db, given.outboxId, wall())
    inBackground(deliverAll())
  }

  /** Finishes what was accepted and not done: after a crash, or when something that was away is back. */
  async function resume(): Promise<void> {
    for (const row of await openInbox(db, wall())) {
      if (stopping) return
      const late = await workOrRetry(row.id, JSON.parse(row.incoming) as Incoming)
      if (late) await release(db, late.outboxId, wall())
    }
  }

  /** The only scheduler: does what has become due, whoever wakes it and however often. */
  const tick = oneAtATime(async () => {
    await resume()
    await runDueJobs(due)
    await deliverAll()
  })

  /** Moves the business clock forward, stopping at each due moment on the way. */
  const moveTo = oneAtATime(async (to: Temporal.Instant) => {
    let next = await runDueJobs(due)
    while (next && !stopping && !isBefore(to, next.at)) {
      await clock.moveTo(next.at)
      next = await runDueJobs(due)
      await deliverAll()
    }
    if (stopping) return
    await clock.moveTo(to)
    await deliverAll()
  })

  /** Waits until nothing is under way: before a stop, and in tests. */
  async function settled(): Promise<void> {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  /** Takes up nothing more and waits for what is under way; what is left is stored, for the next start. */
  async function stop(): Promise<void> {
    stopping = true
    await settled()
    await Promise.all([tick(), moveTo(now())])
    await deliverAll()
  }

  /** When `tick` has to be called next at the latest. */
  async function nextWake(): Promise<Temporal.Instant | undefined> {
    const job = await nextDueJob(due)
    const stored = [await nextDue(db), await nextOpen(db)].flatMap((at) => (at ? [instantOf(at)] : []))
    const moments = job ? [clock.wallOf(job.at), ...stored] : stored
    return moments.sort(Temporal.Instant.compare)[0]
  }

  await reopenInbox(db, wall())
  await reopenOutbox(db, wall())
  /** `receive` for one platform. */
  const receiving =
    <P>(bot: Bot<P>) =>
    (payload: P, within: number) =>
      receive(bot, payload, within)

  return {
    receive,
    receiving,
    background: inBackground,
    tick,
    moveTo,
    now,
    settled,
    stop,
    nextWake,
    deliver: deliverAll,
    db,
    core,
    bots,
    wall,
    log,
  }
}

const pause = (milliseconds: number) =>
  new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds))
