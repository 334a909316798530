import type { Ctx } from '../../src/crm/context.ts'
import { indexCustomers } from '../../src/crm/customers/customer-index.ts'
import { coreNameOf, mnemonicOf, pinyinOf } from '../../src/crm/customers/customer-keys.ts'
import { meOf } from '../../src/crm/people/me-of.ts'
import { defaultRules } from '../../src/crm/rules.ts'
import { openDatabase } from '../../src/db/open-node.ts'
import { personPinyinOf } from '../../src/lib/pinyin.ts'
import { BUSINESS_ZONE, localDate, Temporal } from '../../src/lib/time.ts'

/** The company whose people speak in the corpus: few customers, many of them easily taken for one another. */

const units = [
  { code: 'HQ', kind: 'head_office', name: '总公司', nameEn: 'Head office' },
  { code: 'EAST', kind: 'sales_unit', name: '华东分公司', nameEn: 'East China', parentId: 1 },
  { code: 'SHA', kind: 'office', name: '上海办事处', nameEn: 'Shanghai office', parentId: 2 },
  { code: 'HGH', kind: 'office', name: '杭州办事处', nameEn: 'Hangzhou office', parentId: 2 },
]

const people: [code: string, name: string, nameEn: string, role: string, unitId: number][] = [
  ['li', '李明', 'Li Ming', 'rep', 3],
  ['emma', '林爱玛', 'Emma Lin', 'rep', 3],
  ['qian', '钱磊', 'Qian Lei', 'rep', 3],
  ['wang', '王建华', 'Wang Jianhua', 'office_head', 3],
  ['zhou', '周涛', 'Zhou Tao', 'rep', 4],
  ['zhao', '赵晓燕', 'Zhao Xiaoyan', 'info_clerk', 2],
  ['chen', '陈志远', 'Chen Zhiyuan', 'unit_manager', 2],
  ['sun', '孙丽娟', 'Sun Lijuan', 'sales_admin', 1],
  ['admin', '高翔', 'Gao Xiang', 'admin', 1],
]

interface Shop {
  name: string
  nameEn: string
  tier?: string
  /** null: in the public pool */
  owner?: string | null
  phone?: string
  contacts?: [name: string, nameEn: string, title: string, mobile?: string][]
}

