import { expect, test } from 'vitest'
import { dingtalkSettings } from '../../bots/dingtalk/settings.ts'

const app = { DINGTALK_CLIENT_ID: 'ding1', DINGTALK_CLIENT_SECRET: 'secret' }
const http = {
  ...app,
  DINGTALK_MODE: 'http',
  PUBLIC_URL: 'https://crm.example.com/',
  DINGTALK_PATH_SECRET: 'a-path-nobody-knows',
  DINGTALK_CARD_SECRET: 'a-secret-of-cards',
}

test('nothing given, nothing connected', () => {
  expect(dingtalkSettings({})).toBeNull()
  expect(dingtalkSettings({ PUBLIC_URL: 'https://crm.example.com', SLACK_BOT_TOKEN: 'x' })).toBeNull()
})

test('an id and a secret are enough for a stream', () => {
  expect(dingtalkSettings(app)).toEqual({
    clientId: 'ding1',
    clientSecret: 'secret',
    templateId: undefined,
    apiUrl: 'https://api.dingtalk.com',
    oapiUrl: 'https://oapi.dingtalk.com',
    cardValueBytes: 3072,
    callsPerSecond: 20,
    transport: { mode: 'stream' },
  })
})

test('over HTTP, with a template and a private deployment', () => {
  const private_ = {
    DINGTALK_API_URL: 'https://ding.example.com/api/',
    DINGTALK_CARD_TEMPLATE_ID: 'a-1.schema',
  }
  expect(dingtalkSettings({ ...http, ...private_, DINGTALK_CARD_VALUE_BYTES: '1024' })).toMatchObject({
    templateId: 'a-1.schema',
    apiUrl: 'https://ding.example.com/api',
    cardValueBytes: 1024,
    transport: {
      mode: 'http',
      publicUrl: 'https://crm.example.com',
      pathSecret: 'a-path-nobody-knows',
      cardSecret: 'a-secret-of-cards',
    },
  })
})

test.each<[string, Record<string, string | undefined>, RegExp]>([
  ['half a pair', { DINGTALK_CLIENT_ID: 'ding1' }, /add DINGTALK_CLIENT_SECRET/],
  ['the other half', { DINGTALK_CLIENT_SECRET: 'x' }, /add DINGTALK_CLIENT_ID/],
  ['a mode alone', { DINGTALK_MODE: 'stream' }, /add DINGTALK_CLIENT_ID/],
  ['a mode that is none', { ...app, DINGTALK_MODE: 'socket' }, /stream or http/],
  ['HTTP without an address', { ...http, PUBLIC_URL: undefined }, /add PUBLIC_URL/],
  ['HTTP without a secret path', { ...http, DINGTALK_PATH_SECRET: undefined }, /add DINGTALK_PATH_SECRET/],
  ['HTTP without a secret for cards', { ...http, DINGTALK_CARD_SECRET: '' }, /add DINGTALK_CARD_SECRET/],
  ['one secret for two things', { ...http, DINGTALK_CARD_SECRET: http.DINGTALK_PATH_SECRET }, /must differ/],
  ['a path that can be guessed', { ...http, DINGTALK_PATH_SECRET: 'short' }, /at least 16/],
  ['two modes at once', { ...http, DINGTALK_MODE: undefined }, /add DINGTALK_MODE=http, or remove/],
  ['a stream with secrets of HTTP', { ...http, DINGTALK_MODE: 'stream' }, /remove DINGTALK_PATH_SECRET/],
  ['an address in the clear', { ...app, DINGTALK_API_URL: 'http://ding.example.com' }, /must be https/],
  ['a template that is none', { ...app, DINGTALK_CARD_TEMPLATE_ID: 'abc' }, /\.schema/],
])('%s is refused with the line to mend', (_what, env, mend) => {
  expect(() => dingtalkSettings(env)).toThrow(mend)
  expect(() => dingtalkSettings(env)).toThrow('the settings of DingTalk do not work')
})

test('a refusal does not quote secrets', () => {
  const canary = 'canary secret'
  for (const name of ['DINGTALK_PATH_SECRET', 'DINGTALK_CARD_SECRET'])
    expect(() => dingtalkSettings({ ...http, [name]: canary })).toThrow(/^(?!.*canary)/s)
})
