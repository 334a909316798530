import { afterEach, beforeEach, expect, test } from 'vitest'
import { NotSent } from '../../src/chat/contract.ts'
import { brokenAt } from '../../src/crm/audit-log.ts'
import { tinyCompany } from '../support/tiny-company.ts'

let t: Awaited<ReturnType<typeof tinyCompany>>
beforeEach(async () => {
  t = await tinyCompany()
})
afterEach(() => t.close())

const setTo = async (value: string) => {
  const shown = await t.say('li', `记数 ${value}`)
  return t.press('li', `保存 ${t.codeOn(shown.card)}`, shown.id)
}

test('a message delivered twice has one effect and one answer', async () => {
  await t.say('li', '记数 5', 'same')
  await t.say('li', '记数 5', 'same')
  expect(t.paper.seenBy('li')).toHaveLength(1)
  expect(await t.db.draft.count()).toBe(1)
})

test('a known id with another body is refused and logged', async () => {
  await t.say('li', '记数 5', 'same')
  await t.say('li', '记数 6', 'same')
  expect(await t.db.draft.count()).toBe(1)
  expect(t.logged.some(({ message }) => message.includes('another body'))).toBe(true)
})

test('two people press at once: one effect, the loser gets an answer, all cards converge', async () => {
  await setTo('5')
  await t.company.deliver()
  await t.say('vice', '批准 x')
  const card = t.paper.seenBy('boss')[0]!
  await Promise.all([t.press('boss', '批准', card.id), t.press('vice', '批准')])
  expect(await t.db.audit.count({ where: { action: 'number.approved' } })).toBe(1)
  const words = [...t.paper.seenBy('boss'), ...t.paper.seenBy('vice')].map(({ text }) => text)
  expect(words.filter((text) => text.includes('已经批准过了'))).toHaveLength(1)
  expect(t.paper.seenBy('boss')[0]!.text).toContain('现在是 9!')
  expect(t.paper.seenBy('li')[0]!.text).toContain('现在是 9!')
})

test('a press that may not be is refused with a visible answer, and logged', async () => {
  await setTo('5')
  const answer = await t.press('li', '批准')
  expect(answer.text).toContain('不在您的权限内')
  const refused = await t.db.audit.findFirstOrThrow({ where: { action: 'refused' } })
  expect(refused.detail).toContain('command.not_allowed')
})

test('strangers get one polite card and nothing else', async () => {
  const answer = await t.say('stranger', '记数 5')
  expect(answer.text).toContain('还不认识您')
  expect(await t.db.draft.count()).toBe(0)
})

test('whoever left is told so, at once', async () => {
  await t.say('li', '记数 5')
  await t.db.member.update({ where: { code: 'li' }, data: { leftOn: '2026-11-24' } })
  expect((await t.say('li', '保存')).text).toContain('已停用')
  expect(await t.db.setting.count({ where: { key: 'number' } })).toBe(0)
})

test('a defect becomes an apology that quotes the number under which it was logged', async () => {
  const answer = await setTo('crash')
  const { fields } = t.logged.find(({ level }) => level === 'error')!
  expect(answer.text).toContain(`编号 ${(fields as { id: string }).id}`)
  expect(await t.db.draft.count({ where: { usedAt: null } })).toBe(1)
})

test('what was accepted before a crash is answered after it, once', async () => {
  const incoming = {
    id: 'before',
    from: { platform: 'paper', id: 'li' },
    say: { text: '记数 5' },
    replyTo: { platform: 'paper', conversation: 'li', kind: 'direct' as const },
    at: 0,
  }
  const data = {
    platform: 'paper',
    messageId: 'before',
    bodyHash: '',
    receivedAt: t.wall(),
    nextAt: t.wall(),
  }
  await t.db.inbox.create({ data: { ...data, incoming: JSON.stringify(incoming) } })
  await t.company.tick()
  await t.company.tick()
  t.later(60)
  await t.company.tick()
  expect(t.paper.seenBy('li')).toHaveLength(1)
})

test('an answer that nobody carried is sent as a message', async () => {
  const replyTo = { platform: 'paper', conversation: 'li', kind: 'direct' as const }
  const incoming = { id: 'x', from: { platform: 'paper', id: 'li' }, say: { text: '记数 5' }, replyTo, at: 0 }
  const answer = await t.company.receive(t.paper.bot, incoming, 5000)
  expect(answer?.card.title).toBe('记数')
  await t.company.tick()
  expect(t.paper.seenBy('li')).toHaveLength(0)
  t.later(16)
  await t.company.tick()
  expect(t.paper.seenBy('li')).toHaveLength(1)
})

