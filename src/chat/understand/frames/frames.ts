import { contractDraftFrame } from './contract-draft.ts'
import { contractFrames } from './contracts.ts'
import type { Frame } from './frame.ts'
import { leaveFrames } from './leave.ts'
import { lookupFrames } from './lookups.ts'
import { preferenceFrame } from './preferences.ts'
import { recordFrames } from './records.ts'
import { stockReportFrame } from './stock-report.ts'
import { visitFrames } from './visits.ts'
import { withEnglish } from './with-english.ts'

const frames: Frame[] = [
  ...visitFrames,
  stockReportFrame,
  ...leaveFrames,
  contractDraftFrame,
  ...contractFrames,
  ...lookupFrames,
  ...recordFrames,
  preferenceFrame,
]

const byCommand = new Map(frames.map((frame) => [frame.command, withEnglish(frame)]))

export const frameOf = (command: string): Frame | undefined => byCommand.get(command)
