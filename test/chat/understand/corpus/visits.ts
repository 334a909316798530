import {
  baihui,
  century,
  changfengFoods,
  changfengLiquor,
  deshun,
  friday,
  guangming,
  haoyouduo,
  huaihai,
  hualian,
  nextTuesday,
  pool,
  type Row,
  renmin,
  row,
  tiantianle,
  today,
  yangpu,
  yesterday,
  yongsheng,
  zhabei,
} from './row.ts'

/** A visit on this day unless another is given. */
const visit = (says: string, input: Row['input'], more: Parameters<typeof row>[3] = {}) =>
  row(says, 'visit.record', { date: today, ...input }, more)

const display = {
  customer: hualian,
  contact: '王店长',
  about: '国庆堆头',
  nextStep: '再去',
  nextDate: nextTuesday,
}

/** The same visit as different people would write it. */
const sameVisit: Row[] = [
  '拜访华联超市 跟王店长聊了国庆堆头 下周二再去',
  '拜访华联超市，跟王店长聊了国庆堆头，下周二再去',
  '拜访华联超市跟王店长聊了国庆堆头下周二再去',
  '今天拜访了华联超市，和王店长聊了国庆堆头，下周二再去。',
  '今天去了华联，跟王店长聊了国庆堆头，下周二再去',
  '去了趟华联超市 和王店长谈了国庆堆头 下周二再去',
  '麻烦帮我记一下，今天拜访华联超市，跟王店长聊了国庆堆头，下周二再去，谢谢',
  '嗯那个今天去了华联超市跟王店长聊了国庆堆头下周二再去',
  '拜访hlcs 跟王店长聊了国庆堆头 下周二再去',
  '拜访KH000001 跟王店长聊了国庆堆头 下周二再去',
  '拜访华联超市 见了王店长 聊了国庆堆头 下周二再去',
  '拜访　华联超市　跟王店长聊了国庆堆头　下周二再去',
  '华联超市 跟王店长聊了国庆堆头 下周二再去',
  '跟华联的王店长聊了国庆堆头 下周二再去',
  '刚从华联出来，跟王店长沟通了国庆堆头，下周二再去',
  '拜访华联超市\n跟王店长聊了国庆堆头\n下周二再去',
  '【转发】拜访华联超市，跟王店长聊了国庆堆头，下周二再去',
  '到华联超市拜访，与王店长讨论了国庆堆头，下周二再去',
  '今天上午在华联跟王店长聊了国庆堆头，下周二再去',
  '记录拜访 华联超市 王店长 聊了国庆堆头 下周二再去',
  '走访华联超市 跟王店长聊国庆堆头 下周二再去',
  '华联 王店长 聊了国庆堆头 12月1日再去',
  '拜访华连超市 跟王店长聊了国庆堆头 下周二再去',
].map((says) => visit(says, display))

