import { dingtalkBot } from '../../../bots/dingtalk/bot.ts'
import { dingtalkDoor } from '../../../bots/dingtalk/http.ts'
import { cardSign, robotSign } from '../../simulators/dingtalk/callbacks/signature.ts'
import { cardSecret, pathSecret, silentLog } from '../../support/dingtalk-company.ts'
import { message, press } from './payloads.ts'

const now = new Date('2026-11-24T10:00:00+08:00')
const clientSecret = 'simulated-secret'

/** What a door lets in: whether anything was received. */
function door() {
  const settings = {
    clientId: 'ding-simulated',
    clientSecret,
    apiUrl: 'http://127.0.0.1:1',
    oapiUrl: 'http://127.0.0.1:1',
    cardValueBytes: 3072,
    callsPerSecond: 1000,
    transport: { mode: 'http' as const, publicUrl: 'http://127.0.0.1:1', pathSecret, cardSecret },
  }
  const parts = { settings, fetch, wall: () => now, log: silentLog }
  let received = 0
  const receive = async () => {
    received += 1
    return null
  }
  const app = dingtalkDoor({ ...parts, bot: dingtalkBot(parts), receive, background: () => {} })
  return {
    post: async (path: string, headers: Record<string, string>, body: unknown): Promise<boolean> => {
      const answer = await app.request(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      return received > 0 || answer.status === 200
    },
  }
}

const said = message({ msgtype: 'text', text: { content: '你好' } }).body
const pressed = press(['b1'], { say: '帮助' }).body
const minutes = (count: number) => String(now.getTime() + count * 60_000)
const signedSay = (at: string, secret = clientSecret) => ({ timestamp: at, sign: robotSign(at, secret) })
const signedPress = (at: string, secret = cardSecret) => ({
  'x-ddpaas-signature-timestamp': at,
  'x-ddpaas-signature': cardSign(at, secret),
})

export const say = (headers: Record<string, string>, path = pathSecret, body: unknown = said) =>
  door().post(`/${path}/message`, headers, body)
const pressWith = (headers: Record<string, string>, path = pathSecret) =>
  door().post(`/${path}/press`, headers, pressed)

/** The same requests as DingTalk would send them: what makes the forgeries below forgeries. */
export const genuine = {
  say: () => say(signedSay(minutes(0))),
  press: () => pressWith(signedPress(minutes(0))),
}

export const forgeries: Record<string, () => Promise<boolean>> = {
  'a message without a signature': () => say({}),
  'a message signed with another secret': () => say(signedSay(minutes(0), 'another')),
  'a message of six minutes ago': () => say(signedSay(minutes(-6))),
  'a message of six minutes ahead': () => say(signedSay(minutes(6))),
  'a message with the signature of another moment': () =>
    say({ ...signedSay(minutes(-1)), timestamp: minutes(0) }),
  'a moment that is no number': () => say(signedSay('now')),
  'a signature that is no base64': () => say({ timestamp: minutes(0), sign: '%%%' }),
  'a message to another address': () => say(signedSay(minutes(0)), 'another-address-nobody'),
  'a message that is no JSON': () => say(signedSay(minutes(0)), pathSecret, '{'),
  'a press without a signature': () => pressWith({}),
  'a press signed with the secret of messages': () => pressWith(signedPress(minutes(0), clientSecret)),
  'a press of six minutes ago': () => pressWith(signedPress(minutes(-6))),
  'a press of six minutes ahead': () => pressWith(signedPress(minutes(6))),
  'a press to another address': () => pressWith(signedPress(minutes(0)), 'another-address-nobody'),
}
