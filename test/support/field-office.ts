import type { Card } from '../../cards/card.ts'
import { plain } from '../../cards/plain.ts'
import type { Capability, Job, JobCtx } from '../../src/crm/command.ts'
import type { Ctx } from '../../src/crm/context.ts'
import { meOf } from '../../src/crm/people/me-of.ts'
import type { Refusal } from '../../src/crm/refusal.ts'
import { defaultRules } from '../../src/crm/rules.ts'
import { openDatabase } from '../../src/db/open-node.ts'
import { BUSINESS_ZONE, isBefore, localDate, Temporal, zoned } from '../../src/lib/time.ts'

/** Tuesday, 24 November 2026, 10:00 in Shanghai. */
const tuesday = Temporal.Instant.from('2026-11-24T10:00:00+08:00')

export const shanghai = (local: string) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(BUSINESS_ZONE).toInstant()

const units = [
  { code: 'HQ', kind: 'head_office', name: '总公司', nameEn: 'Head office' },
  { code: 'SU', kind: 'sales_unit', name: '上海分公司', nameEn: 'Shanghai unit', parentId: 1 },
  { code: 'SH01', kind: 'office', name: '上海一办', nameEn: 'Shanghai office 1', parentId: 2 },
  { code: 'SH02', kind: 'office', name: '上海二办', nameEn: 'Shanghai office 2', parentId: 2 },
]

const people = [
  { code: 'li', name: '李明', nameEn: 'Li Ming', role: 'rep', unitId: 3 },
  { code: 'ma', name: '马丽', nameEn: 'Ma Li', role: 'rep', unitId: 3 },
  { code: 'zhou', name: '周强', nameEn: 'Zhou Qiang', role: 'rep', unitId: 4 },
  { code: 'wang', name: '王芳', nameEn: 'Wang Fang', role: 'office_head', unitId: 3 },
  { code: 'zhao', name: '赵云', nameEn: 'Zhao Yun', role: 'info_clerk', unitId: 2 },
  { code: 'chen', name: '陈刚', nameEn: 'Chen Gang', role: 'unit_manager', unitId: 2 },
  { code: 'sun', name: '孙静', nameEn: 'Sun Jing', role: 'sales_admin', unitId: 1 },
]

const customers = [
  { code: 'KH000001', name: '华联超市', nameEn: 'Hualian Supermarket', officeId: 3, owner: 'li' },
  { code: 'KH000002', name: '永辉便利', nameEn: 'Yonghui Mart', officeId: 3, owner: 'li' },
  { code: 'KH000003', name: '大润商行', nameEn: 'Darun Traders', officeId: 3, owner: null },
  { code: 'KH000004', name: '美佳批发', nameEn: 'Meijia Wholesale', officeId: 3, owner: 'ma' },
  { code: 'KH000005', name: '海天经销', nameEn: 'Haitian Distribution', officeId: 4, owner: 'zhou' },
]

/** One sales unit with two offices, as small as a field team can be, on a real database. */
export async function fieldOffice(capabilities: Capability[] = []) {
  const { db, close } = await openDatabase(':memory:')
  for (const unit of units) await db.orgUnit.create({ data: unit })
  for (const one of people)
    await db.member.create({ data: { ...one, pinyin: one.code, joinedOn: '2020-01-01' } })
  const idOf = async (code: string) => (await db.member.findUniqueOrThrow({ where: { code } })).id
  for (const { owner, ...one } of customers) {
    const ownerId = owner === null ? null : await idOf(owner)
    const names = { mnemonic: one.code, coreName: one.name, pinyin: one.code }
    const reports = { tier: 'distributor', reportsStock: true, registeredOn: '2025-01-01' }
    await db.customer.create({ data: { ...one, ...names, ...reports, ownerId } })
  }
  await db.contact.create({
    data: {
      customerId: 1,
      name: '王建国',
      nameEn: 'Wang Jianguo',
      pinyin: 'wangjianguo',
      title: '店长',
      isKey: true,
    },
  })
  let now = tuesday
  const jobCtx = (): JobCtx => ({
    db,
    now,
    rules: defaultRules,
    owed: [],
    changed: new Set(),
    audited: [],
  })
  const as = async (code: string): Promise<Ctx> => {
    const me = (await meOf(db, await idOf(code), localDate(now, BUSINESS_ZONE).toString()))!
    return { ...jobCtx(), me, language: me.language }
  }
  const ran = async (job: Job, at: Temporal.Instant): Promise<string[]> => {
    const ctx = jobCtx()
    await job.run(ctx, at)
    const local = zoned(now, BUSINESS_ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' }).slice(5)
    const sent: string[] = []
    for (const { subject, to, places = [] } of ctx.owed) {
      for (const id of to)
        sent.push(`${local} ${(await db.member.findUniqueOrThrow({ where: { id } })).code} ${subject}`)
      for (const { conversation } of places) sent.push(`${local} ${conversation} ${subject}`)
    }
    return sent
  }
  const named = (name: string) => {
    const found = capabilities.flatMap(({ commands }) => commands).find((command) => command.name === name)
    if (!found) throw new Error(`no command ${name}`)
    return found
  }
  return {
    db,
    close,
    idOf,
    as,
    jobCtx,
    now: () => now,
    at: (moment: Temporal.Instant | string) => {
      now = typeof moment === 'string' ? shanghai(moment) : moment
    },
    /** Runs a command as a person; `ctx` shows what it owes and changes. */
    async run(code: string, name: string, input: object): Promise<{ card: Card; words: string; ctx: Ctx }> {
      const ctx = await as(code)
      const command = named(name)
      const card = await command.run(ctx, command.input.parse(input))
      return { card, words: plain(card), ctx }
    },
    /** What a person is asked to confirm. */
    async confirm(code: string, name: string, input: object): Promise<string> {
      const ctx = await as(code)
      const command = named(name)
      return plain(await command.confirm!(ctx, command.input.parse(input)))
    },
    async undo(code: string, name: string, subject: string): Promise<string> {
      return plain(await named(name).undo!(await as(code), subject))
    },
    /**
     * Business time passes until then, stopping at each moment a job names, and runs it. What is owed comes back as
     * `11-24T09:00 li owed:li`; a conversation is named by its id.
     */
    async passes(until: string, job: Job): Promise<string[]> {
      const sent: string[] = []
      for (
        let at = await job.next(jobCtx(), now);
        at && !isBefore(shanghai(until), at);
        at = await job.next(jobCtx(), at)
      ) {
        now = at
        sent.push(...(await ran(job, at)))
      }
      now = shanghai(until)
      return sent
    },
    /** Nobody was there to run the jobs: all moments since then are made up for now, at that time. */
    async catchesUp(since: string, job: Job): Promise<string[]> {
      const sent: string[] = []
      for (
        let at = await job.next(jobCtx(), shanghai(since));
        at && !isBefore(now, at);
        at = await job.next(jobCtx(), at)
      )
        sent.push(...(await ran(job, at)))
      return sent
    },
    /** A card as a person would be shown it now. */
    async draw(code: string, subject: string): Promise<Card> {
      const [kind, key] = [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)]
      const drawer = capabilities.flatMap(({ subjects }) => subjects).find((one) => one.kind === kind)!
      return drawer.card(await as(code), key)
    },
  }
}

export type FieldOffice = Awaited<ReturnType<typeof fieldOffice>>

/** The code of the refusal a promise ends with. */
export const refusalOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'not refused',
    (error: Refusal) => error.code ?? Promise.reject(error),
  )
