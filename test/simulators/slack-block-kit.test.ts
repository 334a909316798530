import { describe, expect, test } from 'vitest'
import { blockComplaints } from './slack/block-kit/blocks.ts'
import { viewComplaints } from './slack/block-kit/views.ts'
import { blocksInWords, livePings, plainWords } from './slack/person/plain-words.ts'
import type { Block, Json } from './slack/wire.ts'

const plain = (text: string) => ({ type: 'plain_text', text })
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text })
const long = (length: number) => 'x'.repeat(length)
const times = <T>(count: number, make: (index: number) => T) =>
  Array.from({ length: count }, (_, i) => make(i))

const section = (text: string, extra: Json = {}): Block => ({
  type: 'section',
  text: mrkdwn(text),
  ...extra,
})
const button = (extra: Json = {}) => ({ type: 'button', text: plain('OK'), action_id: 'ok', ...extra })
const actions = (...elements: Json[]): Block => ({ type: 'actions', elements })
const option = (text: string, value = text) => ({ text: plain(text), value })
const select = (count: number) => ({
  type: 'static_select',
  action_id: 's',
  options: times(count, (i) => option(`o${i}`)),
})
const input = (element: Json): Block => ({ type: 'input', label: plain('Label'), element })
const cell = (text: string) => ({ type: 'raw_text', text })
const table = (rows: number, columns: number, text = 'x'): Block => ({
  type: 'table',
  rows: times(rows, () => times(columns, () => cell(text))),
})
const chart = (of: Json, title = 'Sales'): Block => ({ type: 'data_visualization', title, chart: of })
const pie = (count: number, extra: Json = {}) => ({
  type: 'pie',
  segments: times(count, (i) => ({ label: `s${i}`, value: i + 1, ...extra })),
})
const bars = (categories: string[], ...series: Array<[string, number[]]>) => ({
  type: 'bar',
  axis_config: { categories, x_label: 'Month', y_label: 'CNY' },
  series: series.map(([name, values]) => ({
    name,
    data: values.map((value, i) => ({ label: categories[i], value })),
  })),
})

