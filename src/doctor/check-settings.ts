import { dingtalkSettings } from '../../bots/dingtalk/settings.ts'
import { slackSettings } from '../../bots/slack/settings.ts'
import { readSettings } from '../settings.ts'
import { bad, type Finding, good, mind } from './finding.ts'

type Environment = Record<string, string | undefined>

/** All settings as the service would read them. */
export function checkSettings(env: Environment) {
  const service = checked(env, {
    given: /^(PORT|QUDAO_DB|PLAYGROUND|QUDAO_DEMO|LOG_LEVEL)$/,
    read: readSettings,
    says: ({ port, database }) => `the service: port ${port}, database ${database}`,
  })
  const slack = checked(env, {
    given: /^SLACK_/,
    read: slackSettings,
    says: ({ transport }) => `Slack: by ${transport.mode === 'http' ? 'HTTP' : 'socket'}`,
  })
  const dingtalk = checked(env, {
    given: /^(DINGTALK_|PUBLIC_URL$)/,
    read: dingtalkSettings,
    says: ({ transport }) => `DingTalk: by ${transport.mode === 'http' ? 'HTTP' : 'Stream'}`,
  })
  const platforms = [...slack.findings, ...dingtalk.findings]
  const none = mind(
    'no platform is configured: only the playground is there',
    'README.md says how to connect one',
  )
  const findings = [...service.findings, ...(platforms.length > 0 ? platforms : [none])]
  return { service: service.settings, slack: slack.settings, dingtalk: dingtalk.settings, findings }
}

interface Checked<S> {
  /** Null where none are given or they do not work. */
  settings: S | null
  findings: Finding[]
}

/** Settings as the service would read them, or the lines to mend. Names are told, values never. */
function checked<S>(
  env: Environment,
  { given, read, says }: { given: RegExp; read(env: Environment): S | null; says(settings: S): string },
): Checked<S> {
  try {
    const settings = read(env)
    if (!settings) return { settings, findings: [] }
    const names = Object.keys(env).filter((name) => given.test(name) && env[name])
    const list = names.length > 0 ? ` (${names.sort().join(', ')})` : ''
    return { settings, findings: [good(says(settings) + list)] }
  } catch (error) {
    const [what = '', ...lines] = (error as Error).message.split('\n')
    return { settings: null, findings: [bad(what.replace(/:$/, ''), lines.join('\n') || what)] }
  }
}
