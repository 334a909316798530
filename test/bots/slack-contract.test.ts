import { slackDoor } from '../../bots/slack/http.ts'
import { originInWords } from '../../bots/slack/modal-origin.ts'
import type { SlackPayload } from '../../bots/slack/payload.ts'
import type { SlackMessage } from '../../bots/slack/render.ts'
import { homeView, modal } from '../../bots/slack/views.ts'
import type { Incoming } from '../../src/chat/contract.ts'
import { blockComplaints } from '../simulators/slack/block-kit/blocks.ts'
import { viewComplaints } from '../simulators/slack/block-kit/views.ts'
import { signature } from '../simulators/slack/delivery/signature.ts'
import { livePings } from '../simulators/slack/person/plain-words.ts'
import { type BotUnderTest, botContract } from './contract.ts'
import { messenger, offline } from './slack/messenger.ts'
import { button, command, event, message, press, submission } from './slack/payloads.ts'

const at = 1_700_000_001_000
const sentAt = 1_700_000_000_000
const from = { platform: 'slack', id: 'T1:U1' }
const dm = { platform: 'slack', conversation: 'U1', kind: 'direct', user: 'T1:U1' } as const
const channel = { platform: 'slack', conversation: 'C1', kind: 'group' } as const

const reads = (body: unknown, incoming: (Omit<Incoming, 'from' | 'at'> & { at?: number }) | null) => ({
  payload: { body, at },
  reads: incoming && { from, at, ...incoming },
})

