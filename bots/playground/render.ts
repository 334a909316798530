import type { Card } from '../../cards/card.ts'
import { plain } from '../../cards/plain.ts'

/** The page draws the card itself; its words go along for those who read words. */
export interface PlaygroundMessage {
  card: Card
  text: string
}

export const render = (card: Card): PlaygroundMessage => ({ card, text: plain(card) })
