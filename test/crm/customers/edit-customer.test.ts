import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plain } from '../../../cards/plain.ts'
import { refusal, type ThreeOffices, threeOffices } from './three-offices.ts'

let company: ThreeOffices
beforeEach(async () => {
  company = await threeOffices([
    {
      name: '华联超市',
      office: 'SH',
      owner: 'li',
      phone: '021-55512345',
      tier: 'sub_distributor',
      contacts: [{ name: '王店长', mobile: '13812345678' }],
    },
    { name: '申源饮料有限公司', office: 'SH', owner: 'li', tier: 'distributor' },
    { name: '永盛副食', office: 'SH', owner: 'qian' },
  ])
})
afterEach(() => company.close())

const edits = (who: string, change: object) =>
  company.says(who, 'customer.edit', { customer: 'KH000001', ...change })

describe('changing a record', () => {
  it('is shown as before and after', async () => {
    const words = await company.confirms('li', 'customer.edit', {
      customer: 'KH000001',
      phone: '021-666 00000',
      tier: 'outlet',
      upstream: 'KH000002',
    })
    expect(words).toBe(
      [
        '修改客户 华联超市',
        '层级: 分销商 → 终端门店',
        '电话: 021-55512345 → 021-66600000',
        '上游: （空） → 申源饮料有限公司',
      ].join('\n'),
    )
  })

  it('changes by which names it is found', async () => {
    await edits('li', { name: '新华联生活超市', nameEn: 'New Hualian', phone: '021-66600000' })
    for (const query of ['新华联', 'xhlshcs', 'new hualian', '0000'])
      expect(await company.says('li', 'customer.find', { query })).toContain('KH000001 · XHLSHCS')
    expect(await company.says('li', 'customer.find', { query: '2345' })).toContain('没有找到')
  })

  it('leaves a mnemonic alone that somebody chose', async () => {
    await edits('li', { mnemonic: 'laodian' })
    expect(await edits('li', { name: '新华联超市' })).toContain('KH000001 · LAODIAN')
  })

  it('lets the duty to report follow the tier, unless it was set otherwise', async () => {
    const duty = async () => (await company.db.customer.findUniqueOrThrow({ where: { id: 1 } })).reportsStock
    await company.db.customer.update({ where: { id: 1 }, data: { reportsStock: true } })
    await edits('li', { tier: 'outlet' })
    expect(await duty()).toBe(false)
    await company.db.customer.update({ where: { id: 1 }, data: { reportsStock: true } })
    await edits('li', { tier: 'contracted_wholesaler' })
    expect(await duty()).toBe(true)
  })

  it('clears what is said to be nothing', async () => {
    await edits('li', { phone: '' })
    expect(await company.db.customer.findUnique({ where: { id: 1 } })).toMatchObject({
      phone: null,
      version: 2,
    })
  })

  it('says so where nothing would change', async () => {
    const nothing = refusal(edits('li', { phone: '021-55512345' }))
    expect((await nothing).code).toBe('customer.nothing_changed')
  })

  it('keeps goods from flowing in a circle', async () => {
    await edits('li', { upstream: 'KH000002' })
    const circle = company.says('li', 'customer.edit', { customer: 'KH000002', upstream: 'KH000001' })
    expect((await refusal(circle)).code).toBe('customer.circle')
    expect((await refusal(edits('li', { upstream: 'KH000001' }))).code).toBe('customer.circle')
  })

  it('points out a customer that has the new name or number already', async () => {
    expect((await refusal(edits('li', { name: '永盛副食' }))).words.zh).toContain(
      '永盛副食 · 上海办事处 · 钱磊',
    )
    expect(await edits('li', { name: '永盛副食', despite: 'another' })).toContain('永盛副食')
    expect(await edits('li', { address: '人民路 1 号' })).toContain('人民路 1 号')
  })

  it('is noted by the fields that changed, without what they say', async () => {
    const ctx = await company.as('li')
    await company.command('customer.edit').run(ctx, { customer: 'KH000001', phone: '021-66600000' })
    expect(ctx.audited).toEqual([
      { action: 'customer.edited', subject: 'customer:KH000001', detail: { fields: ['phone'] } },
    ])
    expect([...ctx.changed]).toEqual(['customer:KH000001'])
  })

  it.each(['li', 'wang', 'sun'])('is done by whoever keeps the record: %s', async (who) => {
    expect(await edits(who, { address: '人民路 1 号' })).toContain('人民路 1 号')
  })
})

