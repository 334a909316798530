import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type SlackSimulator, simulateSlack } from './slack/simulate-slack.ts'
import type { Json } from './slack/wire.ts'

const LI = { id: 'U0LI', name: 'li', real_name: '李雷', email: 'Li@example.com', locale: 'zh-CN' }
const GUEST = { id: 'U0GUEST', name: 'guest', email: 'guest@example.com', is_ultra_restricted: true }
const STRANGER = { id: 'U0OTHER', name: 'other', email: 'o@other.com', is_stranger: true, team_id: 'T0OTHER' }
const LEFT = { id: 'U0LEFT', name: 'left', email: 'left@example.com', deleted: true }
const ROBOT = { id: 'U0ROBOT', name: 'robot', is_bot: true }
const SALES = { id: 'C0SALES', name: 'sales', members: [LI.id, 'U0SIMBOT'] }
const OTHERS = { id: 'C0OTHERS', name: 'others', members: [LI.id] }
const OLD = { id: 'C0OLD', name: 'old', members: ['U0SIMBOT'], is_archived: true }

let slack: SlackSimulator
let now = 1_800_000_000_000

beforeEach(async () => {
  slack = await simulateSlack({
    clock: () => now,
    members: [LI, GUEST, STRANGER, LEFT, ROBOT],
    conversations: [SALES, OTHERS, OLD],
  })
})
afterEach(() => slack.close())

/** A call with the bot token: JSON, or a form as the SDK sends it. */
async function call(method: string, args: Json = {}, how: 'json' | 'form' = 'form', token?: string) {
  const headers = { authorization: `Bearer ${token ?? slack.settings.botToken}` }
  const flat = Object.entries(args).map(([name, value]) => [
    name,
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  ])
  const init: RequestInit =
    how === 'json'
      ? { body: JSON.stringify(args), headers: { ...headers, 'content-type': 'application/json' } }
      : { body: new URLSearchParams(Object.fromEntries(flat)), headers }
  const response = await fetch(`${slack.apiUrl}${method}`, { method: 'POST', ...init })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Json }
}

const answer = async (...args: Parameters<typeof call>) => (await call(...args)).body
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })

describe('tokens and scopes', () => {
  test('a call needs the right token', async () => {
    const url = `${slack.apiUrl}auth.test`
    expect(await (await fetch(url, { method: 'POST' })).json()).toEqual({ ok: false, error: 'not_authed' })
    expect(await answer('auth.test', {}, 'form', 'xoxb-wrong')).toMatchObject({ error: 'invalid_auth' })
    expect(await answer('apps.connections.open')).toMatchObject({ error: 'not_allowed_token_type' })
    expect(await answer('auth.test')).toMatchObject({ ok: true, user_id: 'U0SIMBOT', bot_id: 'B0SIMBOT' })
    slack.settings.tokenError = 'token_revoked'
    expect(await answer('auth.test')).toEqual({ ok: false, error: 'token_revoked' })
  })

  test('a token in a JSON body is not seen, in a form it is', async () => {
    const token = slack.settings.botToken
    const post = (headers: Record<string, string>, body: string | URLSearchParams) =>
      fetch(`${slack.apiUrl}auth.test`, { method: 'POST', headers, body }).then((response) => response.json())
    const json = await post({ 'content-type': 'application/json' }, JSON.stringify({ token }))
    expect(json).toMatchObject({ error: 'not_authed' })
    expect(await post({}, new URLSearchParams({ token }))).toMatchObject({ ok: true })
  })

  test('a missing scope is named, with those there are', async () => {
    slack.settings.scopes = ['chat:write', 'users:read']
    expect(await answer('users.lookupByEmail', { email: LI.email })).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'users:read.email',
      provided: 'chat:write,users:read',
    })
    const { user } = await answer('users.info', { user: LI.id })
    expect((user as Json).profile).not.toHaveProperty('email')
    expect((await call('auth.test')).headers.get('x-oauth-scopes')).toBe('chat:write,users:read')
  })

  test('methods that take no JSON do not see it', async () => {
    const problem = { ok: false, error: 'invalid_arguments' }
    expect(await answer('users.info', { user: LI.id }, 'json')).toMatchObject(problem)
    expect(await answer('chat.postMessage', { channel: SALES.id, text: 'hi' }, 'json')).toMatchObject({
      ok: true,
    })
    expect(await answer('no.such.method')).toMatchObject({ error: 'unknown_method' })
  })
})

