import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusal, type ThreeOffices, threeOffices } from './three-offices.ts'

let company: ThreeOffices
beforeEach(async () => {
  company = await threeOffices([
    {
      name: '华联超市',
      office: 'SH',
      owner: 'li',
      phone: '021-55512345',
      taxId: '91310000MA1FL0XX12',
      contacts: [{ name: '王店长', mobile: '13812345678' }],
    },
    { name: '申源饮料有限公司', office: 'CQ', owner: 'tang', tier: 'distributor' },
    { name: '好邻居便利店', office: 'CQ', owner: 'tang' },
    { name: '公海便利店', office: 'SH', owner: null },
  ])
})
afterEach(() => company.close())

const shop = { name: '喜洋洋便利店', tier: 'outlet' }

describe('a new customer', () => {
  it('is shown before it is saved, with what its record will lack', async () => {
    const words = await company.confirms('li', 'customer.create', {
      ...shop,
      contact: '赵店长',
      phone: '138 0000 1111',
    })
    expect(words).toContain('新建客户 喜洋洋便利店')
    expect(words).toContain('终端门店')
    expect(words).toContain('赵店长 13800001111')
    expect(words).toContain('还缺：地址')
    expect(await company.db.customer.count()).toBe(4)
  })

  it('belongs to whoever brings it in, and is found at once by all its names', async () => {
    const words = await company.says('li', 'customer.create', {
      ...shop,
      contact: '赵店长',
      phone: '13800001111',
    })
    expect(words).toContain('喜洋洋便利店\n已新建。')
    expect(words).toContain('KH000005 · XYYBLD')
    expect(words).toContain('李明（上海办事处）')
    expect(words).toContain('赵店长 13800001111 关键')
    for (const query of ['喜洋洋', 'xyybld', '1111', 'kh5'])
      expect(await company.says('li', 'customer.find', { query })).toContain('KH000005')
    expect(await company.says('qian', 'customer.find', { query: '喜洋洋' })).toContain('没有找到')
  })

  it('keeps a land line for itself and gives a mobile number to its contact', async () => {
    await company.says('li', 'customer.create', { ...shop, contact: '赵店长', phone: '021-6660 0000' })
    const saved = await company.db.customer.findFirstOrThrow({
      where: { name: shop.name },
      include: { contacts: true },
    })
    expect(saved).toMatchObject({ phone: '021-66600000', status: 'prospect', reportsStock: false })
    expect(saved.contacts).toMatchObject([
      { name: '赵店长', mobile: null, isKey: true, pinyin: 'zhaodianzhang' },
    ])
  })

  it('reports its stock where its tier does', async () => {
    await company.says('li', 'customer.create', { name: '新申饮料有限公司', tier: 'sub_distributor' })
    expect(await company.db.customer.findFirst({ where: { name: '新申饮料有限公司' } })).toMatchObject({
      reportsStock: true,
      mnemonic: 'XSYL',
    })
  })

  it.each([
    [{ ...shop, name: '店' }, 'name', 'customer.name'],
    [{ ...shop, name: '！！！' }, 'name', 'customer.name'],
    [{ ...shop, name: '喜'.repeat(61) }, 'name', 'customer.name'],
    [{ ...shop, phone: '没有' }, 'phone', 'customer.phone'],
    [{ ...shop, taxId: '123' }, 'taxId', 'customer.taxId'],
    [{ ...shop, contact: '！'.repeat(31) }, 'name', 'contact.name'],
  ])('%j is refused beside its field', async (said, field, code) => {
    const refused = await refusal(company.confirms('li', 'customer.create', said))
    expect(refused.code).toBe(code)
    expect(Object.keys(refused.fields!)).toEqual([field])
  })

  it('is brought in by people of an office', async () => {
    expect((await refusal(company.says('zhao', 'customer.create', shop))).code).toBe('customer.no_office')
  })

  it('can be taken back, and its number is not given again', async () => {
    await company.says('li', 'customer.create', { ...shop, contact: '赵店长' })
    expect(await company.takesBack('li', 'customer.create', 'customer:KH000005')).toContain(
      '已撤销 喜洋洋便利店',
    )
    expect(await company.says('li', 'customer.find', { query: '喜洋洋' })).toContain('没有找到')
    expect(await company.db.contact.count({ where: { customerId: 5 } })).toBe(0)
    expect(await company.says('li', 'customer.create', shop)).toContain('KH000006')
  })

  it('cannot be taken back once something hangs on it', async () => {
    await company.says('li', 'customer.create', shop)
    await company.db.customer.update({ where: { id: 1 }, data: { upstreamId: 5 } })
    const undo = company.takesBack('li', 'customer.create', 'customer:KH000005')
    expect((await refusal(undo)).code).toBe('customer.in_use')
  })
})

describe('likely duplicates', () => {
  const refused = async (who: string, said: object) =>
    (await refusal(company.confirms(who, 'customer.create', { tier: 'outlet', ...said }))).words.zh

  it.each([
    ['the same name', { name: '華聯超市' }, '名称相同'],
    ['with place and form', { name: '上海市华联超市有限公司' }, '名称相同'],
    ['one that sounds alike', { name: '花莲超市' }, '读音相近'],
    ['the same phone', { name: '新店一家', phone: '(021)55512345' }, '电话相同'],
    ['the phone of a contact', { name: '新店一家', phone: '+86 138 1234 5678' }, '电话相同'],
    ['the same tax id', { name: '新店一家', taxId: '91310000ma1fl0xx12' }, '税号相同'],
  ])('%s', async (_, said, likeness) => {
    const words = await refused('li', said)
    expect(words).toContain(`华联超市 · 上海办事处 · 李明 · ${likeness}`)
    expect(words).toContain('客户 KH000001')
  })

  it('of a colleague show name, office and owner, and no more', async () => {
    for (const who of ['qian', 'zhou']) {
      const words = await refused(who, { name: '华联超市', phone: '13812345678' })
      expect(words).toContain('华联超市 · 上海办事处 · 李明')
      expect(words).toContain('详情不显示')
      for (const hidden of ['KH000001', '13812345678', '55512345', '王店长'])
        expect(words).not.toContain(hidden)
    }
  })

  it('in the pool say so', async () => {
    expect(await refused('li', { name: '公海便利店' })).toContain('公海便利店 · 上海办事处 · 公海')
  })

  it('of another region are other shops, but a distributor is known in the whole country', async () => {
    const confirm = (name: string, tier: string) => company.confirms('li', 'customer.create', { name, tier })
    expect(await confirm('好邻居便利店', 'outlet')).toContain('新建客户')
    expect((await refusal(confirm('申源饮料有限公司', 'outlet'))).words.zh).toContain('重庆办事处 · 唐静')
  })

  it('can be passed over by saying that it is another one', async () => {
    expect(
      (await refusal(company.says('li', 'customer.create', { ...shop, name: '华联超市' }))).fields,
    ).toHaveProperty('despite')
    const words = await company.says('li', 'customer.create', {
      ...shop,
      name: '华联超市',
      despite: 'another',
    })
    expect(words).toContain('KH000005')
  })
})
