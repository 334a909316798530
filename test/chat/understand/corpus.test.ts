import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conversationCommands } from '../../../src/chat/commands.ts'
import { understand } from '../../../src/chat/understand/understand.ts'
import type { Understood } from '../../../src/chat/understand/understood.ts'
import { capabilities } from '../../../src/crm/capabilities.ts'
import type { Command } from '../../../src/crm/command.ts'
import { type RepCompany, repCompany } from '../../support/rep-company.ts'
import { corpus } from './corpus/corpus.ts'
import type { Row } from './corpus/row.ts'

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

async function heard({ says, as = 'li', now, spokenOf = {} }: Row): Promise<Understood> {
  return understand(await company.as(as, now), commands, says, spokenOf)
}

/** As the corpus writes it down. */
const noted = ({ command, input, asks, choices, corrects }: Understood) => ({
  command,
  input: command === null ? {} : input,
  asks: asks.map(({ field }) => field).sort(),
  offers: Object.fromEntries(choices.map(({ field, options }) => [field, options.map(({ value }) => value)])),
  corrects,
})

const expected = ({ command, input = {}, asks = [], offers = {}, corrects }: Row) => ({
  command,
  input,
  asks: asks.toSorted(),
  offers,
  corrects,
})

describe.each(Object.entries(corpus))('%s', (_name, rows) => {
  test.each(rows)('$says', async (row) => {
    expect(noted(await heard(row))).toEqual(expected(row))
  })
})

/** Where the result is not what the writer meant, the bot must have asked. */
test('none is misunderstood in silence', async ({ annotate }) => {
  const rows = Object.values(corpus).flat()
  const silent: string[] = []
  let understood = 0
  for (const row of rows) {
    const { command, asks, choices, ...rest } = await heard(row)
    const right = isDeepStrictEqual(noted({ command, asks, choices, ...rest }), expected(row))
    const asked = command === null || asks.length + choices.length > 0
    if (right && !asked) understood++
    if (!right && !asked) silent.push(row.says)
  }
  await annotate(`${rows.length} sentences: ${understood} understood at once, ${silent.length} silent errors`)
  expect(silent).toEqual([])
  expect(rows.length).toBeGreaterThanOrEqual(400)
})
