import { deshun, huaihai, hualian, type Row, renmin, row, today, yongsheng } from './row.ts'

/** The form of a visit, copied and filled in. */
export const writtenForms: Row[] = [
  row(
    '客户：德顺批发部\n联系人：丁德顺\n谈了什么：返利没到账 他有情绪\n下一步：找财务查 周四回复他',
    'visit.record',
    {
      customer: deshun,
      contact: '丁德顺',
      date: today,
      about: '返利没到账 他有情绪',
      nextStep: '找财务查 回复他',
      nextDate: '2026-11-26',
    },
  ),
  row(
    '拜访记录\n客户：华联\n日期：昨天\n和谁谈的：王店长\n内容：国庆堆头\n竞品在降价\n客户反馈：费用太高\n下次：下周二 送样品',
    'visit.record',
    {
      customer: hualian,
      contact: '王店长',
      date: '2026-11-23',
      about: '国庆堆头\n竞品在降价',
      feedback: '费用太高',
      nextStep: '送样品',
      nextDate: '2026-12-01',
    },
  ),
  row(
    'Customer: Hualian\nContact: Kelly Ho\nHow: phone\nAbout: price list\nFeedback: too expensive\nNext step: send the quote\nNext date: Friday',
    'visit.record',
    {
      customer: hualian,
      contact: 'Kelly Ho',
      date: today,
      kind: 'phone',
      about: 'price list',
      feedback: 'too expensive',
      nextStep: 'send the quote',
      nextDate: '2026-11-27',
    },
  ),
  row('客户：永盛\n联系人：郑老板\n内容：货款\n下一步：周五前给方案\n下次：下周二', 'visit.record', {
    customer: yongsheng,
    contact: '郑永盛',
    date: today,
    about: '货款',
    nextStep: '周五前给方案',
    nextDate: '2026-12-01',
  }),
  row(
    '客户：佳佳\n联系人：李店\n内容：堆头\n反馈：好',
    'visit.record',
    { contact: '李店', date: today, about: '堆头', feedback: '好' },
    { offers: { customer: [renmin, huaihai] } },
  ),
  row(
    '客户：没这家店\n联系人：\n内容：堆头\n反馈：好',
    'visit.record',
    { date: today, about: '堆头', feedback: '好' },
    { asks: ['customer'] },
  ),
  row(
    '客户：永盛\n联系人：郑老板\n日期：明天\n内容：货款',
    'visit.record',
    { customer: yongsheng, contact: '郑永盛', about: '货款' },
    { asks: ['date'] },
  ),
  row(
    '客户：永盛\n联系人：郑老板\n反馈：货款下月付',
    'visit.record',
    {
      customer: yongsheng,
      contact: '郑永盛',
      date: today,
      feedback: '货款下月付',
    },
    { asks: ['about'] },
  ),
]
