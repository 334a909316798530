import type { Address, PlatformUser } from '../../src/chat/contract.ts'

export const platform = 'slack'

/** User ids are unique within a workspace only. */
export const userIn = (team: string, user: string): PlatformUser => ({ platform, id: `${team}:${user}` })

/** Slack's own id of a user. */
export const slackId = (id: string): string => id.slice(id.indexOf(':') + 1)

/** The app's direct messages with a person, named after them: Slack opens the conversation when it is first written to. */
export const directTo = ({ id }: PlatformUser): Address => ({
  platform,
  conversation: slackId(id),
  kind: 'direct',
  user: id,
})

/** A message is found by its channel and its time stamp. */
export const messageId = (channel: string, ts: string): string => `${channel}:${ts}`

export function channelAndTs(message: string): { channel: string; ts: string } {
  const [channel = '', ts = ''] = message.split(':')
  return { channel, ts }
}

/** The App Home of a person counts as a message that can be redrawn. */
export const home = 'home'

/** What Slack lends for answering one message, kept with the address. All of it runs out. */
export interface Lent {
  /** When it was lent, epoch milliseconds. */
  at?: number
  /** Takes five answers within half an hour, also where the app is no member. */
  responseUrl?: string
  /** Opens one modal within three seconds. */
  trigger?: string
  thread?: string
  /** The one who alone is answered, though the place is a channel. */
  asker?: string
  /** The direct messages in which a command was typed: perhaps of two people, where the app cannot write. */
  dm?: string
  /** The modal in which something was pressed. */
  view?: string
  /** Home was opened and is to be drawn, or something on it was pressed. */
  home?: 'opened' | 'pressed'
}

const life = { responseUrl: 29 * 60_000, trigger: 2_500 }

/** What of it still holds. */
export function lentBy({ extra = {} }: Address, now: number): Lent {
  const lent: Lent = { ...extra }
  const age = now - (lent.at ?? 0)
  if (age > life.responseUrl) delete lent.responseUrl
  if (age > life.trigger) delete lent.trigger
  return lent
}

/** A place with what was lent for it, as it is stored: nothing of what is absent. */
export function lending(place: Address, lent: Lent): Address {
  const held = Object.entries(lent).filter(([, value]) => value !== undefined)
  const { extra, ...bare } = place
  return held.length > 0 ? { ...bare, extra: Object.fromEntries(held) } : bare
}
