import {
  baihui,
  changfengLiquor,
  deshun,
  friday,
  hualian,
  morning,
  nextTuesday,
  pool,
  type Row,
  row,
  today,
  xinan,
  yesterday,
  yongsheng,
  yucai,
} from './row.ts'

/** What reps note on a working day: by when something is wanted and who has to do it, lists, slashes and short hands. */

const visit = (says: string, input: Row['input'], more?: Omit<Row, 'says' | 'command' | 'input'>): Row =>
  row(says, 'visit.record', { date: today, ...input }, more)

const wangAtHualian = { customer: hualian, contact: '王店长' }
const tangAtBaihui = { customer: baihui, contact: '唐经理' }
const dingAtDeshun = { customer: deshun, contact: '丁德顺' }
const zhengAtYongsheng = { customer: yongsheng, contact: '郑永盛' }

const byWhen: Row[] = [
  visit('华联超市王店长/堆头试销两周卖了11箱/还要10箱/30号补货', {
    ...wangAtHualian,
    about: '堆头试销两周卖了11箱，还要10箱',
    nextStep: '补货',
    nextDate: '2026-11-30',
  }),
  row('海鸥在人民路12/30号', null),
  visit('电话联系百惠唐经理，婚宴用的可乐要80箱，12月8号前送到，价格已报，等他回复', {
    ...tangAtBaihui,
    kind: 'phone',
    about: '婚宴用的可乐要80箱，12月8号前送到，价格已报，等他回复',
  }),
  visit('德顺丁老板要20箱可乐，我周五前送到', {
    ...dingAtDeshun,
    ...{ feedback: '要20箱可乐', about: '要20箱可乐' },
    ...{ nextStep: '送到', nextDate: friday },
  }),
  visit('德顺丁老板要20箱可乐，周五送到', {
    ...dingAtDeshun,
    ...{ feedback: '要20箱可乐', about: '要20箱可乐' },
    ...{ nextStep: '送到', nextDate: friday },
  }),
  visit('早上王店长让我28号前把去年10月到12月的返利明细给他 共3.6万 华联超市的', {
    ...wangAtHualian,
    about: '让我28号前把去年10月到12月的返利明细给他，共3.6万',
    nextStep: '把去年10月到12月的返利明细给他',
    nextDate: '2026-11-28',
  }),
  visit('永盛郑老板让我周五前发报价', {
    ...zhengAtYongsheng,
    about: '让我周五前发报价',
    ...{ nextStep: '发报价', nextDate: friday },
  }),
  visit(
    '华联王店长让我昨天把明细给他',
    { ...wangAtHualian, about: '王店长让我昨天把明细给他' },
    { asks: ['date'] },
  ),
  visit('德顺丁老板说12月15号才付款，11月30号那笔还没结，我约了他周五下午', {
    ...dingAtDeshun,
    feedback: '12月15号才付款，11月30号那笔还没结',
    about: '12月15号才付款，11月30号那笔还没结',
    ...{ nextStep: '下午', nextDate: friday },
  }),
  visit('永盛郑老板说他约了别人周五下午', {
    ...zhengAtYongsheng,
    ...{ feedback: '他约了别人周五下午', about: '他约了别人周五下午' },
  }),
  visit('刚从华联超市出来 见了王店长 堆头给咱留到月底 下周二再来看', {
    ...wangAtHualian,
    about: '堆头给咱留到月底',
    ...{ nextStep: '再来看', nextDate: nextTuesday },
  }),
  row('下周一周二我去总部开会 请假两天', 'leave.add', { from: '2026-11-30', to: nextTuesday }),
  row('这周四周五请假', 'leave.add', { from: '2026-11-26', to: friday }),
  row('下周五周一请假两天', 'leave.add', {}, { asks: ['from'] }),
]

