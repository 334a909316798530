import { afterAll, beforeAll, expect, test } from 'vitest'
import { understand } from '../../../src/chat/understand/understand.ts'
import { capabilities } from '../../../src/crm/capabilities.ts'
import { type RepCompany, repCompany } from '../../support/rep-company.ts'
import { baihui, hualian, yongsheng } from './corpus/row.ts'

let company: RepCompany
beforeAll(async () => {
  company = await repCompany()
})
afterAll(() => company.close())

const commands = capabilities.flatMap((capability) => capability.commands)

/** Nothing of one record stands in another. */
test.each([
  [
    '拜访华联聊堆头，又去永盛聊返利，可乐12箱 雪碧8箱',
    [`visit.record ${hualian}`, `visit.record ${yongsheng}`, `stock.report ${yongsheng}`],
  ],
  [
    '拜访永盛 聊返利\n可乐12箱 雪碧8箱\n下周三请假',
    [`visit.record ${yongsheng}`, `stock.report ${yongsheng}`, 'leave.add'],
  ],
  [
    '拜访永盛聊返利。拜访百惠聊陈列。下周三下午请假',
    [`visit.record ${yongsheng}`, `visit.record ${baihui}`, 'leave.add'],
  ],
  [
    '今天去了华联聊堆头，明天去永盛，后天请假',
    [`visit.record ${hualian}`, `visit.plan ${yongsheng}`, 'leave.add'],
  ],
  [
    'visited Hualian about display, visited Yongsheng about rebate, off on Friday',
    [`visit.record ${hualian}`, `visit.record ${yongsheng}`, 'leave.add'],
  ],
])('%s', async (text, expected) => {
  const { asks, records = [] } = await understand(await company.as('li'), commands, text, {})
  expect(asks.map(({ field }) => field)).toContain('')
  const said = records.map(({ command, input }) => [command, input.customer].filter(Boolean).join(' '))
  expect(said.toSorted()).toEqual(expected.toSorted())
  const words = records.map(({ input }) => `${input.about ?? ''} ${input.nextStep ?? ''}`).join()
  expect(words).not.toMatch(/请假|箱|永盛|百惠|off|visited|Yongsheng/)
})
