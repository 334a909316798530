import type { Faults } from './api/faults.ts'
import type { Changes } from './changes.ts'
import type { Deliveries } from './delivery/deliver.ts'
import type { SocketMode } from './delivery/socket.ts'
import type { Files } from './files.ts'
import type { Records } from './records.ts'
import type { ResponseUrls } from './response-urls.ts'
import type { Settings } from './settings.ts'
import type { Triggers } from './triggers.ts'
import type { Views } from './views.ts'
import type { Workspace } from './workspace.ts'

/** The parts of one simulated Slack, as they know each other. */
export interface World {
  settings: Settings
  clock: () => number
  changes: Changes
  records: Records
  faults: Faults
  triggers: Triggers
  workspace: Workspace
  views: Views
  files: Files
  responseUrls: ResponseUrls
  deliveries: Deliveries
  socketMode: SocketMode
  /** Where this Slack is, without a slash at the end. */
  url(): string
}