const withWhom: Row[] = [
  visit('百惠唐经理 明年合同量想砍到8成 我没松口 下周四跟王建华一起再谈', {
    ...tangAtBaihui,
    about: '明年合同量想砍到8成，我没松口',
    ...{ nextStep: '跟王建华一起再谈', nextDate: '2026-12-03' },
  }),
  visit('拜访永盛 跟王建华一起 聊了返利 周五再去', {
    customer: yongsheng,
    about: '返利，跟王建华一起',
    ...{ nextStep: '再去', nextDate: friday },
  }),
  visit(
    'Qian Lei visited Hualian yesterday, not me',
    { customer: hualian, date: yesterday, about: 'Qian Lei visited Hualian, not me' },
    { asks: [''] },
  ),
  visit(
    'Boss Fang from Changfeng Liquor Wholesale said Baihui is selling below price, will visit Baihui on Friday to check',
    {
      ...{ customer: changfengLiquor, contact: '方老板' },
      ...{ feedback: 'Baihui is selling below price', about: 'Baihui is selling below price' },
      ...{ nextStep: 'visit Baihui to check', nextDate: friday },
    },
    { asks: [''] },
  ),
  visit(
    'Zhu Jiayi from Changqing said Baihui is selling below price, will visit Baihui on Friday to check',
    {
      about: 'Zhu Jiayi from Changqing said Baihui is selling below price',
      ...{ nextStep: 'visit Baihui to check', nextDate: friday },
    },
    { asks: ['', 'customer'] },
  ),
  visit('拜访百惠超市 唐经理不在 见了收银小吴 留了报价单 周五再约', {
    ...{ customer: baihui, contact: '小吴' },
    about: '唐经理不在，见了收银小吴 留了报价单',
    ...{ nextStep: '再约', nextDate: friday },
  }),
  visit(
    '拜访百惠超市 唐经理不在 没见到小吴',
    { customer: baihui, about: '唐经理不在，没见到小吴' },
    { asks: [''] },
  ),
  visit(
    '拜访百惠超市 唐经理不在 找小吴也没找到',
    { customer: baihui, about: '唐经理不在，找小吴也没找到' },
    { asks: [''] },
  ),
  visit('微信跟进 永盛郑永盛 周报已退回重填 他说今晚补', {
    ...zhengAtYongsheng,
    kind: 'online',
    ...{ feedback: '今晚补', about: '周报已退回重填' },
  }),
  row('周五微信跟进永盛', 'visit.plan', { customer: yongsheng, date: friday }),
]

const lists: Row[] = [
  visit('今天拜访早安便利店朱店长\n聊的:首批进货品项\n反馈:先试可乐纯净水各5箱\n下一步:周四送货', {
    ...{ customer: morning, contact: '朱店长' },
    ...{ feedback: '先试可乐纯净水各5箱', about: '首批进货品项' },
    ...{ nextStep: '送货', nextDate: '2026-11-26' },
  }),
  visit('1.客户：新安商贸行\n2.见到：安经理\n3.内容：核对11月返利，差了1200块\n4.下次：12月1日带对账单去', {
    ...{ customer: xinan, contact: '安经理' },
    about: '核对11月返利，差了1200块',
    ...{ nextStep: '带对账单去', nextDate: nextTuesday },
  }),
  visit('1) Yongsheng Provisions 2) Zheng Yongsheng 3) shelf moved, sales up 4) next visit Dec 8', {
    ...zhengAtYongsheng,
    about: 'shelf moved, sales up',
    nextDate: '2026-12-08',
  }),
  row('计划 下周一 永盛+看库存', 'visit.plan', { customer: yongsheng, date: '2026-11-30', about: '看库存' }),
  visit('拜访永盛 聊了可乐+雪碧', { customer: yongsheng, about: '可乐+雪碧' }),
  row('礼拜四下午去趟育才食堂看看冰柜', 'visit.plan', {
    customer: yucai,
    date: '2026-11-26',
    about: '下午，看看冰柜',
  }),
]

const shortHand: Row[] = [
  visit('Hualian Supermarket owner Manager Wang complained abt warm delivery, will bring replacement tmr', {
    ...wangAtHualian,
    ...{ feedback: 'complained abt warm delivery', about: 'complained abt warm delivery' },
    ...{ nextStep: 'bring replacement', nextDate: '2026-11-25' },
  }),
  visit('had a chat with Zheng Yongsheng frm Yongsheng Provisions abt energy drink, call back thurs', {
    ...zhengAtYongsheng,
    about: 'energy drink',
    ...{ nextStep: 'call back', nextDate: '2026-11-26' },
  }),
  visit('Baihui Supermarket / Manager Tang / wedding season promo agreed, 2 displays / back 5 Dec', {
    ...tangAtBaihui,
    about: 'wedding season promo agreed, 2 displays',
    ...{ nextStep: 'back', nextDate: '2026-12-05' },
  }),
  visit('Hualian: Manager Wang ok w/ poster, Xiao Chen at the till says iced tea sells out on weekends', {
    ...wangAtHualian,
    about: 'Manager Wang ok w/ poster, Xiao Chen at the till says iced tea sells out on weekends',
  }),
  visit(
    'Hualian: Manager Wang to get the poster Friday',
    { ...wangAtHualian, about: 'Manager Wang to get the poster', nextDate: friday },
    { asks: [''] },
  ),
  row('Hualian Manager Wang phone number', 'customer.show', { customer: hualian }),
  visit("saw Gao Chunlan at Xinshiji yesterday, she'd take stout if Hualian doesn't", {
    ...{ customer: pool, date: yesterday },
    about: "Gao Chunlan at Xinshiji, she'd take stout if Hualian doesn't",
  }),
  row(
    "saw Manager Tang at Baihui yesterday, no wait, Monday last week... the 16th. She'd take stout",
    'visit.record',
    { ...tangAtBaihui, about: "no wait, She'd take stout" },
    { asks: ['', 'date'] },
  ),
]

export const dayNotes: Row[] = [...byWhen, ...withWhom, ...lists, ...shortHand]
