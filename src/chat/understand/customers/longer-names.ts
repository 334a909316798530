import { lettersOf } from '../../../lib/normalise-text.ts'
import type { Span } from '../outline.ts'
import { surnames } from '../surnames.ts'

const houses =
  '(?:生活|连锁|精品|生鲜)?(?:超市|便利店?|百货|商场|卖场|大卖场|购物中心|商行|商店|商贸行?|批发部|批发|经营部|专营店|食品店|烟酒店?|副食店?|小卖部|餐厅|食堂|网咖|酒楼|火锅店?)'
const goesOn = new RegExp(
  `^(?:[^\\s,，。()跟和与同聊谈说见在里的了拜访去到a-z\\d]{0,2}${houses}|\\(?[^\\s,，。()跟和与同聊谈说见在里的了拜访去到]{2,4}(?:路|街|道|镇|区|城|广场)?店(?![长里员内面主铺门]))`,
  'u',
)

const branch =
  /^\(?[^\s,，。()]{0,4}?(?:[路街道镇区城]|广场|总|分|旗舰|[一二三四五六七八九东南西北])店(?![长里员内面主铺门])/u

/** 永盛超市 is not said of a 永盛副食商行, and 佳佳南京路店 not of another branch. */
export const belongsToLongerName = (text: string, { end }: Span): boolean => goesOn.test(text.slice(end))

/** 华联超市南京路店 is not the 华联超市. */
export const isBranch = (text: string, { end }: Span): boolean => branch.test(text.slice(end))

/** 长风烟酒 and 长风批发 are said of 长风烟酒批发部: as far as the name goes along, and by a kind of house that is in it. */
export function grownTo(text: string, span: Span, matches: { name: string }[]): Span {
  const { start, end } = alongName(text, span, matches)
  const house = houseAt(text, end)
  const known = house !== '' && matches.some(({ name }) => hasInOrder(lettersOf(name), lettersOf(house)))
  const grown = known ? end + house.length : end
  return { start, end: grown + restOfKind(text.slice(start, grown), text.slice(grown)) }
}

/** 永盛副食品 and 永盛副食店 go on with the kind of house that the name has. */
const restOfKind = (name: string, behind: string): number =>
  /(?:副食|食品|烟酒|批发|商贸|饮料|百货|便利|火锅)$/u.test(name)
    ? (/^(?:品店?|店|行|部|铺)(?![长里员内面主门牌方家子])/u.exec(behind)?.[0].length ?? 0)
    : 0

const LONGEST_PLACE = 5

/** 上海申源: from where the name begins, if its place is said in front of it. */
export function startWithPlace(text: string, { start, end }: Span, matches: { name: string }[]): number {
  const names = matches.map(({ name }) => lettersOf(name))
  for (let at = Math.max(0, start - LONGEST_PLACE); at < start; at++)
    if (names.some((name) => name.startsWith(text.slice(at, end)))) return at
  return start
}

const houseAndSurname = new RegExp(`${houses}(?:的)?[${surnames}]$`, 'u')

/** 德胜批发部丁德顺: 德顺 is a part of somebody's name there, whatever shop he gave his name to. */
export const isInPersonsName = (text: string, { start, end }: Span): boolean =>
  end - start <= 2 && houseAndSurname.test(text.slice(0, start))

/** Where the longer name ends that goes on behind a known one. */
export function endOfLongerName(text: string, { end }: Span): number {
  const rest = text.slice(end)
  return end + (goesOn.exec(rest) ?? branch.exec(rest) ?? [''])[0].length
}

/** The kind of house that is named there, or nothing. */
export const houseAt = (text: string, at: number): string => goesOn.exec(text.slice(at))?.[0] ?? ''

/** Whether the characters are all there, in this order: 批发 in 饮料批发部. */
export function hasInOrder(name: string, characters: string): boolean {
  let at = -1
  for (const character of characters) {
    at = name.indexOf(character, at + 1)
    if (at < 0) return false
  }
  return true
}

const isHan = (character = '') => /\p{Script=Han}/u.test(character)

/** One character alone begins the next word instead: 华联商量 does not go on like 华联商行. */
function alongName(text: string, { start, end }: Span, matches: { name: string }[]): Span {
  const names = matches.map(({ name }) => lettersOf(name))
  const goesAlong = (to: number) => names.some((name) => name.includes(text.slice(start, to)))
  if (!goesAlong(end)) return { start, end }
  let to = end
  while (to < text.length && goesAlong(to + 1)) to++
  const isWhole = names.some((name) => name.endsWith(text.slice(start, to)))
  return { start, end: to - end === 1 && !isWhole && isHan(text[to]) ? end : to }
}
