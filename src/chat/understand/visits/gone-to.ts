import type { Span } from '../outline.ts'

/** 明天陪售后去清泉之家修冰柜: where one goes, though something else is said first; nobody speaks of it, nor is asked. */
const goes = /^[^,，。KIP说讲听问让叫没不]{0,12}(?:去|到|跑|拜访)(?:了|过|一?趟)?[KI](?!的?路上)/u

/** saw Gao Chunlan at Xinshiji: somebody whom nobody knows, but a place. */
const sawSomebodyAt =
  /^(?:i |we )?(?:saw|met|spoke (?:to|with)|talked (?:to|with)) [^,.;KIPD]{2,30} at (?:the )?[KI]/

/** The part of an outline that says so. */
export function goneTo(text: string): Span[] {
  const end = (goes.exec(text) ?? sawSomebodyAt.exec(text))?.[0].length
  return end === undefined ? [] : [{ start: 0, end }]
}
