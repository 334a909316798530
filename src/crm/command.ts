import type * as z from 'zod'
import type { Card } from '../../cards/card.ts'
import type { Temporal } from '../lib/time.ts'
import type { Words } from '../lib/words.ts'
import type { Ctx } from './context.ts'
import type { Role } from './people/roles.ts'

/** A command: declared once, reached through every door. Help, forms and the API are derived from this. */
export interface Command<Input extends z.ZodObject = z.ZodObject> {
  /** `visit.record` */
  name: string
  /** What it does, as help says it: `记录拜访` / `record a visit`. */
  title: Words
  /** The words that name it in a sentence, the canonical one first: a button says `<word> <argument>`. */
  words: { zh: string[]; en: string[] }
  /** One or two sentences as a person would write them; `{customer}` and the like stand for what is theirs. */
  examples: { zh: string[]; en: string[] }
  /** A zod object whose fields carry `Field` metadata (see fields.ts). Customers, products … are codes by then. */
  input: Input
  /** Who may use it at all; what they may use it on is judged by the verb. */
  may: readonly Role[] | 'everyone'
  /** Whose help lists it, where others may only now and then (a stand-in). */
  usual?: readonly Role[]
  /** Whose help begins with it; the others, and all that is not begun with, find it under its topic. */
  first?: readonly Role[] | 'everyone'
  /** Changes data: a sentence is confirmed on a card before it runs. */
  writes: boolean
  /**
   * What the person left open and the rules decide (the week of a report), fixed before it is confirmed: what is saved later is
   * what was shown.
   */
  settle?(ctx: Ctx, input: z.output<Input>): Promise<z.output<Input>>
  /** What was understood, in words, before it is saved; throws what `run` would refuse. The buttons are added by the conversation. */
  confirm?(ctx: Ctx, input: z.output<Input>): Promise<Card>
  /** A form of its own where the one derived from `input` does not do (a stock report); `given` is what is known so far. */
  form?(ctx: Ctx, given: Record<string, unknown>, submit: { label: string; say: string }): Promise<Card>
  /** From the texts of that own form to input. */
  fromForm?(
    ctx: Ctx,
    given: Record<string, unknown>,
    values: Record<string, string>,
  ): Promise<Record<string, unknown>>
  run(ctx: Ctx, input: z.output<Input>): Promise<Card>
  /** Takes back what `run` saved, for ten minutes; `subject` is that of the card it returned. Throws a refusal where it is too late. */
  undo?(ctx: Ctx, subject: string): Promise<Card>
  /** The answer shows nothing that not everyone may see: in a group it is given openly. */
  openly?: boolean
}

/** Declares a command; keeps the type of its input for `confirm` and `run`. */
export const command = <Input extends z.ZodObject>(declaration: Command<Input>): Command =>
  declaration as unknown as Command

/** A business object that cards show: drawn anew for each reader, at the moment of drawing. */
export interface Subject {
  /** `contract` in `contract:HT-2026-0031`. */
  kind: string
  /** `key` is what follows the colon. Throws a refusal where the reader may not see it. */
  card(ctx: Ctx, key: string): Promise<Card>
}

/** Something that becomes due by itself. */
export interface Job {
  name: string
  /** The first moment after `after` at which something may become due; derived from data and calendar, never remembered. */
  next(ctx: JobCtx, after: Temporal.Instant): Promise<Temporal.Instant | undefined>
  /** What is due at `at`. Runs once per moment, in one transaction; `ctx.now` is business time, at or after `at`. */
  run(ctx: JobCtx, at: Temporal.Instant): Promise<void>
}

/** A job acts for nobody: it owes cards, records changes, and reads everything. */
export type JobCtx = Omit<Ctx, 'me' | 'language'>

/** A capability of the business: a folder in src/crm with an entry in src/crm/capabilities.ts. */
export interface Capability {
  commands: Command[]
  subjects: Subject[]
  jobs: Job[]
}
