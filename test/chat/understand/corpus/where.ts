import {
  baihui,
  cases,
  clearspring,
  deshun,
  huaihai,
  hualian,
  type Row,
  renmin,
  row,
  seagull,
  today,
  xinan,
  yongsheng,
} from './row.ts'

/** Where a customer is named in a sentence, and by which parts of its name. */

const school = 'KH000027'
const lines = [{ product: 'KL500', closing: cases(12) }]
const visited = (says: string, input: Row['input'], more: Parameters<typeof row>[3] = {}) =>
  row(says, 'visit.record', { date: today, ...input }, more)

const branches: Row[] = [
  visited('淮海路佳佳 聊堆头', { customer: huaihai, about: '堆头' }),
  visited('拜访淮海路的佳佳 聊堆头', { customer: huaihai, about: '堆头' }),
  visited('拜访人民路店的佳佳便利店 聊堆头', { customer: renmin, about: '堆头' }),
  visited('人民路佳佳 小周说冰柜坏了', {
    customer: renmin,
    contact: '小周',
    about: '冰柜坏了',
    feedback: '冰柜坏了',
  }),
  row('淮海路佳佳 可乐12箱', 'stock.report', { customer: huaihai, lines }),
  row('库存 人民路佳佳', 'stock.show', { customer: renmin }),
  row(
    '南京路佳佳 可乐12箱',
    'stock.report',
    { lines },
    { asks: ['lines'], offers: { customer: [renmin, huaihai] } },
  ),
]

const parts: Row[] = [
  visited('拜访育才食堂 聊供水', { customer: school, about: '供水' }),
  row('下月5号去育才食堂谈供水', 'visit.plan', { customer: school, date: '2026-12-05', about: '供水' }),
  visited('拜访百惠超市 聊陈列', { customer: baihui, about: '陈列' }),
  row('百惠生活 可乐12箱', 'stock.report', { customer: baihui, lines }),
  row('清泉饮料店 可乐12箱', 'stock.report', { customer: clearspring, lines }),
  visited('拜访新安商贸 聊退货', { customer: xinan, about: '退货' }),
  visited('拜访永盛副食品 聊返利', { customer: yongsheng, about: '返利' }),
  row('永盛副食店 可乐12箱', 'stock.report', { customer: yongsheng, lines }),
  visited('拜访永盛副石商行 聊返利', { customer: yongsheng, about: '返利' }),
  row('永盛超市 可乐12箱', 'stock.report', { lines }, { offers: { customer: [yongsheng] } }),
]

const aside: Row[] = [
  visited('谈了陈列费，每月800，签一年，海鸥欧阳店长', {
    customer: seagull,
    contact: '欧阳店长',
    about: '陈列费，每月800，签一年',
  }),
  visited('聊了堆头，清泉饮料店夏店长', { customer: clearspring, contact: '夏店长', about: '堆头' }),
  visited('跟郑永盛（永盛副食）聊了返利', { customer: yongsheng, contact: '郑永盛', about: '返利' }),
  visited('拜访了王店长（华联） 聊堆头', { customer: hualian, contact: '王店长', about: '堆头' }),
]

/** 德顺 stands there in somebody's name only. */
const inNames: Row[] = [
  visited(
    '德胜批发部丁德顺谈了返利兑现',
    { contact: '丁德顺', about: '返利兑现' },
    { offers: { customer: [deshun] } },
  ),
  visited('德顺批发部丁德顺谈了返利兑现', { customer: deshun, contact: '丁德顺', about: '返利兑现' }),
]

/** Of zhou's customers several begin alike. */
const [freshMarket, tradingHouse, taiheGrocery, taiheMarket, food, cafe, heping] = [
  'KH000029',
  'KH000030',
  'KH000031',
  'KH000032',
  'KH000033',
  'KH000034',
  'KH000035',
]
const zhou = { as: 'zhou' }
const both = { offers: { customer: [freshMarket, tradingHouse] } }

const alike: Row[] = [
  row('嘉诚 可乐12箱', 'stock.report', { lines }, { ...zhou, ...both }),
  row('jiacheng 可乐12箱', 'stock.report', { lines }, { ...zhou, ...both }),
  row('jc 可乐12箱', 'stock.report', { lines }, { ...zhou, ...both }),
  row('嘉城 可乐12箱', 'stock.report', { lines }, { ...zhou, ...both }),
  row('库存 嘉诚', 'stock.show', {}, { ...zhou, ...both }),
  row('客户 嘉诚', 'customer.show', {}, { ...zhou, ...both }),
  visited('拜访嘉诚，聊了堆头', { about: '堆头' }, { ...zhou, ...both }),
  visited('嘉诚商量了陈列', { about: '陈列' }, { ...zhou, ...both }),
  row('嘉诚商贸 可乐12箱', 'stock.report', { customer: tradingHouse, lines }, zhou),
  row('嘉诚商贸行 可乐12箱', 'stock.report', { customer: tradingHouse, lines }, zhou),
  row('嘉诚生鲜超市 可乐12箱', 'stock.report', { customer: freshMarket, lines }, zhou),
  row('泰和副食 可乐12箱', 'stock.report', { customer: taiheGrocery, lines }, zhou),
  row(
    '泰和 可乐12箱',
    'stock.report',
    { lines },
    { ...zhou, offers: { customer: [taiheGrocery, taiheMarket] } },
  ),
  row('Fumanjia cola 12 cases', 'stock.report', { lines }, { ...zhou, offers: { customer: [food, cafe] } }),
  row('Fumanjia Internet Cafe cola 12 cases', 'stock.report', { customer: cafe, lines }, zhou),
  visited('visited Fumanjia Internet Cafe, talked about price', { customer: cafe, about: 'price' }, zhou),
  visited(
    'Popped into Hongda Convenience Heping Road, talked about shelf space',
    { customer: heping, about: 'shelf space' },
    zhou,
  ),
  visited(
    'visited Hongda Convenience Store on Heping Road, talked about shelf space',
    { customer: heping, about: 'shelf space' },
    zhou,
  ),
  visited('visited Hongda on Heping Road, talked about price', { customer: heping, about: 'price' }, zhou),
  visited(
    '上海申源顾总，谈了明年任务',
    { customer: 'KH000015', contact: '顾永明', about: '明年任务' },
    { as: 'wang' },
  ),
  // Who is at one of them stands there first.
  visited('拜访嘉诚，跟方店长聊了堆头', { contact: '方店长', about: '堆头' }, { ...zhou, ...both }),
  visited(
    '拜访嘉诚，林静、王经理都在，聊了堆头',
    { about: '林静、王经理都在，堆头' },
    { ...zhou, offers: { customer: [tradingHouse, freshMarket] } },
  ),
]

export const whereRows: Row[] = [...alike, ...branches, ...parts, ...aside, ...inNames]
