import type { DatabasePromise } from './database-promise.ts'
import { inbox, pause, refusal, setting, settingKeys } from './samples.ts'

export const queue: DatabasePromise[] = [
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
    that: 'a transaction is not held up by what others ask meanwhile',
    run: async (db) => {
      const often = async (work: () => Promise<unknown>) => {
        for (let n = 0; n < 30; n++) await work()
      }
      const ask = () => db.setting.findUnique({ where: { key: 'asked' } })
      const work = () =>
        db.$transaction((tx) => tx.setting.findUnique({ where: { key: 'a' } }), { timeout: 500 })
      return refusal(Promise.all([ask, work, ask, work, ask, work].map(often)))
    },
    answers: 'went through',
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
    that: 'whoever would not wait for their turn is told what became of it, and the others keep theirs',
    run: async (db) => {
      const first = db.$transaction(async (tx) => {
        await tx.setting.create(setting('first'))
        await pause(80)
      })
      const impatient = db.$transaction((tx) => tx.setting.create(setting('impatient')), { maxWait: 20 })
      const outcome = await refusal(impatient)
      await first
      await db.$transaction((tx) => tx.setting.create(setting('third')))
      const keys = await settingKeys(db)
      const told = keys.includes('impatient') ? 'went through' : 'P2028'
      return [outcome === told, keys.filter((key) => key !== 'impatient')]
    },
    answers: [true, ['first', 'third']],
  },
]
