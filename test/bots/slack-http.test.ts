import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slackDoor } from '../../bots/slack/http.ts'
import { signature } from '../simulators/slack/delivery/signature.ts'
import { offline } from './slack/messenger.ts'
import { command, event, message, submission } from './slack/payloads.ts'

const secret = '8f742231b10e8888abcd99yyyzzz85a5'
const wall = () => new Date('2026-11-24T02:00:00Z')
const now = wall().getTime() / 1000
const form = 'application/x-www-form-urlencoded'
const json = 'application/json'

/** The door with a company behind it that only counts what it is told. */
function door(receive: (payload: { body: unknown }) => Promise<null> = async () => null) {
  const received: unknown[] = []
  const logged: string[] = []
  const keep = (_fields: object, words: string) => void logged.push(words)
  const app = slackDoor({
    bot: offline(),
    signingSecret: secret,
    receive: (payload) => {
      received.push(payload.body)
      return receive(payload)
    },
    background: () => {},
    wall,
    log: { info: keep, warn: keep, error: keep },
  })
  const post = (body: string, headers: Record<string, string>) =>
    app.request('/events', { method: 'POST', headers, body })
  const signed = (body: string, type: string, seconds = now) =>
    post(body, {
      'content-type': type,
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': signature(secret, seconds, body),
    })
  return { app, received, logged, post, signed }
}

const commandBody = new URLSearchParams(command() as Record<string, string>).toString()

describe('the door for Slack over HTTP', () => {
  test("Slack's published signature is taken", async () => {
    const body =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V' +
      '&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=' +
      '&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN' +
      '&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c'
    const { app } = door()
    const late = slackDoor({
      bot: offline(),
      signingSecret: secret,
      receive: async () => null,
      background: () => {},
      wall: () => new Date(1_531_420_700_000),
      log: { info: () => {}, warn: () => {}, error: () => {} },
    })
    const headers = {
      'content-type': form,
      'x-slack-request-timestamp': '1531420618',
      'x-slack-signature': 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503',
    }
    expect((await late.request('/events', { method: 'POST', headers, body })).status).toBe(200)
    expect((await app.request('/events', { method: 'POST', headers, body })).status).toBe(401)
  })

  test('commands, interactivity and events come in by one address', async () => {
    const { received, signed } = door()
    const typed = submission()
    const said = event(message())
    expect((await signed(commandBody, form)).status).toBe(200)
    expect(
      (await signed(new URLSearchParams({ payload: JSON.stringify(typed) }).toString(), form)).status,
    ).toBe(200)
    expect((await signed(JSON.stringify(said), json)).status).toBe(200)
    expect(received).toEqual([command(), typed, said])
  })

  test('of ten thousand requests that are no longer what Slack signed none gets in', async () => {
    const { received, post } = door()
    const sound = {
      'content-type': form,
      'x-slack-request-timestamp': String(now),
      'x-slack-signature': signature(secret, now, commandBody),
    }
    const anywhere = fc.nat({ max: commandBody.length - 1 })
    const other = (text: string, at: number, sign: string) => text.slice(0, at) + sign + text.slice(at + 1)
    const tampered = fc.oneof(
      fc.tuple(anywhere, fc.string({ minLength: 1, maxLength: 1 })).map(([at, sign]) => ({
        body: other(commandBody, at, sign),
        headers: sound,
      })),
      fc.nat({ max: 66 }).map((at) => ({
        body: commandBody,
        headers: { ...sound, 'x-slack-signature': other(sound['x-slack-signature'], at, '.') },
      })),
      fc.integer({ min: -9_999_999, max: 9_999_999 }).map((shift) => ({
        body: commandBody,
        headers: { ...sound, 'x-slack-request-timestamp': String(now + shift) },
      })),
      fc.oneof(fc.integer({ min: 301, max: 1e9 }), fc.integer({ min: -1e9, max: -301 })).map((shift) => ({
        body: commandBody,
        headers: {
          ...sound,
          'x-slack-request-timestamp': String(now + shift),
          'x-slack-signature': signature(secret, now + shift, commandBody),
        },
      })),
      fc.constantFrom('x-slack-signature', 'x-slack-request-timestamp').map((name) => ({
        body: commandBody,
        headers: Object.fromEntries(Object.entries(sound).filter(([header]) => header !== name)),
      })),
    )
    const isUntouched = ({ body, headers }: { body: string; headers: Record<string, string> }) =>
      body === commandBody && JSON.stringify(headers) === JSON.stringify(sound)
    await fc.assert(
      fc.asyncProperty(
        tampered.filter((request) => !isUntouched(request)),
        async ({ body, headers }) => {
          const { status } = await post(body, headers)
          expect(status).toBe(401)
        },
      ),
      { numRuns: 10_000 },
    )
    expect(received).toEqual([])
  })

  test('a challenge is answered, but to Slack alone', async () => {
    const { received, signed, post } = door()
    const body = JSON.stringify({ token: 'x', challenge: '3eZbrw1a', type: 'url_verification' })
    expect(await (await signed(body, json)).json()).toEqual({ challenge: '3eZbrw1a' })
    expect((await post(body, { 'content-type': json })).status).toBe(401)
    expect(received).toEqual([])
  })

  test('a look at the certificate asks for nothing; with a command in it, it is no such look', async () => {
    const { app, received, post } = door()
    expect((await app.request('/events')).status).toBe(200)
    expect((await post('ssl_check=1&token=x', { 'content-type': form })).status).toBe(200)
    expect((await post(`ssl_check=1&${commandBody}`, { 'content-type': form })).status).toBe(401)
    expect((await post('ssl_check=1&payload={}', { 'content-type': form })).status).toBe(401)
    expect(received).toEqual([])
  })

  test('what is too large is not even read', async () => {
    const { received, signed } = door()
    expect((await signed(`text=${'x'.repeat(1_100_000)}`, form)).status).toBe(413)
    expect(received).toEqual([])
  })

  test('what is signed and no JSON is refused', async () => {
    const { received, signed } = door()
    expect((await signed('{"type":', json)).status).toBe(400)
    expect((await signed('payload=no', form)).status).toBe(400)
    expect((await signed('"event_callback"', json)).status).toBe(400)
    expect(received).toEqual([])
  })

  test('a payload of an unknown shape is refused for good; what could not be stored may come again', async () => {
    const reading = door(async ({ body }) => {
      offline().read({ body, at: 0 })
      return null
    })
    const unknown = await reading.signed(JSON.stringify({ type: 'event_callback', event_id: 7 }), json)
    expect([unknown.status, unknown.headers.get('x-slack-no-retry')]).toEqual([400, '1'])

    const full = door(() => Promise.reject(new Error('disk full')))
    const again = await full.signed(JSON.stringify(event(message())), json)
    expect([again.status, again.headers.get('x-slack-no-retry')]).toEqual([500, null])
    expect(full.logged).toEqual(['a message was not stored and not acknowledged'])
  })
})
