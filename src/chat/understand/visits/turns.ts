import { loneRestOf } from '../lexicon.ts'
import type { Outline, Span } from '../outline.ts'
import type { Thing } from '../spot.ts'
import { isMainClause } from './english-day.ts'
import {
  isNotBefore,
  isNotToBe,
  isOwnTask,
  isTheirPromise,
  isTheirs,
  promisesOurselves,
} from './english-later.ts'
import { headBefore } from './head-cues.ts'
import { isAgreed } from './is-agreed.ts'
import { agreedBefore, isAskedOfUs } from './later-cues.ts'
import type { Cut, Piece } from './pieces.ts'
import { type Region, type TenseOf, wordsIn } from './told.ts'
import { made, planned } from './visit-verbs.ts'

interface Place {
  last: Piece
  clause: Span
  tenseOf: TenseOf
}

/** Whether a clause really turns to another region at a cue, or goes on with what it tells. */
export function turns(outline: Outline<Thing>, cut: Cut, place: Place): boolean {
  const { last, clause } = place
  const { text } = outline
  const atStart = cut.start === clause.start
  if (cut.region === 'next') return turnsAhead(outline, cut, place)
  if (negatedBefore.test(text.slice(last.from, cut.start))) return false
  const before = loneRestOf(text.slice(last.from, cut.start))
  if (cut.region === 'about')
    return (
      !cameOut.test(text.slice(cut.end, clause.end)) &&
      !(before !== '' && cut.end === clause.end) &&
      (last.region === 'head' || atStart)
    )
  if (isOurs(text.slice(0, cut.start), text[cut.start]!)) return false
  return last.region === 'head' || atStart || before.length > 2
}

function turnsAhead(outline: Outline<Thing>, cut: Cut, { last, clause, tenseOf }: Place): boolean {
  const { text } = outline
  const words = wordsIn(outline, cut)
  const rest = text.slice(cut.end, clause.end)
  const told = text.slice(last.start, cut.start)
  if (isLabelled.test(text.slice(0, cut.start)) || measures.test(told)) return false
  if (weSaid.test(words) && loneRestOf(rest) === '') return false
  const date = outline.things.get(cut.end - 1)
  const atStart = cut.start === clause.start
  const before = text.slice(clause.start, cut.start)
  if (date?.mark === 'D' && isAskedOfUs(words + rest) && !['past', 'today'].includes(tenseOf(date.date)))
    return true
  if (isNotToBe(before) || isTheirPromise(before, words)) return false
  if (before.trim() === '' && isOwnTask(words.trim()))
    return isStillToDo(outline, cut, { last, clause, tenseOf })
  if (date?.mark !== 'D') return promises(words, last.region, atStart)
  if (words.length === 1 && isOfWhatIsTold(outline, cut, { last, clause, tenseOf })) return false
  if (last.region === 'head' && planned.test(words)) return false
  if (date.date.bound === 'from' && words.length === 1) return false
  if (last.region === 'next' && !told.includes('D')) return false
  return isAgreed(tenseOf(date.date), {
    region: last.region,
    atStart,
    before: loneRestOf(text.slice(last.from, cut.start)),
    rest,
    cued: cut.end - cut.start > 1,
    agreed: agreedBefore.test(words) || (toldUs.test(words) && /^[去来到过再]/.test(rest)),
    nextTimeBefore: /^(?:下|next)/.test(words),
    timeOnly: date.date.kind === 'time',
    head: isHead(told),
  })
}

/** put up posters D may have been done; in a sentence that plans, it is what is planned. */
function isStillToDo({ text, things }: Outline<Thing>, cut: Cut, { last, clause, tenseOf }: Place): boolean {
  if (last.region === 'head' && !made.test(text.slice(0, cut.start))) return false
  const date = things.get(text.slice(0, clause.end).indexOf('D', cut.end))
  return date?.mark === 'D' && !['past', 'today'].includes(tenseOf(date.date))
}

/** won't sign before D, he'll pay by D, the party on D where we say ourselves when we come again. */
function isOfWhatIsTold({ text, things }: Outline<Thing>, cut: Cut, { clause, tenseOf }: Place): boolean {
  if (/\p{Script=Han}/u.test(text)) return false
  const before = text.slice(clause.start, cut.start)
  const date = things.get(cut.start)
  const wasThen = date?.mark === 'D' && tenseOf(date.date) !== 'future' && made.test(before)
  const elsewhere = `${text.slice(0, clause.start)}\n${text.slice(clause.end)}`
  return (
    isNotBefore(before) ||
    isTheirs(before) ||
    (wasThen && isMainClause(text, clause)) ||
    (before.trim() !== '' && promisesOurselves(elsewhere))
  )
}

/** Words without a date: 下次, will send. */
function promises(words: string, region: Region, atStart: boolean): boolean {
  if (region === 'head' && planned.test(words)) return false
  if (region === 'feedback' && !atStart && !ours.test(words)) return false
  return atStart || words.startsWith('下') || (region !== 'next' && !/^\p{Script=Han}/u.test(words))
}

/** 日期：11月26日 is the day of the visit, whenever it is. */
const isLabelled = /(?<!下次|下次拜访|下次跟进|跟进|回访)(?:日期|时间|拜访日|date)[:：]\s*$/
/** 控制在25天以内, 下单后三天: how long, and not when. */
const measures =
  /(?:控制|保持|压缩?|缩短|降低?|维持|延长|放宽|账期|周转|库存)(?:在|到|至|是|为)?$|(?<=\p{Script=Han}{2})[后内]$/u
/** 我说月底 was our answer. */
const weSaid = /^我们?(?:说|表示)/
/** What an English sentence promises, and not what was asked for: will call, back on Friday. */
const ours =
  /^(?:i|we|i'll|we'll|will|then|next|back|be back|come back|coming back|following|follow)\b|\p{Script=Han}/u
/** 要我30号去签字 */
const toldUs = /[让叫要喊]我D$/
/** 跟P说了 is what we said. */
const toWhom = /[跟和与向对给](?:\p{Script=Han}{1,4})?$/u
/** 我给他打了电话 说下个月要涨价: who speaks is who was named last. */
const weSpoke = /我们?(?:给|跟|和|对|向)[^,，。]*[\s,，]*$/u
const isOurs = (before: string, first: string) =>
  toWhom.test(before) || (first === '说' && weSpoke.test(before))

/** 没谈价格, 跟P没聊拢 */
const negatedBefore =
  /(?:还没|没有?|没空|没时间|没工夫|没来得及|来不及|顾不上|未能?|不想|不愿意?|不肯|不)(?:细|多|深|详细|仔细)?$/
/** 端架谈下来了: how it came out is told, and not what about. */
const cameOut =
  /^(?:得|的)?(?:下来|成|妥|崩|僵|通|定|就(?:走|散|完|结束)|黄|砸|差不多|不错|还行|可以|顺利|不顺|(?:不|很|挺|太|比较|还|蛮|非常)?(?:好|多|少|久|晚|透|细|深入?|愉快|开心|投机))了?\s*$/

const isHead = (text: string) => headBefore.exec(text)?.[0].length === text.length
