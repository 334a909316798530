import type { Words } from '../../../lib/words.ts'
import { fieldsOf } from '../command-fields.ts'
import { filler } from '../lexicon.ts'
import { isQuestion } from '../mood.ts'
import { ask, type Reading } from '../reading.ts'
import { sentenceOf } from '../spot.ts'
import { fillPlan } from '../visits/fill-plan.ts'
import { fillVisit } from '../visits/fill-visit.ts'
import { type VisitAct, visitActOf } from '../visits/visit-act.ts'
import type { Frame } from './frame.ts'
import { isLastVisitAsked } from './last-visit.ts'

const shape =
  (act: VisitAct): NonNullable<Frame['shape']> =>
  (sentence, ctx) => {
    const said = visitActOf(sentence, ctx)
    return said?.act === act ? said.weight : 0
  }

/** 百惠昨天没去 客户临时关门 */
const notGone = new RegExp(
  `^(?:[\\s,，]|${filler}|D|那边|店里)*(?=[^,，。]{0,8}[KI])(?:[\\s,，KID]|那边|店里|本来要去)*(?:没有?|未|没能|未能)(?:能)?(?:去(?:成|上|了)?|跑成|走成|拜访(?:成|上)?)(?=[\\s,，。;；]|$|因为|[，,])`,
  'u',
)

const missed: NonNullable<Frame['shape']> = (sentence, ctx) =>
  notGone.test(sentence.outline.text) && !isQuestion(sentence.outline.text)
    ? 9
    : shape('missed')(sentence, ctx)

/** What people say for the reasons that a visit was not made. */
const reasons: Record<string, RegExp> = {
  customer_away:
    /(?:P|客户|老板|对方|他们?|她|人家|店里)(?:今天|昨天|D|临时|突然|有|在|去|要|又|都|正)*(?:开会|有(?:急)?事|忙|没空|培训|盘点|请假|生病|关门|出门|外出|出差)|不在|出差|外出|没人|关门|没开门|休息|没见到|\b(?:away|not in|closed|out of (?:town|office)|absent)\b/,
  customer_postponed:
    /(?:P|客户|老板|对方|他们?|她|人家)[^,，。\s]{0,4}(?:改|推)|改期|改天|改时间|推迟|延后|延期|\b(?:postponed|rescheduled|moved)\b/,
  urgent:
    /(?<!(?:P|客户|老板|对方|他们?|她|人家|店里)[^,，。\s]{0,4})(?:临时(?!关)|开会|急事|别的事|其他事|任务)|\b(?:urgent|emergency|meeting came up)\b/,
  transport: /下(?:大|暴|小)?雨|下雪|暴雨|天气|台风|堵车|路上|交通|车坏|\b(?:rain|snow|weather|traffic)\b/,
  no_need: /不需要|没必要|不用去|\b(?:no need|not needed)\b/,
}

/** 唐经理改到周四: a day that is still to come is none of the plan. */
const movedDay = /(?:改|推|挪|换)(?:期|迟)?(?:到|成|在|为)?$/u

function fillMissed(reading: Reading): void {
  fillReason(reading)
  const { outline } = reading.sentence
  const moved = [...outline.things].filter(
    ([at, { mark }]) => mark === 'D' && movedDay.test(outline.text.slice(0, at)),
  )
  if (moved.length === 0) return
  const things = reading.sentence.things.filter((thing) => !moved.some(([, one]) => one === thing))
  reading.sentence = sentenceOf({ ...reading.sentence, said: outline.said, things })
  ask(reading, '', sayPlan)
}

const sayPlan: Words = {
  zh: '改到哪天请另发一条计划，如“计划拜访 客户 周四”。这一条只记没去成，请核对。',
  en: 'Please send the new day as a plan of its own. This only keeps that the visit was not made; check it.',
}

function fillReason({ command, input, sentence }: Reading): void {
  const options = fieldsOf(command.input).find(([name]) => name === 'reason')?.[1].options ?? []
  const said = options.filter(({ value }) => reasons[value]?.test(sentence.outline.text))
  if (said.length === 1) input.reason = said[0]!.value
}

export const visitFrames: Frame[] = [
  { command: 'visit.record', shape: shape('record'), shapeOnly: true, fill: fillVisit, whole: true },
  { command: 'visit.plan', shape: shape('plan'), shapeOnly: true, fill: fillPlan, whole: true },
  { command: 'visit.missed', foreign: /没去[过的]/, shape: missed, fill: fillMissed },
  {
    command: 'visit.show',
    says: [
      /谁(?:在|有)?去(?:过|的)|(?:有没有|有|没)人去过?|多久没(?:有)?(?:去|拜访|跑|见)过?|(?:拜访|去过?)(?:了?几[次趟回]|了?多少[次趟回]|次数|记录|历史)|上次是?谁/g,
    ],
    shape: (sentence, ctx) => (isLastVisitAsked(sentence) ? 10.5 : shape('show')(sentence, ctx)),
    own: /(?:的|上次|最近|什么时候|谁|有没有|去过|拜访过?|吗|没有|看看?|看一下|查|\?)/g,
  },
  { command: 'visit.due', own: /(?:有|哪些|我的?|今天|本周|到期|该|要|的|看看?|查|\?)/g },
]
