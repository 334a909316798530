import { rebatesFrom } from '../../../crm/contracts/rebates.ts'
import type { Language } from '../../../lib/words.ts'
import { termsSaid } from '../contracts/terms-said.ts'
import { type VolumesSaid, volumesSaid } from '../contracts/volumes-said.ts'
import { readCustomer } from '../customer-field.ts'
import { loneRestOf } from '../lexicon.ts'
import { isQuestion } from '../mood.ts'
import type { Outline, Span } from '../outline.ts'
import { ask, putDay, type Reading } from '../reading.ts'
import type { Sentence, Thing, ThingOf } from '../spot.ts'
import { unitPattern } from '../unit-words.ts'
import type { Frame } from './frame.ts'

const contract = '(?:合同|协议|(?<![a-z])(?:contract|agreement)(?![a-z]))'
const drafting =
  '(?:起草|草拟|拟|新建|新签|续签|重新|起|写|弄|出|准备|做|签(?:[订署字约]?于|[订署约]|了|下来?|好)?|建|(?<![a-z])(?:draft|new|prepare|write(?: up)?|make|do|set up|create|sign(?:ed)?)(?![a-z]))'

const says = [
  /(?:起草|草拟|拟|新建|新签|做|写|弄|签订?|建)(?:一?[份个]|一下)?(?:K|D|的|新|给|为|跟|年度?|明年|今年|20\d\d|\s)*(?:合同|协议)(?:草稿|草案)?|起(?:一?[份个])(?:年度)?(?:合同|协议)|新(?:的)?(?:年度)?(?:合同|协议)|(?:合同|协议)(?:起草|(?:草稿|草案)(?![^,，。]{0,3}(?:提交|报批|送审|交|撤|作废|删)))/g,
  /续签(?=\s*(?:D|K|20\d\d|合同|协议|[:：]))|(?<=K的?(?:合同|协议)?)续签(?=[\s,，]|$)/g,
  /\b(?:draft|new|prepare|write(?: up)?|make)(?: (?:a|an|the|up|new|yearly|K(?:'s)?))* (?:contract|agreement)\b/g,
]

export const contractDraftFrame: Frame = {
  command: 'contract.draft',
  own: /(?:年度|新|明年|今年|的|给|为|跟|和|草稿|草案|[一个份]|\d{4}年?|\b(?:a|the|yearly|for|with|of)\b)/g,
  says,
  // 谈续签, 下周四签合同: what a visit is about, or what is to be done on a day.
  foreign:
    /[P说聊谈讲问不没][^,，。]{0,6}续签|续签[^,，。]{0,6}[P说聊谈不没]|D[^,，。]{0,4}签(?![了订署])|P把|草[稿案][^,，。]{0,3}(?:过|看|聊|谈|给|发|拿)/,
  shape: contractTold,
  fill,
  whole: true,
}

const amount = `[\\d.,]+[万千]? ?(?:${unitPattern()})?`
const volume = new RegExp(`G[^G\\d]{0,6}\\d|\\d ?(?:${unitPattern()})? ?(?:of |的)?G`, 'u')
const toldInIt = new RegExp(
  `${contract}|${drafting}|草稿|草案|${amount}|年度?|明年|今年|全年|一年|每年|数?量|G|(?:付款|价格|区域|陈列|促销|返利|账期|月结|payment|price|territory|rebate|display).*$`,
  'gsu',
)

/** 永盛明年合同：可乐1200箱: how much of what, for whom, and nothing else. */
function contractTold({ outline: { text } }: Sentence): number {
  if (!new RegExp(contract).test(text) || !/[KI]/.test(text)) return 0
  if (text.search(volume) < 0 || isQuestion(text)) return 0
  return loneRestOf(text.replace(toldInIt, ' ')) === '' ? 9.5 : 0
}

const whichVolumes = {
  zh: '请写各产品的数量，如“可乐1200箱 雪碧600箱”。',
  en: 'Please give the volumes, such as “cola 1200 cases, sprite 600 cases”.',
}

const besideCustomer =
  /(?:起草|草拟|拟|新建|新签|续签|签订?|合同|协议|草稿|草案|年度|新|明年|今年|的|给|为|跟|和|箱|瓶)+|[\d.]+|\b(?:draft|new|contract|agreement|yearly|for|cases?|bottles?)\b/u

async function fill(reading: Reading): Promise<void> {
  await readCustomer(reading, { words: besideCustomer })
  const { outline } = reading.sentence
  const terms = termsSaid(outline, reading.command.input)
  for (const { field, words } of terms) reading.input[field] ??= words
  if (hasOddRebates(reading)) ask(reading, 'rebates', oddRebates)
  const days = daysIn(outline, terms)
  putYear(reading, outline, days)
  putSigned(reading, days)
  const ends = [...terms.map(({ start }) => start), outline.text.search(signed)]
  putVolumes(reading, await volumesSaid(reading, outline, { aside, ends }))
}

/** What is said of the contract itself: 起草永盛2027年的合同 in front of its volumes. */
const aside = new RegExp(
  `${says.map(({ source }) => source).join('|')}|${contract}|[KIPM]|年度|草稿|草案|[给为替]|[跟和与](?=\\s*K)|(?<![\\d.,G]|G )20\\d\\d(?:年度?|(?![\\d.,]| ?${unitPattern()}))`,
  'gu',
)

function putVolumes(reading: Reading, said: VolumesSaid | null): void {
  if (!said) {
    reading.asks.push({ field: 'volumes', why: whichVolumes, missing: true })
    return
  }
  const { words, doubts } = said
  reading.input.volumes = words
  const inWords = (language: Language) => [...new Set(doubts.map((doubt) => doubt[language]))].join('\n')
  if (doubts.length > 0) ask(reading, 'volumes', { zh: inWords('zh'), en: inWords('en') })
}

const hasOddRebates = ({ input: { rebates } }: Reading): boolean =>
  typeof rebates === 'string' && rebatesFrom(rebates) === null

const oddRebates = {
  zh: '返利请写成“达到100%返1%，120%返2%”，一级比一级高。',
  en: 'Please write rebates as “100% 1%, 120% 2%”, each step higher than the one before.',
}

const signed =
  /[\s,，;；]签(?:署|订|字|约)?(?:于|日期|是|在|[:：\s])*D|D[^,，。;；GKD]{0,4}签(?:署|订|字|约)?[了的好]?|\bsigned (?:on )?D/

type Day = ThingOf<'D'> & { at: number }

/** A date within a term is of that. */
const daysIn = ({ things }: Outline<Thing>, terms: Span[]): Day[] =>
  [...things].flatMap(([at, thing]) =>
    thing.mark === 'D' && !terms.some(({ start, end }) => start <= at && at < end) ? { ...thing, at } : [],
  )

const isYear = ({ date }: Day): boolean => date.meaning.span?.is === 'year'
/** 价格按去年, 比去年多 */
const compared = /(?:[按照同比跟和与参]|参照|在)$/u

/** 2027年, 明年, for 2027. */
function putYear({ input }: Reading, { text }: Outline, days: Day[]): void {
  const said = days.find((day) => isYear(day) && !compared.test(text.slice(0, day.at)))
  const written = /(?<![\d-])(20\d\d)(?=年|[\s:：,，的]|$|K)/.exec(text)?.[1]
  const year = said?.date.value?.range?.from.year ?? (written ? Number(written) : undefined)
  if (year !== undefined) input.year = year
}

function putSigned(reading: Reading, days: Day[]): void {
  const [day] = days.filter((one) => !isYear(one) && one.date.meaning.day && one.date.kind !== 'time')
  if (day) putDay(reading, 'signedOn', day.date, 'done')
}
