import { approvalFrames } from './approvals.ts'
import type { Frame } from './frame.ts'
import { leaveAddFrame } from './leave-add.ts'
import { lookupFrames } from './lookups.ts'
import { stockReportFrame } from './stock-report.ts'
import { visitFrames } from './visits.ts'

const frames: Frame[] = [...visitFrames, stockReportFrame, leaveAddFrame, ...approvalFrames, ...lookupFrames]

const byCommand = new Map(frames.map((frame) => [frame.command, frame]))

export const frameOf = (command: string): Frame | undefined => byCommand.get(command)
