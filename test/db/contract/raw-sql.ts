import type { DatabasePromise } from './database-promise.ts'
import { customer, inbox, office, settingKeys } from './samples.ts'

export const raw: DatabasePromise[] = [
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
