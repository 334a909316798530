import { App, LogLevel, SocketModeReceiver, type types } from '@slack/bolt'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { signature } from './slack/delivery/signature.ts'
import { plainWords } from './slack/person/plain-words.ts'
import { type SlackSimulator, simulateSlack } from './slack/simulate-slack.ts'

const LI = { id: 'U0LI', name: 'li', real_name: '李雷', email: 'li@example.com', locale: 'zh-CN' }
const WANG = { id: 'U0WANG', name: 'wang', email: 'wang@example.com' }
const SALES = { id: 'C0SALES', name: 'sales', members: [LI.id, WANG.id, 'U0SIMBOT'] }

let slack: SlackSimulator
let app: App

beforeEach(async () => {
  slack = await simulateSlack({ members: [LI, WANG], conversations: [SALES] })
  const { botToken, appToken } = slack.settings
  const clientOptions = { slackApiUrl: slack.apiUrl }
  const receiver = new SocketModeReceiver({
    appToken,
    installerOptions: { clientOptions },
    logger: silent,
    clientPingTimeout: 100,
  })
  app = new App({ token: botToken, receiver, clientOptions, logger: silent })
})

afterEach(async () => {
  await app.stop()
  await slack.close()
})

describe('the real Bolt over Socket Mode', () => {
  test('a command is answered in its acknowledgement, for its author alone', async () => {
    app.command('/qd', async ({ command, ack }) => ack(`you said ${command.text}`))
    await app.start()

    const [li, wang] = [slack.user(LI.id), slack.user(WANG.id)]
    await li.command('/qd', 'hello', { channel: SALES.id })

    expect(li.sees(SALES.id)).toBe('you said hello')
    expect(wang.sees(SALES.id)).toBe('')
  })

  test('a button pressed in a message changes the message for everyone', async () => {
    app.message('contract', async ({ say }) => {
      await say({ text: 'Contract 7', blocks: contractCard('waiting') })
    })
    app.action('approve', async ({ ack, body, respond }) => {
      await ack()
      const by = `approved by ${body.user.id}`
      await respond({ replace_original: true, text: by, blocks: contractCard(by) })
    })
    await app.start()

    const li = slack.user(LI.id)
    await li.dm('contract please')
    const card = await slack.when(() => li.messages().find((message) => message.bot_id))
    expect(plainWords(card)).toBe('Contract 7\nwaiting\n[Approve]')

    await li.press(card, 'Approve')
    await slack.when(() => li.sees().includes(`approved by ${LI.id}`))
    expect(plainWords(card)).toContain('waiting')
  })

  test('a modal keeps open with an error under its field, and closes when it is right', async () => {
    app.command('/qd', async ({ ack, body, client }) => {
      await ack()
      await client.views.open({ trigger_id: body.trigger_id, view: amountForm })
    })
    app.view('amount', async ({ ack, view, client, body }) => {
      const amount = view.state.values.amount?.input?.value
      if (amount === '0') {
        return ack({ response_action: 'errors', errors: { amount: 'More than nothing, please' } })
      }
      await ack()
      await client.chat.postMessage({ channel: body.user.id, text: `noted ${amount}` })
    })
    await app.start()

    const li = slack.user(LI.id)
    await li.command('/qd')
    const form = await slack.when(() => li.view())

    expect(await li.submit(form)).toBeUndefined()
    expect(li.view()?.errors).toEqual({ Amount: 'Please complete this required field.' })

    await li.submit(form, { Amount: '0' })
    expect(li.view()?.errors).toEqual({ Amount: 'More than nothing, please' })

    await li.submit(form, { Amount: '5' })
    expect(li.view()).toBeUndefined()
    await slack.when(() => li.sees().includes('noted 5'))
  })

  test('Home is published when it is opened', async () => {
    app.event('app_home_opened', async ({ event, client }) => {
      const text = { type: 'mrkdwn' as const, text: '*Nothing* waits for you' }
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'section', text }] },
      })
    })
    await app.start()

    const li = slack.user(LI.id)
    await li.openHome()
    expect((await slack.when(() => li.home())).words).toBe('Nothing waits for you')
  })

  test('files go both ways', async () => {
    app.message(async ({ message, client }) => {
      const file = 'files' in message ? message.files?.[0] : undefined
      if (!file?.url_private) return
      const headers = { authorization: `Bearer ${slack.settings.botToken}` }
      const content = await (await fetch(file.url_private, { headers })).text()
      await client.filesUploadV2({
        channel_id: message.channel,
        filename: 'back.txt',
        content: content.toUpperCase(),
      })
    })
    await app.start()

    const li = slack.user(LI.id)
    await li.upload({ name: 'visits.txt', content: 'visited', mimetype: 'text/plain' })
    const answer = await slack.when(() => li.messages().find((message) => message.bot_id))
    expect(plainWords(answer)).toBe('📎 back.txt')

    const headers = { authorization: `Bearer ${slack.settings.botToken}` }
    expect(await (await fetch(answer.files![0]!.url_private, { headers })).text()).toBe('VISITED')
  })

  test('after a disconnect frame and after a cut the app is back, and nothing comes twice', async () => {
    const heard: string[] = []
    app.message(async ({ message }) => {
      if ('text' in message) heard.push(message.text ?? '')
    })
    await app.start()
    const [first] = slack.connections()

    first!.disconnect('refresh_requested')
    const second = await slack.when(() => slack.connections().find(({ id }) => id !== first!.id))
    await slack.user(LI.id).dm('one')

    second.cut()
    await slack.when(() => slack.connections().some(({ id }) => id !== second.id))
    await slack.user(LI.id).dm('two')
    expect(heard).toEqual(['one', 'two'])
  })

  test('acknowledgements are timed', async () => {
    app.command('/qd', async ({ ack }) => ack())
    await app.start()
    for (let i = 0; i < 20; i += 1) await slack.user(LI.id).command('/qd')

    const { count, p50, p99, max } = slack.records.latencies('slash_commands')
    expect(count).toBe(20)
    expect(p50).toBeGreaterThan(0)
    expect(p99).toBe(max)
  })
})

test("Slack's published signature", () => {
  const body =
    'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V' +
    '&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=' +
    '&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN' +
    '&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
  expect(signature('8f742231b10e8888abcd99yyyzzz85a5', 1531420618, body)).toBe(
    'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
  )
})

const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
}

const plain = (text: string) => ({ type: 'plain_text' as const, text })

function contractCard(state: string): types.KnownBlock[] {
  return [
    { type: 'header', text: plain('Contract 7') },
    { type: 'section', text: { type: 'mrkdwn', text: `*${state}*` } },
    { type: 'actions', elements: [{ type: 'button', text: plain('Approve'), action_id: 'approve' }] },
  ]
}

const amountForm: types.ModalView = {
  type: 'modal',
  callback_id: 'amount',
  title: plain('An amount'),
  submit: plain('Save'),
  blocks: [
    {
      type: 'input',
      block_id: 'amount',
      label: plain('Amount'),
      element: { type: 'plain_text_input', action_id: 'input' },
    },
  ],
}
