import { baihui, cases, hualian, pujiang, type Row, row, today, yesterday } from './row.ts'

/** Where a date stands, and what only looks like one. */

const recorded = (says: string, input: Row['input']) =>
  row(says, 'visit.record', { customer: hualian, date: today, ...input })

/** Before a customer, at the beginning, no quantity can stand. */
const leading: Row[] = [
  row('11.18 浦江副食 江老板 聊了陈列', 'visit.record', {
    customer: pujiang,
    contact: '江老板',
    date: '2026-11-18',
    about: '陈列',
  }),
  recorded('11.23 华联 聊堆头', { date: yesterday, about: '堆头' }),
  recorded('11.19 百惠 唐经理 聊新品', {
    customer: baihui,
    contact: '唐经理',
    date: '2026-11-19',
    about: '新品',
  }),
  recorded('11.23周一 华联 聊堆头', { date: yesterday, about: '堆头' }),
  recorded('11-23 华联 聊堆头', { date: yesterday, about: '堆头' }),
  recorded('20261123 华联 聊堆头', { date: yesterday, about: '堆头' }),
  recorded('11.23拜访华联 聊堆头', { date: yesterday, about: '堆头' }),
  row('12.3 华联 聊堆头', 'visit.plan', { customer: hualian, date: '2026-12-03', about: '堆头' }),
  row('11.18 华联 可乐12箱', 'stock.report', {
    customer: hualian,
    lines: [{ product: 'KL500', closing: cases(12) }],
  }),
]

const next: Row[] = ['华联 聊堆头 12.3再访', '华联聊堆头，12.3再访', '华联聊堆头12.3再访'].map((says) =>
  recorded(says, { about: '堆头', nextStep: '再访', nextDate: '2026-12-03' }),
)

const content: Row[] = [
  recorded('拜访华联 聊了明年陈列费', { about: '明年陈列费' }),
  recorded('拜访华联 王店长要20箱 这周要送到', {
    contact: '王店长',
    about: '要20箱，这周要送到',
    feedback: '要20箱，这周要送到',
  }),
  recorded('拜访华联 聊堆头 过半个月再来', { about: '堆头', nextStep: '再来', nextDate: '2026-12-09' }),
  row(
    '拜访华联 聊堆头 过几天再来',
    'visit.record',
    { customer: hualian, date: today, about: '堆头', nextStep: '再来' },
    { asks: ['nextDate'] },
  ),
]

export const dayRows: Row[] = [...leading, ...next, ...content]
