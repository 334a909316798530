import { type Address, NotSent, type Sent } from '../../src/chat/contract.ts'
import type { Log } from '../../src/lib/log.ts'
import { BUSINESS_ZONE, instantOf, localTime } from '../../src/lib/time.ts'
import type { Language } from '../../src/lib/words.ts'
import { isStranger, placeOf, sessionOf } from './address.ts'
import type { DingtalkApi } from './api.ts'
import { sendingCards } from './cards.ts'
import { type PlainPost, plainPost } from './plain-message.ts'
import { notSent, Refused } from './refused.ts'
import { type DingtalkMessage, drawnSmaller } from './render.ts'
import type { DingtalkSettings } from './settings.ts'
import { dingtalkWords } from './words.ts'

export interface Sending {
  api: DingtalkApi
  settings: DingtalkSettings
  wall(): Date
  log: Log
}

/** Speaks to an address by the best means it has left. */
export function sendTo({ api, settings, wall, log }: Sending) {
  const { clientId: robotCode, oapiUrl, templateId } = settings
  const cards = templateId ? sendingCards(api, { ...settings, templateId }) : null
  const now = () => wall().getTime()

  async function send(to: Address, message: DingtalkMessage): Promise<Sent> {
    if (cards && to.message && to.redrawable !== false) {
      const { message: id } = to
      await smallerIfNeeded(message, (drawn) => cards.redraw(id, drawn.params))
      return { message: id, redrawable: true }
    }
    const place = placeOf(to)
    const card = cards && canHaveCards(place) ? await newCard(place, message) : null
    if (card) return { message: card, redrawable: true, ...(place !== to && { place }) }
    await say(place, plainPost(message.plain, place.kind, stamp(message, wall())))
    return { redrawable: false }
  }

  /** Null where the template does not work: then words must do. */
  async function newCard(place: Address, message: DingtalkMessage): Promise<string | null> {
    try {
      return await smallerIfNeeded(message, (drawn) => cards!.post(place, drawn.params))
    } catch (error) {
      if (!(error instanceof Refused && /^param\.template/.test(error.code))) throw error
      log.error({ code: error.code }, 'the card template does not work: see bots/dingtalk/card-template.md')
      return null
    }
  }

  async function say(place: Address, post: PlainPost): Promise<void> {
    const session = sessionOf(place, oapiUrl, now())
    if (session && (await saidInSession(session, post))) return
    if (isStranger(place.conversation)) throw new NotSent('never', 'no way to speak to a stranger')
    await (place.kind === 'group' ? toGroup(place.conversation, post) : toPerson(place.conversation, post))
  }

  /** False where the session has ended before its time, or does not take the message. */
  async function saidInSession(session: string, post: PlainPost): Promise<boolean> {
    try {
      await api.session(session, sessionBody(post))
      return true
    } catch (error) {
      if (!(error instanceof Refused) || error.isTooFast) throw error
      log.warn({ code: error.code }, 'a session does not work any more')
      return false
    }
  }

  /** https://open.dingtalk.com/document/development/chatbots-send-one-on-one-chat-messages-in-batches */
  async function toPerson(userId: string, post: PlainPost): Promise<void> {
    const body = { robotCode, userIds: [userId], ...keyed(post) }
    const answer = await api.call('POST', '/v1.0/robot/oToMessages/batchSend', body)
    if (listed(answer.invalidStaffIdList)) throw new NotSent('never', 'no such colleague')
    if (listed(answer.flowControlledStaffIdList))
      throw new NotSent('again', 'this colleague gets too much', 60)
  }

  const toGroup = (openConversationId: string, post: PlainPost) =>
    api.call('POST', '/v1.0/robot/groupMessages/send', { robotCode, openConversationId, ...keyed(post) })

  return async (to: Address, message: DingtalkMessage): Promise<Sent> => {
    try {
      return await send(to, message)
    } catch (error) {
      throw notSent(error)
    }
  }
}

/** A platform that keeps to the documented size gets the card drawn to it. */
async function smallerIfNeeded<T>(
  message: DingtalkMessage,
  use: (message: DingtalkMessage) => Promise<T>,
): Promise<T> {
  try {
    return await use(message)
  } catch (error) {
    if (!(error instanceof Refused && /^param\.cardData/.test(error.code))) throw error
    return use(drawnSmaller(message))
  }
}

const canHaveCards = (place: Address): boolean => place.kind === 'group' || !isStranger(place.conversation)

/** What cannot be redrawn says when it was true. */
export const stamp = ({ card, plain }: DingtalkMessage, at: Date): string | undefined =>
  card.subject ? asOf(plain.language, at) : undefined

const asOf = (language: Language, at: Date): string =>
  dingtalkWords(language).asOf(localTime(instantOf(at), BUSINESS_ZONE).toString({ smallestUnit: 'minute' }))

const listed = (list: unknown): boolean => Array.isArray(list) && list.length > 0

/** The body of a session message, which is also that of an answer to a callback. */
export const sessionBody = ({ title, text, buttons }: PlainPost): object =>
  buttons.length === 0
    ? { msgtype: 'markdown', markdown: { title, text } }
    : {
        msgtype: 'actionCard',
        actionCard: {
          title,
          text,
          btnOrientation: '0',
          btns: buttons.map((button) => ({ title: button.title, actionURL: button.url })),
        },
      }

/** https://open.dingtalk.com/document/development/robot-message-type */
function keyed({ title, text, buttons }: PlainPost): { msgKey: string; msgParam: string } {
  const [only] = buttons
  if (!only) return { msgKey: 'sampleMarkdown', msgParam: JSON.stringify({ title, text }) }
  if (buttons.length === 1) {
    const param = { title, text, singleTitle: only.title, singleURL: only.url }
    return { msgKey: 'sampleActionCard', msgParam: JSON.stringify(param) }
  }
  const numbered = buttons.flatMap((button, i) => [
    [`actionTitle${i + 1}`, button.title],
    [`actionURL${i + 1}`, button.url],
  ])
  return {
    msgKey: `sampleActionCard${buttons.length}`,
    msgParam: JSON.stringify({ title, text, ...Object.fromEntries(numbered) }),
  }
}
