import { hualian, type Row, row, yongsheng } from './row.ts'

/** A contract to be drafted: with or without saying so, and volumes as people write them. */

type More = Parameters<typeof row>[3]
const draft = (says: string, input: Record<string, unknown>, more: More = {}) =>
  row(says, 'contract.draft', { customer: yongsheng, ...input }, more)
const asked = (says: string, input: Record<string, unknown>) => draft(says, input, { asks: ['volumes'] })
const volumes = '可乐1200箱，雪碧600箱'

const unsaid: Row[] = [
  draft(`永盛明年合同：${volumes}`, { year: 2027, volumes }),
  draft('永盛2027年合同 可乐1200箱', { year: 2027, volumes: '可乐1200箱' }),
  draft('永盛年度协议 可乐1200箱', { volumes: '可乐1200箱' }),
  draft('合同起草：永盛，2027年，可乐1200箱', { year: 2027, volumes: '可乐1200箱' }),
  draft('写份合同 永盛 可乐1200箱', { volumes: '可乐1200箱' }),
  draft('合同草稿 永盛 可乐1200箱', { volumes: '可乐1200箱' }),
  draft('永盛副食合同 可乐1200箱 签于11月20号', { volumes: '可乐1200箱', signedOn: '2026-11-20' }),
  draft('跟永盛签了协议，可乐1200箱，昨天签的', { volumes: '可乐1200箱', signedOn: '2026-11-23' }),
  draft('contract for Yongsheng 2027: cola 1200 cases', { year: 2027, volumes: 'cola 1200 cases' }),
  draft('write up a contract for Yongsheng, cola 1200 cases', { volumes: 'cola 1200 cases' }),
  row('永盛合同可乐签了多少', 'contract.show', { customer: yongsheng }),
  row('永盛合同里可乐是1200箱吗', 'contract.show', { customer: yongsheng }),
  row('永盛合同可乐1200箱完成了800箱', null),
  row('永盛合同 可乐1200箱太多了', null),
  row('永盛不签合同 可乐1200箱做不了', null),
  row('别起草永盛的合同 可乐1200箱', null),
  row('永盛合同什么时候到期', 'contract.show', { customer: yongsheng }),
  row('where is the Yongsheng contract?', 'contract.show', { customer: yongsheng }),
  row('看下永盛去年的合同', 'contract.show', { customer: yongsheng, year: 2025 }),
]

const written: Row[] = [
  draft('起草永盛合同，1200箱可乐，600箱雪碧', { volumes }),
  draft('起草永盛合同，可乐和雪碧各600箱', { volumes: '可乐600箱，雪碧600箱' }),
  draft('起草合同 永盛 可乐1200 雪碧600 都是箱', { volumes }),
  draft('起草合同 永盛 可乐一年1200箱 雪碧全年600箱', { volumes }),
  draft('起草合同 永盛 可乐1.2万箱 雪碧六千箱', { volumes: '可乐12000箱，雪碧6000箱' }),
  row('draft contract Hualian, 1200 cases of lager and 600 cases of sprite', 'contract.draft', {
    customer: hualian,
    volumes: '啤酒1200箱，雪碧600箱',
  }),
  asked('起草合同 永盛 可乐1200箱 雪碧-600箱', { volumes: '可乐1200箱 雪碧-600箱' }),
  asked('起草合同 永盛 可乐大概1200箱', { volumes: '可乐大概1200箱' }),
  asked('起草合同 永盛 可乐1200桶', { volumes: '可乐1200桶' }),
  asked('起草合同 永盛 迷你可乐1200箱 雪碧600箱', { volumes: '迷你可乐1200箱 雪碧600箱' }),
  asked('起草合同 永盛 可乐期初20 进30 存12', { volumes: '可乐期初20 进30 存12' }),
  asked('起草合同 永盛 可乐1200箱 价格按去年', { volumes: '可乐1200箱 价格按去年' }),
]

const terms: Row[] = [
  draft('起草合同 永盛 可乐1200箱 付款：月结30天 区域：长宁', {
    volumes: '可乐1200箱',
    paymentTerms: '月结30天',
    territory: '长宁',
  }),
  draft('起草合同 永盛 可乐1200箱 货到付款', { volumes: '可乐1200箱', paymentTerms: '货到付款' }),
  draft('起草合同 永盛 可乐1200箱 返利100%返1%，120%返2%', {
    volumes: '可乐1200箱',
    rebates: '返利100%返1%，120%返2%',
  }),
  draft(
    '起草合同 永盛 可乐1200箱 返利3%',
    { volumes: '可乐1200箱', rebates: '返利3%' },
    { asks: ['rebates'] },
  ),
  draft('起草合同 永盛 可乐1200箱 明天签', { volumes: '可乐1200箱' }, { asks: ['signedOn'] }),
]

export const contractDrafts: Row[] = [...unsaid, ...written, ...terms]
