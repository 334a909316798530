import { patience } from '../../../support/patience.ts'
import { within } from '../callbacks/to-robot.ts'
import type { Human } from '../state/directory.ts'
import type { Message, Post } from '../state/timeline.ts'
import type { World } from '../world.ts'
import { type CardView, viewOf } from './card-view.ts'
import { cardInWords, messageInWords } from './in-words.ts'

export type Eyes = ReturnType<typeof createEyes>

const matches = (words: string, wanted: string | RegExp) =>
  typeof wanted === 'string' ? words.includes(wanted) : wanted.test(words)

/** What one person sees of the robot, one to one and in their groups. */
export function createEyes(world: World, human: Human) {
  const isMine = ({ conversationId, only }: Post) => {
    if (only && !only.includes(human.key)) return false
    const group = world.directory.groups.get(conversationId)
    return group ? group.members.includes(human.key) : conversationId === world.directory.single(human).id
  }
  const visible = (conversationId?: string) =>
    world.timeline.posts.filter(
      (post) =>
        post.from === 'robot' &&
        !post.recalled &&
        isMine(post) &&
        (!conversationId || post.conversationId === conversationId),
    )
  const cardOf = (outTrackId: string): CardView | undefined => {
    const card = world.cards.get(outTrackId)
    return card && viewOf(card, human.key)
  }
  const inWords = ({ message, card }: Post) =>
    message ? messageInWords(message) : cardInWords(cardOf(card ?? '')!)

  const sees = (conversationId?: string) => visible(conversationId).map(inWords).join('\n\n')
  const cards = (): CardView[] => {
    const ids = new Set(visible().flatMap(({ card }) => card ?? []))
    return [...ids].flatMap((id) => cardOf(id) ?? [])
  }
  return {
    /** Everything the robot has on show now, in words, oldest first; or in one group only. */
    sees,
    /** The latest thing the robot sent, in words. */
    seesLast: () => visible().slice(-1).map(inWords).join(''),
    messages: (): Message[] => visible().flatMap(({ message }) => message ?? []),
    /** Cards as they are now for this person, oldest first. */
    cards,
    /** A card by its outTrackId, or the latest one that reads like this, or the latest one. */
    card: (which?: string | RegExp): CardView => {
      const all = cards()
      const named = all.find((card) => card.outTrackId === which)
      const found = named ?? all.findLast((card) => !which || matches(cardInWords(card), which))
      if (found) return found
      throw new Error(`${human.name} sees no card ${String(which ?? '')}, only:\n${sees()}`)
    },
    /** Waits until this can be read somewhere, and returns everything that can. */
    waitsFor: async (wanted: string | RegExp, ms = patience): Promise<string> => {
      const { promise: found, resolve } = Promise.withResolvers<true>()
      const look = () => matches(sees(), wanted) && resolve(true)
      const stop = world.timeline.watch(look)
      look()
      const seen = await within(world, ms, found)
      stop()
      if (!seen) throw new Error(`${human.name} does not see ${String(wanted)} but:\n${sees()}`)
      return sees()
    },
  }
}
