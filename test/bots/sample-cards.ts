import { buttons, type Card, type FormField, fields, note, text } from '../../cards/card.ts'

const rows = (count: number, columns: number) =>
  Array.from({ length: count }, (_, row) =>
    Array.from({ length: columns }, (_, column) => `${row + 1}-${column + 1}`),
  )
const columns = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    label: `列${i + 1}`,
    align: i > 0 ? ('right' as const) : undefined,
  }))
const weeks = (count: number) => Array.from({ length: count }, (_, i) => `W${i + 1}`)

const everyField: FormField[] = [
  { name: 'customer', label: '客户', kind: 'text', value: '华联超市', required: true },
  { name: 'about', label: '谈了什么', kind: 'lines', value: '国庆堆头\n下周二再去', required: true },
  { name: 'days', label: '天数', kind: 'number', value: '12.5' },
  { name: 'date', label: '日期', kind: 'date', value: '2026-11-24' },
  { name: 'nextDate', label: '下次', kind: 'date', value: '下周二', error: '请写明日期，例如 12月1日' },
  { name: 'time', label: '时间', kind: 'time', value: '10:30' },
  {
    name: 'kind',
    label: '方式',
    kind: 'select',
    value: 'call',
    options: [
      { value: 'visit', label: '上门' },
      { value: 'call', label: '电话' },
    ],
  },
  { name: 'sure', label: '确认无误', kind: 'checkbox', value: 'true' },
  { name: 'rest', label: '备注', kind: 'text', placeholder: '可以不填' },
]

/** Cards that use every block, and go to the edges of what a capability may draw. */
export const sampleCards: Record<string, Card> = {
  'a receipt': {
    title: '已记录拜访',
    tone: 'good',
    subject: 'visit:12',
    blocks: [
      text('和王店长聊了国庆堆头。\n下周二再去。'),
      fields([
        ['客户', '华联超市'],
        ['下次', '12月1日 周二'],
      ]),
      note('10 分钟内可以撤销。'),
      buttons({ label: '撤销', say: '撤销 D7K2' }),
    ],
  },
  'nothing but a title': { title: '今天没有等您处理的事', blocks: [] },
  'a contract to decide': {
    title: '华联超市 2026年度合同',
    subject: 'contract:HT-2026-0031',
    blocks: [
      fields([
        ['合同编号', 'HT-2026-0031'],
        ['状态', '审批中'],
      ]),
      {
        type: 'table',
        columns: [{ label: '产品' }, { label: '1月', align: 'right' }],
        rows: [
          ['可乐', '1,200箱'],
          ['雪碧', ''],
        ],
      },
      buttons(
        { label: '批准', say: '批准 HT-2026-0031', style: 'primary' },
        { label: '退回修改', say: '退回 HT-2026-0031' },
        { label: '拒绝', say: '拒绝 HT-2026-0031', style: 'danger' },
      ),
    ],
  },
  'a line chart with a gap': {
    title: '日报',
    blocks: [
      {
        type: 'chart',
        kind: 'line',
        title: '每周库存',
        unit: '箱',
        categories: weeks(6),
        series: [
          { name: '可乐', values: [12, 15, null, 9, 11, 14] },
          { name: '雪碧', values: [3, 4, null, 2, 0, 1] },
        ],
      },
    ],
  },
  'three bar charts of more weeks than fit': {
    title: '周报',
    tone: 'warning',
    blocks: Array.from({ length: 3 }, (_, i) => ({
      type: 'chart' as const,
      kind: 'bar' as const,
      title: `大区 ${i + 1}`,
      categories: weeks(30),
      series: Array.from({ length: 8 }, (_, k) => ({
        name: `办事处 ${k + 1}`,
        values: weeks(30).map((_, n) => n * k),
      })),
    })),
  },
  'a chart without figures': {
    title: '还没有数字',
    blocks: [
      { type: 'chart', kind: 'bar', title: '空', categories: [], series: [] },
      {
        type: 'chart',
        kind: 'line',
        title: '缺',
        categories: ['W1'],
        series: [{ name: '可乐', values: [null] }],
      },
    ],
  },
  'long tables': {
    title: '应报未报',
    blocks: [
      { type: 'table', columns: columns(3), rows: rows(150, 3) },
      { type: 'table', columns: columns(25), rows: rows(4, 25) },
      { type: 'table', columns: columns(2), rows: [] },
    ],
  },
  'many buttons and many paragraphs': {
    title: '请选择',
    blocks: [
      ...Array.from({ length: 60 }, (_, i) => text(`第 ${i + 1} 段`)),
      buttons(...Array.from({ length: 60 }, (_, i) => ({ label: `选项 ${i + 1}`, say: `选 D7K2 ${i + 1}` }))),
    ],
  },
  'a form with every field': {
    title: '记录拜访',
    tone: 'warning',
    subject: 'draft:D7K2',
    blocks: [
      note('请看标出的地方，改好后保存。'),
      {
        type: 'form',
        fields: everyField,
        submit: { label: '保存', say: '保存 D7K2', style: 'primary' },
        open: '修改 D7K2',
      },
      buttons({ label: '取消', say: '取消 D7K2' }),
    ],
  },
}

