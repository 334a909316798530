import { afterEach, beforeEach, expect, test } from 'vitest'
import { lists } from '../../../src/crm/lists.ts'
import { type OpenDatabase, openDatabase } from '../../../src/db/open-node.ts'
import { Temporal } from '../../../src/lib/time.ts'

let open: OpenDatabase
beforeEach(async () => {
  open = await openDatabase(':memory:')
  await bring(
    'people',
    'code,name,role,office',
    'li,李明,rep,总公司/华东/上海',
    'zhou,周涛,rep,总公司/华东/杭州',
  )
})
afterEach(() => open.close())

const now = Temporal.Instant.from('2026-11-24T02:00:00Z')

async function bring(name: string, ...lines: string[]) {
  const { errors, save } = lists[name]!.read(lines.join('\n'))
  return errors.length > 0 ? { errors } : open.db.$transaction((tx) => save(tx, now), { timeout: 60_000 })
}
const bringCustomers = (...lines: string[]) => bring('customers', ...lines)
const kept = (code: string) =>
  open.db.customer.findUniqueOrThrow({
    where: { code },
    include: { contacts: true, owner: true, upstream: true },
  })

const headings = '客户编号,客户名称,层级,负责人,办事处,电话,上游,联系人'
const hualian = 'KH000007,上海华联超市,终端门店,li,,021-55512345,KH000008,王敏/店长/13810000010；李强/采购'
const yongsheng = 'kh000008,永盛商贸有限公司,经销商,,上海,,,'

test('customers arrive with owner, supplier and contacts; the same list again changes nothing', async () => {
  expect(await bringCustomers(headings, hualian, yongsheng)).toMatchObject({ added: 2 })
  expect(await kept('KH000007')).toMatchObject({
    mnemonic: 'HLCS',
    coreName: '华联超市',
    tier: 'outlet',
    status: 'active',
    reportsStock: false,
    registeredOn: '2026-11-24',
    ownedSince: new Date('2026-11-24T02:00:00Z'),
    owner: { code: 'li' },
    upstream: { code: 'KH000008' },
    contacts: [
      { name: '王敏', title: '店长', mobile: '13810000010', isKey: true },
      { name: '李强', title: '采购', mobile: null, isKey: false },
    ],
  })
  expect(await kept('KH000008')).toMatchObject({ owner: null, ownedSince: null, reportsStock: true })
  const again = { added: 0, changed: 0, unchanged: 2 }
  expect(await bringCustomers(headings, hualian, yongsheng)).toMatchObject(again)
})

test('a changed line changes one customer: its contacts are added to, what the list lacks stays', async () => {
  await bringCustomers(headings, hualian, yongsheng)
  expect(
    await bringCustomers(
      'code,name,owner,contacts',
      'KH000007,上海华联超市,,王敏//13900000000；陈静/收银',
      'KH000008,永盛商贸有限公司,,',
    ),
  ).toMatchObject({ changed: 1, unchanged: 1 })
  const customer = await kept('KH000007')
  expect(customer).toMatchObject({ owner: null, phone: '021-55512345', upstream: { code: 'KH000008' } })
  expect(customer.lastOwnerId).not.toBe(null)
  expect(customer.contacts).toMatchObject([
    { name: '王敏', title: '店长', mobile: '13900000000', isKey: true },
    { name: '李强' },
    { name: '陈静', title: '收银', isKey: false },
  ])
  const keys = await open.db.customerKey.findMany({ where: { key: { in: ['0000', '2345', 'hlcs'] } } })
  expect(keys.map(({ key }) => key).sort()).toEqual(['0000', '2345', 'hlcs'])
})

test('a list with errors names each line and saves nothing', async () => {
  const { errors } = await bringCustomers(
    headings,
    hualian,
    yongsheng.replace('上海', '苏州'),
    'KH3,甲超市,超市,li,,,,',
  )
  expect(errors.map(({ line, words }) => `${line}: ${words.en}`)).toEqual([
    expect.stringContaining('4: column tier: “超市” will not do. Allowed are distributor'),
  ])
  const wrong = async (...lines: string[]) => {
    const { errors } = await bringCustomers(headings, ...lines)
    expect(await open.db.customer.count()).toBe(0)
    return errors.map(({ line, words }) => `${line}: ${words.zh}`)
  }
  expect(
    await wrong(
      yongsheng.replace('上海', '苏州'),
      'KH3,甲超市,,,,,,',
      'KH4,乙超市,,wu,,,,',
      'KH5,丙超市,,zhou,上海,,,',
      'KH6,丁超市,,li,,,KH9,',
      'KH8,戊超市,,li,,,,',
      'KH8,己超市,,li,,,,',
    ),
  ).toEqual([
    '2: 没有办事处“苏州”。现有：上海、杭州。',
    expect.stringContaining('3: 请写办事处（office）或负责人（owner）'),
    expect.stringContaining('4: 办事处里没有编号为 wu 的同事'),
    '5: 负责人 zhou 在杭州，不在上海。请改其中一个。',
    expect.stringContaining('6: 没有编号为 KH9 的上游客户'),
    expect.stringContaining('8: 编号 KH8 与第 7 行重复'),
  ])
  expect(await wrong('KH7,戊超市,,li,,,KH8,', 'KH8,己超市,,li,,,KH7,')).toEqual([
    '2: KH8 本身由 KH7 供货，不能又是它的上游。',
    '3: KH7 本身由 KH8 供货，不能又是它的上游。',
  ])
  expect(await wrong('KH7,戊超市,,li,,12,,王敏/店长/138/老')).toEqual([
    expect.stringContaining('2: “电话”一栏（phone）：“12”不像电话号码'),
    expect.stringContaining('2: “联系人”一栏（contacts）：“王敏/店长/138/老”不行'),
  ])
})

test('ten thousand customers come in one go', async () => {
  const lines = Array.from({ length: 10_000 }, (_, n) => {
    const number = String(n).padStart(5, '0')
    return `KH1${number},鑫${'源福达丰隆'[n % 5]}${number}便利店,终端门店,li,,021-555${number},,王${'明芳强'[n % 3]}/店长/138000${number}`
  })
  expect(await bringCustomers(headings, ...lines)).toMatchObject({ added: 10_000 })
  expect(await bringCustomers(headings, ...lines)).toMatchObject({ unchanged: 10_000 })
  expect(await open.db.customerKey.count({ where: { key: '1234' } })).toBeGreaterThan(0)
})
