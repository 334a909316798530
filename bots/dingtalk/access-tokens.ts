import { NotSent } from '../../src/chat/contract.ts'

export interface AccessTokens {
  get(): Promise<string>
  /** The token does not work any more; another one that came meanwhile is kept. */
  drop(token: string): void
}

/** Milliseconds before its end that a token is renewed. */
const early = 5 * 60_000

/**
 * The app's token, asked for once however many need it. Asking inside its life gives the same one, prolonged.
 * https://open.dingtalk.com/document/development/obtain-the-access_token-of-an-internal-app
 */
export function accessTokens({
  ask,
  wall,
}: {
  ask(): Promise<Record<string, unknown>>
  wall(): Date
}): AccessTokens {
  let known: { token: string; until: number } | undefined
  let asked: Promise<string> | undefined

  async function renew(): Promise<string> {
    const { accessToken, expireIn } = await ask()
    if (typeof accessToken !== 'string') throw new NotSent('again', 'no access token in the answer')
    const life = Number(expireIn) * 1000
    known = { token: accessToken, until: wall().getTime() + life - Math.min(early, life / 2) }
    return accessToken
  }

  return {
    get: () => {
      if (known && wall().getTime() < known.until) return Promise.resolve(known.token)
      asked ??= renew().finally(() => {
        asked = undefined
      })
      return asked
    },
    drop: (token) => {
      if (known?.token === token) known = undefined
    },
  }
}