describe('messages', () => {
  test.each([
    [{ channel: 'C0NONE', text: 'x' }, 'channel_not_found'],
    [{ channel: OTHERS.id, text: 'x' }, 'not_in_channel'],
    [{ channel: OLD.id, text: 'x' }, 'is_archived'],
    [{ channel: SALES.id }, 'no_text'],
    [{ channel: SALES.id, blocks: 'not json' }, 'invalid_blocks_format'],
    [{ channel: SALES.id, blocks: [section('')] }, 'invalid_blocks'],
  ])('%j is refused: %s', async (args, error) => {
    expect(await answer('chat.postMessage', args)).toMatchObject({ ok: false, error })
  })

  test('a bad block is pointed at', async () => {
    const blocks = [section('fine'), section('x'.repeat(3001))]
    expect(await answer('chat.postMessage', { channel: SALES.id, text: 't', blocks })).toMatchObject({
      errors: ['must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
      response_metadata: {
        messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/1/text/text]'],
      },
    })
  })

  test('what can be posted cannot always be updated', async () => {
    const long = 'x'.repeat(4001)
    const { ts } = await answer('chat.postMessage', { channel: SALES.id, text: long })
    expect(slack.user(LI.id).messages(SALES.id)).toHaveLength(2)
    const update = { channel: SALES.id, ts }
    expect(await answer('chat.update', { ...update, text: long })).toMatchObject({ error: 'msg_too_long' })
    expect(await answer('chat.update', { ...update, text: 'short' })).toMatchObject({ ok: true })
    expect(slack.user(LI.id).messages(SALES.id)[0]?.text).toBe('short')
  })

  test('an update without blocks keeps them; an empty list takes them away', async () => {
    const blocks = [section('first')]
    const { ts } = await answer('chat.postMessage', { channel: SALES.id, text: 't', blocks })
    await answer('chat.update', { channel: SALES.id, ts, text: 'new' })
    expect(slack.user(LI.id).sees(SALES.id)).toBe('first')
    await answer('chat.update', { channel: SALES.id, ts, text: 'new', blocks: [] })
    expect(slack.user(LI.id).sees(SALES.id)).toBe('new')
  })

  test('only its own messages, and no ephemeral ones, can be changed', async () => {
    await slack.user(LI.id).say(SALES.id, 'mine')
    const [mine] = slack.user(LI.id).messages(SALES.id)
    const change = { channel: SALES.id, ts: mine!.ts, text: 'x' }
    expect(await answer('chat.update', change)).toMatchObject({ error: 'cant_update_message' })
    expect(await answer('chat.delete', change)).toMatchObject({ error: 'cant_delete_message' })
    const whisper = { channel: SALES.id, user: LI.id, text: 'psst' }
    const { message_ts } = await answer('chat.postEphemeral', whisper)
    const update = await answer('chat.update', { ...change, ts: message_ts })
    expect(update).toMatchObject({ error: 'message_not_found' })
    const elsewhere = await answer('chat.postEphemeral', { ...whisper, user: GUEST.id })
    expect(elsewhere).toMatchObject({ error: 'user_not_in_channel' })
  })

  test('a member id stands for the direct messages with them', async () => {
    const { channel, ts } = await answer('chat.postMessage', { channel: LI.id, text: 'hello' })
    expect(slack.user(LI.id).sees()).toBe('hello')
    await answer('chat.delete', { channel, ts })
    expect(slack.user(LI.id).sees()).toBe('')
  })
})

