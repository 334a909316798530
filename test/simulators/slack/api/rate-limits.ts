import type { Json } from '../wire.ts'

/** `perMinute` calls on average; `burst` at once. */
export interface RateLimit {
  perMinute: number
  burst: number
}

const tier = (perMinute: number): RateLimit => ({ perMinute, burst: perMinute })
const TIER_3 = tier(50)
const TIER_4 = tier(100)
const SPECIAL = tier(600)

/** About one message a second in a channel with short bursts, and several hundred a minute in the workspace. */
const TO_CHANNEL: RateLimit = { perMinute: 60, burst: 5 }
const TO_WORKSPACE = tier(300)

const PUBLISHED: Record<string, RateLimit> = {
  'auth.test': SPECIAL,
  'apps.connections.open': TIER_3,
  'chat.update': TIER_3,
  'chat.delete': TIER_3,
  'users.lookupByEmail': TIER_3,
  'conversations.open': TIER_3,
  'conversations.info': TIER_3,
  'chat.postMessage': TO_WORKSPACE,
  'chat.postMessage/channel': TO_CHANNEL,
}

export interface RateLimits {
  /** Seconds to wait before the call may come again; 0 when it may pass. */
  take(method: string, args: Json): number
}

/** Per method, as the tiers are; `settings` may replace any of them by method, or by `*`. */
export function createRateLimits(
  clock: () => number,
  settings: () => 'off' | Record<string, RateLimit>,
): RateLimits {
  const buckets = new Map<string, { left: number; at: number }>()

  function wait(key: string, limit: RateLimit): number {
    const perMs = limit.perMinute / 60_000
    const bucket = buckets.get(key) ?? { left: limit.burst, at: clock() }
    bucket.left = Math.min(limit.burst, bucket.left + (clock() - bucket.at) * perMs)
    bucket.at = clock()
    buckets.set(key, bucket)
    const enough = bucket.left >= 1 - 1e-9
    return enough ? 0 : Math.max(1, Math.ceil((1 - bucket.left) / perMs / 1000))
  }

  return {
    take: (method, args) => {
      const chosen = settings()
      if (chosen === 'off') return 0
      const limitOf = (name: string) => chosen[name] ?? chosen['*'] ?? PUBLISHED[name] ?? TIER_4
      const keys = [{ key: method, limit: limitOf(method) }]
      if (method === 'chat.postMessage') {
        keys.push({ key: `${method} ${args.channel}`, limit: limitOf('chat.postMessage/channel') })
      }
      const longest = Math.max(...keys.map(({ key, limit }) => wait(key, limit)))
      if (longest === 0) for (const { key } of keys) buckets.get(key)!.left -= 1
      return longest
    },
  }
}
