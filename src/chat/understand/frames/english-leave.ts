import { loneRestOf } from '../lexicon.ts'
import { isQuestion } from '../mood.ts'

/** How an English sentence says that one takes leave; patterns over an outline. */

const days = 'D(?:(?:,| and|,? or)? D)*'
const surely = new RegExp(
  [
    '\\b(?:ooo|pto|a/l|toil)\\b|\\bal(?= D)',
    '\\bout of (?:the )?office\\b',
    `\\b(?:tak(?:e|ing)|need(?:ing)?|want|hav(?:e|ing)|get|book(?:ing)?|request(?:ing)?|like)(?: (?:the|a|all|whole|of))* ${days} off(?: work)?\\b`,
    "(?:\\b(?:off|out|call(?:ing)? in|phon(?:e|ing) in|i'm|i am|im) |(?<=^\\s*))(?:sick|ill|unwell|poorly)\\b(?! of)",
    '\\bnot feeling (?:well|great|good|too well)\\b|\\bunder the weather\\b',
    "\\b(?:won't|will not|not|can't|cannot) (?:be )?(?:(?:coming |(?:able to )?(?:come|make it) )?in|at work|working)(?: the office| to work)?(?= (?:on |from |until |till )?D| tomorrow|$|[,.])",
    '\\bhalf[- ]?day(?: off)?(?= (?:on |from )?D)|(?<=D) half[- ]?day(?: off)?\\b',
    '\\b(?:on |for |tak(?:e|ing) |book(?:ing)? )?(?:annual |paid )?(?:holidays?|vacation|hols)(?: (?:from|on|for|days?|leave|off))*(?= D)',
    `\\boff(?: work)?(?: (?:on|from|for|between))? (?=D)`,
  ].join('|'),
  'g',
)
const perhaps =
  /\bi(?:'m|m| am|'ll be| will be) (?:away|out)(?= (?:on |from |until |till )?D)|^away(?= (?:on |from )?D)/g

/** Who stands in, and why. */
const beside =
  /[a-z]+(?: [a-z]+)?(?:'ll| will| is| to| can|'s)* (?:cover(?:s|ing)?|stand(?:s|ing)? in|fill(?:s|ing)? in|step(?:s|ping)? in)(?: for me)?|\b(?:for|due to|because(?: of)?|as i) .*$|\b(?:dentist|doctor'?s?|hospital|appointment|flu|cold|fever|family|personal|reasons?|again|all day|whole day|whole|annual|until|till|work|please|back)\b/g
/** Somebody else is off, or something is kicked off, dropped off or left somewhere. */
const ofOthers =
  /[KPGNI]|\b(?:he|she|they|who|everyone|everybody|nobody|somebody|we|took)\b|\b(?:is|are|was|were|isn't|has) (?:\w+ )?(?:off|out|away|on)\b|\b(?:kick|drop|set|cut|pay|sign|call|put|knock|send|turn|write|pick)(?:s|ed|ing|ting|ping)?(?: [a-z]+)? off\b/
const polite = /\b(?:can|could|may) i (?:please )?(?=have|take|get|book|be)|\bis it ok if i\b/g

/** Whether somebody takes leave, as far as the words tell. */
export function leaveInEnglish(outline: string): 'surely' | 'perhaps' | null {
  if (/\p{Script=Han}/u.test(outline)) return null
  const text = outline.replace(polite, ' ')
  const own = text.replace(beside, ' ')
  if (ofOthers.test(own) || isQuestion(text)) return null
  const isSaid = text.search(surely) >= 0
  if (!isSaid && text.search(perhaps) < 0) return null
  const rest = text.replace(surely, ' ').replace(perhaps, ' ').replace(beside, ' ')
  return isSaid && loneRestOf(rest) === '' ? 'surely' : 'perhaps'
}
