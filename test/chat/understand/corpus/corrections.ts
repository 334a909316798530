import {
  cases,
  friday,
  hualian,
  nextTuesday,
  type Row,
  row,
  today,
  yangpu,
  yesterday,
  yongsheng,
  zhabei,
} from './row.ts'

const visit = {
  customer: zhabei,
  contact: '李店长',
  date: today,
  about: '国庆堆头',
  nextStep: '再去',
  nextDate: nextTuesday,
}
const draft = { command: 'visit.record', input: visit }

/** A change of the visit that waits to be confirmed. */
const change = (says: string, changed: Record<string, unknown>, more: Parameters<typeof row>[3] = {}) =>
  row(says, 'visit.record', { ...visit, ...changed }, { spokenOf: { draft }, corrects: 'draft', ...more })

const visits: Row[] = [
  change('不是李店长 是张采购', { contact: '张采购' }),
  change('不是李店长，是张采购', { contact: '张采购' }),
  change('不是李店长是张采购', { contact: '张采购' }),
  change('是张采购，不是李店长', { contact: '张采购' }),
  change('联系人是张采购', { contact: '张采购' }),
  change('李店长改成张采购', { contact: '张采购' }),
  change('应该是张采购', { contact: '张采购' }),
  change('错了，是张采购', { contact: '张采购' }),
  change('联系人换成老板', { contact: '老板' }),
  change('not manager Li but buyer Zhang', { contact: '张采购' }),
  change("it's buyer Zhang, not manager Li", { contact: '张采购' }),
  change('改成周三', { nextDate: '2026-11-25' }),
  change('改成下周四', { nextDate: '2026-12-03' }),
  change('下次改成周五', { nextDate: friday }),
  change('不是下周二，是周五', { nextDate: friday }),
  change('下周二改成周五', { nextDate: friday }),
  change('change the next date to Friday', { nextDate: friday }),
  change('make it Friday', { nextDate: friday }),
  change('日期改成昨天', { date: yesterday }),
  change('不对，是昨天', { date: yesterday }),
  change('改成昨天', { date: yesterday }),
  change('客户是永盛', { customer: yongsheng }),
  change('不是大润发，是永盛', { customer: yongsheng }),
  change('客户改成华联', { customer: hualian }),
  change('客户是大润发杨浦店', { customer: yangpu }),
  change('应该是华联超市', { customer: hualian }),
  change('内容改成冰柜摆放', { about: '冰柜摆放' }),
  change('下一步是送样品', { nextStep: '送样品' }),
  change('方式改成电话', { kind: 'phone' }),
  change('改成电话', { kind: 'phone' }),
  change('客户是大润发', {}, { offers: { customer: [zhabei, yangpu] } }),
  change('下次改成11月31号', {}, { asks: ['nextDate'] }),
  change('下次改成昨天', {}, { asks: ['nextDate'] }),
]

const cola = { product: 'KL500', opening: cases(20), received: cases(30), closing: cases(12) }
const sprite = { product: 'XB500', closing: cases(8) }
const report = { customer: hualian, lines: [cola, sprite] }

const recount = (says: string, lines: unknown[], more: Parameters<typeof row>[3] = {}) =>
  row(
    says,
    'stock.report',
    { ...report, lines },
    {
      spokenOf: { draft: { command: 'stock.report', input: report } },
      corrects: 'draft',
      ...more,
    },
  )

const counts: Row[] = [
  recount('存15不是12', [{ ...cola, closing: cases(15) }, sprite]),
  recount('不是12，是15', [{ ...cola, closing: cases(15) }, sprite]),
  recount('可乐存15不是12', [{ ...cola, closing: cases(15) }, sprite]),
  recount('雪碧改成9箱', [cola, { ...sprite, closing: cases(9) }]),
  recount('可乐存改成15瓶', [{ ...cola, closing: { quantity: 15, unit: '瓶' } }, sprite]),
  recount('不是雪碧是芬达', [cola, { ...sprite, product: 'FD500' }]),
  recount('雪碧应该是芬达', [cola, { ...sprite, product: 'FD500' }]),
  recount('可乐改成15箱', [cola, sprite], { asks: ['lines'] }),
]

const last: Row[] = [
  row(
    '改成周三',
    'visit.plan',
    { customer: hualian, date: '2026-11-25' },
    {
      spokenOf: { last: { command: 'visit.plan', input: { customer: hualian, date: nextTuesday } } },
      corrects: 'last',
    },
  ),
  row(
    '不是华联 是永盛',
    'visit.plan',
    { customer: yongsheng, date: nextTuesday },
    {
      spokenOf: { last: { command: 'visit.plan', input: { customer: hualian, date: nextTuesday } } },
      corrects: 'last',
    },
  ),
  row(
    '改成周四',
    'leave.add',
    { from: '2026-11-26', to: '2026-11-26' },
    {
      spokenOf: { last: { command: 'leave.add', input: { from: friday, to: friday } } },
      corrects: 'last',
    },
  ),
]

/** A new sentence is no change, whatever waits. */
const none: Row[] = [
  row(
    '华联的电话改成021-55512345',
    'customer.edit',
    { customer: hualian, phone: '021-55512345' },
    { spokenOf: { draft } },
  ),
  row('明天拜访华联', 'visit.plan', { customer: hualian, date: '2026-11-25' }, { spokenOf: { draft } }),
  row('待审批', 'approval.list', {}, { spokenOf: { draft } }),
]

export const correctionRows: Row[] = [...visits, ...counts, ...last, ...none]
