import type { Card, Reader } from '../../cards/card.ts'
import { plain } from '../../cards/plain.ts'
import type { Language } from '../../src/lib/words.ts'

/** The page draws the card itself; its words go along for those who read words. */
export interface PlaygroundMessage {
  card: Card
  text: string
  language: Language
}

export const render = (card: Card, { language }: Reader): PlaygroundMessage => ({
  card,
  text: plain(card),
  language,
})
