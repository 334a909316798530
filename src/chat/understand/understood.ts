import type { Words } from '../../lib/words.ts'

/** What a sentence was understood to say. */
export interface Understood {
  /** The name of a command, or null where nothing fits: then `nearest` has suggestions. */
  command: string | null
  /** With canonical names: customers as codes, dates as YYYY-MM-DD, quantities as { quantity, unit }. */
  input: Record<string, unknown>
  /** What is missing or contradicts itself and has to be asked. */
  asks: Ask[]
  /** What matches several things, to be chosen from. */
  choices: Choice[]
  /** The very sentence of a button: a command word and exact references, nothing else. It is not confirmed again. */
  exact: boolean
  /**
   * The sentence changes what waits to be confirmed, or what was saved last; `input` is the whole of it, changed. Where
   * that is too `late`, `input` is what can be saved instead.
   */
  corrects?: 'draft' | 'last' | 'late'
  /** What the message holds, where that is more than one record: they are taken one by one. */
  records?: RecordSaid[]
  /** How it came to this, for people who tune it. */
  why: string[]
  /** Names of the commands that come nearest where nothing fits. */
  nearest: string[]
  /** Code of the customer that was named all the same. */
  about?: string
  /** Where nothing fits: what there is to go on with. */
  unclear?: Unclear
}

/** A sentence that was not understood, and what it names for certain. */
export interface Unclear {
  said: string
  customer?: { code: string; name: string; nameEn?: string | null }
  contract?: string
}

/** One of several records of a message, understood by itself. */
export interface RecordSaid extends Pick<Understood, 'input' | 'asks' | 'choices'> {
  /** As it was written. */
  said: string
  command: string
}

/** What a sentence may lean on: "it", "not Wang but Li". */
export interface SpokenOf {
  /** Code of the customer last shown or named. */
  customer?: string
  /** What was looked up last. */
  lookup?: { command: string; input: Record<string, unknown> }
  /** What waits to be confirmed, and what it still asks. */
  draft?: { command: string; input: Record<string, unknown>; asks?: Ask[]; choices?: Choice[] }
  /** What was saved last and can still be taken back. */
  last?: { command: string; input: Record<string, unknown> }
  /** What was saved last, where it can no longer be taken back; `subject` is what it became. */
  late?: { command: string; input: Record<string, unknown>; subject: string }
}

export interface Ask {
  field: string
  why: Words
  /** Merely not said yet: asked without reproach. */
  missing?: true
}

export interface Choice {
  field: string
  /** The part of the sentence that matches several. */
  said: string
  options: { value: string; label: string }[]
}

export const nothing = (): Understood => ({
  command: null,
  input: {},
  asks: [],
  choices: [],
  exact: false,
  why: [],
  nearest: [],
})
