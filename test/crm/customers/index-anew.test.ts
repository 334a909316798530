import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { PrismaClient } from '#prisma'
import { putSearchEntries } from '../../../src/db/customer-search.ts'
import { playgroundDemo, tuesday } from '../../support/playground-company.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Customers as they were indexed while accents were letters of their own, and a database that knows no better. */
async function indexedAsBefore(db: PrismaClient): Promise<void> {
  const { id, officeId, ownerId } = await db.customer.update({
    where: { code: 'KH000002' },
    data: { name: 'Café Löwe', coreName: 'cafélöwe', pinyin: 'cafélöwe' },
  })
  const name = 'cafélöwe'
  const keys = [{ key: name, kind: 'name' }]
  await putSearchEntries(db, [{ id, officeId, ownerId, core: name, name, latin: [[name]], keys }])
  await db.$executeRaw`DELETE FROM Migration WHERE name = '0005_customers_indexed_anew'`
}

test('customers indexed before accents were left out are found without them, soon after the next start', async () => {
  const file = path.join(folder, 'qudao.sqlite')
  const before = await playgroundDemo({ file })
  await indexedAsBefore(before.db)
  const asked = await before.person('li').says('查客户 cafe lowe')
  expect(asked.sees()).toContain('没有找到')
  await before.close()

  const after = await playgroundDemo({ file })
  await after.company.tick()
  after.setWall(new Date(tuesday.getTime() + 1000))
  await after.company.tick()
  const li = after.person('li')
  for (const words of ['查客户 cafe lowe', '查客户 Café Löwe', '客户 cafelowe']) {
    await li.says(words)
    expect(li.card().title).toBe('Café Löwe')
  }
  expect(await after.db.setting.count({ where: { key: 'customers.indexed_up_to' } })).toBe(0)
  await after.close()
})

test('a new company has nothing to make again', async () => {
  const demo = await playgroundDemo()
  expect(await demo.db.setting.count({ where: { key: 'customers.indexed_up_to' } })).toBe(0)
  await demo.close()
})
