import {
  bottles,
  cases,
  friday,
  guangming,
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
  change('改成周三', {}, { offers: { nextDate: ['2026-12-02', '2026-11-25'] } }),
  change('改成下周四', { nextDate: '2026-12-03' }),
  change('下次改成周五', {}, { offers: { nextDate: ['2026-12-04', friday] } }),
  change('不是下周二，是周五', {}, { offers: { nextDate: ['2026-12-04', friday] } }),
  change('下周二改成周五', {}, { offers: { nextDate: ['2026-12-04', friday] } }),
  change('change the next date to Friday', {}, { offers: { nextDate: ['2026-12-04', friday] } }),
  change('make it Friday', {}, { offers: { nextDate: ['2026-12-04', friday] } }),
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

const asked = (says: string, field = '') => change(says, {}, { asks: [field] })

/** As a hurried person says it, the visit before them. */
const days: Row[] = [
  change('是昨天去的', { date: yesterday }),
  change('去的是昨天', { date: yesterday }),
  change('昨天', { date: yesterday }),
  change('昨天去的', { date: yesterday }),
  change('是前天去的', { date: '2026-11-22' }),
  change('应该是昨天', { date: yesterday }),
  change('that was yesterday', { date: yesterday }),
  change('it was yesterday', { date: yesterday }),
  change('I went yesterday', { date: yesterday }),
  change('好 不过是昨天去的', { date: yesterday }),
  change('ok but it was yesterday', { date: yesterday }),
  change('下周四再去', { nextDate: '2026-12-03' }),
  change('下周四再去吧', { nextDate: '2026-12-03' }),
  change('算了 还是下周五', { nextDate: '2026-12-04' }),
  change('改成下周三', { nextDate: '2026-12-02' }),
  change('下次 下周三', { nextDate: '2026-12-02' }),
  change('no wait, back on Wednesday', {}, { offers: { nextDate: ['2026-12-02', '2026-11-25'] } }),
  change('back next Friday', {}, { offers: { nextDate: ['2026-12-04', friday] } }),
  change('下午三点', { nextStep: '下午三点再去' }),
  asked('下周二不去了', 'nextDate'),
  asked('不对'),
  asked('错了'),
  asked('时间不对'),
  asked('联系人不对', 'contact'),
  asked('that is wrong'),
  row(
    '改成周三',
    'visit.record',
    { ...visit, date: '2026-11-20' },
    {
      spokenOf: { draft: { command: 'visit.record', input: { ...visit, date: '2026-11-20' } } },
      corrects: 'draft',
      asks: [''],
    },
  ),
]

/** A list that was not answered stays open when something else is changed. */
const choosing = {
  ...draft,
  choices: [{ field: 'nextDate', said: '周三', options: [{ value: '2026-12-02', label: '12月2日' }] }],
}
const stillOpen: Row[] = [
  change(
    '是昨天去的',
    { date: yesterday },
    { spokenOf: { draft: choosing }, offers: { nextDate: ['2026-12-02'] } },
  ),
  change('下周四再去', { nextDate: '2026-12-03' }, { spokenOf: { draft: choosing } }),
]

const ordered = { ...visit, about: '啤酒', feedback: '要20箱', nextStep: '送货', nextDate: '2026-12-02' }
const ofOrder = (says: string, changed: Record<string, unknown>, more: Parameters<typeof row>[3] = {}) =>
  row(
    says,
    'visit.record',
    { ...ordered, ...changed },
    { spokenOf: { draft: { command: 'visit.record', input: ordered } }, corrects: 'draft', ...more },
  )

const texts: Row[] = [
  change('不是堆头 是端架', { about: '国庆端架' }),
  change('不是堆头，是端架', { about: '国庆端架' }),
  change('堆头改成端架', { about: '国庆端架' }),
  change('是端架不是堆头', { about: '国庆端架' }),
  change('不是国庆 是元旦', { about: '元旦堆头' }),
  ofOrder('20箱改30箱', { feedback: '要30箱' }),
  ofOrder('不是20箱 是30箱', { feedback: '要30箱' }),
  ofOrder('20改成30', { feedback: '要30箱' }),
  ofOrder('下周三不送了', {}, { asks: ['nextDate'] }),
  ofOrder('下周四送', { nextDate: '2026-12-03' }),
  change('加一句 他要海报', { feedback: '要海报' }),
  change('加一句，他说要海报', { feedback: '要海报' }),
  change('反馈 他要两张海报', { feedback: '要两张海报' }),
  change('反馈：他要两张海报', { feedback: '要两张海报' }),
  change('补充：海报缺两张', { about: '国庆堆头，海报缺两张' }),
  change('内容加上海报', { about: '国庆堆头，海报' }),
  change('add that he wants a poster', { about: '国庆堆头，he wants a poster' }),
  change('feedback: two posters', { feedback: 'two posters' }),
  ofOrder('反馈加上 要海报', { feedback: '要20箱，要海报' }),
  change('张采购也在', { about: '国庆堆头，张采购也在' }),
  change('不是李店长是张采购，而且是昨天去的', { contact: '张采购', date: yesterday }),
  change('不是李店长 是张采购, 下次改成下周四', { contact: '张采购', nextDate: '2026-12-03' }),
  change('联系人 张采购', { contact: '张采购' }),
  change('change contact to Chen Wei', { contact: 'Chen Wei' }),
  change('不是 是永盛', { customer: yongsheng }),
  change('改成永盛', { customer: yongsheng }),
  change('不是 是大润发杨浦店', { customer: yangpu }),
]

const more: Row[] = [
  change('不是今天去的 是昨天去的', { date: yesterday }),
  change('刚刚写错了，是昨天', { date: yesterday }),
  change('日子错了，昨天', { date: yesterday }),
  change('下周四下午三点', { nextDate: '2026-12-03', nextStep: '下午三点再去' }),
  change('下周四送样品', { nextDate: '2026-12-03', nextStep: '送样品' }),
  change('back Thursday instead', {}, { offers: { nextDate: ['2026-12-03', '2026-11-26'] } }),
  change('不是跟李店长 是跟张采购', { contact: '张采购' }),
  change('见的是张采购', { contact: '张采购' }),
  change('跟张采购聊的', { contact: '张采购' }, { offers: {} }),
  change('是电话', { kind: 'phone' }),
  change('电话拜访的', { kind: 'phone' }),
  change('聊的不是堆头 是端架', { about: '国庆端架' }),
  change('忘了说 他要海报', { feedback: '要海报' }),
  change('另外 他要两张海报', { feedback: '要两张海报' }),
  change('also he wants a poster', { feedback: 'wants a poster' }),
  ofOrder('他还要海报', { feedback: '要20箱，要海报' }),
  ofOrder('要30箱不是20箱', { feedback: '要30箱' }),
  asked('改下次时间', 'nextDate'),
  asked('wrong contact', 'contact'),
  asked('量不对'),
  ...['下次不去了', '取消下次', '去掉下次', 'drop the next date'].map((says) => {
    const { nextDate: _, nextStep: __, ...rest } = visit
    return row(says, 'visit.record', rest, { spokenOf: { draft }, corrects: 'draft' })
  }),
]

/** What begins as a change and cannot be made is asked about, and nothing else comes of it. */
const unclear: Row[] = [
  asked('不是冰柜 是端架'),
  asked('改成那个'),
  asked('去掉芬达'),
  asked('漏了雪碧8箱'),
  asked('50箱改30箱'),
]

const plan = { customer: hualian, date: nextTuesday, about: '上午，春节备货' }
const leave = { from: '2026-12-02', to: '2026-12-02', half: 'pm' }
const ofPlan = (says: string, changed: Record<string, unknown>, more: Parameters<typeof row>[3] = {}) =>
  row(
    says,
    'visit.plan',
    { ...plan, ...changed },
    { spokenOf: { draft: { command: 'visit.plan', input: plan } }, corrects: 'draft', ...more },
  )
const ofLeave = (says: string, input: Record<string, unknown>, more: Parameters<typeof row>[3] = {}) =>
  row(says, 'leave.add', input, {
    ...{ spokenOf: { draft: { command: 'leave.add', input: leave } }, corrects: 'draft' },
    ...more,
  })

const plans: Row[] = [
  ofPlan('下午三点', { time: '15:00', about: '春节备货' }),
  ofPlan('改成下午三点', { time: '15:00', about: '春节备货' }),
  ofPlan('改成下周四下午三点', { date: '2026-12-03', time: '15:00', about: '春节备货' }),
  ofPlan('下周四去', { date: '2026-12-03' }),
  ofPlan('改成周四', {}, { offers: { date: ['2026-12-03', '2026-11-26'] } }),
  ofPlan('时间改成三点半', { time: '15:30', about: '春节备货' }),
  ofPlan('约在下午两点', { time: '14:00', about: '春节备货' }),
  ofPlan('推迟到下周五', { date: '2026-12-04' }),
  ofLeave('全天', { from: '2026-12-02', to: '2026-12-02' }),
  ofLeave('请全天', { from: '2026-12-02', to: '2026-12-02' }),
  ofLeave('the whole day', { from: '2026-12-02', to: '2026-12-02' }),
  ofLeave('上午', { ...leave, half: 'am' }),
  ofLeave('改成上午', { ...leave, half: 'am' }),
  ofLeave('改成周四', { from: '2026-12-03', to: '2026-12-03', half: 'pm' }),
  ofLeave('改成下周四', { from: '2026-12-03', to: '2026-12-03', half: 'pm' }),
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

/** Of a count of one product. */
const recountOne = (says: string, line: unknown) => {
  const input = { customer: hualian, lines: [sprite] }
  const more = { spokenOf: { draft: { command: 'stock.report', input } }, corrects: 'draft' as const }
  return row(says, 'stock.report', { ...input, lines: [line] }, more)
}

const counts: Row[] = [
  recount('存15不是12', [{ ...cola, closing: cases(15) }, sprite]),
  recount('不是12，是15', [{ ...cola, closing: cases(15) }, sprite]),
  recount('可乐存15不是12', [{ ...cola, closing: cases(15) }, sprite]),
  recount('雪碧改成9箱', [cola, { ...sprite, closing: cases(9) }]),
  recount('可乐存改成15瓶', [{ ...cola, closing: { quantity: 15, unit: '瓶' } }, sprite]),
  recount('不是雪碧是芬达', [cola, { ...sprite, product: 'FD500' }]),
  recount('雪碧应该是芬达', [cola, { ...sprite, product: 'FD500' }]),
  recount('可乐改成15箱', [cola, sprite], { asks: ['lines'] }),
  recount('芬达漏了 8箱', [cola, sprite, { product: 'FD500', closing: cases(8) }]),
  recount('漏了芬达8箱', [cola, sprite, { product: 'FD500', closing: cases(8) }]),
  recount('加上芬达8箱', [cola, sprite, { product: 'FD500', closing: cases(8) }]),
  recount('还有芬达8箱', [cola, sprite, { product: 'FD500', closing: cases(8) }]),
  recount('forgot fanta 8 cases', [cola, sprite, { product: 'FD500', closing: cases(8) }]),
  recount('去掉雪碧', [cola]),
  recount('雪碧不要了', [cola]),
  recount('删掉雪碧', [cola]),
  recount('remove sprite', [cola]),
  recount('去掉芬达', [cola, sprite], { asks: ['lines'] }),
  recount('可乐在途5箱', [{ ...cola, inTransit: cases(5) }, sprite]),
  recount('可乐在途还有5箱', [{ ...cola, inTransit: cases(5) }, sprite]),
  recount('雪碧进货10箱', [cola, { ...sprite, received: cases(10) }]),
  recount('可乐进货10箱', [{ ...cola, received: cases(10) }, sprite]),
  recount('雪碧是8瓶不是8箱', [cola, { ...sprite, closing: bottles(8) }]),
  recount('雪碧不是8 是9', [cola, { ...sprite, closing: cases(9) }]),
  recount('雪碧改10', [cola, { ...sprite, closing: cases(10) }]),
  recount('可乐在途5箱 雪碧在途3箱', [
    { ...cola, inTransit: cases(5) },
    { ...sprite, inTransit: cases(3) },
  ]),
  recount('在途5箱', [cola, sprite], { asks: ['lines'] }),
  recount('9箱', [cola, sprite], { asks: ['lines'] }),
  recount('存9', [cola, sprite], { asks: ['lines'] }),
  recountOne('存15', { ...sprite, closing: cases(15) }),
  recountOne('在途5箱', { ...sprite, inTransit: cases(5) }),
  recountOne('9箱', { ...sprite, closing: cases(9) }),
  recountOne('打错了 9箱', { ...sprite, closing: cases(9) }),
  row(
    '说明 上周漏盘3箱7瓶',
    'stock.report',
    { ...report, explanation: '上周漏盘3箱7瓶' },
    { spokenOf: { draft: { command: 'stock.report', input: report } }, corrects: 'draft' },
  ),
]

const last: Row[] = [
  row(
    '改成周三',
    'visit.plan',
    { customer: hualian, date: nextTuesday },
    {
      spokenOf: { last: { command: 'visit.plan', input: { customer: hualian, date: nextTuesday } } },
      corrects: 'last',
      offers: { date: ['2026-12-02', '2026-11-25'] },
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
  row('客户 永盛', 'customer.show', { customer: yongsheng }, { spokenOf: { draft } }),
  row(
    '拜访永盛 跟郑永盛聊了堆头 下周四再去',
    'visit.record',
    {
      ...{ customer: yongsheng, contact: '郑永盛', date: today, about: '堆头' },
      ...{ nextStep: '再去', nextDate: '2026-12-03' },
    },
    { spokenOf: { draft } },
  ),
  row(
    '拜访沃尔玛 聊了冰柜',
    'visit.record',
    { date: today, about: '冰柜' },
    { spokenOf: { draft }, asks: ['customer'] },
  ),
  row(
    '跟何老板聊了冰柜 下周三再去',
    'visit.record',
    { date: today, contact: '何老板', about: '冰柜', nextStep: '再去', nextDate: '2026-12-02' },
    { spokenOf: { draft }, offers: { customer: [guangming] } },
  ),
  row('下周三去永盛', 'visit.plan', { customer: yongsheng, date: '2026-12-02' }, { spokenOf: { draft } }),
  row('帮我看一下永盛的资料', 'customer.show', { customer: yongsheng }, { spokenOf: { draft } }),
  row(
    '1234',
    'customer.show',
    { customer: hualian },
    { spokenOf: { draft: { command: 'stock.report', input: report } } },
  ),
  row(
    '永盛 可乐存12箱',
    'stock.report',
    { customer: yongsheng, lines: [{ product: 'KL500', closing: cases(12) }] },
    { spokenOf: { draft: { command: 'stock.report', input: report } } },
  ),
  row('明天请假', 'leave.add', { from: '2026-11-25', to: '2026-11-25' }, { spokenOf: { draft } }),
]

/** Of what was saved, too. */
const ofLast: Row[] = [
  ...(
    [
      ['是前天去的', { date: '2026-11-22' }],
      ['不是堆头 是端架', { about: '国庆端架' }],
      ['加一句 他要海报', { feedback: '要海报' }],
      ['改成永盛', { customer: yongsheng }],
    ] as const
  ).map(([says, changed]) =>
    row(
      says,
      'visit.record',
      { ...visit, ...changed },
      { spokenOf: { last: { command: 'visit.record', input: visit } }, corrects: 'last' },
    ),
  ),
  row('昨天', null, {}, { spokenOf: { last: { command: 'visit.record', input: visit } } }),
]

export const correctionRows: Row[] = [
  ...[...visits, ...days, ...stillOpen, ...texts, ...more, ...unclear, ...plans],
  ...[...counts, ...last, ...ofLast, ...none],
]
