import type { Ctx } from '../../../crm/context.ts'
import type { DateMention } from '../dates.ts'
import { filler } from '../lexicon.ts'
import { type Tense, tenseOf } from '../moments.ts'
import { isQuestion } from '../mood.ts'
import type { Sentence, ThingOf } from '../spot.ts'
import { isAbsent } from './absent.ts'
import { plannedInEnglish } from './english-told-only.ts'
import { plannedByDay } from './planned-by-day.ts'
import type { Act } from './visit-act.ts'

/** Something is told of a customer, but nobody says that there was a visit: enough to ask. */
export const unsure = 5.1
/** A day ahead, a customer and something to do: more than a look at the customer. */
const plannedWithout = 7.2
/** And of somebody there: enough to show. */
const ofSomebody = 6.2

/** 德顺的先别批 is about a contract, 永盛的周报 about a report. */
const otherTopic = /合同|协议|周报|报表|报错|生日(?=[\s,，。是]|$)|批(?!发)|退回|contract|report/
/** What stands right behind the customer is what the sentence is about. */
const RIGHT_BEHIND = 8

/** 计划: 华联 明天 */
const isPlanned = /^(?:[\s,，]|D的?)*(?:(?:拜访)?计划|行程(?:安排)?|plan)[:：\s].*[KI]/
/** 提醒我周五给方老板送样品: of a person or a customer, and no mere moment. */
const reminds = new RegExp(
  `^(?:[\\s,，]|${filler}|D)*提醒(?:我|一下)*(?:[\\s,，]|D)*(?:给|去|找|跟|和|到|向|把)?[KIP]`,
  'u',
)
/** 跟进一下海鸥，下周三 */
const followsUp = new RegExp(`^(?:[\\s,，]|${filler}|D)*(?:跟进|回访)(?:一?下)?[\\s]*[KI][^P]{0,16}$`, 'u')
/** 明天上午10点 华联: a place and a day. */
const placeAndDay = /^(?:[\s,，。;；、]|D|[KI]|去)+$/

const begins = `^(?:[\\s,，]|D|${filler}|在|从)*[KI](?:那边|这边|店里|门店|的)?[\\s,，:：]*`
const tellsOf = new RegExp(
  `${begins}(?:(?:[^GNTW]*[\\p{Script=Han}]){4}|P[\\s,，:：]+(?:[^NTW]*[\\p{Script=Han}]){2})|^(?:\\s|D)*K[\\s,:-]+(?:[a-zPDG']+(?![a-z'])[ ,.]*){3}`,
  'u',
)
const tellsOfPerson = new RegExp(`${begins}(?:跟|和|与|同|找|见)?P(?:[^NTW]*[\\p{Script=Han}]){5}`, 'u')

/** The phone of somebody is looked up, and a day without a word of coming back may be a plan's. */
const notTold =
  "(?!'|[^\\n]*\\b(?:phone|mobile|number|e-?mail|wechat|birthday|address|contact|title)\\b|[^\\n]*(?<!\\b(?:back|return|again|revisit|follow[- ]?up|next visit|call|will)\\b[^,.;/\\n]{0,24})D)"
/** Hualian: Manager Wang ok with the poster; Hualian / Manager Wang / two displays. */
const tellsOfPersonEnglish = new RegExp(
  `^(?:\\s|D)*K(?:\\s*[,:/|-]+\\s*|\\s+)P${notTold}(?:[^NTW]*?[a-z]{2,}(?![a-z])){2}`,
)

