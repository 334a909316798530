import { randomUUID } from 'node:crypto'
import { Refusal } from '../hosts/refusal.ts'
import type { Settings } from '../settings.ts'

export type Tokens = ReturnType<typeof createTokens>

/** Access tokens: asking again inside the validity gives the same token, its life extended. */
export function createTokens({ now, settings }: { now: () => number; settings: Settings }) {
  let current: { token: string; until: number } | undefined
  const valid = (token: string | undefined) => !!token && token === current?.token && now() < current.until

  return {
    issue: () => {
      const token = valid(current?.token) ? current!.token : randomUUID().replaceAll('-', '')
      current = { token, until: now() + settings.tokenLife }
      return { accessToken: token, expireIn: Math.floor(settings.tokenLife / 1000) }
    },
    /** Every token handed out so far stops working. */
    expire: () => {
      current = undefined
    },
    demandNew: (token: string | undefined) => {
      if (!valid(token)) throw new Refusal('InvalidAuthentication', '不合法的access_token')
    },
    demandOld: (token: string | undefined) => {
      if (!token) throw new Refusal(88, '缺少参数 access_token')
      if (!valid(token)) throw new Refusal(40014, '不合法的access_token')
    },
  }
}
