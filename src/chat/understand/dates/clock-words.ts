import { smallNumber } from '../../../lib/numerals.ts'
import { midNumeral } from './chinese-parts.ts'
import type { Clock, DayPart, Groups, Meaning } from './meaning.ts'

/** The words of a Chinese clock: 下午, 点, 半, 一刻. */

const halves: Record<string, Clock['half']> = {}
for (const [half, words] of [
  ['night', '凌晨 半夜 深夜 夜里'],
  ['morning', '清晨 早上 早晨 一早 一大早 早 上午 上半天'],
  ['noon', '中午 正午 午间'],
  ['afternoon', '下午 午后 下半天'],
  ['evening', '傍晚 晚上 晚间 晚'],
] as const) {
  for (const word of words.split(' ')) halves[word] = half
}

const inOrderOfLength = Object.keys(halves).sort((a, b) => b.length - a.length)
/** 明早 is a day with its part: the 早 of 明早九点半 does not begin the clock. */
export const half = `(?:(?<![今明昨](?=[早晨晚夜]))(?<half>${inOrderOfLength.join('|')}) ?的?)`
export const partWords = inOrderOfLength.filter((word) => word.length > 1).join('|')

export const figure = '[一二三四五六七八九]'
export const hour = '(?<hour>\\d{1,2}|二?十[一二三四五六七八九]?|[一二两三四五六七八九零])'
export const oClock = '(?:点钟?|时(?!间|候|代|尚|段|令|机|不))'
export const minutes = [
  '(?<thirty>半)',
  '(?<quarters>[一三13])刻',
  `(?<minute>[0-5]\\d|[二三四五]?十${figure}?)分?`,
  `[零〇0](?<ones>[1-9]|${figure})分?`,
  `(?<exactly>\\d|${figure})分`,
  '整',
].join('|')

export function clockOf(groups: Groups): Clock | null {
  const hour = smallNumber(groups.hour!)
  const minute = minuteOf(groups)
  if (hour === null || hour > 24 || minute === null || minute > 59) return null
  return { hour, minute, ...(groups.half && { half: halves[groups.half] }) }
}

function minuteOf({ thirty, quarters, minute, ones, exactly }: Groups): number | null {
  if (thirty) return 30
  if (quarters) return quarters === '一' || quarters === '1' ? 15 : 45
  return smallNumber(minute ?? ones ?? exactly ?? '0')
}

/** A word for the half of the day, or a number that begins here: 26号下午3点, not 13点 from its 3. */
export const begins = `(?:${half}|(?<![\\d.:第小]|${midNumeral}))`

export function partOfDay(word: string): Meaning {
  const half = halves[word]
  return { time: { is: 'part', part: (half === 'night' ? 'evening' : half) as DayPart } }
}
