import { spotMembers } from '../../../crm/people/spot-members.ts'
import { filler } from '../lexicon.ts'
import { typedAt } from '../normalise.ts'
import { type Outline, overlap, type Span, wordsAt } from '../outline.ts'
import type { Reading } from '../reading.ts'
import { sentenceOf, type Thing, type ThingOf } from '../spot.ts'
import { surnames } from '../surnames.ts'
import { anyVisit } from './visit-verbs.ts'

/** The sentence with the colleagues in it whom it names; who is a contact on file by that very name is none. */
export async function putColleagues(reading: Reading): Promise<void> {
  const { ctx, sentence } = reading
  const { said } = sentence.outline
  if (!/\p{L}{2}/u.test(said.text)) return
  const taken = sentence.things.filter((thing) => !isLooser(thing, 'address'))
  const spots = await spotMembers(ctx.db, ctx.me, said.text, taken)
  const colleagues: ThingOf<'M'>[] = []
  for (const { start, end, matches } of spots) {
    const span = { start, end }
    const others = sentence.things.filter((thing) => overlap(thing, span))
    if (
      others.some((thing) => !isLooser(thing, matches[0]!.kind)) ||
      colleagues.some((one) => overlap(one, span))
    )
      continue
    colleagues.push({ ...span, mark: 'M', members: matches.map(({ code, name }) => ({ code, name })) })
  }
  if (colleagues.length === 0) return
  const things = [
    ...colleagues,
    ...sentence.things.filter((thing) => !colleagues.some((one) => overlap(one, thing))),
  ]
  reading.sentence = { ...sentenceOf({ ...sentence, said, things }), peopleOf: sentence.peopleOf }
}

/** A person of nobody's file, or the 王店长 who is only called 王主任 as our own is. */
const isLooser = (thing: Thing, kind: 'name' | 'address'): boolean =>
  thing.mark === 'P' &&
  (thing.named === null || (kind === 'address' && thing.named !== thing.said && !!thing.politely))

const between = `(?:${filler}|[D\\s]|已经|帮我们?|替我们?|代我们?|帮忙|也|就|都|一个人|自己|那天|上次|又|再|单独|专门|顺[路便道]|正好|刚好|今早|一大早|亲自|一起)*`
const goesTo = '(?:去|跑|到|拜访|走访|回访|巡访|路过|接待|见)(?:了|过|的|完)*(?:一?趟|一?次)?的?'
/** Sent there, and not merely asked for or asked to come along. */
const atOnce = '(?:D|他|她|一个人|自己|单独|马上|先|再|也|昨天|直接|帮忙|替我|帮我)*'
const with_ = '(?<![跟和与同陪带找见约给对向问及、被请]|带(?:着|上|了)?新来?的|[约见找]了|约好了?)'
const othersWent = new RegExp(
  `${with_}(?:M${between}(?:${anyVisit}|${goesTo})|P${between}(?:${goesTo}K|(?<=[帮替代]我.*?)${goesTo}))|(?:让|请|叫|派|安排)[PM]${atOnce}(?:过?去|过来|跑|到|拜访|走访)|P[跟和与]M(?!一起|一块|都)|是[PM](?:一个人|自己)?去的|K(?:那边)?[MP]${between}(?:去过|跑过|拜访过|走访过)|\\bM ${between}(?:${anyVisit})`,
  'u',
)

/** 刘洋今天去了百惠: nobody on file, but no word of the language either. */
const strangerWho = new RegExp(
  `^(?:[\\s,，]|D)*(?!平时|安排|高兴|方便|时常|常常|单独|全程|于是|和我|向来|周边|成天|路过|马上|万一|连夜|温州|苏州|杭州)(?<name>[${surnames}]\\p{Script=Han}{1,2})(?:D|也|刚刚?|又|都|就)*(?:去|跑|拜访|走访)了(?:一?趟)?[KI]`,
  'u',
)

/** 钱磊去了百惠, 小李昨天去了新安: somebody else's visit. */
export function somebodyElseWent({ ctx, sentence: { outline } }: Reading): string | null {
  const at = othersWent.exec(outline.text)
  if (!at) return strangerWho.exec(outline.text)?.groups?.name ?? null
  const index = at.index + at[0].search(/[PM]/)
  const who = outline.things.get(index)
  if (who?.mark === 'M' && who.members.some(({ code }) => code === ctx.me.code)) return null
  if (!who) return null
  return typedAt(outline.said, who)
}

/** How a colleague who came along is told of: 跟M一起, with M. */
export const along =
  '(?:(?:跟|和|与|同|陪|带着?|随)M(?:他们?)?(?:一起|一同|一块儿?|两个人|俩)?|M(?:陪我|带我|陪同|带队)(?:一起)?|(?<!\\b(?:check|checking|speak|talk|confirm|agree|clear|align|discuss it|take it up) )\\b(?:together )?with M)'

const everyAlong = new RegExp(along, 'gu')

/**
 * 跟王主任一起, with Qian Lei: who came along, as it was said; there is no field for them. Not who is to come along
 * `later`.
 */
export const companionsIn = (outline: Outline<Thing>, later: Span[] = []): string[] =>
  Array.from(outline.text.matchAll(everyAlong), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }))
    .filter((span) => !later.some((other) => overlap(other, span)))
    .map((span) => wordsAt(outline, span))
