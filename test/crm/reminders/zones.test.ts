import { afterEach, beforeEach, expect, test } from 'vitest'
import { reminders } from '../../../src/crm/reminders/commands.ts'
import { momentsOf } from '../../../src/crm/reminders/moments.ts'
import { expectReports } from '../../../src/crm/stock/expect-reports.ts'
import { visits } from '../../../src/crm/visits/commands.ts'
import { weekOf } from '../../../src/lib/period.ts'
import { Temporal, zoned } from '../../../src/lib/time.ts'
import { type FieldOffice, fieldOffice } from '../../support/field-office.ts'

const berlin = 'Europe/Berlin'
const tell = reminders.jobs[0]!

let office: FieldOffice
beforeEach(async () => {
  office = await fieldOffice([visits, reminders])
})
afterEach(() => office.close())

/** zhou's office moves to Berlin, into a sales unit of its own. */
async function moveToBerlin() {
  const unit = { code: 'BU', kind: 'sales_unit', name: '柏林', nameEn: 'Berlin', zone: berlin, parentId: 1 }
  const { id: parentId } = await office.db.orgUnit.create({ data: unit })
  await office.db.orgUnit.update({ where: { code: 'SH02' }, data: { parentId, zone: berlin } })
}

const visited = (by: string, customer: string, nextDate: string) =>
  office.run(by, 'visit.record', { customer, contact: '张总', about: '新年陈列', nextDate })

test('each is told in the morning of their own zone, on both sides of the change to summer time', async () => {
  await moveToBerlin()
  office.at('2027-03-25T12:00')
  await visited('li', 'KH000001', '2027-03-26')
  await visited('zhou', 'KH000005', '2027-03-26')
  await visited('li', 'KH000002', '2027-03-29')
  // Eight in Berlin is 15:00 in Shanghai in winter, 14:00 in summer.
  expect(await office.passes('2027-03-29T20:00', tell)).toEqual([
    '03-26T08:00 li digest:daily:li:2027-03-26',
    '03-26T15:00 zhou digest:daily:zhou:2027-03-26',
    '03-29T08:00 li digest:daily:li:2027-03-29',
    '03-29T14:00 zhou digest:daily:zhou:2027-03-29',
  ])
})

test('a deadline is that of the sales unit’s own clock', async () => {
  await moveToBerlin()
  office.at('2027-03-29T05:00')
  await office.db.customer.updateMany({ where: { code: { not: 'KH000005' } }, data: { reportsStock: false } })
  for (const zone of ['Asia/Shanghai', berlin])
    await expectReports(office.db, weekOf(Temporal.PlainDate.from('2027-03-22')), zone)
  office.at('2027-03-29T06:30')
  expect(await office.passes('2027-03-30T06:00', tell)).toEqual([
    '03-29T14:00 zhou digest:daily:zhou:2027-03-29',
    '03-29T19:00 zhou owed:zhou',
  ])
})

test('a day has its moments in order, and a day off has none', () => {
  const of = (day: string, zone: string) =>
    momentsOf(Temporal.PlainDate.from(day), { zone, hours: [9, 8], halfDays: new Set(['2027-03-30']) }).map(
      (moment) => zoned(moment, zone).toPlainTime().toString({ smallestUnit: 'minute' }),
    )
  expect(of('2027-03-29', berlin)).toEqual(['08:00', '09:00', '13:00', '14:00', '15:00'])
  expect(of('2027-03-30', berlin)).toEqual(['08:00', '09:00', '12:00'])
  expect(of('2027-03-28', berlin)).toEqual([])
})