describe('people and conversations', () => {
  test('a locale is told when asked for', async () => {
    expect(await answer('users.info', { user: LI.id })).not.toHaveProperty('user.locale')
    const asked = await answer('users.info', { user: LI.id, include_locale: true })
    expect(asked).toMatchObject({ user: { locale: 'zh-CN', real_name: '李雷' } })
    expect(await answer('users.info', { user: STRANGER.id })).toMatchObject({
      user: { is_stranger: true, team_id: 'T0OTHER' },
    })
  })

  test('an address finds members only, in any case of letters', async () => {
    const found = await answer('users.lookupByEmail', { email: 'LI@EXAMPLE.COM' })
    expect(found).toMatchObject({ user: { id: LI.id } })
    for (const { email } of [STRANGER, LEFT, { email: 'nobody@example.com' }]) {
      expect(await answer('users.lookupByEmail', { email })).toMatchObject({ error: 'users_not_found' })
    }
  })

  test('direct messages are opened with those who can read them', async () => {
    const opened = await answer('conversations.open', { users: LI.id })
    expect(await answer('conversations.open', { users: LI.id })).toEqual(opened)
    expect(await answer('conversations.open', { users: ROBOT.id })).toMatchObject({ error: 'cannot_dm_bot' })
    expect(await answer('conversations.open', { users: LEFT.id })).toMatchObject({ error: 'user_disabled' })
    const { id } = opened.channel as Json
    const info = await answer('conversations.info', { channel: id })
    expect(info).toMatchObject({ channel: { is_im: true, user: LI.id } })
  })

  test('members come in pages', async () => {
    const first = await answer('conversations.members', { channel: SALES.id, limit: 1 })
    expect(first).toMatchObject({ members: [LI.id] })
    const { next_cursor } = first.response_metadata as Json
    const second = await answer('conversations.members', { channel: SALES.id, cursor: next_cursor })
    expect(second).toMatchObject({ members: ['U0SIMBOT'], response_metadata: { next_cursor: '' } })
  })
})

describe('limits and faults', () => {
  test('about one message a second in a channel', async () => {
    const post = () => call('chat.postMessage', { channel: SALES.id, text: 'x' })
    for (let i = 0; i < 5; i += 1) expect((await post()).status).toBe(200)
    const refused = await post()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect(refused.body).toEqual({ ok: false, error: 'ratelimited' })
    now += 1000
    expect((await post()).status).toBe(200)
    expect((await post()).status).toBe(429)
  })

  test('limits can be set by method, and switched off', async () => {
    slack.settings.rateLimits = { 'users.info': { perMinute: 1, burst: 1 } }
    expect((await call('users.info', { user: LI.id })).status).toBe(200)
    expect((await call('users.info', { user: LI.id })).headers.get('retry-after')).toBe('60')
    slack.settings.rateLimits = 'off'
    expect((await call('users.info', { user: LI.id })).status).toBe(200)
  })

  test('calls fail as ordered, and the next one is fine', async () => {
    slack.faults.next('auth.test', { status: 429, retryAfter: 7 })
    slack.faults.next('auth.test', { status: 503 })
    slack.faults.next('*', { error: 'fatal_error' })
    expect((await call('auth.test')).headers.get('retry-after')).toBe('7')
    expect((await call('auth.test')).status).toBe(503)
    expect(await answer('auth.test')).toEqual({ ok: false, error: 'fatal_error' })
    expect(await answer('auth.test')).toMatchObject({ ok: true })
  })

  test('an answer may be lost after the message was posted', async () => {
    slack.faults.next('chat.postMessage', { cut: 'before' })
    slack.faults.next('chat.postMessage', { cut: 'after' })
    const post = () => call('chat.postMessage', { channel: SALES.id, text: 'once?' })
    await expect(post()).rejects.toThrow()
    expect(slack.user(LI.id).messages(SALES.id)).toHaveLength(0)
    await expect(post()).rejects.toThrow()
    expect(slack.user(LI.id).messages(SALES.id)).toHaveLength(1)
    expect(slack.records.calls.map(({ status }) => status)).toEqual([0, 0])
  })

  test('no answer at all', async () => {
    slack.faults.next('auth.test', { silent: 'before' })
    const signal = AbortSignal.timeout(50)
    await expect(fetch(`${slack.apiUrl}auth.test`, { method: 'POST', signal })).rejects.toThrow('timeout')
  })
})