/** 清泉之家夏店长，旁边小区交房了: somebody of the customer, and something told. */
const tellsOfBoth = (text: string): boolean =>
  /[KI]/.test(text) &&
  (text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 6 &&
  !/[NTW]|P姓/.test(text) &&
  (beginsWithThem.test(text) || text.includes('了'))
const beginsWithThem = new RegExp(`^(?:[\\s,，]|D|${filler}|[在跟和])*[KIP]`, 'u')
/** 查一下华联王店长的电话 */
const looksUp = new RegExp(
  `^(?:[\\s,，]|${filler})*(?:[查找搜]|看看|看一下|调出|打开|显示|提醒|别忘|记得|给我)|的(?:电话|手机|号码|地址|生日|微信|资料|信息|情况|联系方式|合同|周报|库存)[\\s,，。]*$`,
  'u',
)

/** What is meant where nobody says that they went, called or spoke: 华联 王店长 嫌返利低, 周四下午 华联 盘货. */
export function toldOnly(sentence: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): Act | null {
  const { text } = sentence.outline
  const ahead = hasDayAhead(sentence, ctx)
  if (
    isPlanned.test(text) ||
    (ahead && (followsUp.test(text) || (placeAndDay.test(text) && /[KI]/.test(text))))
  )
    return { act: 'plan', weight: 7.5 }
  if (reminds.test(text) && firstIsNotPast(sentence, ctx) && !isQuestion(text))
    return { act: 'plan', weight: plannedWithout }
  const byDay = firstIsAhead(sentence, ctx) ? plannedByDay(text) : null
  if (isQuestion(text.replace(theyAsk, '')) || (isOtherTopic(text) && byDay !== 'surely')) return null
  const inEnglish = ahead ? plannedInEnglish(text, hasHour(sentence)) : null
  if (inEnglish) return { act: 'plan', weight: plannedWithout, unsure: inEnglish === 'perhaps' }
  if (byDay) return { act: 'plan', weight: plannedWithout, unsure: byDay === 'perhaps' }
  if (
    (tellsOfPerson.test(text) ||
      tellsOfPersonEnglish.test(text) ||
      (tellsOfBoth(text) && !looksUp.test(text))) &&
    metSomebody(sentence)
  )
    return { act: 'record', weight: ofSomebody }
  return tellsOf.test(text) ? { act: 'record', weight: unsure, unsure: true } : null
}

/** 他问有没有热柜 */
const theyAsk = /(?<=[\s,，P](?:还|也|又)?)(?:问|打听|咨询)[^,，。]*/g

/** 永盛郑老板签了补充协议, but not 永盛郑老板的合同. */
const ofPerson = new RegExp(
  `^(?:[\\s,，]|D)*P(?!的)|[KI][\\s,，]*P(?!(?:的|那份|这份|D|[\\s,，])*(?:${otherTopic.source}))`,
  'u',
)

/** 德顺那份再看看, 量有点高 不过可以 批: of what lies on a desk. */
const ofPapers = /[KI]的?[那这]份|(?<![一这那几大两三成整])批(?:了|吧|掉)?[\s。.!！]*$/u

const isOtherTopic = (text: string): boolean => {
  if (ofPerson.test(text)) return false
  if (ofPapers.test(text)) return true
  const at = text.search(/[KI]/)
  return otherTopic.test(
    text.slice(Math.max(0, at - RIGHT_BEHIND), at + RIGHT_BEHIND).split(/[,，。\n]/, 1)[0]!,
  )
}

const hasDayAhead = ({ things }: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): boolean =>
  things.some((thing) => thing.mark === 'D' && isAhead(tenseOf(ctx, thing.date), thing.date))

const firstIsAhead = (sentence: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): boolean => {
  const [first] = [...sentence.outline.things.values()].filter((thing) => thing.mark === 'D')
  if (first?.mark !== 'D') return false
  const tense = tenseOf(ctx, first.date)
  return isAhead(tense, first.date) || (tense === 'open' && hasHour(sentence))
}

const firstIsNotPast = ({ things }: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): boolean => {
  const day = things.find((thing) => thing.mark === 'D')
  return day?.mark === 'D' && tenseOf(ctx, day.date) !== 'past'
}

const hasHour = ({ things }: Sentence): boolean =>
  things.some((thing) => thing.mark === 'D' && thing.date.meaning.time?.is === 'clock')

/** 周四下午两点: nobody tells so exactly when it was. */
const isAhead = (tense: Tense, { meaning }: DateMention) =>
  tense === 'future' || (tense === 'open' && meaning.time?.is === 'clock')

const metSomebody = ({ outline }: Sentence): boolean =>
  [...outline.things].some(
    ([at, thing]) => thing.mark === 'P' && (thing as ThingOf<'P'>).named !== null && !isAbsent(outline, at),
  )
