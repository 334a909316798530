import type { PrismaClient } from '#prisma'
import type { Job, JobCtx } from '../crm/command.ts'
import { rulesOf } from '../crm/rules-of.ts'
import { dateOf, instantOf, isBefore, type Temporal } from '../lib/time.ts'
import { emptyOutcome, settle } from './settle.ts'

export interface DueParts {
  db: PrismaClient
  jobs: Job[]
  now(): Temporal.Instant
  wall(): Date
  /** What is not begun then is left to the next start. */
  isStopping?(): boolean
}

interface Due {
  job: Job
  at: Temporal.Instant
}

/** The earliest moment at which any job is due, after what each has done already. */
export async function nextDueJob(parts: DueParts): Promise<Due | undefined> {
  const ctx = await jobCtx(parts)
  let first: Due | undefined
  for (const job of parts.jobs) {
    const at = await job.next(ctx, await doneUpTo(parts, job))
    if (at && (!first || isBefore(at, first.at))) first = { job, at }
  }
  return first
}

/** Runs every job that is due by now, in the order of their moments, each in a transaction of its own. Returns what is due next. */
export async function runDueJobs(parts: DueParts): Promise<Due | undefined> {
  for (;;) {
    const due = await nextDueJob(parts)
    if (!due || parts.isStopping?.() || isBefore(parts.now(), due.at)) return due
    await runJob(parts, due)
  }
}

/** The mark that a moment is done is committed with its effects: a moment is neither missed nor done twice. */
async function runJob(parts: DueParts, { job, at }: Due): Promise<void> {
  await parts.db.$transaction(async (db) => {
    const mark = await db.jobMark.findUnique({ where: { job: job.name } })
    if (mark && mark.upTo >= dateOf(at)) return
    const ctx: JobCtx = { db, rules: await rulesOf(db), ...emptyOutcome(parts.now()) }
    await job.run(ctx, at)
    await settle(ctx, { memberId: null, wall: parts.wall() })
    const upTo = dateOf(at)
    await db.jobMark.upsert({ where: { job: job.name }, create: { job: job.name, upTo }, update: { upTo } })
  })
}

/** A job that never ran starts now: a new company is not told of what was due before it existed. */
async function doneUpTo({ db, now }: DueParts, job: Job): Promise<Temporal.Instant> {
  const mark = await db.jobMark.findUnique({ where: { job: job.name } })
  if (mark) return instantOf(mark.upTo)
  const upTo = dateOf(now())
  await db.jobMark.create({ data: { job: job.name, upTo } })
  return instantOf(upTo)
}

const jobCtx = async (parts: DueParts): Promise<JobCtx> => ({
  db: parts.db,
  rules: await rulesOf(parts.db),
  ...emptyOutcome(parts.now()),
})
