import type { Ctx } from '../../../crm/context.ts'
import { loneRestOf, restOf } from '../lexicon.ts'
import { tenseOf } from '../moments.ts'
import { isQuestion, negated } from '../mood.ts'
import { all, type Sentence } from '../spot.ts'
import { fillPlan } from '../visits/fill-plan.ts'
import { fillVisit } from '../visits/fill-visit.ts'
import {
  englishSay,
  englishTalk,
  englishVisit,
  goVerbs,
  say,
  talk,
  visitAround,
  visited,
} from '../visits/visit-cues.ts'
import type { Frame } from './frame.ts'

const someone = '(?:[^\\p{Script=Han}\\w]{0,2}|的?|一下|趟)'
const around = new RegExp(
  `${visitAround}${someone}[KIP]|[KI](?:那边|那里|店里|门店|这边)?${visited}|${englishVisit} (?:the |our )?[KIP]|(?:^|[^\\p{Script=Han}])${visitAround}`,
  'u',
)
const told = new RegExp(`${talk}|${say}|${englishTalk}|${englishSay}`, 'u')
const made = new RegExp(
  `${visited}|(?:聊|谈|沟通|讨论|商量|交流)(?:一?聊|一?谈)?(?:了|过|好|完|妥|到)|\\b(?:visited|met|called|went|been|stopped|dropped|popped|saw|phoned|rang|was|left|came|swung|talked|spoke|chatted|discussed)\\b|刚(?:从|去|到|拜访|跟|和|见)|见到`,
  'u',
)
const planned = new RegExp(
  `(?:要|准备|打算|计划|想|约|安排|将|预约|约见|定)(?:在|于|了|好|去|D|\\s|一个|个|跟P|和P)*(?:${goVerbs}|K|去|到)|\\b(?:will|going to|gonna|plan(?:ning)? to|plan a|want to|schedule|scheduled|need to|let's|book|arrange)\\b[^,.]*?\\b(?:visit|visiting|see|meet|go|call|K)`,
  'u',
)
const notMade = negated(`${visitAround}|去成|见成|拜访成|visit|go|meet|see|make it`)

/** What a sentence says of a visit: that it was made, will be, was not, or whether it was. */
export type VisitAct = 'record' | 'plan' | 'missed' | 'show' | 'no' | null

export function visitActOf(
  sentence: Sentence,
  ctx: Pick<Ctx, 'now' | 'me'>,
): { act: VisitAct; weight: number } {
  const { text } = sentence.outline
  const head = headOf(text)
  const verb = around.test(text)
  const content = told.test(text)
  if (!verb && !content) return { act: null, weight: 0 }
  const named = /[KI]/.test(text)
  const weight = verb ? (named ? 10 : 7) : named || /P/.test(text) ? 7.5 : 5.5
  if (isQuestion(head)) return { act: 'show', weight: verb && named ? 9 : 4 }
  if (notMade.test(head) && !content)
    return { act: /没|未|来不及|无法|did|have|has|could/.test(head) ? 'missed' : 'no', weight: 9 }
  return { act: tenseSays(sentence, ctx, head, content), weight }
}

/** What stands before anything that was spoken about or said. */
function headOf(text: string): string {
  const at = text.search(told)
  return at < 0 ? text : text.slice(0, at)
}

function tenseSays(
  sentence: Sentence,
  ctx: Pick<Ctx, 'now' | 'me'>,
  head: string,
  content: boolean,
): VisitAct {
  const { outline } = sentence
  const dates = [...outline.things].flatMap(([at, thing]) =>
    thing.mark === 'D' ? [{ at, tense: tenseOf(ctx, thing.date) }] : [],
  )
  const inHead = dates.filter(({ at }) => at < head.length)
  if (made.test(outline.text)) return 'record'
  if (planned.test(head)) return 'plan'
  if (inHead.some(({ tense }) => tense === 'past')) return 'record'
  if (inHead.some(({ tense }) => tense === 'future')) return 'plan'
  const onlyPlace = restOf(head.replace(new RegExp(visitAround, 'gu'), '')) === ''
  if (!content && onlyPlace && inHead.some(({ tense }) => tense === 'open')) return 'plan'
  return 'record'
}

const shape =
  (act: VisitAct) =>
  (sentence: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): number => {
    const said = visitActOf(sentence, ctx)
    return said.act === act ? said.weight : 0
  }

export const visitFrames: Frame[] = [
  { command: 'visit.record', shape: shape('record'), fill: fillVisit, whole: true },
  { command: 'visit.plan', shape: shape('plan'), fill: fillPlan, whole: true },
  { command: 'visit.missed', shape: shape('missed') },
  {
    command: 'visit.show',
    shape: shape('show'),
    own: /(?:的|上次|最近|什么时候|谁|有没有|去过|拜访过?|吗|没有|\?)/g,
  },
]

void loneRestOf
void all