/** Each holds exactly at its limit, and one beyond is complained of at this place. */
const LIMITS: Array<[string, (beyond: number) => Block[], string]> = [
  ['50 blocks', (b) => times(50 + b, () => ({ type: 'divider' })), '/blocks'],
  ['section text 3,000', (b) => [section(long(3000 + b))], '/blocks/0/text/text'],
  ['10 fields', (b) => [section('x', { fields: times(10 + b, () => mrkdwn('f')) })], '/blocks/0/fields'],
  ['field 2,000', (b) => [section('x', { fields: [mrkdwn(long(2000 + b))] })], '/blocks/0/fields/0/text'],
  ['header 150', (b) => [{ type: 'header', text: plain(long(150 + b)) }], '/blocks/0/text/text'],
  [
    '10 in a context',
    (b) => [{ type: 'context', elements: times(10 + b, () => mrkdwn('c')) }],
    '/blocks/0/elements',
  ],
  [
    '25 actions',
    (b) => [actions(...times(25 + b, (i) => button({ action_id: `a${i}` })))],
    '/blocks/0/elements',
  ],
  [
    'button text 75',
    (b) => [actions(button({ text: plain(long(75 + b)) }))],
    '/blocks/0/elements/0/text/text',
  ],
  ['button value 2,000', (b) => [actions(button({ value: long(2000 + b) }))], '/blocks/0/elements/0/value'],
  ['button url 3,000', (b) => [actions(button({ url: long(3000 + b) }))], '/blocks/0/elements/0/url'],
  ['action_id 255', (b) => [actions(button({ action_id: long(255 + b) }))], '/blocks/0/elements/0/action_id'],
  ['block_id 255', (b) => [section('x', { block_id: long(255 + b) })], '/blocks/0/block_id'],
  ['100 options', (b) => [actions(select(100 + b))], '/blocks/0/elements/0/options'],
  [
    '5 in an overflow',
    (b) => [actions({ ...select(5 + b), type: 'overflow' })],
    '/blocks/0/elements/0/options',
  ],
  [
    '10 radio buttons',
    (b) => [input({ ...select(10 + b), type: 'radio_buttons' })],
    '/blocks/0/element/options',
  ],
  [
    'option text 75',
    (b) => [actions({ ...select(1), options: [option(long(75 + b), 'v')] })],
    '/blocks/0/elements/0/options/0/text/text',
  ],
  [
    'option value 75',
    (b) => [actions({ ...select(1), options: [option('t', long(75 + b))] })],
    '/blocks/0/elements/0/options/0/value',
  ],
  [
    'placeholder 150',
    (b) => [actions({ ...select(1), placeholder: plain(long(150 + b)) })],
    '/blocks/0/elements/0/placeholder/text',
  ],
  [
    'input length 3,000',
    (b) => [input({ type: 'plain_text_input', max_length: 3000 + b })],
    '/blocks/0/element/max_length',
  ],
  ['markdown 12,000', (b) => [{ type: 'markdown', text: long(12_000 + b) }], '/blocks/0/text'],
  ['100 rows', (b) => [table(100 + b, 1)], '/blocks/0/rows'],
  ['20 columns', (b) => [table(1, 20 + b)], '/blocks/0/rows/0'],
  ['10,000 characters in cells', (b) => [table(1, 2, long(5000 + b))], '/blocks'],
  ['one table', (b) => times(1 + b, () => table(1, 1)), '/blocks'],
  ['two charts', (b) => times(2 + b, () => chart(pie(1))), '/blocks'],
  ['chart title 50', (b) => [chart(pie(1), long(50 + b))], '/blocks/0/title'],
  ['6 segments', (b) => [chart(pie(6 + b))], '/blocks/0/chart/segments'],
  ['segment label 20', (b) => [chart(pie(1, { label: long(20 + b) }))], '/blocks/0/chart/segments/0/label'],
  [
    '6 series',
    (b) => [chart(bars(['Q1'], ...times(6 + b, (i): [string, number[]] => [`s${i}`, [i]])))],
    '/blocks/0/chart/series',
  ],
  [
    '20 categories',
    (b) => {
      const categories = times(20 + b, (i) => `c${i}`)
      return [chart(bars(categories, ['s', categories.map((_, i) => i)]))]
    },
    '/blocks/0/chart/axis_config/categories',
  ],
]

test.each(LIMITS)('%s', (_, make, at) => {
  expect(blockComplaints(make(0), 'message')).toEqual([])
  const places = blockComplaints(make(1), 'message').map(
    (complaint) => /json-pointer:(.*)]/.exec(complaint)![1],
  )
  expect(places).toContain(at)
})

