import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { plainWords } from '../simulators/slack/person/plain-words.ts'
import { chat, lunch, sales, type TinySlack, tinySlack } from '../support/tiny-slack.ts'

let at: TinySlack

describe.each(['socket', 'http'] as const)('Slack by %s', (via) => {
  beforeEach(async () => {
    at = await tinySlack(via)
  })
  afterEach(() => at.close())

  const pressLast = async (who: TinySlack['li'], what: string, channel?: string) => {
    await who.press(who.lastMessage(channel)!, what)
    await at.quiet()
  }

  test('what is said in direct messages is shown, saved by a press, and redrawn in its place', async () => {
    await at.li.dm('记数 5')
    await at.quiet()
    expect(at.li.sees()).toBe('记数 5\n记数\n数: 5\n[保存] [修改] [取消]')

    await pressLast(at.li, '保存')
    expect(await at.number()).toBe('5')
    expect(at.li.sees()).toBe('记数 5\n数\n现在是 5\n[批准]\n[撤销]')
  })

  test('who never wrote is found by e-mail, and sees what became of it', async () => {
    await at.li.dm('记数 5')
    await at.quiet()
    await pressLast(at.li, '保存')
    expect(at.boss.sees()).toBe('数\n现在是 5\n[批准]')

    await pressLast(at.boss, '批准')
    expect(at.boss.sees()).toBe('数\n现在是 9!\n[批准]')
    expect(at.li.sees()).toContain('现在是 9!')
  })

  test('a press on a card from before shows the state of now, and changes nothing', async () => {
    await at.li.dm('记数 5')
    await at.quiet()
    await pressLast(at.li, '保存')
    const before = at.boss.lastMessage()!
    await at.boss.press(before, '批准')
    await at.quiet()
    await at.boss.press(before, '批准')
    await at.quiet()
    expect(await at.number()).toBe('9!')
    expect(at.boss.sees()).toContain('已经批准过了')
  })

  test('a form is a modal: errors stand on their fields, and what is right closes it', async () => {
    await at.li.dm('记数 5')
    await at.quiet()
    await pressLast(at.li, '修改')
    const form = at.li.view()!
    expect(form.words).toContain('数')
    expect(form.values).toEqual({ 'field:value': { value: { type: 'plain_text_input', value: '5' } } })
    expect(at.li.sees()).toContain('[修改]')

    await at.li.submit(form, { 数: 'seven' })
    await at.quiet()
    expect(at.li.view()?.errors).toEqual({ 数: '只能是数字' })
    expect(await at.number()).toBeUndefined()

    await at.li.submit(at.li.view()!, { 数: '7' })
    await at.quiet()
    expect(at.li.view()).toBeUndefined()
    expect(await at.number()).toBe('7')
    expect(at.li.sees()).toBe('记数 5\n数\n现在是 7\n[批准]\n[撤销]')
  })

  test('a form that comes too late for a modal can be opened by its button', async () => {
    at.slack.faults.next('views.open', { error: 'expired_trigger_id' })
    await at.li.dm('记数 5')
    await at.quiet()
    await pressLast(at.li, '修改')
    expect(at.li.view()).toBeUndefined()
    expect(plainWords(at.li.lastMessage()!)).toContain('[填写]')

    await pressLast(at.li, '填写')
    await at.li.submit(at.li.view()!, { 数: '8' })
    await at.quiet()
    expect(await at.number()).toBe('8')
  })

  test('a command in a channel is answered in its acknowledgement, to the one who asked alone', async () => {
    const { response } = await at.li.command('/qd', '记数 5', { channel: sales.id })
    await at.quiet()
    expect(response).toMatchObject({ response_type: 'ephemeral' })
    expect(at.li.sees(sales.id)).toBe('记数\n数: 5\n[保存] [修改] [取消]\n截至 10:00')
    expect(at.boss.sees(sales.id)).toBe('')

    await pressLast(at.li, '保存', sales.id)
    expect(at.li.sees(sales.id)).toContain('现在是 5')
    expect(at.boss.sees(sales.id)).toBe('')
  })

  test('a command works where the app is no member, and between two people', async () => {
    await at.li.command('/qd', '记数 5', { channel: lunch.id })
    await at.quiet()
    await pressLast(at.li, '保存', lunch.id)
    expect(at.li.sees(lunch.id)).toContain('现在是 5')

    await at.li.command('/qd', '帮助', { channel: chat.id })
    await at.quiet()
    expect(at.li.sees(chat.id)).toContain('记数 5')
    expect(at.boss.sees(chat.id)).toBe('')
    expect(at.li.sees()).toBe('')
  })

  test('a command in direct messages with the app is answered by a message that can be redrawn', async () => {
    await at.li.command('/qd', '记数 5')
    await at.quiet()
    expect(at.li.lastMessage()?.is_ephemeral).toBe(false)
    await pressLast(at.li, '保存')
    expect(at.li.messages()).toHaveLength(1)
    expect(at.li.sees()).toContain('现在是 5')
  })

  test('a form asked for by a command opens at once', async () => {
    await at.li.command('/qd', '记数 seven', { channel: sales.id })
    await at.quiet()
    await pressLast(at.li, '保存', sales.id)
    expect(at.li.view()?.words).toContain('“seven”不是数')
    await at.li.submit(at.li.view()!, { 数: '7' })
    await at.quiet()
    expect(await at.number()).toBe('7')
    expect(at.li.view()).toBeUndefined()
    expect(at.li.sees(sales.id)).toContain('现在是 7')
  })

  test('a mention is answered to the one who asked; what everyone may see is said openly', async () => {
    await at.li.mention(sales.id, '记数 5')
    await at.quiet()
    expect(at.li.sees(sales.id)).toContain('[保存]')
    expect(at.boss.sees(sales.id)).not.toContain('[保存]')

    await at.li.mention(sales.id, '帮助')
    await at.quiet()
    expect(at.boss.sees(sales.id)).toContain('您可以这样说')
  })

  test('who asks in a thread is answered there', async () => {
    await at.li.dm('记数 5', { thread_ts: '1795485600.000001' })
    await at.quiet()
    expect(at.li.lastMessage()).toMatchObject({ thread_ts: '1795485600.000001' })
  })

  test('Home shows what waits, and answers a press in a modal', async () => {
    await at.li.openHome()
    await at.quiet()
    expect(at.li.home()?.words).toContain('没有完全明白')
    expect(at.li.home()?.words).toContain('[帮助]')

    await at.li.press(at.li.home()!, '帮助')
    await at.quiet()
    expect(at.li.view()?.words).toContain('您可以这样说')
    expect(at.li.messages()).toEqual([])
  })

  test('a file of text says what it holds', async () => {
    await at.li.upload({ name: '数.txt', content: '记数 6', mimetype: 'text/plain' })
    await at.quiet()
    await pressLast(at.li, '保存')
    expect(await at.number()).toBe('6')
  })

  test('without the scope to read files nothing is taken for their content', async () => {
    at.slack.settings.scopes = at.slack.settings.scopes.filter((scope) => scope !== 'files:read')
    await at.li.upload({ name: '数.txt', content: '记数 6', mimetype: 'text/plain' })
    await at.quiet()
    expect(await at.number()).toBeUndefined()
    expect(at.li.sees()).not.toContain('Sign in')
  })
})