const others: Row[] = [
  visit('拜訪華聯超市 跟王店長聊了國慶堆頭 下週二再去', { ...display, about: '國慶堆頭' }),
  visit('昨天去了hlcs，老板说竞品在降价，周五给报价', {
    customer: hualian,
    date: yesterday,
    contact: '老板',
    about: '竞品在降价',
    feedback: '竞品在降价',
    nextStep: '给报价',
    nextDate: friday,
  }),
  visit('昨天去了hlcs老板说竞品在降价周五给报价', {
    customer: hualian,
    date: yesterday,
    contact: '老板',
    about: '竞品在降价',
    feedback: '竞品在降价',
    nextStep: '给报价',
    nextDate: friday,
  }),
  visit('visited Hualian, talked to manager Wang about the display, back next Tuesday', {
    customer: hualian,
    contact: '王店长',
    about: 'the display',
    nextStep: 'back',
    nextDate: nextTuesday,
  }),
  visit(
    'Visited Hualian yesterday. Talked with Manager Wang about the new display. Will send the quote on Friday.',
    {
      customer: hualian,
      date: yesterday,
      contact: '王店长',
      about: 'the new display',
      nextStep: 'send the quote',
      nextDate: friday,
    },
  ),
  visit('met manager wang at hualian, discussed the christmas promotion, follow up next Tuesday', {
    customer: hualian,
    contact: '王店长',
    about: 'the christmas promotion',
    nextStep: 'follow up',
    nextDate: nextTuesday,
  }),
  visit('拜访永盛 郑永盛说年底想多进货 下周二带合同过去', {
    customer: yongsheng,
    contact: '郑永盛',
    about: '年底想多进货',
    feedback: '年底想多进货',
    nextStep: '带合同过去',
    nextDate: nextTuesday,
  }),
  visit('昨天下午去了德顺，跟丁老板谈了明年的年度合同，他同意先签600箱', {
    customer: deshun,
    date: yesterday,
    contact: '丁德顺',
    about: '明年的年度合同',
    feedback: '同意先签600箱',
  }),
  visit('电话联系了永盛的郑老板，聊了回款的事，周五再打', {
    customer: yongsheng,
    contact: '郑永盛',
    kind: 'phone',
    about: '回款的事',
    nextStep: '再打',
    nextDate: friday,
  }),
  visit('给华联王店长打了电话，聊了补货', {
    customer: hualian,
    contact: '王店长',
    kind: 'phone',
    about: '补货',
  }),
  visit('微信上跟百惠的唐经理聊了新品铺货，下周二去签单', {
    customer: baihui,
    contact: '唐经理',
    kind: 'online',
    about: '新品铺货',
    nextStep: '去签单',
    nextDate: nextTuesday,
  }),
  visit('周五拜访了大润发闸北店，跟李店长聊了冰柜摆放', {
    customer: zhabei,
    date: '2026-11-20',
    contact: '李店长',
    about: '冰柜摆放',
  }),
  visit('上周五拜访大润发杨浦店 跟赵经理谈了陈列费', {
    customer: yangpu,
    date: '2026-11-20',
    contact: '赵经理',
    about: '陈列费',
  }),
  visit('11月20号去的好又多，陈老板反映送货太慢，希望改成一周两次', {
    customer: haoyouduo,
    date: '2026-11-20',
    contact: '陈老板',
    about: '送货太慢，希望改成一周两次',
    feedback: '送货太慢，希望改成一周两次',
  }),
  visit('世纪联华 跟王大海聊了端架 下月5号再谈', {
    customer: century,
    contact: '王大海',
    about: '端架',
    nextStep: '再谈',
    nextDate: '2026-12-05',
  }),
  visit('拜访世纪联华 跟采购聊了进场费', { customer: century, contact: '王小丽', about: '进场费' }),
  visit('拜访天天乐 吴店长不在 跟店员聊了临期品', {
    customer: tiantianle,
    contact: '店员',
    about: '吴店长不在，临期品',
  }),
  visit('拜访新世纪便利店 马店长想做可乐买赠 三天后给方案', {
    customer: pool,
    contact: '马店长',
    about: '想做可乐买赠',
    feedback: '想做可乐买赠',
    nextStep: '给方案',
    nextDate: friday,
  }),
  visit('拜访华联超市 谈国庆堆头', { customer: hualian, about: '国庆堆头' }),
  visit('拜访华联超市 国庆堆头 下周二再去', {
    customer: hualian,
    about: '国庆堆头',
    nextStep: '再去',
    nextDate: nextTuesday,
  }),
  visit('华联超市 王店长 国庆堆头已经摆好 拜访', {
    customer: hualian,
    contact: '王店长',
    about: '国庆堆头已经摆好',
  }),
  visit('拜访华联 送了样品 王店长挺满意', {
    customer: hualian,
    contact: '王店长',
    about: '送了样品，王店长挺满意',
  }),
  visit('拜访它，聊了补货', { customer: hualian, about: '补货' }, { spokenOf: { customer: hualian } }),
  visit('去了刚才那家，聊了陈列', { customer: deshun, about: '陈列' }, { spokenOf: { customer: deshun } }),
  visit(
    '昨天拜访了这个客户，谈了账期',
    { customer: yongsheng, date: yesterday, about: '账期' },
    { spokenOf: { customer: yongsheng } },
  ),
  visit(
    'visited it yesterday, talked about payment terms',
    { customer: yongsheng, date: yesterday, about: 'payment terms' },
    { spokenOf: { customer: yongsheng } },
  ),
  visit('去了华联超市，跟王店长聊了一下国庆堆头的位置，他希望放门口，下周二再去确认', {
    customer: hualian,
    contact: '王店长',
    about: '国庆堆头的位置',
    feedback: '希望放门口',
    nextStep: '再去确认',
    nextDate: nextTuesday,
  }),
  visit('拜访华联 和刘会计对了账 月底前回款', {
    customer: hualian,
    contact: '刘会计',
    about: '对了账',
    nextStep: '回款',
    nextDate: '2026-11-30',
  }),
  visit('今天拜访光明食品店，何老板抱怨窜货，答应年底前处理', {
    customer: guangming,
    contact: '何老板',
    about: '抱怨窜货',
    feedback: '抱怨窜货',
    nextStep: '处理',
    nextDate: '2026-12-31',
  }),
]

