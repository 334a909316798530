import type { Prisma } from '#prisma'
import type { Temporal } from '../lib/time.ts'
import type { Language } from '../lib/words.ts'
import type { Me } from './people/me.ts'
import type { Rules } from './rules.ts'

/** The open transaction of one message or one due moment. */
export type Tx = Prisma.TransactionClient

/** What every verb, card and job is given. All of it lives as long as one transaction. */
export interface Ctx {
  db: Tx
  /** Business time: decides deadlines, reminders and dates. */
  now: Temporal.Instant
  /** Who acts, or who reads. */
  me: Me
  language: Language
  rules: Rules
  /** Cards owed to others: posted once the transaction is committed. */
  owed: Owed[]
  /** Business objects that changed: every message that shows one is redrawn after the commit. */
  changed: Set<string>
  /** Audit entries, written with the transaction. */
  audited: AuditEntry[]
  /** Where the person speaks, absent in a job: what a subscription remembers. */
  place?: Place
  /** Spoken in a group or channel: what not everyone there may see is answered to the asker alone. */
  group?: boolean
  /** The command that ran answers openly. */
  openly?: boolean
  /** The object in whose place comes what is being confirmed: `visit:12`. */
  corrects?: string
  /** Code of the customer last loaded for the person: what "it" means next time. */
  spokenOf?: string
  /** What was looked up: "and Yongsheng?" asks for the same next time. */
  lookedUp?: { command: string; input: Record<string, unknown> }
  /** Code of the draft on the card that is the answer: what 好 means next time. */
  showing?: string
}

/** A conversation on some platform; `address` is the platform's own, stored as it came. */
export interface Place {
  platform: string
  conversation: string
  /** JSON */
  address: string
}

export interface Owed {
  subject: string
  /** Members who are to get the card, each once. */
  to: number[]
  /** Conversations that are to get it, drawn with the rights of the member who subscribed. */
  places?: (Place & { readerId: number })[]
}

export interface AuditEntry {
  action: string
  subject: string
  detail: Record<string, unknown>
}

/** Owes the card of a business object to members; whoever acts is not told what they just did. */
export function owe(ctx: Pick<Ctx, 'owed'> & { me?: Me }, subject: string, to: number[]): void {
  const others = [...new Set(to)].filter((id) => id !== ctx.me?.id)
  if (others.length > 0) ctx.owed.push({ subject, to: others })
}

/** Notes a change: in the audit log, and for every message that shows the object. */
export function record(
  ctx: Pick<Ctx, 'changed' | 'audited'>,
  action: string,
  subject: string,
  detail: Record<string, unknown> = {},
): void {
  ctx.changed.add(subject)
  ctx.audited.push({ action, subject, detail })
}
