import type { DatabasePromise } from './database-promise.ts'
import { customer, office, refusal, rep, setting, settingKeys } from './samples.ts'

export const together: DatabasePromise[] = [
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
