import { NotSent } from '../../src/chat/contract.ts'

/** `perMinute` calls on average, `burst` at once. */
export interface Limit {
  perMinute: number
  burst: number
}

/** By method; `chat.postMessage/channel` is the limit of one conversation; `*` is for methods not named. */
export type Limits = Record<string, Limit>

/** A little under what may come at once: calls bunch up on their way. */
const tier = (perMinute: number): Limit => ({ perMinute, burst: perMinute * 0.9 })
const third = tier(50)
const fourth = tier(100)

/** What Slack publishes, for the whole workspace. https://docs.slack.dev/apis/web-api/rate-limits */
export const published: Limits = {
  'chat.postMessage': tier(300),
  'chat.postMessage/channel': { perMinute: 60, burst: 4 },
  'chat.update': third,
  'users.lookupByEmail': third,
  'conversations.open': third,
  'auth.test': tier(600),
  '*': fourth,
}

/** Milliseconds a call may wait for its turn; one that would wait longer comes again later. */
const patience = 10_000

/** Lets a call through when its turn has come, so that Slack never has to refuse one. */
export type Turn = (method: string, channel?: unknown) => Promise<void>

export function pacing(limits: Limits): Turn {
  /** When each limit will be free again, in the time of `performance`. */
  const freeAt = new Map<string, number>()

  function waitFor(key: string, { perMinute, burst }: Limit, now: number): number {
    const spacing = 60_000 / perMinute
    return Math.max(0, (freeAt.get(key) ?? now) - (burst - 1) * spacing - now)
  }

  function take(key: string, { perMinute }: Limit, now: number): void {
    freeAt.set(key, Math.max(now, freeAt.get(key) ?? now) + 60_000 / perMinute)
  }

  return async (method, channel) => {
    const now = performance.now()
    const keys = [{ key: method, limit: limits[method] ?? limits['*'] }]
    if (channel !== undefined) keys.push({ key: `${method} ${channel}`, limit: limits[`${method}/channel`] })
    const held = keys.flatMap(({ key, limit }) => (limit ? [{ key, limit }] : []))
    const wait = Math.max(0, ...held.map(({ key, limit }) => waitFor(key, limit, now)))
    if (wait > patience) throw new NotSent('again', `${method}: its turn is later`, Math.ceil(wait / 1000))
    for (const { key, limit } of held) take(key, limit, now)
    if (freeAt.size > 10_000) for (const [key, at] of freeAt) if (at < now) freeAt.delete(key)
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
  }
}