/** Texts that people write, by mistake or by malice. */
export const hostileTexts: Record<string, string> = {
  'a live mention': '<@U1> <!channel> <!subteam^S1|all> @所有人 @all @here',
  'a link':
    '<https://evil.example|银行> [银行](https://evil.example) https://evil.example dtmd://dingtalkclient/sendMessage?content=x',
  'table marks': '| a | b |\n|---|---|\n|| \\| |',
  'code and emphasis': '`a` ```b``` *c* _d_ ~e~ **f** # g\n> h\n- i\n1. j',
  html: '<script>alert(1)</script><img src=x onerror=alert(1)>&amp;&lt;',
  entities: '&&&<<<>>>',
  emoji: '👩‍👩‍👧‍👦🇨🇳👍🏽:+1:',
  'right to left': '\u202Eabc\u202C \u200F\u2067אבג\u2069',
  'control characters': 'a\u0000b\u0007c\u001Bd\u2028e\uFEFFf\uD800g',
  'template marks': '\u0024{title} {{title}} %s #{x} \\n "quoted" \'quoted\'',
  blank: ' \n\t ',
  '4,000 characters': '渠'.repeat(4000),
  '4,000 signs to escape': '&<>"'.repeat(1000),
  '2,000 emoji': '👨‍👩‍👧'.repeat(250),
}

/** A card that says the text wherever a text can stand. */
export const cardSaying = (said: string): Card => ({
  title: said,
  tone: 'bad',
  subject: 'customer:KH000123',
  blocks: [
    text(said),
    note(said),
    { type: 'fields', fields: [{ label: said, value: said }] },
    { type: 'table', columns: [{ label: said }, { label: said }], rows: [[said, said]] },
    {
      type: 'chart',
      kind: 'bar',
      title: said,
      unit: said,
      categories: [said, `${said}2`],
      series: [{ name: said, values: [1, 2] }],
    },
    {
      type: 'form',
      fields: [
        { name: 'text', label: said, kind: 'text', value: said, placeholder: said, error: said },
        { name: 'lines', label: said, kind: 'lines', value: said },
        { name: 'select', label: said, kind: 'select', value: 'a', options: [{ value: 'a', label: said }] },
        { name: 'checkbox', label: said, kind: 'checkbox' },
      ],
      submit: { label: said, say: '保存 D7K2' },
      open: '修改 D7K2',
    },
    buttons({ label: said, say: '客户 KH000123' }),
  ],
})

/** Sentences as buttons carry them: with the arguments that people's words make. */
export const hostileSentences = [
  '批准 HT-2026-0031',
  '找客户 <@U1> & <华联>',
  '找客户 `a` | *b* "c" \'d\' \\ / ? # % + = ：，。',
  '找客户 👩‍👩‍👧‍👦 אבג',
  `找客户 ${'渠'.repeat(200)}`,
]
