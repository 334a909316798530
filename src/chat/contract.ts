import type { Card, FormValues, Reader } from '../../cards/card.ts'
import type { Language } from '../lib/words.ts'

/** All that a platform and the core know of each other. Everything but `Bot` is plain JSON: it is stored in inbox and outbox. */

export interface PlatformUser {
  platform: string
  /** Unique on the platform: user ids that are only unique within a workspace carry the workspace. */
  id: string
  name?: string
}

/** What a platform tells of one of its people. */
export interface Person {
  name: string
  email?: string
  mobile?: string
  language?: Language
}

export interface Incoming {
  /** The platform's own id of the message: what a redelivery repeats. */
  id: string
  from: PlatformUser
  say: Say
  replyTo: Address
  /** Epoch milliseconds. */
  at: number
}

export type Say =
  | { text: string }
  | { press: Sentence; values?: FormValues }
  | { file: FileRef; text?: string }

/** What a button says; exactly what could have been typed. */
export type Sentence = string

export interface FileRef {
  /** The platform's handle to fetch it with. */
  id: string
  name: string
  /** Bytes, where the platform tells. */
  size?: number
}

/**
 * Where something is to be said. The core reads `platform`, `conversation`, `kind` and `message`;
 * what else a bot needs to speak there (a response address and when it expires, a thread) is its own, under `extra`.
 */
export interface Address {
  platform: string
  /** Unique within the platform; order is kept within a conversation. */
  conversation: string
  kind: 'direct' | 'group'
  /** The one person spoken to: in a direct conversation, or privately within a group. */
  user?: string
  /** The message that was pressed, or that is to be redrawn. */
  message?: string
  /** Whether that message can be redrawn. */
  redrawable?: boolean
  extra?: Record<string, string | number | boolean>
}

export interface Sent {
  /** The platform's id of the message that now shows the card; absent where there is none to speak of. */
  message?: string
  /** Whether that message can be redrawn later. */
  redrawable: boolean
  /** Where it stands, if that is not the address it was sent to: what is private in a group may be said outside it. */
  place?: Address
}

/** One platform. `read` and `render` are pure. */
export interface Bot<Payload = unknown, Message = unknown> {
  readonly platform: string
  /** Null: not for us (our own message, an edit, a payload without meaning). Throws on what the platform could not have sent. */
  read(payload: Payload): Incoming | null
  /** Keeps the platform's limits, whatever the card holds. */
  render(card: Card, to: Reader): Message
  /** Posts, or redraws `to.message` where it is given and redrawable. Throws `NotSent`. */
  send(to: Address, message: Message): Promise<Sent>
  /** Null for strangers and guests. Throws `NotSent` where the platform did not answer. */
  whois(user: PlatformUser): Promise<Person | null>
  /** Where a person is spoken to alone. */
  direct(user: PlatformUser): Address
  /** The platform's user with that e-mail address or mobile number: how someone who never wrote is reached. */
  find?(person: Person): Promise<PlatformUser | null>
  /** The bytes of a file someone dropped into the conversation. */
  fetchFile?(file: FileRef): Promise<Uint8Array>
}

/** A platform did not take a message. */
export class NotSent extends Error {
  override name = 'NotSent'
  /** `again`: try later. `never`: this message will never be taken. `gone`: the message to be redrawn no longer exists. */
  readonly outcome: 'again' | 'never' | 'gone'
  /** Seconds the platform asked us to wait. */
  readonly retryAfter: number | undefined

  constructor(outcome: 'again' | 'never' | 'gone', message: string, retryAfter?: number) {
    super(message)
    this.outcome = outcome
    this.retryAfter = retryAfter
  }
}
