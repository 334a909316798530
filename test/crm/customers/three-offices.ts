import { plain } from '../../../cards/plain.ts'
import type { Ctx } from '../../../src/crm/context.ts'
import { customers as capability } from '../../../src/crm/customers/commands.ts'
import { indexCustomers } from '../../../src/crm/customers/customer-index.ts'
import { coreNameOf, mnemonicOf, pinyinOf } from '../../../src/crm/customers/customer-keys.ts'
import { meOf } from '../../../src/crm/people/me-of.ts'
import type { Refusal } from '../../../src/crm/refusal.ts'
import { defaultRules } from '../../../src/crm/rules.ts'
import { openDatabase } from '../../../src/db/open-node.ts'
import { Temporal } from '../../../src/lib/time.ts'

/** Tuesday, 24 November 2026, 10:00 in Shanghai. */
const now = Temporal.Instant.from('2026-11-24T10:00:00+08:00')

const units = [
  { id: 1, code: 'HQ', kind: 'head_office', name: '总公司', nameEn: 'Head office', parentId: null },
  { id: 2, code: 'EAST', kind: 'sales_unit', name: '华东分公司', nameEn: 'East unit', parentId: 1 },
  { id: 3, code: 'WEST', kind: 'sales_unit', name: '西部分公司', nameEn: 'West unit', parentId: 1 },
  { id: 4, code: 'SH', kind: 'office', name: '上海办事处', nameEn: 'Shanghai office', parentId: 2 },
  { id: 5, code: 'HZ', kind: 'office', name: '杭州办事处', nameEn: 'Hangzhou office', parentId: 2 },
  { id: 6, code: 'CQ', kind: 'office', name: '重庆办事处', nameEn: 'Chongqing office', parentId: 3 },
]

/** By code, what each may see by the words of the rule: offices, and of these whose customers. */
export const people = [
  { code: 'li', name: '李明', nameEn: 'Li Ming', role: 'rep', unitId: 4, sees: { SH: ['li', null] } },
  { code: 'qian', name: '钱磊', nameEn: 'Qian Lei', role: 'rep', unitId: 4, sees: { SH: ['qian', null] } },
  {
    code: 'fang',
    name: '方敏',
    nameEn: 'Fang Min',
    role: 'team_lead',
    unitId: 4,
    sees: { SH: ['fang', 'qian', null] },
  },
  {
    code: 'wang',
    name: '王建华',
    nameEn: 'Wang Jianhua',
    role: 'office_head',
    unitId: 4,
    sees: { SH: ['li', 'qian', 'fang', null] },
  },
  { code: 'zhou', name: '周涛', nameEn: 'Zhou Tao', role: 'rep', unitId: 5, sees: { HZ: ['zhou', null] } },
  { code: 'tang', name: '唐静', nameEn: 'Tang Jing', role: 'rep', unitId: 6, sees: { CQ: ['tang', null] } },
  {
    code: 'zhao',
    name: '赵晓燕',
    nameEn: 'Zhao Xiaoyan',
    role: 'info_clerk',
    unitId: 2,
    sees: { SH: ['li', 'qian', 'fang', null], HZ: ['zhou', null] },
  },
  {
    code: 'chen',
    name: '陈志远',
    nameEn: 'Chen Zhiyuan',
    role: 'unit_manager',
    unitId: 2,
    sees: { SH: ['li', 'qian', 'fang', null], HZ: ['zhou', null] },
  },
  {
    code: 'sun',
    name: '孙丽娟',
    nameEn: 'Sun Lijuan',
    role: 'sales_admin',
    unitId: 1,
    sees: { SH: ['li', 'qian', 'fang', null], HZ: ['zhou', null], CQ: ['tang', null] },
  },
] as const

export interface Shop {
  name: string
  office: 'SH' | 'HZ' | 'CQ'
  owner: string | null
  nameEn?: string
  mnemonic?: string
  city?: string
  phone?: string
  taxId?: string
  tier?: string
  contacts?: { name: string; title?: string; nameEn?: string; mobile?: string }[]
}

/** A company of three offices in two sales units with these customers, on a real database. */
export async function threeOffices(shops: Shop[]) {
  const { db, close } = await openDatabase(':memory:')
  await db.orgUnit.createMany({ data: units })
  for (const { sees, ...one } of people)
    await db.member.create({ data: { ...one, pinyin: pinyinOf(one.name), joinedOn: '2020-01-01' } })
  const idOf = new Map((await db.member.findMany()).map(({ code, id }) => [code, id]))
  await db.member.update({ where: { code: 'qian' }, data: { leadId: idOf.get('fang') } })
  for (const shop of shops) await db.customer.create({ data: rowOf(shop, idOf) })
  await db.customer.findMany().then(async (all) => {
    for (const { id } of all)
      await db.customer.update({ where: { id }, data: { code: `KH${String(id).padStart(6, '0')}` } })
  })
  await indexCustomers(db, await db.customer.findMany({ include: { contacts: true } }))

  const as = async (code: string): Promise<Ctx> => {
    const me = (await meOf(db, idOf.get(code)!, '2026-11-24'))!
    const noted = { owed: [], changed: new Set<string>(), audited: [] }
    return { db, now, rules: defaultRules, me, language: me.language, ...noted }
  }
  const command = (name: string) => capability.commands.find((one) => one.name === name)!
  return {
    db,
    close,
    as,
    command,
    codeOf: async (name: string) => (await db.customer.findFirstOrThrow({ where: { name } })).code,
    /** What a person is answered, in words. */
    says: async (code: string, name: string, input: object): Promise<string> => {
      const { run, input: schema } = command(name)
      return plain(await run(await as(code), schema.parse(input)))
    },
    /** What a person is asked to confirm, in words. */
    confirms: async (code: string, name: string, input: object): Promise<string> => {
      const { confirm, input: schema } = command(name)
      return plain(await confirm!(await as(code), schema.parse(input)))
    },
    takesBack: async (code: string, name: string, subject: string): Promise<string> =>
      plain(await command(name).undo!(await as(code), subject)),
  }
}

export type ThreeOffices = Awaited<ReturnType<typeof threeOffices>>

/** The refusal a promise ends with. */
export const refusal = (promise: Promise<unknown>): Promise<Refusal> =>
  promise.then(
    (answer) => Promise.reject(new Error(`not refused: ${String(answer)}`)),
    (error: Refusal) => (error.code ? error : Promise.reject(error)),
  )

function rowOf({ office, owner, contacts = [], ...shop }: Shop, idOf: Map<string, number>) {
  return {
    tier: 'outlet',
    ...shop,
    code: crypto.randomUUID(),
    mnemonic: shop.mnemonic ?? mnemonicOf(shop.name, shop.city),
    coreName: coreNameOf(shop.name, shop.city),
    pinyin: pinyinOf(shop.name),
    officeId: units.find(({ code }) => code === office)!.id,
    ownerId: owner === null ? null : idOf.get(owner)!,
    registeredOn: '2026-01-05',
    contacts: {
      create: contacts.map((contact, i) => ({ ...contact, pinyin: pinyinOf(contact.name), isKey: i === 0 })),
    },
  }
}
