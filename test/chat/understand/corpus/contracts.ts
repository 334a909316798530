import { baihui, deshun, haoyouduo, hualian, type Row, row, yongsheng } from './row.ts'

const head = { as: 'wang' }
type More = Parameters<typeof row>[3]
const approve = (says: string, subject: string, more: More = head) =>
  row(says, 'approval.approve', { subject }, more)

const offered = { ...head, offers: { subject: ['HT-2026-0033', 'HT-2026-0034'] } }
const which = { ...head, asks: ['subject'] }

/** Nothing is decided where more than one contract may be meant, or not all that was said is understood. */
const unsettled: Row[] = [
  row('大润发批准', 'approval.approve', {}, offered),
  row('退回大润发的合同 价格不对', 'approval.return', { reason: '价格不对' }, offered),
  row('拒绝大润发合同 量太低', 'approval.reject', { reason: '量太低' }, offered),
  row('批准 0031 0033', 'approval.approve', {}, which),
  row('批准0031和0033', 'approval.approve', {}, which),
  row('批准 永盛 HT-2026-0031', 'approval.approve', {}, which),
  row('批准华联和德顺的合同', 'approval.approve', {}, which),
  row('通过 HT-2026-0031，退回 0033 附件不清楚', 'approval.return', { reason: '附件不清楚' }, which),
  row('转交 永盛 HT-2026-0031 给陈志远', 'approval.hand_over', { to: 'chen' }, which),
  row('除了华联都批了', 'approval.approve', {}, { ...head, asks: ['', 'subject'] }),
  row('approve Hualian and RT-Mart', 'approval.approve', {}, { ...head, asks: ['', 'subject'] }),
  approve('李明说批准HT-2026-0031', 'HT-2026-0031', { ...head, asks: [''] }),
  approve('明天批准 HT-2026-0031', 'HT-2026-0031', { ...head, asks: [''] }),
  row('取消批准 HT-2026-0031', null, {}, head),
  row('要是附件齐了就批准 HT-2026-0031', null, {}, head),
  row('还没批HT-2026-0031', null, {}, head),
  row('HT-2026-0031 不能批', 'contract.show', { contract: 'HT-2026-0031' }, head),
  row('我批不批华联的合同', 'contract.show', { customer: hualian }, head),
  row('Hualian contract not approved', 'contract.show', { customer: hualian }, head),
  approve('批准德顺2027年的合同', 'HT-2027-0001'),
  approve('德顺0036批了', 'HT-2026-0036'),
  row('提交 永盛 HT-2026-0040', 'contract.submit', {}, { asks: ['contract'] }),
]

const approvals: Row[] = [
  row('待审批', 'approval.list', {}, head),
  row('有什么要我审批的', 'approval.list', {}, head),
  row('看看待审批的合同', 'approval.list', {}, head),
  row('approvals', 'approval.list', {}, head),
  row('what is waiting for me?', 'approval.list', {}, head),
  approve('批准 HT-2026-0031', 'HT-2026-0031'),
  approve('批了 华联的合同', 'HT-2026-0031'),
  approve('华联的合同批了', 'HT-2026-0031'),
  approve('批准华联', 'HT-2026-0031'),
  approve('同意华联的合同', 'HT-2026-0031'),
  approve('通过 ht-2026-0031', 'HT-2026-0031'),
  approve('HT20260031 通过', 'HT-2026-0031'),
  approve('麻烦批一下HT-2026-0033', 'HT-2026-0033'),
  approve('approve HT-2026-0031', 'HT-2026-0031'),
  approve('approve the contract of Hualian', 'HT-2026-0031'),
  approve('Hualian contract approved', 'HT-2026-0031'),
  approve('批准大润发闸北店的合同', 'HT-2026-0033'),
  row(
    '德顺的合同批了',
    'approval.approve',
    {},
    { ...head, offers: { subject: ['HT-2026-0036', 'HT-2027-0001'] } },
  ),
  row(
    '同意大润发的合同',
    'approval.approve',
    {},
    { ...head, offers: { subject: ['HT-2026-0033', 'HT-2026-0034'] } },
  ),
  row(
    '批了',
    'approval.approve',
    {},
    {
      ...head,
      offers: { subject: ['HT-2026-0031', 'HT-2026-0033', 'HT-2026-0034', 'HT-2026-0036', 'HT-2027-0001'] },
    },
  ),
  row('批了永盛的合同', 'approval.approve', {}, { ...head, asks: ['subject'] }),
  row('批了华联的合同', 'approval.approve', {}, { asks: ['subject'] }),
  row(
    '退回HT-2026-0031 附件不清楚',
    'approval.return',
    { subject: 'HT-2026-0031', reason: '附件不清楚' },
    head,
  ),
  row(
    'HT-2026-0031 退回 附件不清楚',
    'approval.return',
    { subject: 'HT-2026-0031', reason: '附件不清楚' },
    head,
  ),
  row(
    'HT-2026-0031附件不清楚，退回',
    'approval.return',
    { subject: 'HT-2026-0031', reason: '附件不清楚' },
    head,
  ),
  row(
    '退回华联的合同，附件不清楚',
    'approval.return',
    { subject: 'HT-2026-0031', reason: '附件不清楚' },
    head,
  ),
  row(
    '把华联的合同退回去，原因是附件不清楚',
    'approval.return',
    { subject: 'HT-2026-0031', reason: '附件不清楚' },
    head,
  ),
  row(
    '打回 HT-2026-0033 数量和纸质不一致',
    'approval.return',
    { subject: 'HT-2026-0033', reason: '数量和纸质不一致' },
    head,
  ),
  row(
    'return HT-2026-0031 the scan is not legible',
    'approval.return',
    { subject: 'HT-2026-0031', reason: 'the scan is not legible' },
    head,
  ),
  row(
    'send back HT-2026-0031, the scan is not legible',
    'approval.return',
    { subject: 'HT-2026-0031', reason: 'the scan is not legible' },
    head,
  ),
  row('退回HT-2026-0031', 'approval.return', { subject: 'HT-2026-0031' }, { ...head, asks: ['reason'] }),
  row(
    '拒绝 HT-2026-0033 数量与纸质合同不符',
    'approval.reject',
    { subject: 'HT-2026-0033', reason: '数量与纸质合同不符' },
    head,
  ),
  row(
    '驳回华联的合同 价格没谈好',
    'approval.reject',
    { subject: 'HT-2026-0031', reason: '价格没谈好' },
    head,
  ),
  row(
    '不同意 HT-2026-0033，返利太高',
    'approval.reject',
    { subject: 'HT-2026-0033', reason: '返利太高' },
    head,
  ),
  row(
    'reject HT-2026-0033 the rebate is too high',
    'approval.reject',
    { subject: 'HT-2026-0033', reason: 'the rebate is too high' },
    head,
  ),
  row('转交 HT-2026-0031 给陈志远', 'approval.hand_over', { subject: 'HT-2026-0031', to: 'chen' }, head),
  row('把华联的合同转给陈志远', 'approval.hand_over', { subject: 'HT-2026-0031', to: 'chen' }, head),
  row(
    'hand over HT-2026-0031 to Chen Zhiyuan',
    'approval.hand_over',
    { subject: 'HT-2026-0031', to: 'chen' },
    head,
  ),
  row('转交 HT-2026-0031', 'approval.hand_over', { subject: 'HT-2026-0031' }, { ...head, asks: ['to'] }),
  row('别批 HT-2026-0031', 'contract.show', { contract: 'HT-2026-0031' }, head),
  row('先不要批准华联的合同', 'contract.show', { customer: hualian }, head),
  row("don't approve HT-2026-0031", 'contract.show', { contract: 'HT-2026-0031' }, head),
  row('HT-2026-0031 批了吗', 'contract.show', { contract: 'HT-2026-0031' }, head),
  row('能不能批HT-2026-0031？', 'contract.show', { contract: 'HT-2026-0031' }, head),
  row('华联的合同批下来了吗', 'contract.show', { customer: hualian }),
  row(
    '批准HT-2026-0031，退回HT-2026-0033 附件不清楚',
    'approval.approve',
    {},
    { ...head, asks: ['', 'subject'] },
  ),
  ...unsettled,
]

