import type { PrismaClient } from '#prisma'

/**
 * What the business relies on in a database, whatever the driver. Neutral of runtime and test runner: each promise
 * is run on a fresh database and answers plain JSON, which may come out of another process.
 */
export interface DatabasePromise {
  that: string
  run(db: PrismaClient): Promise<unknown>
  answers: unknown
}

const codeOf = (error: unknown) => (error as { code?: string }).code ?? String(error)
const refusal = (work: Promise<unknown>) => work.then(() => 'went through', codeOf)
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

const office = (code: string) => ({ code, kind: 'office', name: `${code}办事处`, nameEn: code })
const rep = (code: string, unitId: number) => ({
  code,
  name: '李',
  nameEn: 'Li',
  pinyin: 'li',
  role: 'rep',
  unitId,
  joinedOn: '2026-01-01',
})
const customer = (code: string, officeId: number) => ({
  code,
  mnemonic: 'HLCS',
  name: '华联超市',
  coreName: '华联超市',
  pinyin: 'hualianchaoshi',
  tier: 'retail_outlet',
  officeId,
  registeredOn: '2026-01-01',
})
const product = (code: string, unitPrice: bigint) => ({
  code,
  name: '可乐',
  nameEn: 'Cola',
  pinyin: 'kele',
  brand: '渠道',
  category: '饮料',
  units: '[]',
  unitPrice,
})
const inbox = (messageId: string) => ({
  platform: 'test',
  messageId,
  bodyHash: '',
  incoming: '{}',
  receivedAt: new Date('2026-11-22T01:20:04.465Z'),
})
const settingKeys = async (db: PrismaClient) =>
  (await db.setting.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)
const setting = (key: string) => ({ data: { key, value: '1' } })

const values: DatabasePromise[] = [
  {
    that: 'text comes back as it went in',
    run: async (db) => {
      const value = 'O\'Brien "华联" 🥤 \\ %_ \n\t 2026-11-22T01:20:04.465Z'
      await db.setting.create({ data: { key: 'text', value } })
      return (await db.setting.findUniqueOrThrow({ where: { key: 'text' } })).value === value
    },
    answers: true,
  },
  {
    that: 'numbers, truth values and what is missing keep their types',
    run: async (db) => {
      const { id } = await db.orgUnit.create({ data: office('east') })
      const stored = await db.customer.create({ data: { ...customer('KH1', id), reportsStock: true } })
      const { version, reportsStock, phone, creditLimit } = await db.customer.findUniqueOrThrow({
        where: { id: stored.id },
      })
      return { version, reportsStock, phone, creditLimit }
    },
    answers: { version: 1, reportsStock: true, phone: null, creditLimit: null },
  },
  {
    that: 'big integers are exact, in rows and in sums',
    run: async (db) => {
      const prices = [2n ** 53n + 1n, -5n, 2n ** 63n - 1n]
      for (const [n, price] of prices.entries()) await db.product.create({ data: product(`P${n}`, price) })
      const rows = await db.product.findMany({ orderBy: { code: 'asc' } })
      const { _sum } = await db.product.aggregate({
        where: { code: { not: 'P2' } },
        _sum: { unitPrice: true },
      })
      return [...rows.map((row) => row.unitPrice), _sum.unitPrice].map(String)
    },
    answers: ['9007199254740993', '-5', '9223372036854775807', '9007199254740988'],
  },
  {
    that: 'instants keep their milliseconds and compare by time',
    run: async (db) => {
      await db.inbox.create({ data: inbox('m1') })
      const exact = new Date('2026-11-22T01:20:04.465Z')
      const later = { receivedAt: { gt: new Date('2026-11-22T01:20:04.464Z') } }
      const [row] = await db.inbox.findMany({ where: later })
      const none = await db.inbox.count({ where: { receivedAt: { gt: exact } } })
      return [row?.receivedAt instanceof Date, row?.receivedAt.toISOString(), none]
    },
    answers: [true, '2026-11-22T01:20:04.465Z', 0],
  },
  {
    that: 'a list of thousands of values is no problem, in a filter or in a write',
    run: async (db) => {
      const keys = Array.from({ length: 3000 }, (_, n) => `k${n}`)
      const { count } = await db.setting.createMany({ data: keys.map((key) => ({ key, value: '1' })) })
      const found = await db.setting.findMany({ where: { key: { in: keys } } })
      return [count, found.length]
    },
    answers: [3000, 3000],
  },
]

