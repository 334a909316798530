import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '../../../cards/plain.ts'
import { leave } from '../../../src/crm/leave/commands.ts'
import { isOnLeave } from '../../../src/crm/leave/is-on-leave.ts'
import { Temporal } from '../../../src/lib/time.ts'
import { type FieldOffice, fieldOffice, refusalOf } from '../../support/field-office.ts'

let office: FieldOffice
beforeEach(async () => {
  office = await fieldOffice([leave])
})
afterEach(() => office.close())

const li = 1
const add = (input: object, by = 'li') => office.run(by, 'leave.add', input)
const away = (local: string) => isOnLeave(office.db, li, Temporal.PlainDateTime.from(local))

describe('entering leave', () => {
  test('is confirmed in words, and told to the stand-in and the office head', async () => {
    const said = { from: '2026-12-02', to: '2026-12-04', standIn: 'ma' }
    const asked = await office.confirm('li', 'leave.add', said)
    expect(asked).toContain('日期: 12月2日 周三 至 12月4日 周五')
    expect(asked).toContain('代班人: 马丽')

    const { words, ctx } = await add(said)
    expect(words).toContain('已登记')
    expect(ctx.owed).toEqual([
      { subject: 'leave:1', to: [await office.idOf('ma'), await office.idOf('wang')] },
    ])
    expect(plain(await office.draw('ma', 'leave:1'))).toContain('由您代班')
    expect(plain(await office.draw('wang', 'leave:1'))).toContain('请假 李明')
    expect(await refusalOf(office.draw('zhou', 'leave:1'))).toBe('leave.unknown')
  })

  test('half a day is the morning or the afternoon', async () => {
    expect((await add({ from: '2026-12-02', half: 'pm' })).words).toContain('12月2日 周三 下午')
    expect(await away('2026-12-02T11:59')).toBe(false)
    expect(await away('2026-12-02T12:00')).toBe(true)
    expect(await away('2026-12-03T12:00')).toBe(false)
    expect(await refusalOf(add({ from: '2026-12-02', half: 'am' }))).toBe('not refused')
  })

  test.each([
    ['in the past', { from: '2026-11-23' }],
    ['backwards', { from: '2026-12-03', to: '2026-12-02' }],
    ['half of several days', { from: '2026-12-02', to: '2026-12-03', half: 'am' }],
  ])('not %s', async (_, said) => expect(await refusalOf(add(said))).toBe('leave.wrong'))

  test('not twice for the same day', async () => {
    await add({ from: '2026-12-01', to: '2026-12-03' })
    expect(await refusalOf(add({ from: '2026-12-03' }))).toBe('leave.wrong')
  })

  test('the stand-in is a colleague of the unit who is there', async () => {
    const from = '2026-12-02'
    expect(await refusalOf(add({ from, standIn: 'li' }))).toBe('leave.stand_in')
    expect(await refusalOf(add({ from, standIn: 'zhou' }))).toBe('leave.stand_in')
    expect(await refusalOf(add({ from, standIn: 'nobody' }))).toBe('leave.stand_in')
    await add({ from }, 'ma')
    expect(await refusalOf(add({ from, standIn: 'ma' }))).toBe('leave.stand_in')
    expect(await refusalOf(add({ from, standIn: 'chen' }))).toBe('not refused')
  })
})

describe('a stand-in who goes on leave as well', () => {
  const liAway = { from: '2026-12-02', to: '2026-12-04', standIn: 'ma' }

  test('is told before it is saved; the one who needs somebody else is told then, and the head sees it', async () => {
    await add(liAway)
    expect(await office.confirm('ma', 'leave.add', { from: '2026-12-03' })).toContain(
      '原定替李明 (12月2日 周三 至 12月4日 周五)代班，要另请人。',
    )
    const { ctx } = await add({ from: '2026-12-03' }, 'ma')
    expect(ctx.owed).toContainEqual({ subject: 'leave:1', to: [li] })
    expect(plain(await office.draw('li', 'leave:1'))).toContain('马丽在此期间也请假')
    expect(plain(await office.draw('wang', 'leave:1'))).toContain('马丽在此期间也请假')
    expect(plain(await office.draw('wang', 'leave:2'))).toContain('原定替李明')
  })

  test('on other days, or the other half of the day, is no matter', async () => {
    await add({ from: '2026-12-02', half: 'am', standIn: 'ma' })
    const { ctx } = await add({ from: '2026-12-02', half: 'pm' }, 'ma')
    expect(ctx.owed.map(({ subject }) => subject)).not.toContain('leave:1')
    expect(plain(await office.draw('li', 'leave:1'))).not.toContain('也请假')
  })

  test('and stays after all: nobody else is needed', async () => {
    await add(liAway)
    await add({ from: '2026-12-03' }, 'ma')
    const { ctx } = await office.run('ma', 'leave.cancel', {})
    expect([...ctx.changed]).toContain('leave:1')
    expect(plain(await office.draw('li', 'leave:1'))).not.toContain('也请假')
  })
})

describe('cancelling leave', () => {
  test('takes back what has not begun, and tells the stand-in', async () => {
    await add({ from: '2026-12-02', standIn: 'ma' })
    const { words, ctx } = await office.run('li', 'leave.cancel', { date: '2026-12-02' })
    expect(words).toContain('已取消')
    expect(ctx.owed).toEqual([{ subject: 'leave:1', to: [await office.idOf('ma')] }])
    expect(plain(await office.draw('ma', 'leave:1'))).toContain('已取消')
    expect(await away('2026-12-02T10:00')).toBe(false)
  })

  test('ends what has begun with yesterday', async () => {
    await add({ from: '2026-11-24', to: '2026-11-27' })
    office.at('2026-11-26T09:00')
    await office.run('li', 'leave.cancel', {})
    expect(await away('2026-11-25T10:00')).toBe(true)
    expect(await away('2026-11-26T10:00')).toBe(false)
  })

  test('can be undone right away as any record', async () => {
    await add({ from: '2026-12-02' })
    expect(await office.undo('li', 'leave.add', 'leave:1')).toContain('已取消')
  })

  test('needs one', async () => {
    expect(await refusalOf(office.run('li', 'leave.cancel', {}))).toBe('leave.none')
  })
})