/** Names that several customers answer to, and names that are nearly right. */
const whichCustomer: Row[] = [
  visit('拜访大润发聊了堆头', { about: '堆头' }, { offers: { customer: [zhabei, yangpu] } }),
  visit('去了佳佳便利店，聊了新品', { about: '新品' }, { offers: { customer: [renmin, huaihai] } }),
  visit('去了佳佳人民路店，聊了新品', { customer: renmin, about: '新品' }),
  visit(
    'visited changfeng, talked about the price',
    { about: 'the price' },
    { offers: { customer: [changfengFoods, changfengLiquor] } },
  ),
  visit('拜访长风烟酒 聊了春节备货', { customer: changfengLiquor, about: '春节备货' }),
  visit('拜访好有多超市 聊了堆头', { customer: haoyouduo, about: '堆头' }),
  visit('拜访世纪连华，聊了端架', { customer: century, about: '端架' }),
  visit('拜访yongsheng 聊了价格', { customer: yongsheng, about: '价格' }),
  visit('拜访百汇生活超市 聊了陈列', { customer: baihui, about: '陈列' }),
  visit('拜访了一家店，聊了堆头', { about: '堆头' }, { asks: ['customer'] }),
  visit(
    '跟王店长聊了国庆堆头',
    { contact: '王店长', about: '国庆堆头' },
    { offers: { customer: [hualian] } },
  ),
  visit('拜访沃尔玛 聊了堆头', { about: '堆头' }, { asks: ['customer'] }),
  visit('拜访联华，聊了堆头', { customer: century, about: '堆头' }),
]

/** Sentences that leave something open, or contradict themselves. */
const asked: Row[] = [
  row('明天拜访了华联', 'visit.record', { customer: hualian }, { asks: ['date', 'about'] }),
  visit('拜访华联超市', { customer: hualian }, { asks: ['about'] }),
  visit('今天去了华联', { customer: hualian }, { asks: ['about'] }),
  row(
    '11月31号拜访了华联，聊了堆头',
    'visit.record',
    { customer: hualian, about: '堆头' },
    { offers: { date: ['2025-11-30', '2026-11-30'] } },
  ),
  row(
    '周三11月24号去了华联聊了堆头',
    'visit.record',
    { customer: hualian, about: '堆头' },
    { offers: { date: ['2026-11-24', '2026-11-18'] } },
  ),
  row(
    '周二去了华联聊了堆头',
    'visit.record',
    { customer: hualian, about: '堆头' },
    { offers: { date: ['2026-11-24', '2026-11-17'] } },
  ),
  visit(
    '拜访华联聊了堆头，周二再去',
    { customer: hualian, about: '堆头', nextStep: '再去' },
    { offers: { nextDate: ['2026-11-24', '2026-12-01'] } },
  ),
  visit(
    '拜访华联聊了堆头，下周再去',
    { customer: hualian, about: '堆头', nextStep: '再去' },
    { asks: ['nextDate'] },
  ),
  visit(
    '拜访华联聊了堆头，过几天再去',
    { customer: hualian, about: '堆头', nextStep: '再去' },
    { asks: ['nextDate'] },
  ),
  visit(
    '拜访华联聊了堆头，周五给报价，下周二再去',
    { customer: hualian, about: '堆头', nextStep: '给报价，再去' },
    { asks: ['nextDate'] },
  ),
  visit('拜访了华联和永盛，聊了堆头', { customer: hualian, about: '堆头' }, { asks: [''] }),
  visit('拜访华联聊了堆头，又去德顺聊了价格', { customer: hualian, about: '堆头' }, { asks: [''] }),
  visit(
    '拜访华联超市聊了国庆堆头，我下周三下午请假',
    { customer: hualian, about: '国庆堆头' },
    { asks: [''] },
  ),
  row('上周去了华联，聊了堆头', 'visit.record', { customer: hualian, about: '堆头' }, { asks: ['date'] }),
]