describe('views', () => {
  const plain = (text: string) => ({ type: 'plain_text', text })
  const modal = (title = 'Form', extra: Json = {}) => ({
    type: 'modal',
    title: plain(title),
    blocks: [section('x')],
    ...extra,
  })

  /** A trigger of the person, from a command that nobody answers. */
  async function trigger(): Promise<unknown> {
    const { payload } = await slack.user(LI.id).command('/qd')
    return payload.trigger_id
  }

  test('a trigger is used once, within three seconds', async () => {
    const trigger_id = await trigger()
    expect(await answer('views.open', { trigger_id, view: modal() })).toMatchObject({ ok: true })
    const again = await answer('views.open', { trigger_id, view: modal() })
    expect(again).toMatchObject({ error: 'exchanged_trigger_id' })
    const late = await trigger()
    now += 3001
    const expired = await answer('views.open', { trigger_id: late, view: modal() })
    expect(expired).toMatchObject({ error: 'expired_trigger_id' })
    const invalid = await answer('views.open', { trigger_id: 'x', view: modal() })
    expect(invalid).toMatchObject({ error: 'invalid_trigger_id' })
  })

  test('three views deep and no deeper', async () => {
    const li = slack.user(LI.id)
    await answer('views.open', { trigger_id: await trigger(), view: modal('1') })
    await answer('views.push', { trigger_id: await trigger(), view: modal('2') })
    await answer('views.push', { trigger_id: await trigger(), view: modal('3') })
    const fourth = await answer('views.push', { trigger_id: await trigger(), view: modal('4') })
    expect(fourth).toMatchObject({ error: 'push_limit_reached' })
    expect(li.views().map(({ title }) => title)).toEqual(['1', '2', '3'])
    await li.close(li.view()!)
    expect(li.view()?.title).toBe('2')
  })

  test('a view is found by its own id, and a stale hash is refused', async () => {
    const external_id = 'form-1'
    const opened = await answer('views.open', {
      trigger_id: await trigger(),
      view: modal('1', { external_id }),
    })
    const { hash } = opened.view as Json
    const second = { trigger_id: await trigger(), view: modal('2', { external_id }) }
    expect(await answer('views.open', second)).toMatchObject({ error: 'duplicate_external_id' })
    const update = (title: string) =>
      answer('views.update', { external_id, hash, view: modal(title, { external_id }) })
    expect(await update('new')).toMatchObject({ ok: true })
    const conflict = await update('newer')
    expect(conflict).toMatchObject({ error: 'hash_conflict' })
    expect(slack.user(LI.id).view()?.title).toBe('new')
    expect(await answer('views.update', { view_id: 'V0', view: modal() })).toMatchObject({
      error: 'not_found',
    })
  })

  test('a view beyond the limits is refused with the place', async () => {
    const wide = await answer('views.open', { trigger_id: 'x', view: modal('t'.repeat(25)) })
    expect(wide).toMatchObject({
      error: 'invalid_arguments',
      errors: [
        'failed to match all allowed schemas [json-pointer:/view]',
        'must be less than 25 characters [json-pointer:/view/title/text]',
      ],
    })
    const blocks = Array.from({ length: 90 }, () => section('汉'.repeat(2900)))
    const large = await answer('views.publish', { user_id: LI.id, view: { type: 'home', blocks } })
    expect(large).toMatchObject({ error: 'view_too_large' })
  })

  test('Home is published again only over the version that was read', async () => {
    const view = { type: 'home', blocks: [section('1')] }
    const first = await answer('views.publish', { user_id: LI.id, view })
    const { hash } = first.view as Json
    expect(await answer('views.publish', { user_id: LI.id, view, hash })).toMatchObject({ ok: true })
    expect(await answer('views.publish', { user_id: LI.id, view, hash })).toMatchObject({
      error: 'hash_conflict',
    })
  })
})