describe('the form of a record', () => {
  const submit = { label: '保存', say: '保存 D7K2' }
  const command = () => company.command('customer.edit')

  it('opens where nothing was said yet, and holds what is on file', async () => {
    expect(command().input.safeParse({ customer: 'KH000001' }).success).toBe(false)
    const form = plain(
      await command().form!(await company.as('li'), { customer: 'KH000001', phone: '1234567' }, submit),
    )
    expect(form).toContain('客户名称: 华联超市')
    expect(form).toContain('电话: 1234567')
    expect(form).toContain('[保存]')
  })

  it('changes only what was changed in it', async () => {
    const said = await command().fromForm!(
      await company.as('li'),
      { customer: 'KH000001' },
      { name: '华联超市', phone: '', upstream: '申源饮料', tier: 'outlet', despite: '' },
    )
    expect(said).toEqual({ customer: 'KH000001', phone: '', upstream: 'KH000002', tier: 'outlet' })
  })

  it('refuses beside its field a supplier that nobody is', async () => {
    const read = command().fromForm!(
      await company.as('li'),
      { customer: 'KH000001' },
      { upstream: '永盛副食' },
    )
    expect((await refusal(read)).fields).toHaveProperty('upstream')
  })
})

describe('contacts', () => {
  const adds = (who: string, contact: object) =>
    company.says(who, 'contact.add', { customer: 'KH000001', ...contact })

  it('are added, and the customer is found by their numbers', async () => {
    const words = await adds('li', { name: '李采购', title: '采购', mobile: '139 1111 2222' })
    expect(words).toContain('李采购')
    expect(words).toContain('13911112222')
    expect(await company.says('li', 'customer.find', { query: '2222' })).toContain('李采购 13911112222')
  })

  it('are key contacts where there is none yet', async () => {
    await company.says('li', 'contact.add', { customer: 'KH000002', name: '顾总' })
    await company.says('li', 'contact.add', { customer: 'KH000002', name: '许会计' })
    const contacts = await company.db.contact.findMany({ where: { customerId: 2 } })
    expect(contacts.map(({ name, isKey }) => [name, isKey])).toEqual([
      ['顾总', true],
      ['许会计', false],
    ])
  })

  it('are not added twice', async () => {
    expect((await refusal(adds('li', { name: '王店长' }))).fields).toHaveProperty('name')
    expect((await refusal(adds('li', { name: '老王', mobile: '13812345678' }))).fields).toHaveProperty(
      'mobile',
    )
  })

  it('are changed, and their old number finds nobody', async () => {
    const change = { customer: 'KH000001', contact: '王店长', mobile: '13700003333', title: '店长' }
    expect(await company.confirms('li', 'contact.edit', change)).toContain('手机: 13812345678 → 13700003333')
    await company.says('li', 'contact.edit', change)
    expect(await company.says('li', 'customer.find', { query: '3333' })).toContain('华联超市')
    expect(await company.says('li', 'customer.find', { query: '5678' })).toContain('没有找到')
  })

  it('that are not on file are named with those who are', async () => {
    const refused = await refusal(
      company.says('li', 'contact.edit', { customer: 'KH000001', contact: '张三', title: '店长' }),
    )
    expect(refused.words.zh).toContain('现有：王店长')
  })

  it('can be taken back, until a visit names them', async () => {
    await adds('li', { name: '李采购', mobile: '13911112222' })
    expect(await company.takesBack('li', 'contact.add', 'contact:2')).toContain('已撤销 李采购')
    expect(await company.says('li', 'customer.find', { query: '2222' })).toContain('没有找到')
    const visit = {
      customerId: 1,
      memberId: 1,
      contactId: 1,
      state: 'done',
      date: '2026-11-20',
      createdAt: new Date(),
    }
    await company.db.visit.create({ data: visit })
    expect((await refusal(company.takesBack('li', 'contact.add', 'contact:1'))).code).toBe('contact.in_use')
  })
})
