import { fillPlan } from '../visits/fill-plan.ts'
import { fillVisit } from '../visits/fill-visit.ts'
import { type VisitAct, visitActOf } from '../visits/visit-act.ts'
import type { Frame } from './frame.ts'

const shape =
  (act: VisitAct): NonNullable<Frame['shape']> =>
  (sentence, ctx) => {
    const said = visitActOf(sentence, ctx)
    return said?.act === act ? said.weight : 0
  }

export const visitFrames: Frame[] = [
  { command: 'visit.record', shape: shape('record'), shapeOnly: true, fill: fillVisit, whole: true },
  { command: 'visit.plan', shape: shape('plan'), shapeOnly: true, fill: fillPlan, whole: true },
  { command: 'visit.missed', shape: shape('missed') },
  {
    command: 'visit.show',
    shape: shape('show'),
    own: /(?:的|上次|最近|什么时候|谁|有没有|去过|拜访过?|吗|没有|看看?|看一下|查|\?)/g,
  },
  { command: 'visit.due', own: /(?:有|哪些|我的?|今天|本周|到期|该|要|的|看看?|查|\?)/g },
]
