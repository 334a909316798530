import type { Ctx } from '../../../crm/context.ts'
import { tenseOf, todayOf } from '../moments.ts'
import { isQuestion, negated, notToKeep } from '../mood.ts'
import { once } from '../once.ts'
import type { Sentence } from '../spot.ts'
import { asksForVisits, asksInEnglish, missedInEnglish } from './english-asks.ts'
import { withoutDaysOfTheMatter } from './of-the-matter.ts'
import { say, talk } from './talk-cues.ts'
import type { VisitTold } from './told.ts'
import { toldIn } from './told-in.ts'
import { toldOnly, unsure } from './told-only.ts'
import { anyVisit, made, planned } from './visit-verbs.ts'

/** What a sentence says of a visit: that it was made, is to be, was not, is not to be, or asks for it. */
export type VisitAct = 'record' | 'plan' | 'missed' | 'show' | 'off'

const verb = new RegExp(anyVisit, 'u')
const content = new RegExp(`${talk}|${say}`, 'gu')
/** 还没跟P聊, 没谈价格: nobody spoke. */
const notSpoken =
  /(?:没有?|还没|未|不想|不愿|不肯|不)$|(?:没有?|未)(?:能|空|时间|顾上|顾得上|来得及|机会)?(?:跟|和|与|同|找)?[PM]?$/
