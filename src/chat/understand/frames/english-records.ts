import { fieldsOf } from '../command-fields.ts'
import { isQuestion } from '../mood.ts'
import { typedAt } from '../normalise.ts'
import { optionSaid } from '../option-said.ts'
import type { Outline } from '../outline.ts'
import { ask, type Reading } from '../reading.ts'
import type { Sentence, Thing } from '../spot.ts'
import { tidied } from '../tidy.ts'
import type { Frame } from './frame.ts'
import { notUnderstood } from './record-values.ts'

/** What English tells of customers and their people that is to stand in their records; patterns over an outline. */

const hasHan = /\p{Script=Han}/u

const figures = '(?:phone|tel(?:ephone)?|mobile|cell|number|address|tax id|postcode)(?: number)?'
const words = '(?:e-?mail(?: address)?|name|grade|remarks)'
const be = '(?: has)?(?: now)? (?:is|changed to|should be)(?: now)?'
const notAValue =
  '(?! (?:wrong|broken|out of|not|no longer|still|unknown|missing|old|down|dead|incorrect|different|changing)\\b)'
/** K's phone is now T; that it is broken is no number. */
const nowIs = new RegExp(
  `(?<=K)'s (?:new )?(?:${figures}${be}${notAValue}(?=[^,.;]*[\\dT])|${words}${be}${notAValue})(?: |:|=)`,
  'g',
)
const gone =
  /K (?:has |have |had |is |are )?(?:just |now |all |sadly |permanently )*(?:closed (?:down|for good|permanently)|shut (?:down|for good)|gone (?:bust|under|out of business)|out of business|ceased trading|went (?:bust|under|out of business)|closed its doors)/
