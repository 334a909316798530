import { fieldsOf } from '../command-fields.ts'
import type { Reading } from '../reading.ts'
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

/** What people say for the reasons that a visit was not made. */
const reasons: Record<string, RegExp> = {
  customer_away:
    /不在|出差|外出|没人|关门|没开门|休息|没见到|\b(?:away|not in|closed|out of (?:town|office)|absent)\b/,
  customer_postponed: /改期|改天|改时间|改到|推迟|延后|延期|\b(?:postponed|rescheduled|moved)\b/,
  urgent: /临时|开会|急事|别的事|其他事|任务|\b(?:urgent|emergency|meeting came up)\b/,
  transport: /下雨|下雪|暴雨|天气|台风|堵车|路上|交通|车坏|\b(?:rain|snow|weather|traffic)\b/,
  no_need: /不需要|没必要|不用去|\b(?:no need|not needed)\b/,
}

function fillReason({ command, input, sentence }: Reading): void {
  const options = fieldsOf(command.input).find(([name]) => name === 'reason')?.[1].options ?? []
  const said = options.filter(({ value }) => reasons[value]?.test(sentence.outline.said.text))
  if (said.length === 1) input.reason = said[0]!.value
}

export const visitFrames: Frame[] = [
  { command: 'visit.record', shape: shape('record'), shapeOnly: true, fill: fillVisit, whole: true },
  { command: 'visit.plan', shape: shape('plan'), shapeOnly: true, fill: fillPlan, whole: true },
  { command: 'visit.missed', shape: shape('missed'), fill: fillReason },
  {
    command: 'visit.show',
    says: [
      /谁(?:在|有)?去(?:过|的)|(?:有没有|有|没)人去过?|多久没(?:有)?(?:去|拜访|跑|见)过?|(?:拜访|去过?)(?:了?几[次趟回]|了?多少[次趟回]|次数|记录|历史)|上次是?谁/g,
    ],
    shape: shape('show'),
    own: /(?:的|上次|最近|什么时候|谁|有没有|去过|拜访过?|吗|没有|看看?|看一下|查|\?)/g,
  },
  { command: 'visit.due', own: /(?:有|哪些|我的?|今天|本周|到期|该|要|的|看看?|查|\?)/g },
]
