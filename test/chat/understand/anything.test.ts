import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversationCommands } from '../../../src/chat/commands.ts'
import { canonical } from '../../../src/chat/understand/canonical.ts'
import { understand } from '../../../src/chat/understand/understand.ts'
import { capabilities } from '../../../src/crm/capabilities.ts'
import type { Command } from '../../../src/crm/command.ts'
import { fieldsOf } from '../../../src/crm/fields.ts'
import { type RepCompany, repCompany } from '../../support/rep-company.ts'

let company: RepCompany
beforeAll(async () => {
  company = await repCompany()
})
afterAll(() => company.close())

const commands: Command[] = [
  ...capabilities.flatMap((capability) => capability.commands),
  ...conversationCommands(() => {
    throw new Error('nothing is run here')
  }),
]
const writing = new Set(commands.filter(({ writes }) => writes).map(({ name }) => name))

/** What reps write, in no order at all. */
const word = fc.oneof(
  fc.constantFrom(...commands.flatMap(({ words }) => [...words.zh, ...words.en])),
  fc.constantFrom(
    '华联超市',
    '大润发',
    '永盛',
    'hlcs',
    'KH000001',
    'Hualian',
    '华连',
    '王店长',
    '李经理',
    'manager Wang',
    '它',
  ),
  fc.constantFrom('可乐', '雪碧20箱', '进30', '存12', '期初', '半箱', '3箱6瓶', '没了', '12,000', '1.2万'),
  fc.constantFrom(
    '今天',
    '明天',
    '昨天',
    '下周二',
    '周五',
    '11月31号',
    '上午十点',
    'next Tuesday',
    'W47',
    '12.1',
  ),
  fc.constantFrom('HT-2026-0031', 'ht20260031', '13800001111', '021-62581234', 'D7K2', '0031'),
  fc.constantFrom(
    '跟',
    '聊了',
    '说',
    '的',
    '不',
    '没',
    '别',
    '吗',
    '?',
    '，',
    '。',
    '\n',
    ' ',
    '不是',
    '改成',
    '是',
    '嗯',
    '麻烦',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
)
const sentence = fc
  .tuple(fc.array(word, { maxLength: 8 }), fc.constantFrom('', ' ', '，', '\n'))
  .map(([words, joint]) => words.join(joint))

const reference = /^(?:KH\d+|[A-Z]{1,6}-\d{4}-\d+|\d{4}-(?:W\d{2}|\d{2})|\d{4}-\d{2}-\d{2}|\d+)$/i

const options = new Set(
  commands.flatMap(({ input }) =>
    fieldsOf(input).flatMap(([, field]) => field.options?.map(({ value }) => value) ?? []),
  ),
)

/** A command word, and behind it nothing but exact references, options and codes of drafts. */
function isButton(text: string): boolean {
  const parts = text.normalize('NFKC').trim().split(/\s+/)
  const words = commands.flatMap(({ words: { zh, en } }) => [...zh, ...en]).map((one) => one.toLowerCase())
  return parts.some((_, i) => {
    const [said, rest] = [
      parts
        .slice(0, i + 1)
        .join(' ')
        .toLowerCase(),
      parts.slice(i + 1),
    ]
    return (
      words.includes(said) &&
      rest.every((part) => reference.test(part) || options.has(part) || /^[\w-]+$/.test(part))
    )
  })
}

test('of 100,000 texts, only the very sentence of a button is not confirmed', () => {
  fc.assert(
    fc.property(sentence, (text) => {
      if (canonical(commands, text)) expect(isButton(text)).toBe(true)
    }),
    { numRuns: 100_000 },
  )
})

const spokenOf = fc.option(
  fc.constantFrom(
    { customer: 'KH000001' },
    {
      draft: { command: 'visit.record', input: { customer: 'KH000001', date: '2026-11-24', about: '堆头' } },
    },
    {
      last: {
        command: 'stock.report',
        input: { customer: 'KH000001', lines: [{ product: 'KL500', closing: { quantity: 12, unit: '箱' } }] },
      },
    },
  ),
  { nil: {} },
)

const runs = Number(process.env.SENTENCES ?? 2_000)

test('whatever is written is understood or asked about, and a change is never more than that', async () => {
  const ctx = await company.as('li')
  await fc.assert(
    fc.asyncProperty(sentence, spokenOf, async (text, spoken) => {
      const { command, input, asks, choices, exact, nearest } = await understand(ctx, commands, text, spoken)
      if (command === null) expect(nearest).toHaveLength(3)
      if (exact && writing.has(command!)) expect(isButton(text)).toBe(true)
      expect(JSON.parse(JSON.stringify(input))).toEqual(input)
      for (const { why } of asks) expect(why.zh && why.en).toBeTruthy()
      for (const { options } of choices) expect(options.length).toBeGreaterThan(0)
    }),
    { numRuns: runs },
  )
}, 600_000)
