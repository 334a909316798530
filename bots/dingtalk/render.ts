import type { Card, Reader } from '../../cards/card.ts'
import { type CardParams, cardParams } from './card-params.ts'
import { type PlainMessage, plainMessage } from './plain-message.ts'

/**
 * A card both ways: for the template, and in markdown for those who have none and for whom a card cannot be delivered to.
 * The card goes along: a platform that takes less wants it drawn smaller.
 */
export interface DingtalkMessage {
  params: CardParams
  plain: PlainMessage
  card: Card
}

/** `room`: bytes of one template variable. */
export const rendering =
  (room: number) =>
  (card: Card, { language }: Reader): DingtalkMessage => ({
    params: cardParams(card, language, room),
    plain: plainMessage(card, language),
    card,
  })

/** The documented size of a variable: what every organisation takes. */
export const documentedRoom = 1024

export const drawnSmaller = ({ card, plain }: DingtalkMessage): DingtalkMessage =>
  rendering(documentedRoom)(card, { language: plain.language })
