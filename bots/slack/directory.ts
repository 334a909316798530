import { NotSent, type Person, type PlatformUser } from '../../src/chat/contract.ts'
import { slackId, userIn } from './address.ts'
import { Refused } from './refused.ts'
import type { WebApi } from './web-api.ts'

/** The people of the app's own workspace. */
export interface Directory {
  /** Null for guests, for people of other workspaces, for apps and for those who left. */
  whois(user: PlatformUser): Promise<Person | null>
  find(person: Person): Promise<PlatformUser | null>
  /** The conversation of the app's direct messages with a person. */
  dmOf(user: string): Promise<string>
}

interface SlackUser {
  id: string
  team_id: string
  deleted?: boolean
  is_bot?: boolean
  is_restricted?: boolean
  is_ultra_restricted?: boolean
  is_stranger?: boolean
  real_name?: string
  locale?: string
  enterprise_user?: { teams?: string[] }
  profile?: { real_name?: string; email?: string; phone?: string }
}

export function directory(api: WebApi): Directory {
  const team = once(async () => String((await api.call('auth.test', {})).team_id))
  const dms = new Map<string, string>()

  async function colleague(method: string, args: Record<string, unknown>): Promise<SlackUser | null> {
    const { user } = await api.call(method, args).catch(nobodyOrRetry)
    return user && isColleague(user as SlackUser, await team().catch(nobodyOrRetry))
      ? (user as SlackUser)
      : null
  }

  return {
    whois: async ({ id }) => {
      const user = await colleague('users.info', { user: slackId(id), include_locale: true })
      return user && personOf(user)
    },
    find: async ({ email }) => {
      const user = email ? await colleague('users.lookupByEmail', { email }) : null
      return user && userIn(user.team_id, user.id)
    },
    dmOf: async (user) => {
      const known = dms.get(user)
      if (known) return known
      const { channel } = await api.call('conversations.open', { users: user })
      const { id } = channel as { id: string }
      dms.set(user, id)
      return id
    },
  }
}

/** On an Enterprise Grid a colleague may have another workspace as their home. */
const isColleague = (user: SlackUser, team: unknown): boolean =>
  (user.team_id === team || user.enterprise_user?.teams?.includes(String(team)) === true) &&
  !(user.deleted || user.is_bot || user.is_restricted || user.is_ultra_restricted || user.is_stranger)

const personOf = ({ real_name, locale, profile }: SlackUser): Person => ({
  name: profile?.real_name ?? real_name ?? '',
  ...(profile?.email && { email: profile.email }),
  ...(locale && { language: locale.startsWith('zh') ? ('zh' as const) : ('en' as const) }),
})

const unknown = ['user_not_found', 'users_not_found', 'user_not_visible']

/** Whom Slack does not know is nobody; a token that does not work today may tomorrow. */
function nobodyOrRetry(error: unknown): Record<string, never> {
  if (!(error instanceof Refused)) throw error
  if (unknown.includes(error.code)) return {}
  throw new NotSent('again', error.message)
}

/** Asked until it was answered, then remembered. */
function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined
  return () => {
    asked ??= ask().catch((error) => {
      asked = undefined
      throw error
    })
    return asked
  }
}
