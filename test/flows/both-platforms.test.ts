import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Bot } from '../../src/chat/contract.ts'
import { cardInWords } from '../simulators/dingtalk/client/in-words.ts'
import { dingtalkDemo, silentLog } from '../support/dingtalk-company.ts'
import { tuesday } from '../support/playground-company.ts'
import { slackBeside } from '../support/slack-beside.ts'

const colleagues = ['sun', 'wang'].map((code) => ({
  id: `U0${code.toUpperCase()}`,
  name: code,
  email: `${code}@clearspring.example`,
  locale: 'zh-CN',
}))
const general = { id: 'C0GENERAL', name: 'general', members: ['U0SUN', 'U0WANG', 'U0SIMBOT'] }
const world = { members: colleagues, conversations: [general], rateLimits: 'off' as const }

let slack: Awaited<ReturnType<typeof slackBeside>>
let demo: Awaited<ReturnType<typeof dingtalkDemo>>
let connected: Awaited<ReturnType<typeof slack.connect>>
beforeAll(async () => {
  slack = await slackBeside(world, () => tuesday, silentLog)
  demo = await dingtalkDemo({ others: [slack.bot as Bot] })
  connected = await slack.connect(demo.company, 'socket')
})
afterAll(async () => {
  await connected.leave()
  await demo.close()
  await slack.slack.close()
})

/** The lines of a card that say how it stands: what every platform shows in its own dress. */
const standing = (words: string) =>
  [...words.matchAll(/[✓✗→·] ?[^\n]*（[^\n]*/g)].map(([line]) => line.trim())

test('one contract, approved first on one platform and last on the other: every card ends the same', async () => {
  const [li, wang, zhao, chen] = ['li', 'wang', 'zhao', 'chen'].map((code) => demo.person(code)) as [
    ReturnType<typeof demo.person>,
    ReturnType<typeof demo.person>,
    ReturnType<typeof demo.person>,
    ReturnType<typeof demo.person>,
  ]
  const sun = slack.slack.user('U0SUN')
  const wangInSlack = slack.slack.user('U0WANG')
  await sun.dm('帮助')
  await connected.quiet()

  await li.says('起草合同 永盛副食商行 2027年 可乐1200箱 雪碧600箱')
  await li.presses('保存')
  const { number } = await demo.db.contract.findFirstOrThrow({
    where: { year: 2027, customer: { name: '永盛副食商行' } },
  })
  await li.says(`提交合同 ${number}`)
  await wangInSlack.dm(`合同 ${number}`)
  await wangInSlack.command('/qd', `合同 ${number}`, { channel: general.id })
  await connected.quiet()
  for (const person of [wang, zhao, chen]) await person.presses('批准')
  await connected.quiet()

  const waiting = sun.messages().findLast((message) => JSON.stringify(message).includes(`批准 ${number}`))
  await sun.press(waiting!, '批准')
  await connected.quiet()
  await li.calm()

  expect((await demo.db.contract.findUniqueOrThrow({ where: { number } })).state).toBe('approved')
  const shown = [li, wang, zhao, chen].map(({ person }) => person.cards().map(cardInWords))
  const cards = shown.map((all) => all.findLast((words) => words.includes(number))!)
  const final = standing(cards[0]!)
  expect(final.join()).toMatch(/王建华.*赵晓燕.*陈志远.*孙丽娟/)
  for (const words of cards) expect(standing(words)).toEqual(final)
  for (const person of [sun, wangInSlack])
    for (const line of final) expect(person.sees()).toContain(line.replace(/^[^（]*?\s/, ''))

  const fleeting = wangInSlack.messages(general.id).at(-1)!
  expect(wangInSlack.sees(general.id)).toContain('截至')
  await wangInSlack.press(fleeting, '批准')
  await connected.quiet()
  expect(wangInSlack.sees(general.id)).toContain('孙丽娟')
})
