/** What an English sentence says of what is to come, and whose it is; patterns over an outline. */

const promise =
  "(?:(?:\\b(?:i|we)(?:'ll| will)|\\b(?:will|going to|need to|have to|must|to|then|and|promised to|agreed to|plan to)) )*\\b(?:be back|get(?:ting)? back to|(?<!\\b(?:paid|pay|pays|bring|brought|send|sent|took|take|gave|give|get|got|hold|held|push|pushed|cut) )back|come back|go back|coming back|going back|return(?:ing)?(?! (?:of|policy|goods|rate|requests?|issue))|revisit|visit again|follow(?:ing)?[- ]?up|call (?:back|again|him|her|them)|send|bring|deliver|give|submit|quote|(?:i'll|will) (?:call|phone|visit|come)(?= (?:on|by|back|again|D))|see (?:him|her|them) again|meet again|next (?:visit|step|meeting|call)(?: is| on|:)?|next:|sign|check)\\b"

const duty =
  "(?:(?:i|we)(?:'ll| will|'m to|'re to| am to| are to|'m due to|'ve (?:got )?to| have to| need to| must| should| promised to| agreed to)|(?:will|must|should|need to|have to|got to|gotta|to|please|and|then|so|also|must remember to|remember to|don't forget to))"
export const task =
  '(?:drop|take|ring|phone|call|e-?mail|mail|text|message|wechat|pick|collect|arrange|organi[sz]e|order|book|prepare|prep|get|chase|sort|pass|hand|show|give|bring|send|check|confirm|fix|replace|swap|print|draft|write|fetch|let|tell|ask|talk|speak|meet|see|visit|pop|swing|stop|nip|go|come|put|set|do|make|find|remind|nudge|finish|review|present|restock|refill|supply|quote|submit|deliver|invoice|credit|refund)'
/** What one tells oneself to do on a day, at the beginning of a clause: drop them off D, I'm to ring her D. */
/** promised him an answer by D */
const given = '(?:i )?promised (?:him|her|them|P)'
const taskThen = `(?<=^\\s*)(?:(?:${duty} )*${task}|${given})\\b(?=[^,.;!?]*D)`

export const laterEnglish = `${taskThen}|${promise}`

const isTask = new RegExp(`^(?:(?:${duty} )*${task}|${given})$`)
/** Words at the beginning of a clause that say what is to be done, if that is still ahead. */
export const isOwnTask = (words: string): boolean => isTask.test(words)

/** No follow-up needed, nothing to send, don't call back before: what is not to be. */
const notToBe =
  /\b(?:no|nothing|none|not|stop|don't|doesn't|didn't|won't|needn't|can't|cannot|couldn't|wouldn't|isn't|aren't|hasn't|without|never|refus(?:e[ds]?|ing)) (?:(?:need(?:ed)?|have|want|wants|going|able|ready|willing|me|us|him|her|them|to|for|be|been|any|further|more|else|formal|immediate|real|yet|required|bother|worry|worth|use|sense|keep|start|necessary|a|an|the|point(?: in)?|reason|rush|hurry|(?:i|we)(?:'ll| will)?) )*$/
/** won't sign before D, not free until D */
const notBefore =
  /(?:\b(?:no|nothing|not|never)\b|n't\b)[^,.;]*\b(?:before|until|till|til|by|on)? ?(?:the )?$|^\s*(?:please )?(?:don't|do not|no need)\b/
export const isNotToBe = (before: string): boolean => notToBe.test(before)
export const isNotBefore = (before: string): boolean => notBefore.test(before)

/** he'll pay by D, she'd like it up by D: theirs, unless we are to be there. */
const theirs =
  /^[\s-]*(?:(?:and|but|so|that|says?|said|because|as|since) )*(?:the |their )?(?:P|he|she|they|it|competitors?|competition|customers?|owner|boss|manager|buyer|shop|store)(?:'s|'ll|'d|'re)?(?![a-z])(?![^,.;]*\b(?:me|us|we|i|i'll|free|available)\b)/
export const isTheirs = (clause: string): boolean => theirs.test(clause)

/** he'll sign: the whole of it is theirs. */
const theyWill = /\b(?:he|she|they|P)(?:'ll| will| may| might| could| is going to|'s going to) $/
const they = /\b(?:he|she|they|P) $/
export const isTheirPromise = (before: string, words: string): boolean =>
  theyWill.test(before) || (they.test(before) && /^(?:will|going to)\b/.test(words))

/** I'll be back D, follow up D: we say ourselves when we come again. */
const ownPromise =
  /(?:^|[,.;!\n-]\s*|\b(?:and|so|then|but) )(?:(?:i|we)(?:'ll| will|'m| am|'re| are)(?: (?:to|due|going|off|be))*|next(?: visit| call| meeting)?(?: is| on|:)?|(?:will )?(?:be )?(?:back|return(?:ing)?|follow(?:ing)?[- ]?up|come back|go back|call(?:ing)? back|revisit))\b[^,.;!?]*D/
export const promisesOurselves = (text: string): boolean => ownPromise.test(text)
