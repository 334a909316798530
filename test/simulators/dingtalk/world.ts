import type { Faults } from './hosts/faults.ts'
import type { Quota } from './hosts/quota.ts'
import type { Recorder } from './record.ts'
import type { Settings } from './settings.ts'
import type { Cards } from './state/cards.ts'
import type { Directory } from './state/directory.ts'
import type { Files } from './state/files.ts'
import type { Sessions } from './state/sessions.ts'
import type { Throttling } from './state/throttling.ts'
import type { Timeline } from './state/timeline.ts'
import type { Tokens } from './state/tokens.ts'

/** The app as registered in the developer console. */
export interface App {
  clientId: string
  clientSecret: string
  corpId: string
  robotCode: string
  /** Ids of published card templates with the universal variables. */
  templateIds: string[]
}

/** The state of one simulated DingTalk, shared by its interfaces. */
export interface World {
  app: App
  settings: Settings
  now: () => number
  random: () => number
  /** Runs later unless the simulator is closed first; returns the cancellation. */
  later: (ms: number, run: () => void) => () => void
  /** Resolves when the simulator closes. */
  closing: Promise<void>
  directory: Directory
  timeline: Timeline
  cards: Cards
  files: Files
  sessions: Sessions
  tokens: Tokens
  throttled: Throttling
  faults: Faults
  quota: Quota
  recorder: Recorder
  /** Where the two hosts listen, known once they do. */
  at: { api: string; oapi: string }
}
