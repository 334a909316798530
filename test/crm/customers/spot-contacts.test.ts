import { afterAll, describe, expect, it } from 'vitest'
import { spotContacts } from '../../../src/crm/customers/spot-contacts.ts'
import { threeOffices } from './three-offices.ts'

const company = await threeOffices([
  {
    name: '华联超市',
    office: 'SH',
    owner: 'li',
    contacts: [
      { name: '王建国', title: '店长', nameEn: 'Wang Jianguo' },
      { name: '刘会计', title: '会计', nameEn: 'Accountant Liu' },
      { name: '小陈', title: '收货员' },
      { name: '欧阳娜', title: '采购' },
      { name: '王小红', title: '采购' },
    ],
  },
  { name: '永盛副食', office: 'SH', owner: 'li', contacts: [{ name: '郑老板' }] },
])
afterAll(company.close)

const spots = async (text: string) =>
  (await spotContacts(company.db, 1, text)).map(({ start, end, matches }) => [
    text.slice(start, end),
    ...matches.map(({ name, kind }) => `${name} ${kind}`),
  ])

describe('contacts named in a sentence', () => {
  it.each([
    ['跟王建国聊了', ['王建国', '王建国 name']],
    ['跟王店长聊了', ['王店长', '王建国 title_and_name']],
    ['建国说竞品在降价', ['建国', '王建国 given_name']],
    ['刘会计不在', ['刘会计', '刘会计 name']],
    ['小陈说好', ['小陈', '小陈 name']],
    ['欧阳采购同意了', ['欧阳采购', '欧阳娜 title_and_name']],
    ['欧阳总同意了', ['欧阳总', '欧阳娜 address']],
    ['talked to wang jianguo', ['wang jianguo', '王建国 english']],
    ['wangdianzhang 说', ['wangdianzhang', '王建国 pinyin']],
    ['talked to manager ouyang', ['manager ouyang', '欧阳娜 address']],
    ['店长不在', ['店长', '王建国 title']],
    ['跟wjg聊了', ['wjg', '王建国 pinyin']],
    ['陈店长同意了', ['陈店长', '小陈 unlikely']],
    ['小欧阳说好', ['小欧阳', '欧阳娜 address']],
    ['刘老板娘不在', ['刘老板娘', '刘会计 unlikely']],
  ])('%s', async (text, [said, match]) => expect((await spots(text))[0]).toEqual([said, match]))

  it('are all those who could be meant', async () => {
    expect((await spots('王总同意了'))[0]).toEqual(['王总', '王建国 address', '王小红 address'])
    expect((await spots('找采购'))[0]).toEqual(['采购', '欧阳娜 title', '王小红 title'])
  })

  it('are those of the customer alone', async () => {
    expect(await spots('跟郑老板聊了')).toEqual([])
  })
})
