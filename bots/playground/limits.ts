import { type Block, buttons, type Card, note } from '../../cards/card.ts'
import { plain } from '../../cards/plain.ts'
import type { Address } from '../../src/chat/contract.ts'
import type { Language } from '../../src/lib/words.ts'
import type { PlaygroundMessage } from './render.ts'

/** What a platform may not be able to do, imitated on request. */
export interface Limits {
  /** Epoch milliseconds until which a form can be opened: later ones have to be asked for again by a press. */
  formsUntil?: number
  /** Most characters of a message. */
  mostCharacters?: number
}

export const limitsOf = ({ extra }: Address): Limits => ({ ...extra })

const words = {
  zh: { fill: '填写', shortened: '内容较长，已省略一部分。' },
  en: { fill: 'Fill in', shortened: 'This was too long: a part of it is left out.' },
} satisfies Record<Language, object>

export function within(message: PlaygroundMessage, limits: Limits, now: number): PlaygroundMessage {
  const w = words[message.language]
  let { card } = message
  if (limits.formsUntil !== undefined && now > limits.formsUntil) card = withoutForms(card, w.fill)
  if (limits.mostCharacters !== undefined) card = shortened(card, limits.mostCharacters, w.shortened)
  return { ...message, card, text: plain(card) }
}

const withoutForms = (card: Card, label: string): Card => ({
  ...card,
  blocks: card.blocks.map(
    (block): Block =>
      block.type === 'form'
        ? buttons({ label, say: block.open ?? block.submit.say, style: 'primary' })
        : block,
  ),
})

/** Tables, charts and texts go, the last first; what can be pressed or filled in stays. */
function shortened(card: Card, most: number, hint: string): Card {
  const blocks = [...card.blocks]
  while (plain({ ...card, blocks }).length > most) {
    const last = blocks.findLastIndex(({ type }) => type !== 'buttons' && type !== 'form')
    if (last < 0) break
    blocks.splice(last, 1)
  }
  return blocks.length === card.blocks.length ? card : { ...card, blocks: [note(hint), ...blocks] }
}
