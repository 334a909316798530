import { changfengLiquor, hualian, type Row, row, seagull, xinan } from './row.ts'

/** Commands in words that are none of theirs. */

const contracts: Row[] = [
  row('起草2027年度合同 华联超市 可乐1500箱 雪碧800箱 付款条件 月结30天', 'contract.draft', {
    customer: hualian,
    year: 2027,
    volumes: '可乐1500箱 雪碧800箱',
    paymentTerms: '月结30天',
  }),
  row('起草合同 长风烟酒 可乐500箱 雪碧300箱 签于11月20号', 'contract.draft', {
    customer: changfengLiquor,
    volumes: '可乐500箱 雪碧300箱',
    signedOn: '2026-11-20',
  }),
  row('拟一份2027年的合同给华联 冰红茶500箱', 'contract.draft', {
    customer: hualian,
    year: 2027,
    volumes: '冰红茶500箱',
  }),
  row('HT-2026-0040 改好了 再交一次', 'contract.submit', { contract: 'HT-2026-0040' }),
  row('把好又多的合同再交上去', 'contract.submit', { contract: 'HT-2026-0040' }),
]

const customers: Row[] = [
  row('尾号1234的是哪家', 'customer.find', { query: '1234' }),
  row('查查永盛', 'customer.find', { query: '永盛' }),
  row('查查荣昌', 'customer.find', { query: '荣昌' }),
  row('看下新安的库存', 'stock.show', { customer: xinan }),
  row('查下新安的库存', 'stock.show', { customer: xinan }),
  row('show me the stock at Seagull last week', 'stock.show', { customer: seagull, period: '2026-W47' }),
  row('find the shop with phone ending 1234', 'customer.find', { query: '1234' }),
  row('公海有哪些客户', 'customer.pool'),
  row("change Seagull's phone to 021-60551234", 'customer.edit', {
    customer: seagull,
    phone: '021-60551234',
  }),
  row("update Hualian's phone to 021-60551234", 'customer.edit', {
    customer: hualian,
    phone: '021-60551234',
  }),
  row('别给华联改电话', null),
]

const others: Row[] = [
  row(
    '下周一到周三休假 让陈志远代我',
    'leave.add',
    { from: '2026-11-30', to: '2026-12-02', standIn: 'chen' },
    { as: 'wang' },
  ),
  row('下周一请假到周四', 'leave.add', { from: '2026-11-30', to: '2026-12-03' }),
  row('我下周一开始请假到周四', 'leave.add', { from: '2026-11-30', to: '2026-12-03' }),
  row('咱们办事处谁的周报还没上来', 'report.missing', {}, { as: 'wang' }),
  row('谁的周报没问题', null),
  row('which reports am I missing', 'report.missing'),
  row('what do I have today', 'digest.show', { which: 'daily' }),
  row('有什么功能 怎么用啊', 'help'),
  row('今天有啥安排', 'digest.show', { which: 'daily' }),
  row('风险客户有哪些', 'digest.show', { which: 'risk' }, { as: 'wang' }),
  row('你能干嘛', 'help'),
  row('刚才那条删掉', 'undo'),
  row('上一条不要了', 'undo'),
  row('这次活动取消', null),
  row('华联有什么活动', null),
]

export const otherWords: Row[] = [...contracts, ...customers, ...others]
