import type { Span } from '../outline.ts'

export interface CustomerNamed {
  id: number
  code: string
  name: string
  nameEn: string | null
}

/** A part of a sentence that names one customer, or one of several. */
export interface CustomerMention extends Span {
  mark: 'K'
  matches: CustomerNamed[]
  /** Exactly; by a part of the name; or nearly, which is never taken without asking or showing. */
  how: 'named' | 'part' | 'near'
  /** A full name or a code can hardly be anything else; a short one may be a word of the language. */
  sure: boolean
}