const notMade = negated(`${anyVisit}|去成|见成|拜访成|visit|go|meet|see|make it`)
const conditional = /^[\s,，]*(?:如果|假如|要是|万一|if\b)/
/** 刚从华联出来 */
const cameFrom = /从[KI](?:那边|那里|店里|这边)?(?:出来|回来)/
/** 上次聊了什么 */
const asksWhat = /^\s*(?:些|的)?(?:什么|啥|哪些|what)(?:好|呢|呀|比较好|合适)?[\s?？]*$/
/** 聊堆头了没 */
const asksAtEnd = /了没有?[\s?？]*$|怎么样[\s?？]*$/
/** 还没跟P聊 */
/** P will call me: theirs, and not our plan. */
const theyWill =
  /P (?:will|is going to|'ll) (?:call|visit|come|phone|see|meet|stop|drop)|\bwill (?:call|phone|visit|see|contact|meet) (?:me|us)\b/
const stillToCome = /还没|尚未|没来得及|来不及|没顾[得]?上/
/** 准备跟王店长谈端架，还没谈 */
const notDoneYet = /(?:还没|尚未|没来得及)有?(?:去|谈|聊|见|说|跑|拜访|联系)(?:呢|上|成)?[\s,，。]*$/
/** 打算去但是没时间 */
const cameToNothing =
  /(?:本来|原本|打算|计划|准备|想|原计划).*(?:没去(?!过)|没时间|没空|来不及|去不了|没去成)|\b(?:was|were|had) (?:going|planning|planned|supposed|meant|about|hoping|hoped) to\b.*\b(?:but|however)\b/
const takenBack =
  /(?:撤销|撤回|取消|删除|删掉|作废)[^,，。]{0,8}(?:拜访|走访|记录|计划|见面|(?<![合大节])约)|(?:计划|拜访|行程|约)[^,，。没]{0,4}(?:取消|泡汤|作废|不去了|黄了)|(?:拜访|计划)[^,，。]{0,6}(?:改到|改成|推迟|延后|提前)|\b(?:change|move|reschedule|shift|push)\b[^,.]*\b(?:visit|meeting|call|appointment)\b[^,.]*\bto\b|\b(?:cancel(?:l?ed|ling)?|call(?:ed|ing)? off|postpone[ds]?|skip(?:ped)?)\b[^,.]*\b(?:visit|meeting|call|appointment|trip)\b|约好?[了的]?D[^,，。]{0,3}(?:改|推)[到成在为]?D|^[^聊谈说讲P]*\b(?:delay|postpone|push|move)(?:ed|d)? ?(?:到|至|to|till|until) ?D ?(?:再|的)?(?:visit|meeting|call|拜访|走访|去)?[\s。.]*$/
/** 本来要去华联的，王店长说改天，取消了 */
const fellThrough = /(?:本来|原本|原计划)[^,，。]*[去到见约][^,，。]+[,，。\s].*(?:取消|泡汤|黄)了/
/** 和阿杰说好周日去装冰柜, 电话里定的 明天去见夏店长 */
const agreedToGo =
  /^(?:[DKIPM\s,，]|我们?|跟|和|与|同|已经?|刚|电话里?|微信[上里]?)*(?:(?:说|讲|商量)[好定]|[约定][好下]?|约定)[了的]*[\s,，]*(?:我们?)?D[^,，。KP]{0,3}(?:过去|[去到见找])(?!了)/
/** 帮我book一下Clearspring周五的visit */
const booked = /\b(?:book|schedule|arrange)(?:一?下|一?个)[^,，。]*\b(?:visit|meeting|call)\b/
/** 王店长约我周四见 */
const invited = /约我们?在?(?:D|[^,，。]*见)/
const wasNot = /没|未|来不及|无法|(?:did|have|has|could)(?:n't| not|nt)/

/** How a sentence speaks of a visit, and how sure that is: 0 to 10. Null where it does not. Every visit command asks. */
export const visitActOf = once((sentence: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): Act | null =>
  readAct(withoutDaysOfTheMatter(sentence, ctx), ctx),
)

export interface Act {
  act: VisitAct
  weight: number
  /** So little speaks for it that it has to be asked. */
  unsure?: boolean
}

const isAheadOnly = ({ things }: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): boolean =>
  things.some((thing) => thing.mark === 'D' && tenseOf(ctx, thing.date) === 'future')

function readAct(sentence: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): Act | null {
  const { text } = sentence.outline
  if (takenBack.test(text) || fellThrough.test(text) || notToKeep.test(text)) return { act: 'off', weight: 9 }
  if (asksForVisits(text)) return { act: 'show', weight: 9 }
  if (missedInEnglish(text))
    return isAheadOnly(sentence, ctx) ? { act: 'off', weight: 9 } : { act: 'missed', weight: 9 }
  const goes = verb.test(text) || cameFrom.test(text) || notMade.test(text)
  const spoken = Array.from(text.matchAll(content))
  const speaks = spoken.some(({ index }) => !notSpoken.test(text.slice(0, index)))
  if (notDoneYet.test(text) && !made.test(text)) return { act: 'off', weight: 9 }
  if (!goes && !speaks && stillToCome.test(text) && spoken.length > 0) return { act: 'off', weight: 9 }
  if (!goes && !speaks) return toldOnly(sentence, ctx)
  const told = toldIn(sentence, ctx)
  const head = told.head.map(({ start, end }) => text.slice(start, end)).join(' ')
  const named = /[KI]/.test(head)
  const asks = [...told.about, ...told.feedback].some(({ from, end }) => asksWhat.test(text.slice(from, end)))
  const supposes = conditional.test(text)
  if (
    asks ||
    isQuestion(supposes ? text.replace(conditional, '') : untold(text, told)) ||
    asksAtEnd.test(text) ||
    asksInEnglish(text)
  )
    return { act: 'show', weight: (goes || asks || asksInEnglish(text)) && /[KI]/.test(text) ? 9 : 4 }
  if (supposes) return null
  if (!speaks && (notMade.test(verb.test(head) ? head : text) || cameToNothing.test(text)))
    return { act: wasNot.test(text) ? 'missed' : 'off', weight: 9 }
  const act = actOf(text, told, ctx, head)
  const either = act === 'plan' && !planned.test(head) && (mayHaveBeen(told, ctx) || heardToday(told))
  if (either || theyWill.test(text) || (!goes && onlyCustomerSpeaks(text)))
    return { act: either ? 'record' : act, weight: unsure, unsure: true }
  return { act, weight: weightOf({ goes, speaks, named, person: /P/.test(text) }) }
}

function weightOf({
  goes,
  speaks,
  named,
  person,
}: {
  goes: boolean
  speaks: boolean
  named: boolean
  person: boolean
}): number {
  if (goes && named) return 10
  if (goes) return 7.5
  if (named && speaks) return person ? 8 : 7
  return person ? 6.5 : 5
}

const talkAlone = new RegExp(talk, 'u')

/** 华联要20箱可乐: it may have been heard anywhere. */
const onlyCustomerSpeaks = (text: string) => !talkAlone.test(text) && /^[^P]*[KI][^P]*$/.test(text)

/** The sentence without what was spoken about or said: a question in there is not ours. */
function untold(text: string, { about, feedback, next }: VisitTold): string {
  let rest = text
  const about_ = about.filter(
    ({ beside, start, from, end }) => !beside && (from > start || !verb.test(text.slice(from, end))),
  )
  for (const { from: start, end } of [...about_, ...feedback, ...next])
    rest = rest.slice(0, start) + rest.slice(start, end).replace(/[^?？]/g, ' ') + rest.slice(end)
  return rest
}

/** 23号 华联 聊堆头, on the 24th: it may as well be told of yesterday. */
const mayHaveBeen = ({ days: [day, another] }: VisitTold, ctx: Pick<Ctx, 'now' | 'me'>): boolean => {
  const said = day?.date.meaning.day
  if (
    !day ||
    another ||
    said?.is !== 'monthDay' ||
    said.month !== 'unsaid' ||
    tenseOf(ctx, day.date) !== 'open'
  )
    return false
  return typeof said.day === 'number' && said.day < todayOf(ctx).day
}

/** 下午去华联，王店长说缺货: what somebody said was heard, though the afternoon is still to come. */
const heardToday = ({ days: [day], feedback }: VisitTold): boolean =>
  feedback.length > 0 && day?.date.meaning.time?.is === 'part' && day.date.meaning.day === undefined

function actOf(text: string, told: VisitTold, ctx: Pick<Ctx, 'now' | 'me'>, head: string): VisitAct {
  if (agreedToGo.test(text)) return 'plan'
  if (made.test(text)) return 'record'
  if (theyWill.test(text)) return 'record'
  if (planned.test(head) || booked.test(text) || (invited.test(text) && text.search(content) < 0))
    return 'plan'
  const tenses = told.days.map(({ date }) => tenseOf(ctx, date))
  if (tenses.includes('past')) return 'record'
  if (tenses.includes('future')) return 'plan'
  return tenses.includes('open') && told.feedback.length + told.next.length === 0 ? 'plan' : 'record'
}
