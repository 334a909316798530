import { afterAll, describe, expect, it } from 'vitest'
import { spotMembers } from '../../../src/crm/people/spot-members.ts'
import { threeOffices } from '../customers/three-offices.ts'

const company = await threeOffices([])
await company.db.member.create({
  data: {
    code: 'wang2',
    name: '王强',
    nameEn: 'Wang Qiang',
    pinyin: 'wangqiang',
    role: 'office_head',
    unitId: 5,
    joinedOn: '2020-01-01',
  },
})
await company.db.member.create({
  data: {
    code: 'he',
    name: '何静',
    nameEn: 'He Jing',
    pinyin: 'hejing',
    role: 'rep',
    unitId: 4,
    joinedOn: '2020-01-01',
    leftOn: '2026-06-30',
  },
})
afterAll(company.close)

const spots = async (who: string, text: string) => {
  const { db, me } = await company.as(who)
  return (await spotMembers(db, me, text)).map(({ start, end, matches }) => [
    text.slice(start, end),
    ...matches.map(({ code, kind }) => `${code} ${kind}`),
  ])
}

describe('colleagues named in a sentence', () => {
  it.each([
    ['转给钱磊', ['钱磊', 'qian name']],
    ['我请假，让qianlei代班', ['qianlei', 'qian name']],
    ['hand it to Qian Lei'.toLowerCase(), ['qian lei', 'qian name']],
    ['转给 qian', ['qian', 'qian name']],
    ['陈经理批了吗', ['陈经理', 'chen address']],
    ['孙总批了吗', ['孙总', 'sun address']],
  ])('%s', async (text, spot) => expect((await spots('li', text))[0]).toEqual(spot))

  it('are first of all those of the own office', async () => {
    expect(await spots('li', '转给王主任')).toEqual([['王主任', 'wang address', 'wang2 address']])
    expect(await spots('zhou', '转给王主任')).toEqual([['王主任', 'wang2 address', 'wang address']])
  })

  it('are not those who left', async () => {
    expect(await spots('li', '让何静代班')).toEqual([])
  })

  it('are not there in every sentence', async () => {
    expect(await spots('li', '拜访华联超市 跟老王聊了 下周二再去')).toEqual([])
  })
})
