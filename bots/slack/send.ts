import type { Address, Sent } from '../../src/chat/contract.ts'
import type { Log } from '../../src/lib/log.ts'
import { channelAndTs, home, type Lent, lentBy, messageId, slackId } from './address.ts'
import type { SlackBlock } from './blocks.ts'
import type { Directory } from './directory.ts'
import { nativeBlocks } from './native.ts'
import { isNotThere, notSent, Refused } from './refused.ts'
import { asOf, type SlackMessage } from './render.ts'
import { ephemeral, respond } from './response-url.ts'
import { formOf, homeView, modal } from './views.ts'
import type { WebApi } from './web-api.ts'

export interface Sending {
  api: WebApi
  directory: Directory
  wall(): Date
  log: Log
}

/** Shown to one person once: nobody can change it any more. */
const fleeting: Sent = { redrawable: false }

/** Speaks to an address by the best means it has left. */
export function sendTo({ api, directory, wall, log }: Sending) {
  const inBlocks = nativeBlocks(log)

  async function send(to: Address, message: SlackMessage): Promise<Sent> {
    const lent = lentBy(to, wall().getTime())
    if (to.message === home || lent.home === 'opened') return publish(to, message)
    if (await shownInModal(to, message, lent)) return fleeting
    if (to.message && to.redrawable !== false) return redraw(to.message, message)
    const reader = to.user ? slackId(to.user) : lent.asker
    if (to.kind === 'group')
      return reader ? whisper(to, { reader, message, lent }) : post(to.conversation, message, lent)
    const elsewhere = lent.dm !== undefined && lent.dm !== (await directory.dmOf(to.conversation))
    return elsewhere && (await responded(lent, message)) ? fleeting : post(to.conversation, message, lent)
  }

  async function publish(to: Address, message: SlackMessage): Promise<Sent> {
    const view = homeView(message, [asOf(message.language, wall())])
    await api.call('views.publish', { user_id: slackId(to.user ?? to.conversation), view })
    return { message: home, redrawable: true }
  }

  /** Forms, and what was asked for on Home or in a modal. A modal that cannot be opened is no loss: a message follows. */
  async function shownInModal(to: Address, message: SlackMessage, lent: Lent): Promise<boolean> {
    const form = formOf(message.card)
    const view = () => modal(message, to, form ? [] : stamp(message))
    try {
      if (lent.view) await api.call('views.update', { view_id: lent.view, view: view() })
      else if (lent.trigger && (form || lent.home === 'pressed'))
        await api.call('views.open', { trigger_id: lent.trigger, view: view() })
      else return false
      return true
    } catch (error) {
      log.warn({ error: String(error) }, 'no modal could be shown: a message follows')
      return false
    }
  }

  async function redraw(id: string, message: SlackMessage): Promise<Sent> {
    const { text } = message
    await inBlocks(message, (blocks) => api.call('chat.update', { ...channelAndTs(id), text, blocks }))
    return { message: id, redrawable: true }
  }

  async function post(channel: string, message: SlackMessage, { thread }: Lent): Promise<Sent> {
    const said = { channel, text: message.text, thread_ts: thread, unfurl_links: false, unfurl_media: false }
    const posted = await inBlocks(message, (blocks) => api.call('chat.postMessage', { ...said, blocks }))
    return { message: messageId(String(posted.channel), String(posted.ts)), redrawable: true }
  }

  /** To one person in a channel; where one of the two is not in it, in their direct messages. */
  async function whisper(
    { conversation: channel }: Address,
    { reader, message, lent }: { reader: string; message: SlackMessage; lent: Lent },
  ): Promise<Sent> {
    if (await responded(lent, message)) return fleeting
    const said = { channel, user: reader, text: message.text, thread_ts: lent.thread }
    try {
      await inBlocks(message, (blocks) =>
        api.call('chat.postEphemeral', { ...said, blocks: [...blocks, ...stamp(message)] }),
      )
    } catch (error) {
      if (!isNotThere(error)) throw error
      await post(reader, message, {})
    }
    return fleeting
  }

  async function responded({ responseUrl }: Lent, message: SlackMessage): Promise<boolean> {
    if (!responseUrl) return false
    try {
      await inBlocks(message, (blocks) =>
        respond(api, responseUrl, ephemeral(message, [...blocks, ...stamp(message)])),
      )
      return true
    } catch (error) {
      log.warn({ error: String(error) }, 'a response address does not work any more')
      return false
    }
  }

  /** What cannot be redrawn, and may change, says when it was true. */
  const stamp = ({ card, language }: SlackMessage): SlackBlock[] =>
    card.subject ? [asOf(language, wall())] : []

  return async (to: Address, message: SlackMessage): Promise<Sent> => {
    try {
      return await send(to, message)
    } catch (error) {
      throw error instanceof Refused ? notSent(error) : error
    }
  }
}