/** Their codes are KH000001, KH000002 … in this order. */
const shops: Shop[] = [
  {
    name: '华联超市',
    nameEn: 'Hualian Supermarket',
    tier: 'sub_distributor',
    phone: '021-62581234',
    contacts: [
      ['王店长', 'Manager Wang', '店长', '13800001111'],
      ['刘会计', 'Accountant Liu', '会计'],
      ['小陈', 'Xiao Chen', '收货员'],
    ],
  },
  {
    name: '大润发闸北店',
    nameEn: 'RT-Mart Zhabei',
    contacts: [
      ['李店长', 'Manager Li', '店长'],
      ['张采购', 'Buyer Zhang', '采购'],
    ],
  },
  { name: '大润发杨浦店', nameEn: 'RT-Mart Yangpu', contacts: [['赵经理', 'Manager Zhao', '经理']] },
  {
    name: '永盛副食商行',
    nameEn: 'Yongsheng Provisions',
    tier: 'sub_distributor',
    contacts: [['郑永盛', 'Zheng Yongsheng', '老板']],
  },
  {
    name: '佳佳便利店(人民路店)',
    nameEn: 'Jiajia Convenience (Renmin Road)',
    contacts: [['小周', 'Xiao Zhou', '店长']],
  },
  {
    name: '佳佳便利店(淮海路店)',
    nameEn: 'Jiajia Convenience (Huaihai Road)',
    contacts: [['孙店长', 'Manager Sun', '店长']],
  },
  { name: '百惠生活超市', nameEn: 'Baihui Supermarket', contacts: [['唐经理', 'Manager Tang', '经理']] },
  {
    name: '德顺批发部',
    nameEn: 'Deshun Wholesale',
    tier: 'contracted_wholesaler',
    phone: '13911112222',
    contacts: [['丁德顺', 'Ding Deshun', '老板']],
  },
  {
    name: '世纪联华',
    nameEn: 'Century Mart',
    contacts: [
      ['王大海', 'Wang Dahai', '店长'],
      ['王小丽', 'Wang Xiaoli', '采购'],
    ],
  },
  { name: '好又多超市', nameEn: 'Haoyouduo Supermarket', contacts: [['陈老板', 'Boss Chen', '老板']] },
  {
    name: '长风烟酒批发部',
    nameEn: 'Changfeng Liquor Wholesale',
    contacts: [['方老板', 'Boss Fang', '老板']],
  },
  { name: '长丰食品商店', nameEn: 'Changfeng Foods', contacts: [['许店长', 'Manager Xu', '店长']] },
  { name: '光明食品店', nameEn: 'Guangming Foods', contacts: [['何老板', 'Boss He', '老板']] },
  { name: '天天乐超市', nameEn: 'Tiantianle Supermarket', contacts: [['吴店长', 'Manager Wu', '店长']] },
  {
    name: '上海申源饮料贸易有限公司',
    nameEn: 'Shanghai Shenyuan Beverage Trading',
    tier: 'distributor',
    owner: 'qian',
    contacts: [['顾永明', 'Gu Yongming', '总经理']],
  },
  {
    name: '杭州联华超市',
    nameEn: 'Hangzhou Lianhua Supermarket',
    tier: 'sub_distributor',
    owner: 'zhou',
    contacts: [['沈店长', 'Manager Shen', '店长']],
  },
  {
    name: '新世纪便利店',
    nameEn: 'New Century Convenience',
    owner: null,
    contacts: [['马店长', 'Manager Ma', '店长']],
  },
  { name: '易初莲花浦东店', nameEn: 'Lotus Pudong', owner: 'emma', contacts: [['Tony', 'Tony', '店长']] },
  { name: '东方大酒楼', nameEn: 'Oriental Banquet Hall', contacts: [['金采购', 'Jin', '采购']] },
  { name: '海鸥火锅店', nameEn: 'Seagull Hotpot', contacts: [['欧阳店长', 'Manager Ouyang', '店长']] },
  { name: '清泉之家饮料专营店', nameEn: 'Clearspring House', contacts: [['夏店长', 'Manager Xia', '店长']] },
  { name: '早安便利店', nameEn: 'Morning Convenience', contacts: [['朱店长', 'Manager Zhu', '店长']] },
  {
    name: '曹杨饮料批发部',
    nameEn: 'Caoyang Drinks Wholesale',
    contacts: [['曹老板娘', 'Mrs Cao', '老板娘']],
  },
  { name: '新安商贸行', nameEn: 'Xin’an Trading House', contacts: [['安经理', 'Manager An', '经理']] },
  {
    name: '浦江副食批发部',
    nameEn: 'Pujiang Grocery Wholesale',
    contacts: [['江老板', 'Boss Jiang', '老板']],
  },
  { name: '外滩烟酒店', nameEn: 'Bund Liquor Store', contacts: [['史老板', 'Boss Shi', '老板']] },
  { name: '育才中学食堂', nameEn: 'Yucai School Canteen', contacts: [['马师傅', 'Chef Ma', '主管']] },
  { name: '极速网咖', nameEn: 'Jisu Internet Café', contacts: [['阿杰', 'Ah Jie', '老板']] },
  {
    name: '嘉诚生鲜超市',
    nameEn: 'Jiacheng Fresh Market',
    owner: 'zhou',
    contacts: [['方店长', 'Manager Fang', '店长']],
  },
  {
    name: '嘉诚商贸行',
    nameEn: 'Jiacheng Trading House',
    owner: 'zhou',
    contacts: [['王经理', 'Manager Wang', '经理']],
  },
  { name: '泰和副食商行', nameEn: 'Taihe Grocery', owner: 'zhou', contacts: [['林静', 'Lin Jing', '老板']] },
  { name: '泰和生鲜超市', nameEn: 'Taihe Fresh Market', owner: 'zhou' },
  { name: '福满家食品批发部', nameEn: 'Fumanjia Food Wholesale', owner: 'zhou' },
  { name: '福满家网咖', nameEn: 'Fumanjia Internet Café', owner: 'zhou' },
  { name: '宏达便利店(和平路店)', nameEn: 'Hongda Convenience (Heping Road)', owner: 'zhou' },
]

const bottles = [
  { name: '箱', en: 'case', per: 24 },
  { name: '瓶', en: 'bottle', per: 1 },
]
const cans = [
  { name: '箱', en: 'case', per: 24 },
  { name: '提', en: 'six-pack', per: 6 },
  { name: '听', en: 'can', per: 1 },
]

const fifteens = [
  { name: '箱', en: 'case', per: 15 },
  { name: '瓶', en: 'bottle', per: 1 },
]

const products: [code: string, name: string, nameEn: string, aliases: string[], units: typeof bottles][] = [
  ['KL500', '可乐', 'Cola', ['瓶装可乐', 'coke'], bottles],
  ['KL330', '罐装可乐', 'Cola Can', ['听装可乐'], cans],
  ['XB500', '雪碧', 'Sprite', ['瓶装雪碧'], bottles],
  ['FD500', '芬达', 'Fanta Orange', ['橙味汽水', 'fanta'], bottles],
  ['KQS', '矿泉水', 'Mineral Water', ['天然水'], bottles],
  ['BHC', '冰红茶', 'Iced Black Tea', ['红茶'], bottles],
  ['CZ', '橙汁', 'Orange Juice', ['果粒橙', '果汁'], bottles],
  ['PGZ', '苹果汁', 'Apple Juice', ['果汁'], bottles],
  ['LC', '绿茶', 'Green Tea', [], fifteens],
  ['LCG', '凉茶', 'Herbal Tea', [], cans],
  ['PJ', '啤酒', 'Lager Beer', [], bottles],
  ['YZ', '椰汁', 'Coconut Drink', [], cans],
]

