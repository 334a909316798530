import { hualian, type Row, row, xinan, yongsheng } from './row.ts'

/** What is asked about one customer. */
export const asked: Row[] = [
  row('永盛上次什么时候去的', 'visit.show', { customer: yongsheng }),
  row('华联上次聊到哪了', 'visit.show', { customer: hualian }),
  row('我上次去永盛是哪天来着', 'visit.show', { customer: yongsheng }),
  row('last visit to Hualian', 'visit.show', { customer: hualian }),
  row('what did we discuss at Hualian last time', 'visit.show', { customer: hualian }),
  row('新安周报交了吗', 'stock.show', { customer: xinan }),
  row('永盛上周的周报', 'stock.show', { customer: yongsheng, period: '2026-W47' }),
  row('看看永盛上周报的数', 'stock.show', { customer: yongsheng, period: '2026-W47' }),
  row('has Hualian reported', 'stock.show', { customer: hualian }),
  row('把新安这周的库存发我看看', 'stock.show', { customer: xinan, period: '2026-W48' }),
  row('永盛什么等级', 'customer.show', { customer: yongsheng }),
  row('永盛老板叫什么', 'customer.show', { customer: yongsheng }),
  row('where is Hualian', 'customer.show', { customer: hualian }),
  row('Hualian phone', 'customer.show', { customer: hualian }),
  row('who do I talk to at Hualian', 'customer.show', { customer: hualian }),
]
