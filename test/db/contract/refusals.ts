import type { DatabasePromise } from './database-promise.ts'
import { customer, inbox, office, refusal, rep } from './samples.ts'

export const refusals: DatabasePromise[] = [
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
