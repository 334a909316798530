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
