import type { Prisma } from '#prisma'
import type { Role } from '../../src/crm/people/roles.ts'
import { personPinyinOf } from '../../src/lib/pinyin.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { randomOf } from './random.ts'

export type UnitRow = Prisma.OrgUnitCreateManyInput & { id: number }
export type MemberRow = Prisma.MemberCreateManyInput & { id: number; role: Role }

export interface Organisation {
  units: UnitRow[]
  members: MemberRow[]
}

type UnitLine = [code: string, kind: string, name: string, nameEn: string, parent: string | null]

const units: UnitLine[] = [
  ['HQ', 'head_office', '清泉饮料总公司', 'Clearspring Beverages', null],
  ['EAST', 'sales_unit', '华东分公司', 'East China', 'HQ'],
  ['SOUTH', 'sales_unit', '华南分公司', 'South China', 'HQ'],
  ['WEST', 'sales_unit', '西部分公司', 'West China', 'HQ'],
  ['SHA', 'office', '上海办事处', 'Shanghai office', 'EAST'],
  ['HGH', 'office', '杭州办事处', 'Hangzhou office', 'EAST'],
  ['NKG', 'office', '南京办事处', 'Nanjing office', 'EAST'],
  ['CAN', 'office', '广州办事处', 'Guangzhou office', 'SOUTH'],
  ['SZX', 'office', '深圳办事处', 'Shenzhen office', 'SOUTH'],
  ['XMN', 'office', '厦门办事处', 'Xiamen office', 'SOUTH'],
  ['CTU', 'office', '成都办事处', 'Chengdu office', 'WEST'],
  ['CKG', 'office', '重庆办事处', 'Chongqing office', 'WEST'],
]

type PersonLine = [
  code: string,
  name: string,
  nameEn: string,
  role: Role,
  unit: string,
  more?: { lead?: string; language?: 'en'; left?: number; successor?: string },
]

const people: PersonLine[] = [
  ['li', '李明', 'Li Ming', 'rep', 'SHA'],
  ['zhou', '周涛', 'Zhou Tao', 'rep', 'HGH', { lead: 'jiang' }],
  ['wang', '王建华', 'Wang Jianhua', 'office_head', 'SHA'],
  ['zhao', '赵晓燕', 'Zhao Xiaoyan', 'info_clerk', 'EAST'],
  ['chen', '陈志远', 'Chen Zhiyuan', 'unit_manager', 'EAST'],
  ['sun', '孙丽娟', 'Sun Lijuan', 'sales_admin', 'HQ'],
  ['admin', '高翔', 'Gao Xiang', 'admin', 'HQ'],
  ['hejing', '何静', 'He Jing', 'sales_admin', 'HQ'],
  ['emma', '林爱玛', 'Emma Lin', 'rep', 'SHA', { language: 'en' }],
  ['qian', '钱磊', 'Qian Lei', 'rep', 'SHA'],
  ['wugang', '吴刚', 'Wu Gang', 'rep', 'SHA', { left: 18, successor: 'qian' }],
  ['shen', '沈国平', 'Shen Guoping', 'office_head', 'HGH'],
  ['jiang', '蒋勇', 'Jiang Yong', 'team_lead', 'HGH'],
  ['fengyan', '冯燕', 'Feng Yan', 'rep', 'HGH', { lead: 'jiang' }],
  ['xufei', '许飞', 'Xu Fei', 'office_head', 'NKG'],
  ['caomin', '曹敏', 'Cao Min', 'rep', 'NKG'],
  ['dinghao', '丁浩', 'Ding Hao', 'rep', 'NKG'],
  ['david', '何大卫', 'David Ho', 'unit_manager', 'SOUTH', { language: 'en' }],
  ['luxue', '陆雪', 'Lu Xue', 'info_clerk', 'SOUTH'],
  ['liang', '梁伟文', 'Liang Weiwen', 'office_head', 'CAN'],
  ['huang', '黄志辉', 'Huang Zhihui', 'team_lead', 'CAN'],
  ['maijun', '麦俊', 'Mai Jun', 'rep', 'CAN', { lead: 'huang' }],
  ['ouyang', '欧阳婷', 'Ouyang Ting', 'rep', 'CAN', { lead: 'huang' }],
  ['luowen', '罗文', 'Luo Wen', 'rep', 'CAN'],
  ['pengbo', '彭博文', 'Peng Bowen', 'office_head', 'SZX'],
  ['zengli', '曾莉', 'Zeng Li', 'rep', 'SZX'],
  ['yejia', '叶嘉', 'Ye Jia', 'rep', 'SZX'],
  ['kevin', '郭凯文', 'Kevin Guo', 'rep', 'SZX', { language: 'en' }],
  ['grace', '谢佳恩', 'Grace Xie', 'office_head', 'XMN', { language: 'en' }],
  ['suhai', '苏海', 'Su Hai', 'rep', 'XMN'],
  ['linmei', '林梅', 'Lin Mei', 'rep', 'XMN'],
  ['tang', '唐勇', 'Tang Yong', 'unit_manager', 'WEST'],
  ['qinfang', '秦芳', 'Qin Fang', 'info_clerk', 'WEST'],
  ['deng', '邓国强', 'Deng Guoqiang', 'office_head', 'CTU'],
  ['yuanjie', '袁杰', 'Yuan Jie', 'team_lead', 'CTU'],
  ['zhangli', '张丽', 'Zhang Li', 'rep', 'CTU', { lead: 'yuanjie' }],
  ['heyu', '贺宇', 'He Yu', 'rep', 'CTU', { lead: 'yuanjie' }],
  ['fuqiang', '傅强', 'Fu Qiang', 'office_head', 'CKG'],
  ['xiaohan', '肖涵', 'Xiao Han', 'rep', 'CKG'],
  ['moyan', '莫岩', 'Mo Yan', 'rep', 'CKG'],
]

export function organisation(calendar: DemoCalendar): Organisation {
  const unitIds = new Map(units.map(([code], index) => [code, index + 1]))
  const memberIds = new Map(people.map(([code], index) => [code, index + 1]))
  return {
    units: units.map(([code, kind, name, nameEn, parent]) => ({
      id: unitIds.get(code)!,
      code,
      kind,
      name,
      nameEn,
      zone: calendar.zone,
      parentId: parent === null ? null : unitIds.get(parent),
    })),
    members: people.map(([code, name, nameEn, role, unit, more = {}], index) => ({
      id: index + 1,
      code,
      name,
      nameEn,
      pinyin: personPinyinOf(name),
      role,
      unitId: unitIds.get(unit)!,
      leadId: more.lead ? memberIds.get(more.lead) : null,
      ...reachable(code, index),
      language: more.language ?? 'zh',
      joinedOn: calendar.iso(-randomOf('joined', code).between(200, 3600)),
      leftOn: more.left ? calendar.iso(-more.left) : null,
      successorId: more.successor ? memberIds.get(more.successor) : null,
    })),
  }
}

/** By which a platform's user is known to be a member. */
export const reachable = (code: string, index: number) => ({
  email: `${code}@clearspring.example`,
  mobile: `+86${13_810_000_000 + index + 1}`,
})

/** Who looked after a customer on that day: whoever left, as long as they were there. */
export function ownerOn(
  { ownerId, lastOwnerId }: { ownerId: number | null; lastOwnerId?: number | null },
  date: string,
  members: MemberRow[],
): number | null {
  const before = members.find(({ id }) => id === lastOwnerId)
  return before?.leftOn && date < before.leftOn ? before.id : ownerId
}
