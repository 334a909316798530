import { type Address, NotSent, type Sent } from '../../src/chat/contract.ts'
import type { Log } from '../../src/lib/log.ts'
import { BUSINESS_ZONE, instantOf, localTime } from '../../src/lib/time.ts'
import type { Language } from '../../src/lib/words.ts'
import { channelAndTs, home, type Lent, lentBy, messageId, slackId } from './address.ts'
import type { SlackBlock } from './blocks.ts'
import type { Directory } from './directory.ts'
import { isSlacks } from './hosts.ts'
import { nativeBlocks } from './native.ts'
import { asOf, type SlackMessage } from './render.ts'
import { formOf, homeView, modal } from './views.ts'
import { Refused, type WebApi } from './web-api.ts'

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
  const now = () => wall().getTime()

  async function send(to: Address, message: SlackMessage): Promise<Sent> {
    const lent = lentBy(to, now())
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
    const view = homeView(message, stamp(message))
    await api.call('views.publish', { user_id: slackId(to.user ?? to.conversation), view })
    return { message: home, redrawable: true }
  }

  /** Forms, and what was asked for on Home or in a modal. A modal that cannot be opened is no loss: a message follows. */
  async function shownInModal(to: Address, message: SlackMessage, lent: Lent): Promise<boolean> {
    const wanted = formOf(message.card) !== undefined || lent.home === 'pressed'
    const shown = () => modal(message, to, formOf(message.card) ? [] : stamp(message))
    try {
      if (lent.view) await api.call('views.update', { view_id: lent.view, view: shown() })
      else if (lent.trigger && wanted)
        await api.call('views.open', { trigger_id: lent.trigger, view: shown() })
      else return false
      return true
    } catch (error) {
      log.warn({ error: String(error) }, 'no modal could be shown: a message follows')
      return false
    }
  }

  async function redraw(id: string, message: SlackMessage): Promise<Sent> {
    await inBlocks(message, (blocks) =>
      api.call('chat.update', { ...channelAndTs(id), text: message.text, blocks }),
    )
    return { message: id, redrawable: true }
  }

  async function post(channel: string, message: SlackMessage, { thread }: Lent): Promise<Sent> {
    const { text } = message
    const quiet = { unfurl_links: false, unfurl_media: false }
    const posted = await inBlocks(message, (blocks) =>
      api.call('chat.postMessage', { channel, text, blocks, thread_ts: thread, ...quiet }),
    )
    return { message: messageId(String(posted.channel), String(posted.ts)), redrawable: true }
  }

  /** To one person in a channel; where the app is not in it, in their direct messages. */
  async function whisper(
    { conversation: channel }: Address,
    { reader, message, lent }: { reader: string; message: SlackMessage; lent: Lent },
  ): Promise<Sent> {
    if (await responded(lent, message)) return fleeting
    const extra = stamp(message)
    try {
      await inBlocks(message, (blocks) =>
        api.call('chat.postEphemeral', {
          channel,
          user: reader,
          text: message.text,
          blocks: [...blocks, ...extra],
          thread_ts: lent.thread,
        }),
      )
    } catch (error) {
      if (!(error instanceof Refused) || !notThere.includes(error.code)) throw error
      await post(reader, message, {})
    }
    return fleeting
  }

  /** False where the response address is none of Slack's, has run out, or was used up. */
  async function responded({ responseUrl }: Lent, message: SlackMessage): Promise<boolean> {
    if (!responseUrl || !isSlacks(responseUrl, api.url, 'hooks')) return false
    try {
      await inBlocks(message, async (blocks) => {
        const response = await api.request(responseUrl, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(ephemeral(message, [...blocks, ...stamp(message)])),
        })
        if (!response.ok) throw new Refused('response_url', codeIn(await response.text()))
      })
      return true
    } catch (error) {
      log.warn({ error: String(error) }, 'a response address does not work any more')
      return false
    }
  }

  /** What cannot be redrawn says when it was true. */
  const stamp = ({ card, language }: SlackMessage): SlackBlock[] =>
    card.subject ? [stampOf(language, wall())] : []

  return async (to: Address, message: SlackMessage): Promise<Sent> => {
    try {
      return await send(to, message)
    } catch (error) {
      throw error instanceof Refused ? notSent(error) : error
    }
  }
}

/** An answer that only the asker sees, and that leaves what was pressed as it is. */
export const ephemeral = ({ text }: SlackMessage, blocks: SlackBlock[]) => ({
  response_type: 'ephemeral',
  replace_original: false,
  text,
  blocks,
})

export const stampOf = (language: Language, at: Date): SlackBlock =>
  asOf(language, at.getTime(), localTime(instantOf(at), BUSINESS_ZONE).toString({ smallestUnit: 'minute' }))

const notThere = ['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived']
const gone = ['message_not_found', 'cant_update_message', 'edit_window_closed']
/** Slack's own trouble, and the app's with its token: somebody will see to it. */
const passing = [
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'ratelimited',
  'rate_limited',
  'invalid_auth',
  'not_authed',
  'token_revoked',
  'token_expired',
  'account_inactive',
  'missing_scope',
]

function notSent({ code, message }: Refused): NotSent {
  if (gone.includes(code)) return new NotSent('gone', message)
  return new NotSent(passing.includes(code) ? 'again' : 'never', message)
}

const codeIn = (answer: string): string => /invalid_blocks|[a-z]+_url/.exec(answer)?.[0] ?? 'refused'