const contracts: Row[] = [
  row('合同 华联', 'contract.show', { customer: hualian }),
  row('华联的合同', 'contract.show', { customer: hualian }),
  row('它的合同', 'contract.show', { customer: hualian }, { spokenOf: { customer: hualian } }),
  row('its contract', 'contract.show', { customer: hualian }, { spokenOf: { customer: hualian } }),
  row('看看华联的年度协议', 'contract.show', { customer: hualian }),
  row('HT-2026-0031', 'contract.show', { contract: 'HT-2026-0031' }),
  row('合同HT-2026-0031', 'contract.show', { contract: 'HT-2026-0031' }),
  row('HT-2026-0031到哪一步了', 'contract.show', { contract: 'HT-2026-0031' }),
  row('ht-2026-0031到哪了', 'contract.show', { contract: 'HT-2026-0031' }),
  row('华联合同审批进度', 'contract.show', { customer: hualian }),
  row('contract Hualian', 'contract.show', { customer: hualian }),
  row('status of HT-2026-0031', 'contract.show', { contract: 'HT-2026-0031' }),
  row('百惠2025年的合同', 'contract.show', { customer: baihui, year: 2025 }),
  row('起草合同 好又多 可乐1200箱 雪碧600箱', 'contract.draft', {
    customer: haoyouduo,
    volumes: '可乐1200箱 雪碧600箱',
  }),
  row('新合同 永盛 2027年 可乐1200箱', 'contract.draft', {
    customer: yongsheng,
    year: 2027,
    volumes: '可乐1200箱',
  }),
  row('给华联起草明年的合同，可乐1200箱，雪碧600箱', 'contract.draft', {
    customer: hualian,
    year: 2027,
    volumes: '可乐1200箱，雪碧600箱',
  }),
  row('draft contract Hualian Cola 1200 cases', 'contract.draft', {
    customer: hualian,
    volumes: 'Cola 1200 cases',
  }),
  row('新合同 百惠', 'contract.draft', { customer: baihui }, { asks: ['volumes'] }),
  row('提交合同 HT-2026-0040', 'contract.submit', { contract: 'HT-2026-0040' }),
  row('HT-2026-0040 提交审批', 'contract.submit', { contract: 'HT-2026-0040' }),
  row('提交好又多的合同', 'contract.submit', { contract: 'HT-2026-0040' }),
  row('submit contract HT-2026-0040', 'contract.submit', { contract: 'HT-2026-0040' }),
  row('提交合同', 'contract.submit', {}, { offers: { contract: ['HT-2026-0040'] } }),
  row('撤回合同 HT-2026-0031', 'contract.withdraw', { contract: 'HT-2026-0031' }),
  row(
    '把德顺的合同撤回来',
    'contract.withdraw',
    {},
    { offers: { contract: ['HT-2026-0036', 'HT-2027-0001'] } },
  ),
]

export const contractRows: Row[] = [...approvals, ...contracts]
void deshun
