import { Prisma } from '#prisma'
import type { DatabasePromise } from './database-promise.ts'
import { customer, inbox, office, product } from './samples.ts'

export const values: DatabasePromise[] = [
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
      const prices = [2n ** 53n - 1n, -(2n ** 53n) + 1n, 7n]
      for (const [n, price] of prices.entries()) await db.product.create({ data: product(`P${n}`, price) })
      const rows = await db.product.findMany({ orderBy: { code: 'asc' } })
      const { _sum } = await db.product.aggregate({ _sum: { unitPrice: true } })
      return [...rows.map((row) => row.unitPrice), _sum.unitPrice].map(String)
    },
    answers: ['9007199254740991', '-9007199254740991', '7', '7'],
  },
  {
    that: 'a big integer beyond what a number holds is exact or refused, never rounded',
    run: async (db) => {
      const beyond = 2n ** 53n + 1n
      const kept = await db.product.create({ data: product('P0', beyond) }).catch(() => null)
      await db.product.createMany({ data: [product('P1', beyond - 2n), product('P2', beyond - 2n)] })
      const where = { code: { not: 'P0' } }
      const { _sum } = await db.product.aggregate({ where, _sum: { unitPrice: true } }).catch(() => ({
        _sum: null,
      }))
      return [kept?.unitPrice ?? beyond, _sum?.unitPrice ?? 2n * beyond - 4n].map(String)
    },
    answers: ['9007199254740993', '18014398509481982'],
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
  {
    that: 'hundreds of values are one statement',
    run: async (db) => {
      const keys = Array.from({ length: 900 }, (_, n) => `k${n}?`)
      await db.setting.createMany({ data: [...keys, 'other'].map((key) => ({ key, value: '1' })) })
      const [row] = await db.$queryRaw<{ n: bigint | number; mark: string }[]>`
        SELECT count(*) AS n, '?' AS mark FROM Setting WHERE "key" IN (${Prisma.join(keys)})`
      return [await db.setting.count({ where: { key: { in: keys } } }), Number(row?.n), row?.mark]
    },
    answers: [900, 900, '?'],
  },
]
