import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Address, Incoming } from '../../src/chat/contract.ts'
import { owePlace } from '../../src/chat/outbox.ts'
import { tinyCompany } from '../support/tiny-company.ts'

let at: Awaited<ReturnType<typeof tinyCompany>>
beforeEach(async () => {
  at = await tinyCompany()
})
afterEach(() => at.close())

const room: Address = { platform: 'paper', conversation: 'room', kind: 'group' }

const sayInRoom = async (who: string, say: Incoming['say'], replyTo: Address = room) => {
  const from = { platform: 'paper', id: who }
  const id = `room${Math.random()}`
  await at.company.receive(at.paper.bot, { id, from, say, replyTo, at: 0 }, 0)
  await at.company.settled()
}

/** The card of the number, posted for everybody in the room. */
const postOpenly = async () => {
  await at.say('li', '记数 5')
  await at.say('li', '保存')
  const boss = await at.db.member.findUniqueOrThrow({ where: { code: 'boss' } })
  await owePlace(at.db, room, boss.id, 'number:1', at.wall())
  await at.company.deliver()
  return at.paper.seenBy('room').at(-1)!
}

test('who presses what everyone sees is answered alone; what everyone sees is redrawn for everyone', async () => {
  const sheet = await postOpenly()
  const { send } = at.paper.bot
  const sent: Address[] = []
  at.paper.bot.send = (to, card) => {
    sent.push(to)
    return send(to, card)
  }
  await sayInRoom('boss', { press: '批准' }, { ...room, message: sheet.id, redrawable: true })
  await at.company.deliver()
  const inRoom = sent.filter(({ conversation }) => conversation === 'room')
  expect(inRoom.map(({ user, message }) => ({ user, message }))).toEqual([
    { user: undefined, message: sheet.id },
    { user: 'boss', message: undefined },
  ])
  expect(sheet.text).toContain('现在是 9!')
})

test('a stranger in a group is turned away alone', async () => {
  const sent: Address[] = []
  at.paper.bot.send = async (to) => {
    sent.push(to)
    return { redrawable: false }
  }
  await sayInRoom('stranger', { text: '记数 5' })
  expect(sent).toMatchObject([{ conversation: 'room', user: 'stranger' }])
})
