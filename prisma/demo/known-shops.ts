import type { Tier } from '../../src/crm/customers/tiers.ts'
import type { Progress } from './contract-steps.ts'

/** A customer that is told about: the shops of `li`, and those whose names are easily taken for them. */
export interface KnownShop {
  name: string
  nameEn: string
  tier: Tier
  owner: string
  /** Name of the customer that supplies this one; it stands before it in the list. */
  upstream?: string
  grade?: string
  status?: string
  contacts: [name: string, nameEn: string, title: string][]
  /** A next step that is overdue or due on the first day; a visit planned for it, or planned before and not reported on. */
  agenda?: 'overdue' | 'due' | 'planned' | 'unreported'
  /** What became of the report of the week that finished last. */
  lastReport?: 'missing' | 'submitted' | 'accepted' | 'returned'
  /** How far the contract of the year has come. */
  contract?: Progress | 'none'
}

/** Both supply the shops of the list. */
const distributor = '上海申源饮料贸易有限公司'
const supermarket = '华联超市'

export const knownShops: KnownShop[] = [
  {
    name: distributor,
    nameEn: 'Shanghai Shenyuan Beverage Trading',
    tier: 'distributor',
    owner: 'qian',
    contacts: [
      ['顾永明', 'Gu Yongming', '总经理'],
      ['许会计', 'Accountant Xu', '会计'],
    ],
  },
  {
    name: supermarket,
    nameEn: 'Hualian Supermarket',
    tier: 'sub_distributor',
    owner: 'li',
    upstream: distributor,
    grade: 'core',
    agenda: 'due',
    lastReport: 'missing',
    contract: 'approved',
    contacts: [
      ['王店长', 'Manager Wang', '店长'],
      ['刘会计', 'Accountant Liu', '会计'],
      ['小陈', 'Xiao Chen', '收货员'],
    ],
  },
  {
    ...shop(
      '永盛副食商行',
      'Yongsheng Provisions',
      'sub_distributor',
      [['郑永盛', 'Zheng Yongsheng', '老板']],
      distributor,
    ),
    lastReport: 'returned',
    agenda: 'planned',
    contract: 'info_clerk',
  },
  {
    ...shop(
      '新安商贸行',
      'Xin’an Trading House',
      'sub_distributor',
      [['安经理', 'Manager An', '经理']],
      distributor,
    ),
    lastReport: 'missing',
    contract: 'returned',
  },
  {
    ...shop(
      '清泉之家饮料专营店',
      'Clearspring House',
      'exclusive_sub_distributor',
      [['夏店长', 'Manager Xia', '店长']],
      distributor,
    ),
    lastReport: 'accepted',
    contract: 'approved',
  },
  {
    ...shop(
      '德顺批发部',
      'Deshun Wholesale',
      'contracted_wholesaler',
      [['丁德顺', 'Ding Deshun', '老板']],
      distributor,
    ),
    agenda: 'overdue',
    contract: 'office_head',
  },
  {
    ...shop(
      '浦江副食批发部',
      'Pujiang Grocery Wholesale',
      'contracted_wholesaler',
      [['江老板', 'Boss Jiang', '老板']],
      distributor,
    ),
    contract: 'unit_manager',
  },
  {
    ...shop(
      '曹杨饮料批发部',
      'Caoyang Drinks Wholesale',
      'contracted_wholesaler',
      [['曹老板娘', 'Mrs Cao', '老板娘']],
      supermarket,
    ),
    contract: 'draft',
  },
  shop(
    '长风烟酒批发部',
    'Changfeng Liquor Wholesale',
    'direct_wholesaler',
    [['方老板', 'Boss Fang', '老板']],
    distributor,
  ),
  {
    ...shop(
      '佳佳便利店(人民路店)',
      'Jiajia Convenience (Renmin Road)',
      'outlet',
      [['小周', 'Xiao Zhou', '店长']],
      supermarket,
    ),
    agenda: 'planned',
  },
  shop(
    '佳佳便利店(淮海路店)',
    'Jiajia Convenience (Huaihai Road)',
    'outlet',
    [['孙店长', 'Manager Sun', '店长']],
    supermarket,
  ),
  {
    ...shop(
      '百惠生活超市',
      'Baihui Supermarket',
      'outlet',
      [['唐经理', 'Manager Tang', '经理']],
      '永盛副食商行',
    ),
    agenda: 'unreported',
  },
  shop('阿婆小卖部', 'Granny’s Corner Shop', 'outlet', [['陈阿婆', 'Granny Chen', '老板娘']], '德顺批发部'),
  {
    ...shop('东方大酒楼', 'Oriental Banquet Hall', 'outlet', [['金采购', 'Buyer Jin', '采购']], '新安商贸行'),
    agenda: 'due',
  },
  shop('海鸥火锅店', 'Seagull Hotpot', 'outlet', [['欧阳店长', 'Manager Ouyang', '店长']], '浦江副食批发部'),
  shop('极速网咖', 'Jisu Internet Café', 'outlet', [['阿杰', 'Ah Jie', '老板']], '曹杨饮料批发部'),
  shop('育才中学食堂', 'Yucai School Canteen', 'outlet', [['马师傅', 'Chef Ma', '主管']], supermarket),
  shop('外滩烟酒店', 'Bund Liquor Store', 'outlet', [['史老板', 'Boss Shi', '老板']], '长风烟酒批发部'),
  {
    ...shop('早安便利店', 'Morning Convenience', 'outlet', [['朱店长', 'Manager Zhu', '店长']]),
    status: 'prospect',
  },
  {
    ...shop(
      '华联批发部',
      'Hualian Wholesale',
      'contracted_wholesaler',
      [['华老板', 'Boss Hua', '老板']],
      distributor,
    ),
    owner: 'qian',
    contract: 'office_head',
  },
  {
    ...shop('华联商贸行', 'Hualian Trading House', 'sub_distributor', [['王经理', 'Manager Wang', '经理']]),
    owner: 'zhou',
    contract: 'sales_admin',
  },
  {
    ...shop(
      '华联生鲜超市',
      'Hualian Fresh Market',
      'outlet',
      [['方店长', 'Manager Fang', '店长']],
      '华联商贸行',
    ),
    owner: 'zhou',
  },
  {
    ...shop('新华联便利店', 'Xinhualian Convenience', 'outlet', [['洪店长', 'Manager Hong', '店长']]),
    owner: 'caomin',
  },
]

function shop(
  name: string,
  nameEn: string,
  tier: Tier,
  contacts: KnownShop['contacts'],
  upstream?: string,
): KnownShop {
  return { name, nameEn, tier, owner: 'li', upstream, contacts }
}
