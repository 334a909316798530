import { twoRecords } from '../another-record.ts'
import { englishWords } from '../english-words.ts'
import { loneRestOf } from '../lexicon.ts'
import { negated } from '../mood.ts'
import { namedOption } from '../named-option.ts'
import { typedAt } from '../normalise.ts'
import { wordsAt } from '../outline.ts'
import { ask, choose, isSavedUnseen, type Reading } from '../reading.ts'
import { all } from '../spot.ts'
import { isAbsent } from './absent.ts'
import { somebodyElseWent } from './colleagues.ts'
import { talk } from './talk-cues.ts'
import type { VisitTold } from './told.ts'
import { visitActOf } from './visit-act.ts'
import { anyVisit } from './visit-verbs.ts'

/** Asks what a visit that was told leaves open: whether there was one, only one, and where. */
export function askAboutVisit(reading: Reading, told: VisitTold): void {
  const who = somebodyElseWent(reading)
  if (who) ask(reading, '', othersVisit(who))
  if (goesOnElsewhere(reading, told) || countsBeside(reading, told)) ask(reading, '', twoRecords)
  if (negatedHead(reading, told)) ask(reading, '', wasNotMade)
  if (hearsay.test(reading.sentence.outline.text)) ask(reading, '', isVisit)
  if (passedOn.test(reading.sentence.outline.text)) ask(reading, '', isVisit)
  if (metNone(reading.sentence.outline.text) || onlyAbsent(reading, told)) ask(reading, '', metNobody)
  const said = visitActOf(reading.sentence, reading.ctx)
  if (said?.unsure || ((said?.weight ?? 0) < likely && isSavedUnseen(reading))) ask(reading, '', isVisit)
}

/** As likely as this nobody needs to look before it is saved. */
const likely = 7
const LONGEST_NAME = 16

/** 拜访沃尔玛 聊了堆头: what stands beside the visit is a name that nobody knows, where the content is told elsewhere. */
export function takeUnknownName(reading: Reading, told: VisitTold): void {
  const [beside, another] = told.about.filter((span) => span.beside)
  const content = told.about.filter((span) => !span.beside)
  if (!beside || another || content.length + told.feedback.length === 0) return
  const name = wordsAt(reading.sentence.outline, beside)
  if (name.length > LONGEST_NAME) return
  told.about = content
  reading.asks = reading.asks.filter(({ field }) => field !== 'customer')
  ask(reading, 'customer', unknownCustomer(name))
}

/** saw Gao Chunlan at Xinshiji D … Hongda: where it was is named first, though nobody knows the place. */
const unknownPlace =
  /^[^KI.;]*\b(?:from|at) (?<name>(?!lunch|dinner|breakfast|noon|least|work|home|night|once|last|first)[a-z]{4,})(?= (?:said|says|told|mentioned)\b| D)[^KI]*K/

/** Takes no customer that is only spoken of for the one where the visit was. */
export function doubtUnknownPlace(reading: Reading): void {
  const at = unknownPlace.exec(reading.sentence.outline.text)
  const name = at?.groups?.name
  if (!name || englishWords.has(name) || reading.input.customer === undefined) return
  delete reading.input.customer
  const start = at[0].lastIndexOf(name)
  ask(
    reading,
    'customer',
    unknownCustomer(wordsAt(reading.sentence.outline, { start, end: start + name.length })),
  )
}

const unknownCustomer = (name: string) => ({
  zh: `没有找到您的客户“${name}”，请写名称、编号或拼音。`,
  en: `None of your customers is called “${name}”. Please give the name, code or pinyin.`,
})

const notMade = negated(anyVisit)
/** 他说要补货，我没去 */
const weDidNot = /我(?:还|也|都|自己|今天|昨天|当时)*没(?:有)?(?:亲自)?(?:过去|去(?!过)|到场|在场)/

/** 没拜访，打了电话聊了: then it was no visit, or not that one. */
function negatedHead({ sentence }: Reading, { head, about }: VisitTold): boolean {
  const { text } = sentence.outline
  if (weDidNot.test(text)) return true
  return [...head, ...about].some(({ start, end }) => notMade.test(text.slice(start, end)))
}

const wasNotMade = {
  zh: '您写了没有去。还是要记成一次拜访（如电话沟通）吗？是的话请核对后保存。',
  en: 'You wrote that there was no visit. Should it be kept all the same (as a call)? If so, please check it and save.',
}

/** 听阿杰说…, 钱磊说…: whoever tells it was not there. */
const hearsay =
  /(?:^|[\s,，。D])M(?:D|刚才?|跟我|给我|打电话|也)*(?:说|讲|反映|转达|告诉)|(?:^|[\s,，。])(?:我)?听(?:P|\p{Script=Han}{0,4}?)说|\b(?:heard|hear|told) that\b|\bi heard\b/u
/** 转发：… 你去换一下 is what somebody told us to do. */
const passedOn = /(?:转发|转给?|fwd?|\bfw)[:：].*你(?!们|好|方)/u

/** 老板不在, and nobody else was spoken to or said anything. */
const onlyAbsent = ({ sentence: { outline } }: Reading, told: VisitTold): boolean =>
  told.people.length + told.feedback.length === 0 &&
  !spokeToSomebody.test(outline.text) &&
  told.about.every(({ start, from }) => start === from) &&
  [...outline.things].some(([at, { mark }]) => mark === 'P' && isAbsent(outline, at))

