import type { DingtalkSettings } from '../../bots/dingtalk/settings.ts'
import type { SlackSettings } from '../../bots/slack/settings.ts'
import { BUSINESS_ZONE, instantOf, localDate } from '../lib/time.ts'
import type { Settings } from '../settings.ts'
import { checkAddress } from './check-address.ts'
import { checkDingtalk, type Reachable } from './check-dingtalk.ts'
import type { Vouching } from './check-people.ts'
import { checkSettings } from './check-settings.ts'
import { checkSlack } from './check-slack.ts'
import { examineStorage, type Openable } from './examine-storage.ts'
import type { Finding, Section } from './finding.ts'

export interface Examined extends Openable {
  env: Record<string, string | undefined>
  fetch: typeof fetch
  wall(): Date
}

/** Looks at everything the service needs, changes nothing and sends nothing to anybody. */
export async function examine(parts: Examined): Promise<Section[]> {
  const { env, wall } = parts
  const { service, slack, dingtalk, findings } = checkSettings(env)
  const platforms: Vouching[] = [
    ...(slack ? [{ platform: 'slack', name: 'Slack', by: 'email' as const }] : []),
    ...(dingtalk ? [{ platform: 'dingtalk', name: 'DingTalk', by: 'mobile' as const }] : []),
  ]
  const today = localDate(instantOf(wall()), BUSINESS_ZONE).toString()
  const database = await examineStorage(parts, service?.database, platforms, today)
  return [
    { title: 'Settings', findings },
    ...database.sections,
    { title: 'Slack', findings: slack ? await slackFindings(parts, slack, service) : [] },
    {
      title: 'DingTalk',
      findings: dingtalk ? await dingtalkFindings(parts, dingtalk, service, database.people) : [],
    },
  ]
}

type Service = Settings | null

/** Slack’s settings do not know the public address: it is entered there by hand. */
async function slackFindings(
  { env, fetch, wall }: Examined,
  settings: SlackSettings,
  service: Service,
): Promise<Finding[]> {
  const publicUrl = env.PUBLIC_URL?.replace(/\/+$/, '')
  const address =
    settings.transport.mode === 'http' ? [await checkAddress({ publicUrl, port: service?.port, fetch })] : []
  return [...(await checkSlack({ settings, fetch, wall })), ...address]
}

async function dingtalkFindings(
  { fetch, wall }: Examined,
  settings: DingtalkSettings,
  service: Service,
  people: Reachable[],
): Promise<Finding[]> {
  const { transport } = settings
  const address =
    transport.mode === 'http'
      ? [await checkAddress({ publicUrl: transport.publicUrl, port: service?.port, fetch })]
      : []
  return [...(await checkDingtalk({ settings, people, fetch, wall })), ...address]
}
