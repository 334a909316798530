import type { Card } from '../../cards/card.ts'
import { plain } from '../../cards/plain.ts'
import type { Address, Sent } from '../../src/chat/contract.ts'
import type { Log } from '../../src/lib/log.ts'
import type { Language } from '../../src/lib/words.ts'
import { placeOf } from './address.ts'
import type { DingtalkBot } from './bot.ts'
import { byKey } from './cards.ts'
import { type DingtalkPayload, isQuotaSpent } from './payload.ts'
import { plainPost } from './plain-message.ts'
import { sessionBody, stamp } from './send.ts'
import { line } from './texts.ts'

/** The platform waits two seconds for the answer to a press, and a little longer for that to a posted message. */
const within = 1500

/** An answer that the acknowledgement may carry. */
interface Carried {
  card: Card
  to: Address
  language: Language
  carried(sent: Sent): Promise<void>
  handBack(): Promise<void>
}

export interface Acknowledging {
  bot: DingtalkBot
  /** Commits what was sent; resolves to the answer where it was ready within so many milliseconds. */
  receive(payload: DingtalkPayload, within: number): Promise<Carried | null>
  wall(): Date
  log: Log
}

/** What is said within the platform's clock, and what is done once it was said. */
export interface Acknowledgement {
  body: object
  /** Told whether it arrived, as far as that is known. */
  afterwards?(arrived: boolean): Promise<void>
}

/** Takes in a payload, whichever way it came. It is committed when these resolve; they throw where it must not be acknowledged. */
export function acknowledging({ bot, receive, wall, log }: Acknowledging) {
  async function send({ card, to, language, carried, handBack }: Carried): Promise<void> {
    try {
      await carried(await bot.send(to, bot.render(card, { language })))
    } catch (error) {
      log.warn({ error: String(error) }, 'an answer was not taken: it is sent again')
      await handBack()
    }
  }

  /** The redrawn card is the acknowledgement where the answer takes the place of what was pressed. */
  async function press(payload: DingtalkPayload): Promise<Acknowledgement> {
    const answer = await receive(payload, within)
    if (!answer) return { body: {} }
    const { card, to, language } = answer
    const notice = { cardUpdateOptions: byKey, userPrivateData: { cardParamMap: { notice: noticeOf(card) } } }
    if (!to.message) return { body: notice, afterwards: () => send(answer) }
    const { params } = bot.render(card, { language })
    const sent = { message: to.message, redrawable: true }
    return {
      body: { ...notice, cardData: { cardParamMap: params } },
      afterwards: (arrived) => (arrived ? answer.carried(sent) : answer.handBack()),
    }
  }

  /** A message, whose answer follows. */
  async function message(payload: DingtalkPayload): Promise<Acknowledgement> {
    if (isQuotaSpent(payload))
      log.error({}, 'a message came without its words: the organisation has used up its month of pushes')
    await receive(payload, 0)
    return { body: empty }
  }

  /** A message whose answer may be the answer to the request: only words can, and only what all there may read. */
  async function messageAnswered(payload: DingtalkPayload): Promise<Acknowledgement> {
    if (isQuotaSpent(payload)) return message(payload)
    const answer = await receive(payload, within)
    if (!answer) return { body: empty }
    const { card, to, language } = answer
    if (placeOf(to) !== to) return { body: empty, afterwards: () => send(answer) }
    const drawn = bot.render(card, { language })
    return {
      body: sessionBody(plainPost(drawn.plain, to.kind, stamp(drawn, wall()))),
      afterwards: (arrived) => (arrived ? answer.carried({ redrawable: false }) : answer.handBack()),
    }
  }

  return { press, message, messageAnswered }
}

/** Says to a posted message that nothing is said here. */
const empty = { msgtype: 'empty' }

/** A refusal, for the one who pressed; nothing where there is another answer to look at. */
const noticeOf = (card: Card): string =>
  !card.subject && (card.tone === 'warning' || card.tone === 'bad') ? line(plain(card), 400) : ''
