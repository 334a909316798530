import { randomBytes } from 'node:crypto'
import { Refusal } from './api/refusal.ts'

const LIFE_MS = 3000

export interface Triggers {
  issue(user: string): string
  /** The user a trigger belongs to; a trigger can be exchanged once, within three seconds. */
  exchange(trigger: unknown): string
}

export function createTriggers(clock: () => number): Triggers {
  const issued = new Map<string, { user: string; at: number; used: boolean }>()
  return {
    issue: (user) => {
      const id = `${issued.size + 1}.${clock()}.${randomBytes(16).toString('hex')}`
      issued.set(id, { user, at: clock(), used: false })
      return id
    },
    exchange: (id) => {
      const trigger = issued.get(String(id))
      if (!trigger) throw new Refusal('invalid_trigger_id')
      if (trigger.used) throw new Refusal('exchanged_trigger_id')
      if (clock() - trigger.at > LIFE_MS) throw new Refusal('expired_trigger_id')
      trigger.used = true
      return trigger.user
    },
  }
}
