import { pinyinOf } from '../../lib/pinyin.ts'
import type { Job } from '../command.ts'
import type { Tx } from '../context.ts'
import { indexCustomers } from './customer-index.ts'
import { coreNameOf } from './customer-keys.ts'

/** The last customer, by id, whose words were made again. A migration that makes words in a new way leaves it at nought. */
const key = 'customers.indexed_up_to'

/** So many at once hold nobody up. */
const BATCH = 100

/** Makes the words by which customers are found again, little by little, wherever a migration asked for it. */
export const indexAnew: Job = {
  name: 'customers.index_anew',
  next: async ({ db }, after) =>
    (await indexedUpTo(db)) === null ? undefined : after.add({ milliseconds: 1 }),
  run: async ({ db }) => {
    const customers = await db.customer.findMany({
      where: { id: { gt: (await indexedUpTo(db)) ?? 0 } },
      include: { contacts: true },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    for (const { id, name, city, ...stored } of customers) {
      const made = { coreName: coreNameOf(name, city), pinyin: pinyinOf(name) }
      if (made.coreName !== stored.coreName || made.pinyin !== stored.pinyin)
        await db.customer.update({ where: { id }, data: made })
    }
    await indexCustomers(db, customers)
    const last = customers.at(-1)?.id
    if (last && customers.length === BATCH)
      await db.setting.update({ where: { key }, data: { value: JSON.stringify(last) } })
    else await db.setting.deleteMany({ where: { key } })
  },
}

async function indexedUpTo(db: Tx): Promise<number | null> {
  const row = await db.setting.findUnique({ where: { key } })
  return row && (JSON.parse(row.value) as number)
}
