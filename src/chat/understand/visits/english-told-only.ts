import { task } from './english-later.ts'

const hasHan = /\p{Script=Han}/u
/** 3pm tomorrow at Jufu, Thursday with Lin Yong at Jufu */
const dayThenPlace = /^(?:[\s,]|D)*D[\s,]*(?:(?:at|with|to|for|in|@) )?(?:P[\s,]*(?:(?:at|of|from|@) )?)?K/
/** Beichen Wednesday 2pm */
const placeThenDay = /^(?:[\s,]|at|@)*K[\s,:-]*(?:(?:on|at|for) )?D/
/** What is to be done there, and nobody of whom something is told. */
const toBeDone = new RegExp(
  `^[\\s,.;:-]*(?:$|(?:(?:to|and|must|will|need to) )*${task}\\b|(?:about|re|regarding|for|with)\\b|P[\\s,.;]*$)`,
)

/** What a day ahead and a place say of a plan where there is no verb; the hour, or what is to be done, leaves no doubt. */
export function plannedInEnglish(text: string, hasHour: boolean): 'surely' | 'perhaps' | null {
  if (hasHan.test(text)) return null
  const lead = (dayThenPlace.exec(text) ?? placeThenDay.exec(text))?.[0]
  if (lead === undefined) return null
  const rest = text.slice(lead.length)
  if (toBeDone.test(rest)) return 'surely'
  return hasHour || dayThenPlace.test(text) ? 'perhaps' : null
}
