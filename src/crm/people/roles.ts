import type { Words } from '../../lib/words.ts'

/** Who is who, from the field up. */
export const roles = [
  'rep',
  'team_lead',
  'office_head',
  'info_clerk',
  'unit_manager',
  'sales_admin',
  'admin',
] as const

export type Role = (typeof roles)[number]

export const roleWords: Record<Role, Words> = {
  rep: { zh: '业务代表', en: 'rep' },
  team_lead: { zh: '主管', en: 'team lead' },
  office_head: { zh: '办事处主任', en: 'office head' },
  info_clerk: { zh: '信息员', en: 'info clerk' },
  unit_manager: { zh: '业务经理', en: 'unit manager' },
  sales_admin: { zh: '销售管理部', en: 'sales admin' },
  admin: { zh: '系统管理员', en: 'admin' },
}