describe('response_url', () => {
  const respond = async (url: unknown, body: Json) => {
    const response = await fetch(String(url), { method: 'POST', body: JSON.stringify(body) })
    return { status: response.status, body: (await response.json()) as Json }
  }
  const card = { channel: SALES.id, text: 'card', blocks: [section('as it was'), buttons()] }

  function buttons() {
    const text = { type: 'plain_text', text: 'OK' }
    return { type: 'actions', elements: [{ type: 'button', text, action_id: 'ok', value: '1' }] }
  }

  async function pressedUrl(): Promise<unknown> {
    const li = slack.user(LI.id)
    const { payload } = await li.press(li.lastMessage(SALES.id)!, 'OK')
    return payload.response_url
  }

  test('five times', async () => {
    const { payload } = await slack.user(LI.id).command('/qd', '', { channel: SALES.id })
    for (let i = 0; i < 5; i += 1) {
      expect(await respond(payload.response_url, { text: `${i}` })).toMatchObject({ status: 200 })
    }
    const sixth = await respond(payload.response_url, { text: '6' })
    expect(sixth).toEqual({ status: 404, body: { ok: false, error: 'used_url' } })
    expect(slack.records.responseUrlCalls).toHaveLength(6)
  })

  test('within half an hour', async () => {
    const { payload } = await slack.user(LI.id).command('/qd')
    now += 30 * 60_000 + 1
    const late = await respond(payload.response_url, { text: 'late' })
    expect(late).toEqual({ status: 404, body: { ok: false, error: 'expired_url' } })
  })

  test('replaces, whispers, says aloud and deletes', async () => {
    await answer('chat.postMessage', card)
    const url = await pressedUrl()
    await respond(url, { replace_original: true, text: 'done', blocks: [section('done'), buttons()] })
    expect(slack.user(LI.id).sees(SALES.id)).toBe('done\n[OK]')

    await respond(url, { text: 'for you' })
    await respond(url, { text: 'for all', response_type: 'in_channel' })
    slack.conversations.get(SALES.id)!.members.push(GUEST.id)
    expect(slack.user(GUEST.id).sees(SALES.id)).toBe('done\n[OK]\nfor all')
    expect(slack.user(LI.id).sees(SALES.id)).toBe('done\n[OK]\nfor you\nfor all')

    await respond(url, { delete_original: true })
    expect(slack.user(LI.id).sees(SALES.id)).toBe('for you\nfor all')
  })

  test('an ephemeral message can be changed by it, and is not part of the payload', async () => {
    await answer('chat.postEphemeral', { ...card, user: LI.id })
    const li = slack.user(LI.id)
    const { payload } = await li.press(li.lastMessage(SALES.id)!, 'OK')
    expect(payload.container).toMatchObject({ is_ephemeral: true })
    expect(payload).not.toHaveProperty('message')
    await respond(payload.response_url, { replace_original: true, text: 'done' })
    expect(li.sees(SALES.id)).toBe('done')
  })
})

describe('files', () => {
  test('are sent in three steps, and read with the scope only', async () => {
    const reserved = await answer('files.getUploadURLExternal', { filename: 'r.txt', length: 5 })
    const url = String(reserved.upload_url)
    const files = [{ id: reserved.file_id, title: 'Report' }]
    const early = await answer('files.completeUploadExternal', { files, channel_id: SALES.id })
    expect(early).toMatchObject({ error: 'file_not_found' })
    expect((await fetch(url, { method: 'POST', body: 'too long' })).status).toBe(400)
    expect((await fetch(url, { method: 'POST', body: 'hello' })).status).toBe(200)
    const done = await answer('files.completeUploadExternal', { files, channel_id: SALES.id }, 'json')
    const [file] = done.files as [Json]
    await slack.when(() => slack.user(LI.id).sees(SALES.id) === '📎 r.txt')

    const download = async () => {
      const headers = { authorization: `Bearer ${slack.settings.botToken}` }
      const response = await fetch(String(file.url_private), { headers })
      return { status: response.status, text: await response.text() }
    }
    expect(await download()).toEqual({ status: 200, text: 'hello' })
    slack.settings.scopes = ['files:write']
    expect(await download()).toMatchObject({ status: 200, text: expect.stringContaining('<html>') })
  })
})
