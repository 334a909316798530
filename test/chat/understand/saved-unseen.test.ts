import { afterAll, beforeAll, expect, test } from 'vitest'
import { understand } from '../../../src/chat/understand/understand.ts'
import { capabilities } from '../../../src/crm/capabilities.ts'
import { type RepCompany, repCompany } from '../../support/rep-company.ts'

let company: RepCompany
beforeAll(async () => {
  company = await repCompany()
})
afterAll(() => company.close())

const commands = capabilities.flatMap((capability) => capability.commands)

/** What a person is asked, who has the records of a command saved at once. */
async function asked(command: string, says: string): Promise<string[]> {
  const ctx = await company.as('li')
  const me = { ...ctx.me, saveAtOnce: [command] }
  const { asks, choices } = await understand({ ...ctx, me }, commands, says, {})
  return [...asks, ...choices].map(({ field }) => field)
}

test('what is clear is saved without a word', async () => {
  expect(await asked('visit.record', '拜访华联超市 聊了国庆堆头')).toEqual([])
  expect(await asked('stock.report', '华联 可乐存12箱')).toEqual([])
})

test('a name that is nearly right is asked about, where nobody looks before it is saved', async () => {
  expect(await asked('visit.record', '拜访华连超市 聊了国庆堆头')).toEqual(['customer'])
  expect(await asked('visit.plan', '拜访华连超市 聊了国庆堆头')).toEqual([])
})

test('so is a part of a name, and figures without a unit', async () => {
  expect(await asked('visit.record', '拜访世纪 聊了端架')).toEqual(['customer'])
  expect(await asked('stock.report', '华联 可乐存12')).toEqual(['lines'])
})