const marked =
  /\b(?:mark|set|flag|put|change|update|move)(?: (?:it|I|K|them|the (?:shop|store|customer))(?:'s)?)?(?: status)?(?: (?:as|to|down as))+ (?<status>lost|dormant|active|prospect|closed|inactive)\b/
const statuses: Record<string, string> = { closed: 'lost', inactive: 'dormant' }

function changeTold({ outline: { text } }: Sentence): number {
  if (
    hasHan.test(text) ||
    isQuestion(text) ||
    !/^[^P]*K/.test(text) ||
    /\b(?:not|never|if|may|might)\b|n't/.test(text)
  )
    return 0
  return (marked.test(text) || gone.test(text)) && restOfChange(text) ? 8 : 0
}

/** Nothing else is told. */
const restOfChange = (text: string): boolean =>
  text
    .replace(gone, ' ')
    .replace(marked, ' ')
    .replace(/\b(?:so|and|please|pls|can you|as of D|since D)\b|[KID\s,.;:!-]/g, '') === ''

function fillStatus({ command, input, sentence: { outline } }: Reading): void {
  const said = marked.exec(outline.text)?.groups?.status ?? (gone.test(outline.text) ? 'lost' : undefined)
  const field = fieldsOf(command.input).find(([name]) => name === 'status')?.[1]
  const option = said && field && optionSaid(field, statuses[said] ?? said)
  if (option) input.status = option.value
}

const title =
  '(?:(?:the|our|their|new|head|chief|senior|store|shop|sales|purchasing|general|assistant|deputy|bar|kitchen|finance) )*(?:buyer|manager|owner|boss|chef|accountant|cashier|director|purchaser|purchasing|supervisor|clerk|bartender|contact)'
const word = "(?!(?:as|at|for|of|to|from|in|is|the|and|with|who)\\b)[a-z][a-z'-]+"
const person = `${word}(?: ${word}){1,2}`
const notAPerson = '(?!new |a |an |the |my |our |\\d|customer|contact|shop|store|visit|stock|note)'
/** add Zoe Wu, head buyer at K; K's new buyer is Zoe Wu */
const added = new RegExp(
  `^[\\s,]*(?:please |pls |can you )?(?:add|save|enter|register|new contact|add contact|add a contact)[:,]? ${notAPerson}(?<name>${person})(?:,| -| as| \\(|,? the)? ?(?<title>${title})?\\)?,? (?:at|for|of|to|from|in) (?:the )?K|^[\\s,]*(?:the )?K(?:'s| has(?: got)?| have)(?: a)? (?:new )(?<title2>${title})(?:,| is|:| called| named)+ (?<name2>${person})(?=[\\s,.;]*(?:$|T|mobile|phone|tel|number|cell))|^[\\s,]*(?:new|add)(?: a)?(?: new)? contact (?:at|for|of|to) (?:the )?K[:,]* (?:(?<title4>${title}) )?(?<name3>${person})(?:,| -| \\()? ?(?<title3>${title})?`,
)

/** The outline with the people in it as they are written: buyer Tom is hardly all of a name. */
const withPeople = ({ text, said, things }: Outline<Thing>): string =>
  Array.from(text, (character, at) => {
    const thing = things.get(at)
    return thing?.mark === 'P' ? said.text.slice(thing.start, thing.end) : character
  }).join('')

/** add free samples for K: nothing says that it is a person. */
const hasTitle = (found: Record<string, string | undefined> | undefined): boolean =>
  [found?.name2, found?.title, found?.title3, found?.title4].some(Boolean)

const noName =
  /\b(?:wants?|wanted|needs?|asks?|asked|says|said|has|had|was|will|can|samples?|posters?|free|more|some|all|stock|cases?|orders?|prices?|contracts?|visits?|calls?)\b/

function personAdded({ outline }: Sentence): Record<string, string | undefined> | undefined {
  const text = withPeople(outline)
  const found = hasHan.test(text) || isQuestion(text) ? undefined : added.exec(text)?.groups
  const name = found?.name ?? found?.name2 ?? found?.name3
  const isTold = hasTitle(found) || outline.text.includes('T')
  return !isTold || (name && noName.test(name)) ? undefined : found
}

function fillPerson({ input, sentence }: Reading): void {
  const { name, name2, name3, title, title2, title3, title4 } = personAdded(sentence) ?? {}
  const { said } = sentence.outline
  const typed = (words: string) => {
    const start = said.text.lastIndexOf(words)
    return tidied(typedAt(said, { start, end: start + words.length })).replace(/^(?:the|our|their|new) /i, '')
  }
  const who = name ?? name2 ?? name3
  const what = title ?? title2 ?? title3 ?? title4
  if (who) input.name = typed(who)
  if (who && what && what !== 'contact') input.title = typed(what)
}

const street =
  /\d+[a-z]? .*\b(?:rd|road|st|street|ave|avenue|lane|ln|way|drive|blvd|square|plaza|building|tower)\b|^(?:on|at) .*\b(?:rd|road|st|street|ave|avenue|lane|ln|square|plaza)\b/
/** What is read elsewhere: a number, the tier, whatever has a label, a person of one name. */
const known =
  /^[\d\s+()-]*$|\b(?:distributor|wholesaler?|outlet|retail|store|shop|tier|phone|tel|mobile|address|e-?mail|contact|manager|owner|boss|buyer|grade|mr|mrs|ms)\b/
const whose = new RegExp(
  `\\b(?:(?<title>${title})|run by|owned by)(?: is|:)? (?<name>${word}(?: ${word}){0,2})(?=[\\s\\d+(]*$)`,
)

/** new outlet: Sunny Side Deli, 12 Huaihai Rd, owner Tom Baker, 13812340000: what stands behind the name. */
function fillCompany(reading: Reading): void {
  const {
    input,
    sentence: { outline },
  } = reading
  const { said } = outline
  if (hasHan.test(said.text)) return
  for (const { 0: part, index } of said.text.matchAll(/(?<=[,;\n])[^,;\n]+/g)) {
    const words = part.trim()
    const at = index + part.indexOf(words)
    const found = whose.exec(words)
    const { title, name } = found?.groups ?? {}
    const typed = (one: string) =>
      typedAt(said, { start: at + words.lastIndexOf(one), end: at + words.lastIndexOf(one) + one.length })
    if (name?.includes(' ')) {
      input.contact = typed(name)
      if (title && title !== 'contact') input.title = typed(title)
    } else if (street.test(words)) input.address = typed(words).replace(/^(?:on|at) /i, '')
    else if (!known.test(words)) ask(reading, '', notUnderstood(typed(words)))
  }
}

export const englishRecords: Record<string, Partial<Frame>> = {
  'customer.create': {
    says: [
      /(?<=^[\s,]*)(?:please |pls )?(?:(?:add|create|register|set up|enter) (?:a |an )?)?new (?:outlet|shop|store|account|client|distributor|wholesaler|convenience store|supermarket)\b(?=[: ,])(?! (?:manager|owner|boss|buyer|at|in|is|has|opened|for))|(?<=^[\s,]*)(?:please |pls )?(?:add|create|register|set up) (?:a |an |the )?(?:outlet|shop|store|account|client|customer)\b(?=[: ,])/g,
    ],
    fill: fillCompany,
  },
  'customer.edit': { says: [nowIs], shape: changeTold, fill: fillStatus },
  'contact.add': {
    shape: (sentence) => (personAdded(sentence) ? 8 : 0),
    fill: fillPerson,
  },
}