/** Each is refused as it stands. */
const WRONG: Array<[string, Block[], string]> = [
  ['an unknown block', [{ type: 'graph' }], 'unsupported type: graph [json-pointer:/blocks/0/type]'],
  ['an empty text', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
  [
    'a header in mrkdwn',
    [{ type: 'header', text: mrkdwn('x') }],
    'must be a valid enum value [json-pointer:/blocks/0/text/type]',
  ],
  [
    'a section of nothing',
    [{ type: 'section' }],
    'must define either `text` or `fields` [json-pointer:/blocks/0]',
  ],
  ['an input among actions', [actions({ type: 'plain_text_input' })], 'unsupported type: plain_text_input'],
  ['a block_id twice', times(2, () => section('x', { block_id: 'b' })), '`block_id` "b" already exists'],
  ['an action_id twice in a block', [actions(button(), button())], '`action_id` "ok" already exists'],
  [
    'an initial option that is not offered',
    [actions({ ...select(2), initial_option: option('other') })],
    'initial option must exactly match',
  ],
  ['a pie of nothing', [chart(pie(1, { value: 0 }))], 'must be greater than 0'],
  ['a series with a gap', [chart(bars(['Q1', 'Q2'], ['s', [1]]))], 'data labels must match'],
  ['two series of one name', [chart(bars(['Q1'], ['s', [1]], ['s', [2]]))], '`name` "s" already exists'],
  [
    'a data table without caption',
    [{ ...table(2, 1), type: 'data_table' }],
    'missing required field: caption',
  ],
  [
    'a data table of a header alone',
    [{ ...table(1, 1), type: 'data_table', caption: 'c' }],
    'no less than 2 items allowed',
  ],
]

test.each(WRONG)('%s is refused', (_, blocks, complaint) => {
  expect(blockComplaints(blocks, 'message').join('\n')).toContain(complaint)
})

test('the same action_id may stand in two blocks', () => {
  expect(blockComplaints([actions(button()), actions(button())], 'message')).toEqual([])
})

test('a workspace that the roll-out has not reached refuses charts, and only them', () => {
  const complaints = blockComplaints([section('x'), chart(pie(1))], 'message', { chartsRolledOut: false })
  expect(complaints).toEqual(['unsupported type: data_visualization [json-pointer:/blocks/1/type]'])
})

describe('views', () => {
  const modal = (extra: Json = {}) => ({ type: 'modal', title: plain('T'), blocks: [section('x')], ...extra })

  test.each([
    ['title', 24, plain],
    ['submit', 24, plain],
    ['close', 24, plain],
    ['private_metadata', 3000, String],
    ['callback_id', 255, String],
  ])('%s up to %d', (field, most, make) => {
    expect(viewComplaints(modal({ [field]: make(long(most)) }), 'modal')).toEqual([])
    const complaints = viewComplaints(modal({ [field]: make(long(most + 1)) }), 'modal').join('\n')
    expect(complaints).toContain(`/view/${field}`)
  })

  test('100 blocks, and no tables or charts', () => {
    const dividers = (count: number) => times(count, () => ({ type: 'divider' }))
    expect(viewComplaints(modal({ blocks: dividers(100) }), 'modal')).toEqual([])
    expect(viewComplaints(modal({ blocks: dividers(101) }), 'modal')).not.toEqual([])
    expect(viewComplaints({ type: 'home', blocks: [table(1, 1)] }, 'home').join()).toContain(
      'unsupported type',
    )
  })

  test('a form needs a button to submit it', () => {
    const blocks = [input({ type: 'plain_text_input', action_id: 'i' })]
    expect(viewComplaints(modal({ blocks }), 'modal').join()).toContain('missing required field: submit')
    expect(viewComplaints(modal({ blocks, submit: plain('Save') }), 'modal')).toEqual([])
  })
})

describe('in plain words', () => {
  test('a message of many blocks', () => {
    const blocks = [
      { type: 'header', text: plain('Contract *7*') },
      section('*Total* _¥1,200_ <https://example.com|details> &lt;b&gt;'),
      section('x', { fields: [mrkdwn('*Due*\nMonday')] }),
      table(1, 2, 'cell'),
      chart(bars(['Q1', 'Q2'], ['CNY', [1, 2]])),
      actions(button(), select(2)),
    ]
    expect(plainWords({ text: 'not shown', blocks })).toBe(
      [
        'Contract *7*',
        'Total ¥1,200 details <b>',
        'x',
        'Due\nMonday',
        'cell | cell',
        'Sales',
        'CNY — Q1: 1, Q2: 2',
        '[OK] [o0 / o1]',
      ].join('\n'),
    )
  })

  test('a text alone, and a pie', () => {
    expect(plainWords({ text: 'a*b* snake_case_name 2*3*4' })).toBe('a*b* snake_case_name 2*3*4')
    expect(blocksInWords([chart(pie(2))])).toBe('Sales\ns0: 1\ns1: 2')
  })

  test('live mentions are told from written ones', () => {
    expect(
      livePings({ text: 'hi <!channel> <@U1>', blocks: [section('&lt;!here&gt; <!everyone>')] }),
    ).toEqual(['<!channel>', '<@U1>', '<!everyone>'])
    expect(livePings({ blocks: [{ type: 'header', text: plain('<!channel>') }] })).toEqual([])
  })
})
