import { type DingtalkApi, dingtalkApi } from '../../bots/dingtalk/api.ts'
import { type Directory, directory } from '../../bots/dingtalk/directory.ts'
import { Refused } from '../../bots/dingtalk/refused.ts'
import type { DingtalkSettings } from '../../bots/dingtalk/settings.ts'
import { checkClock } from './check-clock.ts'
import { bad, type Finding, good, mind } from './finding.ts'
import { observedFetch } from './observed-fetch.ts'

/** A member who should be found by their mobile number. */
export interface Reachable {
  code: string
  mobile: string
}

export interface DingtalkCheck {
  settings: DingtalkSettings
  people: Reachable[]
  fetch: typeof fetch
  wall(): Date
}

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
const mostAsked = 3
const credentials = 'copy DINGTALK_CLIENT_ID and DINGTALK_CLIENT_SECRET from “Credentials” of the app'

/** What DingTalk says to the credentials. Nothing is sent to anybody, and no connection is opened. */
export async function checkDingtalk({ settings, people, fetch, wall }: DingtalkCheck): Promise<Finding[]> {
  const observed = observedFetch(fetch, wall)
  const api = dingtalkApi({ ...settings, fetch: observed.fetch, wall, log: quiet })
  const { apiUrl, clientId, clientSecret, transport } = settings
  const token = await orBad(async () => {
    await api.session(`${apiUrl}/v1.0/oauth2/accessToken`, { appKey: clientId, appSecret: clientSecret })
    return [good('an access token is given out')]
  }, credentials)
  const works = token.every(({ mark }) => mark === 'good')
  return [
    ...token,
    ...(works ? await directoryFindings(directory(api), people) : []),
    ...(works && transport.mode === 'stream' ? await gatewayFindings(api, settings) : []),
    templateFinding(settings.templateId),
    ...checkClock('DingTalk', observed.ahead()),
  ]
}

const permissions =
  'apply in “Permissions” of the app for reading members (成员信息读权限, 企业员工手机号信息, 根据手机号姓名获取成员信息), and publish a version'

/** Whether people are found by their mobile number, and their number can be read: by it they are known when they write. */
async function directoryFindings(known: Directory, people: Reachable[]): Promise<Finding[]> {
  const asked = people.slice(0, mostAsked)
  if (asked.length === 0) return [mind('the directory was not asked: nobody has a mobile number')]
  return orBad(async () => {
    for (const { code, mobile } of asked) {
      const user = await known.find({ name: code, mobile })
      if (!user) continue
      const person = await known.whois(user)
      return person?.mobile
        ? [good(`members are found by their mobile number (${code}), and it can be read`)]
        : [
            bad(
              `the mobile number of ${code} cannot be read, so nobody is known when they write`,
              permissions,
            ),
          ]
    }
    const codes = asked.map(({ code }) => code).join(', ')
    return [
      mind(
        `DingTalk knows nobody by the mobile numbers of ${codes}`,
        'compare the numbers, and the range of people the app is visible to',
      ),
    ]
  }, permissions)
}

const gatewayFindings = (api: DingtalkApi, { apiUrl, clientId, clientSecret }: DingtalkSettings) =>
  orBad(async () => {
    const subscriptions = [{ type: 'CALLBACK', topic: '/v1.0/im/bot/messages/get' }]
    const body = { clientId, clientSecret, subscriptions }
    await api.session(`${apiUrl}/v1.0/gateway/connections/open`, body)
    return [good('a Stream connection would be given')]
  }, 'choose Stream as the robot’s way to receive messages, and publish a version of the app')

/** Whether a template works only shows when a card is made from it, and that would be sent to somebody. */
const templateFinding = (templateId: string | undefined): Finding =>
  templateId
    ? mind(
        'whether the card template works shows when a card is sent',
        'write 帮助 to the robot: a card should come',
      )
    : mind(
        'no card template: answers come as markdown and cannot be redrawn',
        'build it as bots/dingtalk/card-template.md says, and give DINGTALK_CARD_TEMPLATE_ID',
      )

async function orBad(ask: () => Promise<Finding[]>, mend: string): Promise<Finding[]> {
  try {
    return await ask()
  } catch (error) {
    const { message } = error as Error
    if (/IpNotInWhiteList|ip\.not\.match|\b60020\b/.test(message))
      return [
        bad(
          `DingTalk refuses this machine’s address: ${message}`,
          'add it to the app’s list of server addresses (服务器出口IP)',
        ),
      ]
    if (error instanceof Refused || /denied|\b60011\b/i.test(message))
      return [bad(`DingTalk refuses: ${message}`, mend)]
    return [
      bad(
        message,
        'is the network there, and are DINGTALK_API_URL and DINGTALK_OAPI_URL right where they are given?',
      ),
    ]
  }
}