/** What is to come is a plan. */
const plan = (says: string, input: Row['input'], more: Parameters<typeof row>[3] = {}) =>
  row(says, 'visit.plan', input, more)

const plans: Row[] = [
  plan('明天拜访华联', { customer: hualian, date: '2026-11-25' }),
  plan('下周二拜访华联超市 谈春节备货', { customer: hualian, date: nextTuesday, about: '春节备货' }),
  plan('计划拜访永盛 下周二上午10点 谈春节备货', {
    customer: yongsheng,
    date: nextTuesday,
    time: '10:00',
    about: '春节备货',
  }),
  plan('约华联周五三点', { customer: hualian, date: friday, time: '15:00' }),
  plan('后天下午两点去德顺', { customer: deshun, date: '2026-11-26', time: '14:00' }),
  plan('安排拜访百惠 12月1日', { customer: baihui, date: nextTuesday }),
  plan('我明天要去华联跟王店长谈合同', { customer: hualian, date: '2026-11-25', about: '跟王店长谈合同' }),
  plan('打算周五去永盛', { customer: yongsheng, date: friday }),
  plan('周五拜访好又多', { customer: haoyouduo, date: friday }),
  plan('plan a visit to Hualian next Tuesday at 10 about the display', {
    customer: hualian,
    date: nextTuesday,
    time: '10:00',
    about: 'the display',
  }),
  plan('visit Hualian tomorrow', { customer: hualian, date: '2026-11-25' }),
  plan("I'll visit Deshun on Friday at 3pm", { customer: deshun, date: friday, time: '15:00' }),
  plan('going to see Yongsheng next Tuesday', { customer: yongsheng, date: nextTuesday }),
  plan('安排拜访华联', { customer: hualian }, { asks: ['date'] }),
  plan('下周去华联', { customer: hualian }, { asks: ['date'] }),
  plan('明天拜访大润发', { date: '2026-11-25' }, { offers: { customer: [zhabei, yangpu] } }),
]

/** Questions, and what was not done. */
const noRecord: Row[] = [
  row('没去华联', 'visit.missed', { customer: hualian }, { asks: ['reason'] }),
  row('昨天没去成德顺，客户不在', 'visit.missed', {
    customer: deshun,
    date: yesterday,
    reason: 'customer_away',
  }),
  row('未拜访 华联 客户改期', 'visit.missed', { customer: hualian, reason: 'customer_postponed' }),
  row('要不要拜访华联？', 'visit.show', { customer: hualian }),
  row('上次什么时候去的华联', 'visit.show', { customer: hualian }),
  row('去过德顺吗', 'visit.show', { customer: deshun }),
  row('拜访记录 华联', 'visit.show', { customer: hualian }),
  row('华联的拜访记录', 'visit.show', { customer: hualian }),
  row('看一下永盛最近的跟进记录', 'visit.show', { customer: yongsheng }),
  row('visits Hualian', 'visit.show', { customer: hualian }),
  row('待跟进', 'visit.due', {}),
  row('有哪些逾期跟进', 'visit.due', {}),
]

export const visitRows: Row[] = [...sameVisit, ...others, ...whichCustomer, ...asked, ...plans, ...noRecord]
