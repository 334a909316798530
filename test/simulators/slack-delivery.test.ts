import { type HttpBindings, serve } from '@hono/node-server'
import { isValidSlackRequest } from '@slack/bolt'
import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type SlackOptions, type SlackSimulator, simulateSlack } from './slack/simulate-slack.ts'
import { type Json, object } from './slack/wire.ts'

const LI = { id: 'U0LI', name: 'li' }
const WANG = { id: 'U0WANG', name: 'wang' }
const SALES = { id: 'C0SALES', name: 'sales', members: [LI.id, WANG.id, 'U0SIMBOT'] }
const OTHERS = { id: 'C0OTHERS', name: 'others', members: [LI.id] }

let slack: SlackSimulator
const closing: Array<() => unknown> = []

async function start(options: SlackOptions): Promise<void> {
  const eventRetryMs = [0, 10, 20]
  slack = await simulateSlack({
    members: [LI, WANG],
    conversations: [SALES, OTHERS],
    ackMs: 60,
    eventRetryMs,
    ...options,
  })
}

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await slack.close()
})

describe('Socket Mode', () => {
  beforeEach(() => start({}))

  /** A bare client that acknowledges with what `answer` gives; null is silence. */
  async function connect(answer: (frame: Json) => Json | null = () => ({})) {
    const headers = { authorization: `Bearer ${slack.settings.appToken}` }
    const opened = await fetch(`${slack.apiUrl}apps.connections.open`, { method: 'POST', headers })
    const { url } = (await opened.json()) as { url: string }
    const socket = new WebSocket(url)
    const frames: Json[] = []
    socket.on('message', (data) => {
      const frame = object(JSON.parse(String(data)))
      frames.push(frame)
      const payload = frame.envelope_id ? answer(frame) : null
      if (payload) socket.send(JSON.stringify({ envelope_id: frame.envelope_id, payload }))
    })
    closing.push(() => socket.terminate())
    await new Promise((resolve) => socket.once('message', resolve))
    return { url, socket, frames, envelopes: () => frames.filter(({ envelope_id }) => envelope_id) }
  }

  test('hello comes first, and a ticket is good for one socket', async () => {
    const { frames, url } = await connect()
    expect(frames).toMatchObject([
      { type: 'hello', num_connections: 1, connection_info: { app_id: 'A0SIMAPP' } },
    ])
    const again = new WebSocket(url)
    const error = await new Promise((resolve) => again.once('error', resolve))
    expect(String(error)).toContain('401')
  })

  test('ten sockets and no more; each payload goes to one of them', async () => {
    const clients = await Promise.all(Array.from({ length: 10 }, () => connect()))
    const headers = { authorization: `Bearer ${slack.settings.appToken}` }
    const refused = await fetch(`${slack.apiUrl}apps.connections.open`, { method: 'POST', headers })
    expect(await refused.json()).toEqual({ ok: false, error: 'too_many_websockets' })

    for (let i = 0; i < 20; i += 1) await slack.user(LI.id).dm(`${i}`)
    expect(clients.map(({ envelopes }) => envelopes().length)).toEqual(Array(10).fill(2))
  })

  test('an acknowledgement carries the answer', async () => {
    await connect(() => ({ text: 'here you are' }))
    const delivery = await slack.user(LI.id).command('/qd', 'help')
    expect(delivery).toMatchObject({ acknowledged: true, response: { text: 'here you are' } })
    expect(slack.user(LI.id).sees()).toBe('here you are')
  })

  test('an event that is not acknowledged comes again, with the same id and a reason', async () => {
    let heard = 0
    const { envelopes } = await connect(() => (++heard < 3 ? null : {}))
    const delivery = await slack.user(LI.id).dm('hello')
    expect(delivery.acknowledged).toBe(false)
    await delivery.finished
    expect(delivery.acknowledged).toBe(true)
    expect(envelopes().map(({ retry_attempt, retry_reason }) => [retry_attempt, retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
    ])
    expect(new Set(envelopes().map(({ payload }) => object(payload).event_id)).size).toBe(1)
    expect(new Set(envelopes().map(({ envelope_id }) => envelope_id)).size).toBe(3)
  })

  test('a late acknowledgement is noted and does not count', async () => {
    const { socket, envelopes } = await connect(() => null)
    const delivery = await slack.user(LI.id).command('/qd')
    expect(slack.user(LI.id).sees()).toBe('/qd failed with the error "operation_timeout"')
    socket.send(JSON.stringify({ envelope_id: envelopes()[0]!.envelope_id }))
    await expect.poll(() => delivery.attempts[0]!.ackMs).toBeGreaterThan(60)
    expect(delivery.attempts[0]!.outcome).toBe('timeout')
    expect(delivery.acknowledged).toBe(false)
  })

  test('what was sent while nobody was connected comes when somebody is', async () => {
    slack.settings.eventRetryMs = [50]
    const delivery = await slack.user(LI.id).dm('anyone there?')
    expect(delivery.attempts[0]!.outcome).toBe('connection_failed')
    const { envelopes } = await connect()
    await delivery.finished
    expect(envelopes()).toMatchObject([{ retry_attempt: 1, payload: { event: { text: 'anyone there?' } } }])
    await slack.user(LI.id).command('/qd')
  })

  test('a half-open socket swallows what is sent; a disconnect frame is followed by a close', async () => {
    slack.settings.disconnectGraceMs = 20
    slack.settings.eventRetryMs = []
    const { socket, frames, envelopes } = await connect()
    slack.connections()[0]!.freeze()
    expect(await slack.user(LI.id).dm('lost')).toMatchObject({ acknowledged: false })
    expect(envelopes()).toHaveLength(0)
    expect(socket.readyState).toBe(WebSocket.OPEN)

    slack.connections()[0]!.disconnect('warning')
    await new Promise((resolve) => socket.once('close', resolve))
    expect(frames.at(-1)).toMatchObject({ type: 'disconnect', reason: 'warning' })
    await slack.when(() => slack.connections().length === 0)
  })

  test('the same payload can be brought once more', async () => {
    const { envelopes } = await connect()
    const delivery = await slack.user(LI.id).dm('once')
    await slack.deliveries.again(delivery)
    expect(envelopes().map(({ payload }) => object(payload).event_id)).toEqual([
      delivery.payload.event_id,
      delivery.payload.event_id,
    ])
  })

  test('the app hears what it is subscribed to, its own messages included', async () => {
    const { envelopes } = await connect()
    const events = () => envelopes().map(({ payload }) => object(object(payload).event))
    const li = slack.user(LI.id)
    expect(await li.say(SALES.id, 'among ourselves')).toBeUndefined()
    expect(await li.mention(OTHERS.id, 'not a member')).toBeUndefined()
    await li.mention(SALES.id, 'a < b & <!channel> <@U0WANG>')
    expect(events()).toMatchObject([
      {
        type: 'app_mention',
        channel: SALES.id,
        text: '<@U0SIMBOT> a &lt; b &amp; &lt;!channel&gt; <@U0WANG>',
      },
    ])
    const body = new URLSearchParams({ channel: LI.id, text: 'mine' })
    const headers = { authorization: `Bearer ${slack.settings.botToken}` }
    await fetch(`${slack.apiUrl}chat.postMessage`, { method: 'POST', headers, body })
    await slack.idle()
    expect(events().at(-1)).toMatchObject({ type: 'message', channel_type: 'im', bot_id: 'B0SIMBOT' })
    const { channel, ts } = li.lastMessage()!
    const change = new URLSearchParams({ channel, ts, text: 'changed' })
    await fetch(`${slack.apiUrl}chat.update`, { method: 'POST', headers, body: change })
    await slack.idle()
    expect(events().at(-1)).toMatchObject({
      subtype: 'message_changed',
      message: { text: 'changed' },
      previous_message: { text: 'mine' },
    })
  })

  test('picking in a menu, on Home too, says what was picked', async () => {
    const { envelopes } = await connect()
    const options = ['Open', 'Closed'].map((name) => ({
      text: { type: 'plain_text', text: name },
      value: name,
    }))
    const menus = ['overflow', 'static_select', 'datepicker'].map((type) => {
      return { type, action_id: type, ...(type !== 'datepicker' && { options }) }
    })
    const view = JSON.stringify({
      type: 'home',
      blocks: [{ type: 'actions', block_id: 'b', elements: menus }],
    })
    await fetch(`${slack.apiUrl}views.publish`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.settings.botToken}` },
      body: new URLSearchParams({ user_id: LI.id, view }),
    })
    const li = slack.user(LI.id)
    await li.choose(li.home()!, 'overflow', 'Closed')
    await li.choose(li.home()!, 'static_select', 'Open')
    await li.choose(li.home()!, 'datepicker', '2026-12-01')
    expect(envelopes().map(({ payload }) => object(payload).actions)).toMatchObject([
      [{ type: 'overflow', block_id: 'b', selected_option: options[1] }],
      [{ type: 'static_select', selected_option: options[0] }],
      [{ type: 'datepicker', selected_date: '2026-12-01' }],
    ])
    expect(envelopes()[0]).toMatchObject({
      payload: { container: { type: 'view', view_id: li.home()!.id } },
    })
    expect(object(envelopes().at(-1)!.payload)).toHaveProperty('view.state.values.b.static_select')
  })

  describe('a modal answered by its acknowledgement', () => {
    const plain = (text: string) => ({ type: 'plain_text', text })
    const field = (block_id: string, element: Json, extra: Json = {}) => ({
      type: 'input',
      block_id,
      label: plain(block_id),
      element: { action_id: 'i', ...element },
      ...extra,
    })
    const options = ['North', 'South'].map((name) => ({ text: plain(name), value: name.toLowerCase() }))
    const modal = (title: string) => ({
      type: 'modal',
      title: plain(title),
      submit: plain('Save'),
      notify_on_close: true,
      blocks: [
        field('Name', { type: 'plain_text_input', initial_value: 'Hualian' }),
        field('Office', { type: 'static_select', options }),
        field('Goods', { type: 'checkboxes', options }, { optional: true }),
        field(
          'Count',
          { type: 'number_input', is_decimal_allowed: false, max_value: '9' },
          { optional: true },
        ),
        field('Day', { type: 'datepicker' }, { optional: true }),
        field('Customer', { type: 'external_select', min_query_length: 1 }, { optional: true }),
      ],
    })

    /** Opens the modal for Li; every submission is answered with `response`. */
    async function openModal(response: () => Json) {
      const { envelopes } = await connect(() => response())
      const li = slack.user(LI.id)
      const { payload } = await li.command('/qd')
      const view = JSON.stringify(modal('First'))
      const body = new URLSearchParams({ trigger_id: String(payload.trigger_id), view })
      const headers = { authorization: `Bearer ${slack.settings.botToken}` }
      await fetch(`${slack.apiUrl}views.open`, { method: 'POST', headers, body })
      return { li, form: li.view()!, envelopes }
    }

    test('what was entered travels as its elements say', async () => {
      const { li, form, envelopes } = await openModal(() => ({}))
      await li.submit(form, { Office: 'South', Goods: ['North'], Count: 3, Day: '2026-12-01' })
      const { view } = object(envelopes().at(-1)!.payload)
      expect(object(object(view).state).values).toEqual({
        Name: { i: { type: 'plain_text_input', value: 'Hualian' } },
        Office: { i: { type: 'static_select', selected_option: options[1] } },
        Goods: { i: { type: 'checkboxes', selected_options: [options[0]] } },
        Count: { i: { type: 'number_input', value: '3' } },
        Day: { i: { type: 'datepicker', selected_date: '2026-12-01' } },
        Customer: { i: { type: 'external_select', selected_option: null } },
      })
      expect(li.view()).toBeUndefined()
    })

    test('an external select asks the app for its options', async () => {
      const { li, form, envelopes } = await openModal(() => ({ options }))
      expect(await li.suggest(form, 'Customer', 'hua')).toEqual({ options })
      const asked = { type: 'block_suggestion', action_id: 'i', block_id: 'Customer', value: 'hua' }
      expect(envelopes().at(-1)!.payload).toMatchObject(asked)
      li.fill(form, { Customer: options[1] })
      expect(li.view()!.values).toMatchObject({ Customer: { i: { selected_option: options[1] } } })
    })

    test("Slack's own form refuses first", async () => {
      const { li, form } = await openModal(() => ({}))
      expect(await li.submit(form, { Count: 10 })).toBeUndefined()
      expect(li.view()!.errors).toEqual({
        Office: 'Please complete this required field.',
        Count: 'Please enter at most 9.',
      })
    })

    test('errors under fields; under anything else Slack only says that something went wrong', async () => {
      let errors: Json = { Name: 'taken' }
      const { li, form } = await openModal(() => ({ response_action: 'errors', errors }))
      await li.submit(form, { Office: 'North' })
      expect(li.view()).toMatchObject({ errors: { Name: 'taken' } })
      expect(li.view()!.words).toContain('Name: taken')
      errors = { Nobody: 'x' }
      await li.submit(form)
      expect(li.view()).toMatchObject({ errors: {}, notice: 'We had some trouble connecting. Try again?' })
    })

    test('update, push and clear', async () => {
      let response: Json = { response_action: 'update', view: modal('Updated') }
      const { li, form } = await openModal(() => response)
      await li.submit(form, { Office: 'North' })
      expect(li.view()).toMatchObject({
        title: 'Updated',
        values: { Office: { i: { selected_option: options[0] } } },
      })

      response = { response_action: 'push', view: modal('Pushed') }
      await li.submit(li.view()!)
      expect(li.views().map(({ title }) => title)).toEqual(['Updated', 'Pushed'])

      response = { response_action: 'update', view: modal('x'.repeat(25)) }
      await li.submit(li.view()!, { Office: 'North' })
      expect(li.view()).toMatchObject({ title: 'Pushed', notice: expect.stringContaining('trouble') })

      response = { response_action: 'clear' }
      await li.submit(li.view()!)
      expect(li.views()).toEqual([])
    })

    test('closing it is told when it was asked for', async () => {
      const { li, form, envelopes } = await openModal(() => ({}))
      await li.close(form)
      expect(envelopes().at(-1)).toMatchObject({ payload: { type: 'view_closed', is_cleared: false } })
      expect(li.view()).toBeUndefined()
      await expect(li.submit(form)).rejects.toThrow('not open any more')
    })
  })
})

describe('HTTP', () => {
  interface Heard {
    headers: Headers
    body: string
    valid: boolean
  }
  let heard: Heard[]
  let answer: (request: Heard) => Response | Promise<Response>

  beforeEach(async () => {
    heard = []
    answer = () => new Response('')
    const app = new Hono<{ Bindings: HttpBindings }>()
    app.post('/*', async (c) => {
      const request = { headers: c.req.raw.headers, body: await c.req.text(), valid: false }
      request.valid = isValid(request)
      heard.push(request)
      return answer(request)
    })
    const port = await new Promise<number>((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (info) => resolve(info.port))
      closing.push(() => server.close())
    })
    const base = `http://127.0.0.1:${port}/slack`
    const urls = { commands: `${base}/commands`, interactivity: `${base}/actions`, events: `${base}/events` }
    await start({ mode: 'http', urls })
  })

  /** By Bolt's own check, which does not mind a future time. */
  function isValid({ headers, body }: Omit<Heard, 'valid'>): boolean {
    return isValidSlackRequest({
      signingSecret: slack.settings.signingSecret,
      body,
      headers: {
        'x-slack-signature': headers.get('x-slack-signature') ?? '',
        'x-slack-request-timestamp': Number(headers.get('x-slack-request-timestamp')),
      },
    })
  }

  const li = () => slack.user(LI.id)
  const post = (fields: Record<string, string>) =>
    fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.settings.botToken}` },
      body: new URLSearchParams(fields),
    })

  test('a command is a signed form, answered in words or JSON', async () => {
    answer = () => new Response('in words')
    await li().command('/qd', 'ask @wang', { channel: SALES.id })
    const form = Object.fromEntries(new URLSearchParams(heard[0]!.body))
    expect(heard[0]!.valid).toBe(true)
    expect(form).toMatchObject({
      command: '/qd',
      text: 'ask <@U0WANG|wang>',
      channel_name: 'sales',
      is_enterprise_install: 'false',
    })
    answer = () => Response.json({ response_type: 'in_channel', text: 'for all' })
    await li().command('/qd', '', { channel: SALES.id })
    expect(slack.user(WANG.id).sees(SALES.id)).toBe('for all')
    expect(li().sees(SALES.id)).toBe('in words\nfor all')
  })

  test('a command answered with bad blocks, an error or nothing in time is a failure to the person', async () => {
    answer = () => Response.json({ blocks: [{ type: 'graph' }] })
    await li().command('/qd')
    answer = () => new Response('', { status: 500 })
    await li().command('/qd')
    answer = () => new Promise((resolve) => setTimeout(() => resolve(new Response('')), 100))
    await li().command('/qd')
    expect(li().sees().match(/"\w+"/g)).toEqual([
      '"invalid_command_response"',
      '"dispatch_failed"',
      '"operation_timeout"',
    ])
  })

  test('a press is a signed payload; a message from before an update is pressed as it stood', async () => {
    const text = { type: 'plain_text', text: 'Approve' }
    const buttons = {
      type: 'actions',
      elements: [{ type: 'button', text, action_id: 'a', value: 'approve 7' }],
    }
    await post({ channel: LI.id, text: 'card', blocks: JSON.stringify([buttons]) })
    const before = li().lastMessage()!
    const update = { channel: before.channel, ts: before.ts, text: 'done', blocks: '[]' }
    await fetch(`${slack.apiUrl}chat.update`, {
      method: 'POST',
      headers: { authorization: `Bearer ${slack.settings.botToken}` },
      body: new URLSearchParams(update),
    })
    await expect(li().press(li().lastMessage()!, 'Approve')).rejects.toThrow(
      'nothing here is called «Approve»',
    )

    await slack.idle()
    await li().press(before, 'Approve')
    const { body, valid } = heard.at(-1)!
    const payload = JSON.parse(new URLSearchParams(body).get('payload')!)
    expect(valid).toBe(true)
    expect(payload).toMatchObject({
      type: 'block_actions',
      user: { id: LI.id },
      container: { type: 'message', message_ts: before.ts, is_ephemeral: false },
      actions: [{ type: 'button', action_id: 'a', value: 'approve 7' }],
    })
  })

  test('events are retried with number and reason, until one is accepted', async () => {
    answer = () => new Response('', { status: heard.length < 3 ? 503 : 200 })
    const delivery = await li().dm('hello')
    await delivery.finished
    expect(heard.map(({ headers }) => headers.get('x-slack-retry-num'))).toEqual([null, '1', '2'])
    expect(heard.map(({ headers }) => headers.get('x-slack-retry-reason'))).toEqual([
      null,
      'http_error',
      'http_error',
    ])
    expect(new Set(heard.map(({ body }) => body)).size).toBe(1)
    expect(heard.every(({ valid }) => valid)).toBe(true)
  })

  test('three retries at most, and none when the app asks for none', async () => {
    answer = () => new Promise((resolve) => setTimeout(() => resolve(new Response('')), 100))
    const delivery = await li().dm('slow')
    await delivery.finished
    expect(delivery.attempts.map(({ outcome }) => outcome)).toEqual(Array(4).fill('timeout'))
    expect(heard.at(-1)!.headers.get('x-slack-retry-reason')).toBe('http_timeout')

    heard.length = 0
    answer = () => new Response('', { status: 500, headers: { 'x-slack-no-retry': '1' } })
    await (await li().dm('no')).finished
    expect(heard).toHaveLength(1)
  })

  test('requests that must be refused, and a replay of one that was not', async () => {
    const delivery = await li().command('/qd', 'once')
    const { payload } = delivery
    for (const flaw of ['stale', 'unsigned', 'wrong-secret', 'altered-body'] as const) {
      await slack.forgery.send('slash_commands', payload, flaw)
      expect([flaw, heard.at(-1)!.valid]).toEqual([flaw, false])
    }
    await slack.forgery.send('slash_commands', payload, 'future')
    const ahead = Number(heard.at(-1)!.headers.get('x-slack-request-timestamp')) - Date.now() / 1000
    expect(ahead).toBeGreaterThan(300)

    await slack.forgery.replay(delivery)
    expect(heard.at(-1)!.body).toBe(heard[0]!.body)
    expect(heard.at(-1)!.headers.get('x-slack-signature')).toBe(heard[0]!.headers.get('x-slack-signature'))
  })

  test('the address is checked with a challenge, and its certificate now and then', async () => {
    answer = ({ body }) =>
      Response.json({ challenge: body.startsWith('{') ? JSON.parse(body).challenge : '' })
    expect(await slack.checks.verifyUrl('abc')).toEqual({ status: 200, text: '{"challenge":"abc"}' })
    expect(heard[0]!.valid).toBe(true)
    await slack.checks.sslCheck()
    expect(new URLSearchParams(heard[1]!.body).get('ssl_check')).toBe('1')
  })
})
