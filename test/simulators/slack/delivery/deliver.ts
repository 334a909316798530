import { setTimeout as sleep } from 'node:timers/promises'
import type { Changes } from '../changes.ts'
import type { Records } from '../records.ts'
import type { Settings } from '../settings.ts'
import type { Json, Message } from '../wire.ts'
import type { Posted, Workspace } from '../workspace.ts'
import type { SignedRequest } from './http.ts'
import { eventPayload } from './payloads.ts'

export type Kind = 'slash_commands' | 'interactive' | 'events_api'

export type Outcome = 'pending' | 'acknowledged' | 'timeout' | 'http_error' | 'connection_failed'

/** One sending of a payload. */
export interface Attempt {
  via: 'socket' | 'http'
  retry: number
  retryReason: string
  at: number
  outcome: Outcome
  /** How long the acknowledgement took, also when it came too late. */
  ackMs?: number
  /** What the acknowledgement carried; undefined when it was empty. */
  response?: unknown
  envelopeId?: string
  connection?: string
  request?: SignedRequest
  status?: number
  /** The app asked for no redelivery (`x-slack-no-retry`). */
  noRetry?: true
}

/** A payload on its way to the app, with every attempt to bring it there. */
export interface Delivery {
  kind: Kind
  payload: Json
  attempts: Attempt[]
  acknowledged: boolean
  response?: unknown
  /** Resolves when it was acknowledged or Slack gave up. */
  finished: Promise<void>
}

/** Brings a payload over once and fills in the attempt. */
export type Carrier = (delivery: Delivery, attempt: Attempt) => Promise<void>

export interface Deliveries {
  /** Resolves when the first attempt is acknowledged or failed; events are then redelivered behind it. */
  deliver(kind: Kind, payload: Json): Promise<Delivery>
  /** The same payload once more, as after an acknowledgement that was lost. */
  again(delivery: Delivery): Promise<Attempt>
  event(event: Json): Promise<Delivery>
  /** Tells the app of a message, if it is subscribed to that conversation. */
  messageEvent(posted: Posted, extra?: Json): Promise<Delivery> | undefined
  messageChanged(channel: string, message: Message, before: Message): void
  /** Resolves when nothing is on its way any more. */
  idle(): Promise<void>
  close(): void
}

export interface DeliveryParts {
  settings: Settings
  clock: () => number
  records: Records
  changes: Changes
  workspace: Workspace
  carriers: Record<'socket' | 'http', Carrier>
}

export function createDeliveries(parts: DeliveryParts): Deliveries {
  const { settings, clock, records, changes, workspace, carriers } = parts
  const closing = new AbortController()
  const underWay = new Set<Promise<unknown>>()

  async function attempt(delivery: Delivery, retry: number): Promise<Attempt> {
    const retryReason = retry ? reasonOf(delivery.attempts.at(-1)) : ''
    const via = settings.mode
    const made: Attempt = { via, retry, retryReason, at: clock(), outcome: 'pending' }
    delivery.attempts.push(made)
    await carriers[via](delivery, made)
    if (made.outcome === 'acknowledged' && !delivery.acknowledged) {
      delivery.acknowledged = true
      delivery.response = made.response
    }
    changes.notify()
    return made
  }

  async function redeliver(delivery: Delivery): Promise<void> {
    if (delivery.kind !== 'events_api') return
    for (const [index, waitMs] of settings.eventRetryMs.entries()) {
      if (delivery.acknowledged || delivery.attempts.at(-1)?.noRetry) return
      await sleep(waitMs, undefined, { signal: closing.signal }).catch(() => undefined)
      if (closing.signal.aborted) return
      await attempt(delivery, index + 1)
    }
  }

  function track<T>(promise: Promise<T>): Promise<T> {
    underWay.add(promise)
    const done = () => underWay.delete(promise)
    promise.then(done, done)
    return promise
  }

  async function deliver(kind: Kind, payload: Json): Promise<Delivery> {
    const delivery: Delivery = {
      kind,
      payload,
      attempts: [],
      acknowledged: false,
      finished: Promise.resolve(),
    }
    records.deliveries.push(delivery)
    await attempt(delivery, 0)
    delivery.finished = track(redeliver(delivery))
    return delivery
  }

  const deliveries: Deliveries = {
    deliver: (kind, payload) => track(deliver(kind, payload)),
    again: (delivery) => track(attempt(delivery, 0)),
    event: (event) => {
      const isExtShared = workspace.conversations.get(String(event.channel))?.is_ext_shared ?? false
      const frame = { id: workspace.nextId('Ev'), at: clock(), isExtShared }
      return deliveries.deliver('events_api', eventPayload(event, settings, frame))
    },
    messageEvent: (posted, extra = {}) => {
      const event = messageEventOf(posted, workspace, settings)
      return event && deliveries.event({ ...event, ...extra })
    },
    messageChanged: (channel, message, before) => {
      const event = messageEventOf({ channel, message, typed: {} }, workspace, settings)
      if (!event) return
      const { channel_type } = event
      const ts = workspace.nextTs()
      const changed = { type: 'message', subtype: 'message_changed', hidden: true, channel, channel_type, ts }
      void deliveries.event({ ...changed, event_ts: ts, message, previous_message: before })
    },
    idle: async () => {
      while (underWay.size) await Promise.allSettled(underWay)
    },
    close: () => closing.abort(),
  }
  return deliveries
}

function reasonOf(attempt: Attempt | undefined): string {
  if (attempt?.outcome === 'http_error' || attempt?.outcome === 'connection_failed') {
    return attempt.via === 'http' ? attempt.outcome : 'timeout'
  }
  return attempt?.via === 'http' ? 'http_timeout' : 'timeout'
}

/** `message` for a conversation the app is in and subscribed to; undefined otherwise. */
function messageEventOf(posted: Posted, workspace: Workspace, settings: Settings): Json | undefined {
  const conversation = workspace.conversations.get(posted.channel)
  if (!conversation?.members.includes(settings.app.botUser) || posted.reader) return undefined
  const type = conversation.is_im ? 'im' : conversation.is_private ? 'group' : 'channel'
  const subscription = { im: 'message.im', group: 'message.groups', channel: 'message.channels' }[type]
  if (!settings.events.includes(subscription)) return undefined
  return { ...posted.message, channel: posted.channel, channel_type: type, event_ts: posted.message.ts }
}