const fixtures: BotUnderTest<SlackPayload, SlackMessage>['fixtures'] = {
  'a command in a channel': reads(command(), {
    id: '1.2.abc',
    say: { text: '客户 KH000123' },
    replyTo: {
      ...channel,
      extra: {
        at,
        responseUrl: 'https://hooks.slack.com/commands/T1/1/abc',
        trigger: '1.2.abc',
        asker: 'U1',
      },
    },
  }),
  'a command without words, in direct messages': reads(
    command({ channel_id: 'D1', text: '', response_url: undefined }),
    { id: '1.2.abc', say: { text: '帮助' }, replyTo: { ...dm, extra: { at, trigger: '1.2.abc', dm: 'D1' } } },
  ),
  'a direct message': reads(event(message({ text: '永辉 &amp; <https://a.example|报价> &lt;3' })), {
    id: 'Ev1',
    at: sentAt,
    say: { text: '永辉 & 报价 <3' },
    replyTo: dm,
  }),
  'a mention in a thread of a channel': reads(
    event({
      ...message({ text: '<@UBOT> 客户 <@U2|王>', channel: 'C1' }),
      type: 'app_mention',
      thread_ts: '1.1',
    }),
    { id: 'Ev1', at: sentAt, say: { text: '客户 @王' }, replyTo: { ...channel, extra: { thread: '1.1' } } },
  ),
  'a mention without words': reads(
    event({ ...message({ text: '<@UBOT>', channel: 'C1' }), type: 'app_mention' }),
    {
      id: 'Ev1',
      at: sentAt,
      say: { text: '帮助' },
      replyTo: channel,
    },
  ),
  'a file': reads(
    event(
      message({
        subtype: 'file_share',
        text: '上周库存',
        files: [
          {
            id: 'F1',
            name: '库存.csv',
            size: 120,
            url_private: 'https://files.slack.com/files-pri/T1-F1/x.csv',
          },
        ],
      }),
    ),
    {
      id: 'Ev1',
      at: sentAt,
      say: {
        text: '上周库存',
        file: { id: 'https://files.slack.com/files-pri/T1-F1/x.csv', name: '库存.csv', size: 120 },
      },
      replyTo: dm,
    },
  ),
  'a press in direct messages': reads(press(), {
    id: '1.2.def',
    say: { press: '保存 D7K2' },
    replyTo: {
      ...dm,
      message: 'D1:1700000000.000100',
      redrawable: true,
      extra: { at, responseUrl: 'https://hooks.slack.com/actions/T1/1/def', trigger: '1.2.def' },
    },
  }),
  'a press on what one person alone saw in a channel': reads(
    press({
      container: { type: 'message', message_ts: '1700000000.000100', channel_id: 'C1', is_ephemeral: true },
      message: undefined,
      response_url: undefined,
    }),
    {
      id: '1.2.def',
      say: { press: '保存 D7K2' },
      replyTo: { ...channel, user: 'T1:U1', redrawable: false, extra: { at, trigger: '1.2.def' } },
    },
  ),
  'a press on Home': reads(
    press({
      container: { type: 'view', view_id: 'V9' },
      view: { id: 'V9', type: 'home' },
      response_url: undefined,
    }),
    {
      id: '1.2.def',
      say: { press: '保存 D7K2' },
      replyTo: {
        ...dm,
        message: 'home',
        redrawable: true,
        extra: { at, trigger: '1.2.def', home: 'pressed' },
      },
    },
  ),
  'a form that is sent': reads(
    submission({
      private_metadata: originInWords({
        to: { ...dm, message: 'D1:1.1', redrawable: true },
        say: '保存 D7K2',
      }),
      state: {
        values: {
          'field:about': { value: { type: 'plain_text_input', value: '堆头' } },
          'field:empty': { value: { type: 'plain_text_input', value: null } },
          'field:date': { value: { type: 'datepicker', selected_date: '2026-12-01' } },
          'field:time': { value: { type: 'timepicker', selected_time: '10:30' } },
          'field:kind': { value: { type: 'static_select', selected_option: { value: 'call' } } },
          'field:sure': { value: { type: 'checkboxes', selected_options: [{ value: 'true' }] } },
          'field:unsure': { value: { type: 'checkboxes', selected_options: [] } },
        },
      },
    }),
    {
      id: '1.2.ghi',
      say: {
        press: '保存 D7K2',
        values: {
          about: '堆头',
          empty: '',
          date: '2026-12-01',
          time: '10:30',
          kind: 'call',
          sure: 'true',
          unsure: '',
        },
      },
      replyTo: { ...dm, message: 'D1:1.1', redrawable: true },
    },
  ),
  'Home is opened': reads(event({ type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' }), {
    id: 'Ev1',
    at: sentAt,
    say: { press: '日报' },
    replyTo: { ...dm, message: 'home', redrawable: true, extra: { home: 'opened' } },
  }),
  'the messages tab is opened': reads(event({ type: 'app_home_opened', user: 'U1', tab: 'messages' }), null),
  'our own message': reads(event(message({ user: 'UBOT', bot_id: 'B1' })), null),
  'a link in a message unfolds': reads(event(message({ subtype: 'message_changed', hidden: true })), null),
  'people talk in a channel': reads(event(message({ channel: 'C1', channel_type: 'channel' })), null),
  'a modal is closed': reads({ type: 'view_closed', view: { id: 'V1' } }, null),
  'a form of somebody else': reads(submission({ private_metadata: 'not ours' }), null),
  'something is picked, not pressed': reads(
    press({ actions: [{ type: 'static_select', action_id: 'a' }] }),
    null,
  ),
}

botContract<SlackPayload, SlackMessage>('Slack', {
  bot: offline(),
  fixtures,
  presses: ({ blocks }) =>
    blocks
      .filter(({ type }) => type === 'actions')
      .flatMap(({ elements }) => elements as { value: string }[])
      .map(({ value }) => ({ body: press({ actions: [button(value)] }), at })),
  complaints: (drawn) => [
    ...blockComplaints(drawn.blocks, 'message'),
    ...viewComplaints(modal(drawn, dm), 'modal'),
    ...viewComplaints(homeView(drawn, []), 'home'),
    ...(drawn.text.length > 4000 ? ['the text is too long to be updated'] : []),
  ],
  pings: (drawn) => [
    ...livePings(drawn),
    ...livePings({ blocks: modal(drawn, dm).blocks }),
    ...livePings({ blocks: homeView(drawn, []).blocks }),
  ],
  platform: messenger,
  forgeries: Object.fromEntries(
    (['stale', 'future', 'unsigned', 'wrong secret', 'altered', 'cut short'] as const).map((flaw) => [
      flaw,
      () => letIn(flaw),
    ]),
  ),
})

type Flaw = 'stale' | 'future' | 'unsigned' | 'wrong secret' | 'altered' | 'cut short'

/** Whether a forged command reaches the company. */
async function letIn(flaw: Flaw): Promise<boolean> {
  let received = false
  const receive = async () => {
    received = true
    return null
  }
  const log = { info: () => {}, warn: () => {}, error: () => {} }
  const door = slackDoor({
    bot: offline(),
    signingSecret: 'right',
    receive,
    background: () => {},
    wall: () => new Date(at),
    log,
  })
  const body = new URLSearchParams(command() as Record<string, string>).toString()
  const seconds = at / 1000 + ({ stale: -301, future: 301 }[flaw as string] ?? 0)
  const whole = signature(flaw === 'wrong secret' ? 'wrong' : 'right', seconds, body)
  const signed = flaw === 'cut short' ? whole.slice(0, -2) : whole
  const { status } = await door.request('/events', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': String(seconds),
      ...(flaw !== 'unsigned' && { 'x-slack-signature': signed }),
    },
    body: flaw === 'altered' ? `${body} ` : body,
  })
  return received || status !== 401
}
