import type { Recorder } from '../record.ts'
import type { Settings } from '../settings.ts'
import type { Fault } from './faults.ts'

/** What a call costs. Free calls are still limited per second. */
export type Cost = 'call' | 'session message' | 'free' | 'unlimited'

export type Quota = ReturnType<typeof createQuota>

/** Counts calls against the limits: so many a second per API, so many a month over all. Refused calls cost nothing. */
export function createQuota({ now, settings, recorder }: QuotaParts) {
  const recent = new Map<string, number[]>()

  const tooFast = (api: string) => {
    const second = (recent.get(api) ?? []).filter((at) => at > now() - 1000)
    const over = second.length >= settings.qps
    recent.set(api, over ? second : [...second, now()])
    return over
  }
  const pushesUsed = () => recorder.charged.pushes + recorder.charged.sessionMessages + recorder.charged.opens

  return {
    /** Charges one call of an API, or names the limit it ran into. */
    charge: (api: string, cost: Cost): Fault | undefined => {
      if (cost === 'unlimited') return undefined
      if (tooFast(api)) return 'qps'
      if (cost === 'call') {
        if (recorder.charged.calls >= settings.monthlyCalls) return 'monthlyQuota'
        recorder.charged.calls += 1
      }
      if (cost === 'session message') {
        if (pushesUsed() >= settings.monthlyPushes) return 'monthlyQuota'
        recorder.charged.sessionMessages += 1
      }
      return undefined
    },
    /** Charges one push of a robot message. Once the month is used up, messages arrive without their content. */
    chargePush: (): boolean => {
      if (pushesUsed() >= settings.monthlyPushes) return false
      recorder.charged.pushes += 1
      return true
    },
  }
}

interface QuotaParts {
  now: () => number
  settings: Settings
  recorder: Recorder
}
