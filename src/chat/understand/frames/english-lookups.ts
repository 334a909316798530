import { loneRestOf } from '../lexicon.ts'
import { tenseOf } from '../moments.ts'
import type { Outline } from '../outline.ts'
import { wordsAt } from '../outline.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../spot.ts'
import { tidied } from '../tidy.ts'
import type { Frame } from './frame.ts'

/** What English looks up, as patterns over an outline. */

const today =
  /\bwhat(?:'s|s| is) (?:on|in) (?:my|the|our) (?:plate|agenda|diary|calendar|list|schedule|planner|to-?do(?: list)?)\b|\b(?:my|today's|D's) (?:schedule|agenda|to-?dos?|to-?do list|tasks|diary|calendar|plans?)\b|\banything (?:on|due|planned|to do|for me)\b|\bwhat(?:'s|s| is) (?:due|planned|lined up|coming up|ahead)\b/g
const besideToday =
  /\b(?:show|what(?:'s|s| is)?|is|do i have|have i got|got|me|today|for|please|pls|plz)\b|\?/g

/** The digest is of today: of another day it would be the wrong answer. */
function askedForToday({ outline: { text }, things }: Sentence, ctx: Parameters<typeof tenseOf>[0]): number {
  const isToday = things.every((thing) => thing.mark === 'D' && tenseOf(ctx, thing.date) === 'today')
  return text.search(today) >= 0 && isToday && restOf(text, today, besideToday) === '' ? 8 : 0
}

const restOf = (text: string, ...patterns: RegExp[]): string =>
  loneRestOf(patterns.reduce((left, pattern) => left.replace(pattern, ' '), text))

const whatToDo =
  /^[\s,]*(?:so |and |ok )?(?:what (?:can|could|should|do) i (?:do|say|ask|type|send|write|use)(?: (?:here|now|with (?:this|you)))?|what are my options|how (?:does|do) (?:this|it|you|i use (?:this|it|you)) ?(?:work|thing work)?|what do you (?:do|understand))[\s?!.]*$/

const onFile =
  '(?:on file|in the (?:system|database|books|list|crm)|on (?:our|the|my) (?:books|list|system)|(?:as|is) a customer|already|yet|in here)'
const asked = new RegExp(
  `^[\\s,]*(?:(?:do|have) (?:we|i|you)(?: already)? (?:have|got)|have we(?: already)? got|is there|are there|any(?=thing like| customers?| shops?| stores?| outlets?))(?: an?| any| the)?(?: (?:customers?|shops?|stores?|outlets?|client|one))?(?: (?:called|named|like))?,? (?<name>[^?,.]+?)(?: already)?(?: ${onFile})*[\\s?.]*$|^[\\s,]*is (?<other>[^?,.]+?)(?: already)? (?:${onFile}[ ]?)+[\\s?.]*$`,
)
const named = /\b(?:called|named|like)\b/
/** Do we have stock, a contract, a report? */
const notAName =
  /^(?:an? |any |the )?(?:stock|contracts?|reports?|leave|visits?|plans?|more|enough|time|what|who|[GNWD])\b|^[GNWDTI](?: |$)/

function nameAsked({ text }: Outline): { start: number; end: number } | null {
  if (/\p{Script=Han}/u.test(text)) return null
  const groups = asked.exec(text)?.groups
  const name = groups?.name ?? groups?.other
  if (!name || notAName.test(name)) return null
  if (!new RegExp(onFile).test(text) && !named.test(text)) return null
  const start = text.lastIndexOf(name)
  return { start, end: start + name.length }
}

function fillQuery({ sentence: { outline }, input }: Reading): void {
  const span = nameAsked(outline)
  if (span) input.query = tidied(wordsAt(outline, span))
}

const stock = '(?:stock|inventory)'
const at = '(?: (?:at|for|in|of|over at|down at))?(?: the)?'

/** What each command is said by in English, beside its words. */
export const englishLookups: Record<string, Partial<Frame>> = {
  'digest.show': { shape: askedForToday },
  help: { shape: ({ outline: { text } }) => (whatToDo.test(text) ? 9 : 0) },
  'customer.find': { shape: ({ outline }) => (nameAsked(outline) ? 8.5 : 0), fill: fillQuery },
  'customer.show': {
    says: [
      /\b(?:pull|bring|look)(?: me)? up\b(?! (?:the )?(?:customers?|shops?|stores?) (?:with|whose|that))/g,
      /\bopen(?: up)?(?= (?:the )?K)/g,
      /\b(?:get|give|send)(?: me)? (?:the |all )?(?:details?|info|file|record|profile|card|contacts?|number|address)\b(?: (?:for|on|of|about|at))?/g,
      /\b(?:get|give)(?: me)?(?= K's (?:phone|number|mobile|address|details|contacts?))/g,
      /\bwhat(?:'s|s| is)(?= (?:the )?K's (?:phone|number|mobile|address|tel|e-?mail))/g,
      /\bwhat do (?:we|you) (?:know|have) (?:about|on)(?= (?:the )?K)/g,
      /\bwho(?:'s|s| is) (?:the |our )?(?:main |key )?(?:contact|owner|boss|manager|buyer|person)(?: person)? (?:at|of|for)(?= (?:the )?K)/g,
    ],
    own: /'s\b|\b(?:phone|number|mobile|address|details?|contacts?|for me|main|key|now|current)\b/g,
  },
  'stock.show': {
    says: [
      new RegExp(
        `\\bhow(?:'s|s| is| are)(?: we (?:doing|looking) (?:on|for))?(?: the| our)? (?:${stock}|G)(?: levels?)?(?: (?:looking|doing|going|holding up|like))?${at}(?= (?:K|I))`,
        'g',
      ),
      new RegExp(
        `\\bwhat(?:'s|s| is)(?: the| our)? ${stock}(?: levels?| position| situation)?(?: (?:like|looking like))?${at}(?= K)`,
        'g',
      ),
      new RegExp(`\\bwhat(?:'s|s| is| have (?:they|we) got| has K got)? (?:still )?left${at}(?= K)`, 'g'),
    ],
  },
}