const refusals: DatabasePromise[] = [
  {
    that: 'what is unique is refused a second time as P2002, by name of its fields',
    run: async (db) => {
      await db.inbox.create({ data: inbox('m1') })
      const again = db.inbox.create({ data: inbox('m1') }).catch((error) => error)
      const { code, meta } = (await again) as { code: string; meta: unknown }
      const fields = ['platform', 'messageId'].filter((field) => JSON.stringify(meta).includes(field))
      return [code, fields, await refusal(db.inbox.create({ data: { ...inbox('m2'), id: 1 } }))]
    },
    answers: ['P2002', ['platform', 'messageId'], 'P2002'],
  },
  {
    that: 'a reference to nothing is refused as P2003, a change of nothing as P2025',
    run: async (db) => [
      await refusal(db.member.create({ data: rep('li', 99) })),
      await refusal(db.setting.update({ where: { key: 'none' }, data: { value: '2' } })),
    ],
    answers: ['P2003', 'P2025'],
  },
  {
    that: 'of two who change the same version one wins',
    run: async (db) => {
      const { id } = await db.orgUnit.create({ data: office('east') })
      await db.customer.create({ data: customer('KH1', id) })
      const change = () =>
        db.customer.updateMany({ where: { code: 'KH1', version: 1 }, data: { version: { increment: 1 } } })
      return (await Promise.all([change(), change()])).map(({ count }) => count)
    },
    answers: [1, 0],
  },
]

const together: DatabasePromise[] = [
  {
    that: 'nested writes go together',
    run: async (db) => {
      const members = { create: [rep('li', 0), rep('zhou', 0)].map(({ unitId: _, ...member }) => member) }
      const unit = await db.orgUnit.create({
        data: { ...office('east'), members },
        include: { members: true },
      })
      return unit.members.map(({ code }) => code)
    },
    answers: ['li', 'zhou'],
  },
  {
    that: 'a nested write that fails leaves nothing behind',
    run: async (db) => {
      const members = { create: [rep('li', 0), rep('li', 0)].map(({ unitId: _, ...member }) => member) }
      const code = await refusal(db.orgUnit.create({ data: { ...office('east'), members } }))
      return [code, await db.orgUnit.count(), await db.member.count()]
    },
    answers: ['P2002', 0, 0],
  },
  {
    that: 'a list of operations is all or nothing',
    run: async (db) => {
      const code = await refusal(
        db.$transaction(['a', 'b', 'a'].map((key) => db.setting.create(setting(key)))),
      )
      await db.$transaction(['c', 'd'].map((key) => db.setting.create(setting(key))))
      return [code, await settingKeys(db)]
    },
    answers: ['P2002', ['c', 'd']],
  },
  {
    that: 'what a transaction wrote is there for itself, and after it for all',
    run: async (db) => {
      const inside = await db.$transaction(async (tx) => {
        await tx.setting.create(setting('a'))
        return tx.setting.count()
      })
      return [inside, await settingKeys(db)]
    },
    answers: [1, ['a']],
  },
  {
    that: 'a transaction that throws leaves nothing behind',
    run: async (db) => {
      const outcome = db.$transaction(async (tx) => {
        await tx.setting.create(setting('a'))
        throw new Error('changed my mind')
      })
      const said = await outcome.catch((error: Error) => error.message)
      return [said, await settingKeys(db)]
    },
    answers: ['changed my mind', []],
  },
  {
    that: 'what belongs to a deleted row goes with it',
    run: async (db) => {
      const { id } = await db.orgUnit.create({ data: office('east') })
      await db.customer.create({
        data: { ...customer('KH1', id), keys: { create: { key: 'hlcs', officeId: id, kind: 'mnemonic' } } },
      })
      await db.customer.delete({ where: { code: 'KH1' } })
      return db.customerKey.count()
    },
    answers: 0,
  },
]

const queue: DatabasePromise[] = [
  {
    that: 'a row written while the transaction of another message is open survives its rollback',
    run: async (db) => {
      let accepted: Promise<unknown> | undefined
      const other = db.$transaction(async (tx) => {
        await tx.setting.create(setting('effect'))
        accepted = db.inbox.create({ data: inbox('accepted') }).then()
        await pause(20)
        throw new Error('rolled back')
      })
      await other.catch(() => {})
      await accepted
      return [await settingKeys(db), await db.inbox.count()]
    },
    answers: [[], 1],
  },
  {
    that: 'nobody reads what may yet be rolled back',
    run: async (db) => {
      let seen: Promise<number> | undefined
      const other = db.$transaction(async (tx) => {
        await tx.setting.create(setting('effect'))
        seen = db.setting.count().then((count) => count)
        await pause(20)
        throw new Error('rolled back')
      })
      await other.catch(() => {})
      return seen
    },
    answers: 0,
  },
  {
    that: 'fifty who read, think and write at once lose no update',
    run: async (db) => {
      await db.setting.create({ data: { key: 'n', value: '0' } })
      const raise = () =>
        db.$transaction(async (tx) => {
          const { value } = await tx.setting.findUniqueOrThrow({ where: { key: 'n' } })
          await Promise.resolve()
          await tx.setting.update({ where: { key: 'n' }, data: { value: String(Number(value) + 1) } })
        })
      await Promise.all(Array.from({ length: 50 }, raise))
      return (await db.setting.findUniqueOrThrow({ where: { key: 'n' } })).value
    },
    answers: '50',
  },
  {
    that: 'a thousand requests at once are all answered',
    run: async (db) => {
      const requests = Array.from({ length: 1000 }, (_, n) =>
        n % 10 === 0
          ? db.$transaction(async (tx) => tx.inbox.create({ data: inbox(`m${n}`) }))
          : db.inbox.create({ data: inbox(`m${n}`) }),
      )
      const rows = await Promise.all(requests)
      return [new Set(rows.map(({ id }) => id)).size, await db.inbox.count()]
    },
    answers: [1000, 1000],
  },
  {
    that: 'a transaction that takes too long is rolled back and holds nobody up',
    run: async (db) => {
      const hangs = db.$transaction(
        async (tx) => {
          await tx.setting.create(setting('late'))
          await pause(150)
          await tx.setting.create(setting('later'))
        },
        { timeout: 40 },
      )
      const code = await refusal(hangs)
      await db.setting.create(setting('next'))
      return [code, await settingKeys(db)]
    },
    answers: ['P2028', ['next']],
  },
  {
    that: 'whoever would not wait for their turn leaves the queue in order',
    run: async (db) => {
      const first = db.$transaction(async (tx) => {
        await tx.setting.create(setting('first'))
        await pause(80)
      })
      const impatient = db.$transaction((tx) => tx.setting.create(setting('impatient')), { maxWait: 20 })
      const code = await refusal(impatient)
      await first
      await db.$transaction((tx) => tx.setting.create(setting('third')))
      return [code, await settingKeys(db)]
    },
    answers: ['P2028', ['first', 'third']],
  },
]