test('what a platform does not take waits, in order, as long as the platform asks', async () => {
  t.paper.fail(() => new NotSent('again', 'busy', 30))
  await t.say('li', '记数 5').catch(() => {})
  await t.say('li', '记数 6').catch(() => {})
  t.paper.fail(undefined)
  t.later(29)
  await t.company.tick()
  expect(t.paper.sheets).toHaveLength(0)
  t.later(2)
  await t.company.tick()
  expect(t.paper.log.map((line) => line.match(/数: (\d)/)?.[1])).toEqual(['5', '6'])
})

test('what a platform will never take is a dead letter and holds nobody up', async () => {
  let first = true
  t.paper.fail(() => {
    const error = first ? new NotSent('never', 'no such person') : undefined
    first = false
    return error
  })
  await t.say('li', '记数 5').catch(() => {})
  await t.say('li', '记数 6')
  expect(await t.db.outbox.count({ where: { state: 'dead' } })).toBe(1)
  expect(t.paper.seenBy('li')).toHaveLength(1)
})

test('many changes of one object redraw its card once', async () => {
  await setTo('5')
  t.paper.fail(() => new NotSent('again', 'busy'))
  for (const value of ['6', '7', '8']) {
    const shown = await t.db.draft.count()
    await t.say('li', `记数 ${value}`).catch(() => {})
    const draft = await t.db.draft.findFirstOrThrow({ orderBy: { id: 'desc' } })
    expect(await t.db.draft.count()).toBe(shown + 1)
    await t.press('li', `保存 ${draft.code}`).catch(() => {})
  }
  const live = await t.db.liveCard.findFirstOrThrow({ where: { conversation: 'boss' } })
  expect(await t.db.outbox.count({ where: { liveCardId: live.id, state: 'open' } })).toBe(1)
})

test('the audit log shows where it was tampered with', async () => {
  await setTo('5')
  await setTo('6')
  expect(await brokenAt(t.db)).toBeNull()
  const second = await t.db.audit.findFirstOrThrow({ skip: 1, orderBy: { id: 'asc' } })
  await t.db.audit.update({ where: { id: second.id }, data: { detail: '{"value":"600"}' } })
  expect(await brokenAt(t.db)).toBe(second.id)
})

test('a code from the admin links somebody whom no platform vouches for, once', async () => {
  await t.db.linkCode.create({
    data: { code: 'A2B3C4D5', memberId: 1, expiresAt: new Date('2026-11-25T00:00:00Z') },
  })
  expect((await t.say('stranger', '绑定 A2B3C4D5')).text).not.toContain('还不认识您')
  expect((await t.say('stranger', '记数 5')).text).toContain('数: 5')
  expect(await t.db.identity.count({ where: { userId: 'stranger', memberId: 1 } })).toBe(1)
})

test('an answer that was to replace a message which is gone is said anew', async () => {
  const shown = await t.say('li', '记数 5')
  let first = true
  t.paper.fail(() => {
    const error = first ? new NotSent('gone', 'deleted') : undefined
    first = false
    return error
  })
  await t.press('li', `保存 ${t.codeOn(shown.card)}`, shown.id)
  await t.company.tick()
  expect(t.paper.seenBy('li').at(-1)!.text).toContain('现在是 5')
  expect(t.paper.seenBy('li').at(-1)!.id).not.toBe(shown.id)
})

test('a stop finishes what is being sent and takes up nothing more', async () => {
  await t.say('li', '记数 5')
  const data = {
    platform: 'paper',
    conversation: 'boss',
    address: JSON.stringify(t.paper.bot.direct({ platform: 'paper', id: 'boss' })),
  }
  const boss = await t.db.member.findUniqueOrThrow({ where: { code: 'boss' } })
  for (let i = 0; i < 5; i++)
    await t.db.outbox.create({
      data: {
        ...data,
        kind: 'post',
        memberId: boss.id,
        subject: 'number:1',
        nextAt: t.wall(),
        createdAt: t.wall(),
      },
    })
  const sending = t.company.tick()
  await t.company.stop()
  await sending
  expect(await t.db.outbox.count({ where: { state: 'sending' } })).toBe(0)
  const sent = t.paper.seenBy('boss').length
  expect(await t.db.outbox.count({ where: { state: 'open' } })).toBe(5 - sent)
})
