import type { Card, Reader } from '../../cards/card.ts'
import { plain } from '../../cards/plain.ts'
import { BUSINESS_ZONE, instantOf, localTime } from '../../src/lib/time.ts'
import type { Language } from '../../src/lib/words.ts'
import { allNative, drawCard, type Native, type SlackBlock } from './blocks.ts'
import { fitInto, messageRoom } from './fit-into.ts'
import { escaped } from './texts.ts'
import { slackWords } from './words.ts'

/** A card as a message. The card goes along: modals, Home and workspaces that refuse a block want it drawn otherwise. */
export interface SlackMessage {
  /** For notifications, search and screen readers. It is read as mrkdwn, so everything in it is escaped. */
  text: string
  blocks: SlackBlock[]
  card: Card
  language: Language
}

const mostPreview = 1500

export const render = (card: Card, { language }: Reader): SlackMessage => ({
  text: escaped(plain(card), mostPreview),
  blocks: messageBlocks(card, language, allNative),
  card,
  language,
})

export const messageBlocks = (card: Card, language: Language, native: Native): SlackBlock[] =>
  fitInto(drawCard(card, language, native), messageRoom, language)

/** The small print of what cannot be redrawn: when it was true, on the reader's own clock where their client knows it. */
export function asOf(language: Language, at: Date): SlackBlock {
  const time = localTime(instantOf(at), BUSINESS_ZONE).toString({ smallestUnit: 'minute' })
  const token = `<!date^${Math.floor(at.getTime() / 1000)}^{time}|${time}>`
  return { type: 'context', elements: [{ type: 'mrkdwn', text: slackWords(language).asOf(token) }] }
}