type ContractLine = [number: string, shop: number, year: number, state: string, openAt?: string]

/** `openAt`: whose decision it waits for. */
const contracts: ContractLine[] = [
  ['HT-2026-0031', 1, 2026, 'in_review', 'office_head'],
  ['HT-2026-0032', 4, 2026, 'in_review', 'info_clerk'],
  ['HT-2026-0033', 2, 2026, 'in_review', 'office_head'],
  ['HT-2026-0034', 3, 2026, 'in_review', 'office_head'],
  ['HT-2026-0036', 8, 2026, 'in_review', 'office_head'],
  ['HT-2027-0001', 8, 2027, 'in_review', 'office_head'],
  ['HT-2026-0040', 10, 2026, 'draft'],
  ['HT-2026-0041', 7, 2026, 'approved'],
]

const steps = ['office_head', 'info_clerk', 'unit_manager', 'sales_admin']

export async function repCompany() {
  const { db, close } = await openDatabase(':memory:')
  await db.orgUnit.createMany({ data: units })
  await db.member.createMany({
    data: people.map(([code, name, nameEn, role, unitId]) => {
      const language = code === 'emma' ? 'en' : 'zh'
      return {
        code,
        name,
        nameEn,
        role,
        unitId,
        language,
        pinyin: personPinyinOf(name),
        joinedOn: '2020-01-01',
      }
    }),
  })
  const members = new Map((await db.member.findMany()).map(({ code, id }) => [code, id]))
  await db.customer.createMany({ data: shops.map((shop, i) => customerRow(shop, i, members)) })
  await db.contact.createMany({ data: shops.flatMap(contactRows) })
  await indexCustomers(db, await db.customer.findMany({ include: { contacts: true } }))
  await db.product.createMany({ data: products.map(productRow) })
  for (const line of contracts) await addContract(line)
  const as = async (code: string, local = '2026-11-24T10:00'): Promise<Ctx> => {
    const now = Temporal.PlainDateTime.from(local).toZonedDateTime(BUSINESS_ZONE).toInstant()
    const me = (await meOf(db, members.get(code)!, localDate(now, BUSINESS_ZONE).toString()))!
    const rules = defaultRules
    return { db, now, me, language: me.language, rules, owed: [], changed: new Set(), audited: [] }
  }
  return { db, close, as }

  async function addContract([number, customerId, year, state, openAt]: ContractLine) {
    const openedAt = new Date('2026-11-23T02:00:00Z')
    const position = openAt ? steps.indexOf(openAt) : -1
    await db.contract.create({
      data: {
        ...{ number, customerId, year, state, submittedById: members.get('li')!, submittedAt: openedAt },
        steps: {
          create: openAt
            ? steps.map((role, i) => ({
                ...{ round: 1, position: i + 1, role },
                state: i < position ? 'approved' : i === position ? 'open' : 'waiting',
                openedAt: i === position ? openedAt : null,
              }))
            : [],
        },
      },
    })
  }
}

export type RepCompany = Awaited<ReturnType<typeof repCompany>>

const codeOf = (index: number) => `KH${String(index + 1).padStart(6, '0')}`

function customerRow(
  { name, nameEn, tier = 'outlet', owner = 'li', phone }: Shop,
  i: number,
  members: Map<string, number>,
) {
  return {
    ...{ code: codeOf(i), name, nameEn, tier, phone, mnemonic: mnemonicOf(name), coreName: coreNameOf(name) },
    pinyin: pinyinOf(name),
    officeId: owner === 'zhou' ? 4 : 3,
    ownerId: owner === null ? null : members.get(owner)!,
    registeredOn: '2025-01-01',
    reportsStock: tier.includes('distributor'),
  }
}

const contactRows = ({ contacts = [] }: Shop, i: number) =>
  contacts.map(([name, nameEn, title, mobile], nth) => ({
    ...{ customerId: i + 1, name, nameEn, title, mobile, pinyin: personPinyinOf(name), isKey: nth === 0 },
  }))

const productRow = ([code, name, nameEn, aliases, units]: (typeof products)[number]) => ({
  ...{
    code,
    name,
    nameEn,
    aliases: JSON.stringify(aliases),
    pinyin: pinyinOf(name),
    units: JSON.stringify(units),
  },
  ...{ brand: '清泉', category: '饮料', unitPrice: 200n },
})