/** 跟收银的大姐聊了几句: to somebody whom nobody knows by name. */
const spokeToSomebody =
  /(?:跟|和|与)[^\s,，。K不没]{1,8}(?:聊|谈|沟通|说|讲|核对|对|核|点|盘|确认|交接|交代)(?:了|一?下|几句|过)/

const speaks = new RegExp(talk, 'u')
/** 还没开门，等了半小时，聊了备货: he came. */
function metNone(text: string): boolean {
  const at = nobodyMet.exec(text)
  return at !== null && !speaks.test(text.slice(at.index + at[0].length))
}

/** Somebody went and found nobody. */
const nobodyMet =
  /\b(?:met|saw|found) (?:nobody|no one|noone)\b|\bno(?:body|one| one) (?:was )?(?:there|in|home)\b|白跑|扑了?个?空|没人接|打不通|无人接听|闭门羹|没进去|进不去|没开门|(?:^|[\s,，KI])(?:店|门)?关(?:着?门|了门)?(?:着|了)(?=[\s,，。]|$)/u

const metNobody = {
  zh: '您写的是没见到人。还是要记成一次拜访吗？是的话请核对后保存。',
  en: 'You wrote that nobody was there. Should it be kept as a visit all the same? If so, please check it and save.',
}

export const othersVisit = (who: string) => ({
  zh: `是“${who}”的拜访吗？别人的由他自己记。是您的，请核对后保存。`,
  en: `Is it ${who}’s visit? Everyone keeps their own. If it is yours, please check it and save.`,
})

export const isPlan = {
  zh: '要记成拜访计划吗？是的话请核对后保存。',
  en: 'Should this be kept as a planned visit? If so, please check it and save.',
}

const isVisit = {
  zh: '要把这些记成一次拜访吗？是的话请核对后保存。',
  en: 'Should this be kept as a visit? If so, please check it and save.',
}

const oddBefore = new RegExp(
  `${anyVisit}(?<long>\\p{Script=Han}{1,3}?)K|(?:^|[\\s,，。跟和与找见])(?<one>\\p{Script=Han})K`,
  'u',
)

const ofVisit = /^(?:[了过完的到]+|一?[趟次圈回遍下家]|[尾位]号|电话|客户|老板)$/u

const rightBefore = new RegExp(`${anyVisit}[KI]`, 'u')

/** 拜访新华联超市 may be said of another customer than 华联超市. */
export function doubtLongerName(reading: Reading, told: VisitTold): void {
  const { outline } = reading.sentence
  if (rightBefore.test(outline.text)) return
  const groups = oddBefore.exec(outline.text)?.groups
  const odd = groups?.long ?? groups?.one ?? ''
  const [customer] = all(reading.sentence, 'K')
  if (loneRestOf(odd) === '' || ofVisit.test(odd) || !customer || reading.input.customer === undefined) return
  const { said } = outline
  const name = typedAt(said, { start: customer.start - odd.length, end: customer.end })
  delete reading.input.customer
  if (told.about.some(({ beside }) => !beside)) told.about = told.about.filter(({ beside }) => !beside)
  choose(
    reading,
    'customer',
    name,
    customer.matches.map((one) => namedOption(one, reading.ctx.language)),
  )
}

/** 永盛 可乐45箱 雪碧30箱 跟老板聊了涨价: a count beside the visit. */
const figures =
  /^\s*(?:G\s?[\d一二两三四五六七八九十百千半.,]+ ?(?:箱|瓶|件|提|听|cases?|bottles?)?[\s,，、]*)+(?:visited|talked|met|and|$|[^\d]{0,3}$)/u
const countsBeside = ({ sentence: { outline } }: Reading, { about }: VisitTold): boolean =>
  about.some(({ from, start, end }) => from === start && figures.test(outline.text.slice(start, end)))

/** visited Hualian and Changqing */
const joinedTo = /K,? (?:and|&) (?<word>[a-z]{3,})\b/
const namesAnother = (text: string): boolean => {
  const word = joinedTo.exec(text)?.groups?.word
  return (
    word !== undefined &&
    !englishWords.has(word) &&
    !/ed$|^(?:talk|check|discuss|leav|show|do|see|meet|tak|giv|mak|look|sell|sett|plac|ask|bring|tell)(?:t)?ing$/.test(
      word,
    )
  )
}

/** 下午K聊返利: the talk with another customer. */
const secondTalk = new RegExp(
  `(?:^|[\\s,，。]|D|[和跟与去到在给])[^\\s,，。]{0,2}K(?:那边|那里)?[\\s,，]?(?:P|${talk})`,
  'u',
)
const secondVisit = new RegExp(`${anyVisit}(?:[^,，。]{0,2})K`, 'u')

/** A sentence that goes on to another customer, or to something else altogether, holds two records. */
function goesOnElsewhere({ sentence: { outline } }: Reading, { about, feedback, next }: VisitTold): boolean {
  const later = [...about, ...feedback, ...next].map(({ from, end }) => outline.text.slice(from, end))
  return later.some((part) => secondVisit.test(part) || secondTalk.test(part)) || namesAnother(outline.text)
}
