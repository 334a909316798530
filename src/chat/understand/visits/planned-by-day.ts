import type { Span } from '../outline.ts'
import { somethingToDo } from './later-cues.ts'

/** 下周三 华联 看冷柜 */
const dayThenPlace =
  /^(?:[\s,，]|D)*D[\s,，]*(?:P[\s,，]*)?[KI][\s,，]*(?:P[\s,，]*)?(?=\p{Script=Han}{2,}[^GNTW]*$)/u

const soon = '(?:[\\s,，]|我们?|先|再|要|得|就|还|也)*'
const atPlace = '(?:[KI]的?P?|P)(?:那边|那里|店里)?'
/** 明天给华联王店长送台历, 明天先把浦江的款收了, 明天跟安经理对账: nobody does that from afar. */
const doneThere = new RegExp(
  `^(?:[\\s,，]|D)*D${soon}(?:(?:给|帮|替)${atPlace}(?:送|带|装|换|拿|取|搬|贴|补|签|修|拉|盘|量|布置|陈列|培训)|把[KI]的?P?的?[^\\s,，。]{1,8}(?:收|结|换|装|修|拉|贴|送|取|签|盘|拆|搬)|(?:跟|和|与)(?:[KI]的?)?P(?:一起)?(?:对|签|碰|盘|核))[^GNTW]*$`,
  'u',
)

/** Where that is to be done: as far as the customer is named. */
export function placeOfTask(text: string): Span[] {
  const at = doneThere.test(text) ? text.search(/[KI]/) : -1
  return at < 0 ? [] : [{ start: 0, end: at + 1 }]
}

/** What a day ahead, which begins the sentence, says of a plan where nobody says that they go. */
export function plannedByDay(text: string): 'surely' | 'perhaps' | null {
  const lead = dayThenPlace.exec(text)?.[0]
  if (lead !== undefined) return somethingToDo.test(text.slice(lead.length)) ? 'surely' : 'perhaps'
  return /[KI]/.test(text) && doneThere.test(text) ? 'surely' : null
}
