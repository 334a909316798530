import { expect, test } from 'vitest'
import { type Acknowledging, acknowledging } from '../../bots/dingtalk/acknowledge.ts'
import { dingtalkBot } from '../../bots/dingtalk/bot.ts'
import { type Card, text } from '../../cards/card.ts'
import type { Address } from '../../src/chat/contract.ts'
import { silentLog } from '../support/dingtalk-company.ts'
import { at, inGroup, message, press } from './dingtalk/payloads.ts'

const settings = {
  clientId: 'ding-simulated',
  clientSecret: 'simulated-secret',
  apiUrl: 'http://127.0.0.1:1',
  oapiUrl: 'http://127.0.0.1:1',
  cardValueBytes: 3072,
  callsPerSecond: 20,
  transport: { mode: 'stream' as const },
}
const wall = () => new Date(at)
const bot = dingtalkBot({ settings, fetch, wall, log: silentLog })
const approved: Card = { title: '合同 HT-1', subject: 'contract:HT-1', blocks: [text('已批准')] }
const refused: Card = { title: '没有办成', tone: 'warning', blocks: [text('合同已由王芳批准')] }

/** Acknowledges with this card as the answer, ready in time; null where it is not. */
function answering(answer: { card: Card; to: Address } | null) {
  const fate: string[] = []
  const receive: Acknowledging['receive'] = async () =>
    answer && {
      ...answer,
      language: 'zh',
      carried: async () => void fate.push('carried'),
      handBack: async () => void fate.push('handed back'),
    }
  const sending = {
    ...bot,
    send: async () => {
      fate.push('sent')
      return { redrawable: false }
    },
  }
  return { fate, ...acknowledging({ bot: sending, receive, wall, log: silentLog }) }
}

const pressed = press(['b1'], { say: '批准 HT-1' })
const said = message({ msgtype: 'text', text: { content: '合同 HT-1' } })
const onCard = bot.read(pressed)!.replyTo
const beside = { ...onCard, message: undefined }

test('a press is answered by the redrawn card; nobody else’s notice stays', async () => {
  const { press, fate } = answering({ card: approved, to: onCard })
  const { body, afterwards } = await press(pressed)
  expect(body).toEqual({
    cardUpdateOptions: { updateCardDataByKey: true, updatePrivateDataByKey: true },
    cardData: { cardParamMap: bot.render(approved, { language: 'zh' }).params },
    userPrivateData: { cardParamMap: { notice: '' } },
  })
  await afterwards?.(true)
  expect(fate).toEqual(['carried'])
})

test('an acknowledgement that did not arrive hands the answer back', async () => {
  const { press, fate } = answering({ card: approved, to: onCard })
  const { afterwards } = await press(pressed)
  await afterwards?.(false)
  expect(fate).toEqual(['handed back'])
})

test('a refusal is a notice, and a message of its own', async () => {
  const { press, fate } = answering({ card: refused, to: beside })
  const { body, afterwards } = await press(pressed)
  expect(body).toMatchObject({
    userPrivateData: { cardParamMap: { notice: '没有办成 合同已由王芳批准' } },
  })
  expect(body).not.toHaveProperty('cardData')
  await afterwards?.(true)
  expect(fate).toEqual(['sent', 'carried'])
})

test('an answer that is late, or was given before: the press is acknowledged, the card left as it is', async () => {
  expect(await answering(null).press(pressed)).toEqual({ body: {} })
})

test('a posted message without a template is answered in words, with the time', async () => {
  const to = bot.read(said)!.replyTo
  const { messageAnswered, fate } = answering({ card: approved, to })
  const { body, afterwards } = await messageAnswered(said)
  expect(body).toMatchObject({
    msgtype: 'markdown',
    markdown: { text: expect.stringContaining('截至 10:00') },
  })
  await afterwards?.(true)
  expect(fate).toEqual(['carried'])
})

test('what is private is not answered where a group would read it', async () => {
  const to = {
    ...bot.read(message({ msgtype: 'text', text: { content: '合同' } }, inGroup))!.replyTo,
    user: 'li',
  }
  const { messageAnswered, fate } = answering({ card: approved, to })
  const { body, afterwards } = await messageAnswered(said)
  expect(body).toEqual({ msgtype: 'empty' })
  await afterwards?.(true)
  expect(fate).toEqual(['sent', 'carried'])
})

test('a message whose answer is late is acknowledged without a word', async () => {
  expect(await answering(null).messageAnswered(said)).toEqual({ body: { msgtype: 'empty' } })
  expect(await answering(null).message(said)).toEqual({ body: { msgtype: 'empty' } })
})