const raw: DatabasePromise[] = [
  {
    that: 'raw reads give numbers, truth values, instants and dates as text',
    run: async (db) => {
      const { id } = await db.orgUnit.create({ data: office('east') })
      await db.customer.create({ data: { ...customer('KH1', id), reportsStock: true } })
      await db.inbox.create({ data: inbox('m1') })
      const [counted] = await db.$queryRaw<{ n: bigint | number }[]>`SELECT count(*) AS n FROM Customer`
      const [row] = await db.$queryRaw<Record<string, unknown>[]>`
        SELECT c.id, c.registeredOn, c.reportsStock, c.phone, i.receivedAt FROM Customer c, Inbox i`
      return [Number(counted?.n), row, row?.receivedAt instanceof Date]
    },
    answers: [
      1,
      {
        id: 1,
        registeredOn: '2026-01-01',
        reportsStock: true,
        phone: null,
        receivedAt: '2026-11-22T01:20:04.465Z',
      },
      true,
    ],
  },
  {
    that: 'text that looks like an instant stays text in raw reads',
    run: async (db) => {
      await db.setting.create({ data: { key: 'at', value: '2026-11-22T01:20:04.465Z' } })
      const [row] = await db.$queryRaw<{ value: unknown }[]>`SELECT value FROM Setting`
      return typeof row?.value
    },
    answers: 'string',
  },
  {
    that: 'values given to raw SQL are stored as the client stores them',
    run: async (db) => {
      const { platform, messageId, bodyHash, incoming, receivedAt } = inbox('m1')
      const changed = await db.$executeRaw`
        INSERT INTO Inbox (platform, messageId, bodyHash, incoming, receivedAt)
        VALUES (${platform}, ${messageId}, ${bodyHash}, ${incoming}, ${receivedAt})`
      const same = await db.inbox.count({ where: { receivedAt } })
      const [until] = await db.$queryRaw<{ n: bigint | number }[]>`
        SELECT count(*) AS n FROM Inbox WHERE receivedAt <= ${receivedAt}`
      return [changed, same, Number(until?.n)]
    },
    answers: [1, 1, 1],
  },
  {
    that: 'raw SQL runs in the transaction it is part of',
    run: async (db) => {
      const outcome = db.$transaction(async (tx) => {
        await tx.$executeRaw`INSERT INTO Setting VALUES ('a', '1')`
        throw new Error('rolled back')
      })
      await outcome.catch(() => {})
      return settingKeys(db)
    },
    answers: [],
  },
  {
    that: 'full text is searched, and forgets what is deleted or rolled back',
    run: async (db) => {
      const hits = async (words: string) => {
        const rows = await db.$queryRaw<
          { rowid: bigint | number }[]
        >`SELECT rowid FROM Words WHERE Words MATCH ${words} ORDER BY rowid`
        return rows.map(({ rowid }) => Number(rowid))
      }
      await db.$executeRaw`CREATE VIRTUAL TABLE Words USING fts5(body, content='', contentless_delete=1)`
      await db.$executeRaw`INSERT INTO Words (rowid, body) VALUES (1, '华 联 华联'), (2, '华 润 华润'), (3, '联 华 联华')`
      const undone = db.$transaction(async (tx) => {
        await tx.$executeRaw`INSERT INTO Words (rowid, body) VALUES (4, '华联')`
        throw new Error('rolled back')
      })
      await undone.catch(() => {})
      const before = [await hits('华联'), await hits('华')]
      await db.$executeRaw`DELETE FROM Words WHERE rowid = 1`
      return [...before, await hits('华联'), await hits('华')]
    },
    answers: [[1], [1, 2, 3], [], [2, 3]],
  },
]

export const databaseContract: DatabasePromise[] = [...values, ...refusals, ...together, ...queue, ...raw]
