import { NotSent } from '../../src/chat/contract.ts'
import type { Log } from '../../src/lib/log.ts'
import { Refused } from './refused.ts'

/** Milliseconds; a little longer than a second, for what happens on the way. */
const second = 1050

/** Milliseconds nothing is asked of a limited API: a moment where it went too fast, an hour where the month is used up. */
const closed = { tooFast: 1000, quota: 3_600_000 }

type Pace = <T>(api: string, call: () => Promise<T>) => Promise<T>

/**
 * Begins at most so many calls of one API in a second, and after a refusal leaves the platform alone for its time: the
 * monthly quota holds for all that is charged at once. https://open.dingtalk.com/document/development/call-frequency-limit
 */
export function pacing({ most, wall, log }: { most: number; wall(): Date; log: Log }): Pace {
  const begun = new Map<string, number[]>()
  const closedUntil = new Map<string, number>()

  function checkGate(gate: string): void {
    const wait = ((closedUntil.get(gate) ?? 0) - wall().getTime()) / 1000
    if (wait > 0) throw new NotSent('again', `${gate}: limited`, Math.ceil(wait))
  }

  async function turn(api: string): Promise<void> {
    const turns = begun.get(api) ?? []
    begun.set(api, turns)
    const now = performance.now()
    const mine = Math.max(now, turns.length < most ? now : turns[turns.length - most]! + second)
    turns.push(mine)
    if (turns.length > most) turns.shift()
    if (mine > now) await new Promise((resolve) => setTimeout(resolve, mine - now))
  }

  return async (api, call) => {
    const gate = isFree(api) ? api : month
    checkGate(api)
    checkGate(gate)
    await turn(api)
    try {
      return await call()
    } catch (error) {
      if (error instanceof Refused && error.isTooFast) closedUntil.set(api, wall().getTime() + closed.tooFast)
      if (error instanceof Refused && error.isQuotaSpent) {
        closedUntil.set(gate, wall().getTime() + closed.quota)
        log.error({}, 'the organisation has used up its calls of DingTalk this month: an admin can buy more')
      }
      throw error
    }
  }
}

const month = 'month'

/** Tokens and the directory are not charged. */
const isFree = (api: string): boolean => api.startsWith('/topapi/') || api === '/v1.0/oauth2/accessToken'
