import { expect, test } from 'vitest'
import { slackSettings } from '../../bots/slack/settings.ts'

const SLACK_BOT_TOKEN = 'xoxb-1-2-abc'
const SLACK_APP_TOKEN = 'xapp-1-A1-abc'
const SLACK_SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5'
const apiUrl = 'https://slack.com/api/'

test('without settings there is no Slack', () => {
  expect(slackSettings({})).toBeNull()
  expect(slackSettings({ SLACK_BOT_TOKEN: '', PORT: '3000', SLACK_WEBHOOK_OF_SOMEBODY: 'x' })).toBeNull()
})

test('an app token means the socket, a signing secret means HTTP', () => {
  const botToken = SLACK_BOT_TOKEN
  expect(slackSettings({ SLACK_BOT_TOKEN, SLACK_APP_TOKEN })).toEqual({
    botToken,
    apiUrl,
    transport: { mode: 'socket', appToken: SLACK_APP_TOKEN },
  })
  expect(slackSettings({ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET })).toEqual({
    botToken,
    apiUrl,
    transport: { mode: 'http', signingSecret: SLACK_SIGNING_SECRET },
  })
})

test('with both, the mode has to be said', () => {
  const both = { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET }
  expect(() => slackSettings(both)).toThrow('add SLACK_MODE=socket or SLACK_MODE=http')
  expect(slackSettings({ ...both, SLACK_MODE: 'http' })?.transport.mode).toBe('http')
  expect(slackSettings({ ...both, SLACK_MODE: 'socket' })?.transport.mode).toBe('socket')
})

test.each([
  [{ SLACK_APP_TOKEN }, 'add SLACK_BOT_TOKEN=xoxb-'],
  [{ SLACK_BOT_TOKEN }, 'add SLACK_APP_TOKEN=xapp-… to use a socket, or SLACK_SIGNING_SECRET=…'],
  [{ SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_MODE: 'socket' }, 'add SLACK_APP_TOKEN=xapp-'],
  [{ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_MODE: 'http' }, 'add SLACK_SIGNING_SECRET='],
  [{ SLACK_BOT_TOKEN: SLACK_APP_TOKEN, SLACK_APP_TOKEN }, 'SLACK_BOT_TOKEN'],
  [{ SLACK_BOT_TOKEN, SLACK_APP_TOKEN: SLACK_BOT_TOKEN }, 'starts with xapp-'],
  [{ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_MODE: 'sockets' }, 'must be socket or http'],
  [{ SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL: 'http://slack.example/api/' }, 'must be https'],
  [{ SLACK_API_URL: 'https://slack-gov.com/api/' }, 'add SLACK_BOT_TOKEN'],
])('%o says what to mend', (env, words) => {
  expect(() => slackSettings(env)).toThrow(words)
})

test('a mistake is named without the secret in it', () => {
  const mistaken = () => slackSettings({ SLACK_BOT_TOKEN: 'hunter2-secret', SLACK_APP_TOKEN })
  expect(mistaken).toThrow('the bot token of “OAuth & Permissions” starts with xoxb-')
  expect(mistaken).not.toThrow('hunter2')
})

test('another Slack may be named; a slash is added', () => {
  const env = { SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_API_URL: 'https://slack-gov.com/api' }
  expect(slackSettings(env)?.apiUrl).toBe('https://slack-gov.com/api/')
  expect(slackSettings({ ...env, SLACK_API_URL: 'http://127.0.0.1:4001/api/' })?.apiUrl).toBe(
    'http://127.0.0.1:4001/api/',
  )
})
