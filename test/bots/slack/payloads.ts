/** Payloads as Slack documents them, shortened to what differs; names and ids are invented. */

const team = { id: 'T1', domain: 'acme' }

const user = { id: 'U1', username: 'li', name: 'li', team_id: 'T1' }

export const command = (over: object = {}) => ({
  token: 'x',
  team_id: 'T1',
  team_domain: 'acme',
  channel_id: 'C1',
  channel_name: 'sales',
  user_id: 'U1',
  user_name: 'li',
  command: '/qd',
  text: '客户 KH000123',
  api_app_id: 'A1',
  is_enterprise_install: 'false',
  response_url: 'https://hooks.slack.com/commands/T1/1/abc',
  trigger_id: '1.2.abc',
  ...over,
})

export const press = (over: object = {}) => ({
  type: 'block_actions',
  user,
  api_app_id: 'A1',
  token: 'x',
  container: { type: 'message', message_ts: '1700000000.000100', channel_id: 'D1', is_ephemeral: false },
  trigger_id: '1.2.def',
  team,
  enterprise: null,
  is_enterprise_install: false,
  channel: { id: 'D1', name: 'directmessage' },
  message: { type: 'message', user: 'UBOT', bot_id: 'B1', ts: '1700000000.000100', text: '数' },
  state: { values: {} },
  response_url: 'https://hooks.slack.com/actions/T1/1/def',
  actions: [button('保存 D7K2')],
  ...over,
})

export const button = (value: string) => ({
  type: 'button',
  action_id: 'say:0',
  block_id: 'b1',
  text: { type: 'plain_text', text: '保存', emoji: false },
  value,
  action_ts: '1700000001.000200',
})

export const submission = (over: object = {}) => ({
  type: 'view_submission',
  team,
  user,
  api_app_id: 'A1',
  token: 'x',
  trigger_id: '1.2.ghi',
  view: {
    id: 'V1',
    team_id: 'T1',
    type: 'modal',
    blocks: [],
    callback_id: 'card',
    private_metadata: '{}',
    state: { values: {} },
    hash: '1.h',
    ...over,
  },
  response_urls: [],
})

export const event = (inner: object, over: object = {}) => ({
  token: 'x',
  team_id: 'T1',
  context_team_id: 'T1',
  context_enterprise_id: null,
  api_app_id: 'A1',
  event: inner,
  type: 'event_callback',
  event_id: 'Ev1',
  event_time: 1_700_000_000,
  authorizations: [
    { enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: false,
  event_context: '4-x',
  ...over,
})

export const message = (over: object = {}) => ({
  type: 'message',
  user: 'U1',
  team: 'T1',
  text: '客户 KH000123',
  ts: '1700000000.000100',
  event_ts: '1700000000.000100',
  channel: 'D1',
  channel_type: 'im',
  client_msg_id: '2b0a3a0c-0d0e-4f7f-9d0e-1f1b4b8b7d11',
  blocks: [],
  ...over,
})
