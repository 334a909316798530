import type { fieldsOf } from '../command-fields.ts'

/** What people call the fields, beside their labels. */
const called: Record<string, string[]> = {
  customer: ['客户', '门店', '店', '客户名称', '拜访客户', 'customer', 'shop', 'store'],
  contact: [
    '联系人',
    '人',
    '和谁谈的',
    '跟谁谈的',
    '拜访人',
    '拜访对象',
    '对接人',
    '见的',
    '找的',
    'contact',
    'person',
  ],
  date: ['日期', '时间', '日子', '哪天', '拜访日期', '拜访时间', 'date', 'day'],
  nextDate: [
    '下次',
    '下次日期',
    '下次时间',
    '下次拜访',
    '下次拜访时间',
    '下次跟进',
    '回访时间',
    '回访日期',
    'next date',
    'next visit',
    'next',
  ],
  nextStep: ['下一步', '下步', '下一步计划', '下次做什么', 'next step'],
  about: [
    '内容',
    '拜访内容',
    '沟通内容',
    '谈什么',
    '聊了什么',
    '谈的',
    '聊的',
    '主题',
    '谈了',
    '聊了',
    'about',
    'topic',
    'content',
  ],
  feedback: ['反馈', '客户反馈', '对方说的', 'feedback'],
  kind: ['方式', '拜访方式', 'how'],
  reason: ['原因', '理由', 'reason'],
  from: ['开始', '开始日期', '从', 'start', 'from'],
  to: ['结束', '结束日期', '到', '转给', 'end', 'to', 'until'],
  time: ['时间', '几点', 'time'],
  period: ['周期', '周次', 'week', 'period'],
  phone: ['电话', '号码', 'phone'],
  mobile: ['手机', '电话', 'mobile'],
}

/** The name of the field that a word labels: 客户, 下次, next date. */
export function fieldLabelled(fields: ReturnType<typeof fieldsOf>, word: string): string | undefined {
  const said = word.replace(/^(?:the |我的|这个|把)/gu, '').trim()
  const labels = ([name, { label }]: (typeof fields)[number]) => [
    label.zh,
    label.en.toLowerCase(),
    ...(called[name] ?? []),
  ]
  return fields.find((field) => labels(field).some((label) => label === said || `${label}的` === said))?.[0]
}
