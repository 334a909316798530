import type { Words } from '../lib/words.ts'

/**
 * The one domain error: a rule said no. `words` are meant for the person and say what to do next.
 * `code` is for logs and tests.
 */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly words: Words
  /** Field errors of a form, by field name. */
  readonly fields: Record<string, Words> | undefined

  constructor(code: string, words: Words, fields?: Record<string, Words>) {
    super(`${code}: ${words.en}`)
    this.code = code
    this.words = words
    this.fields = fields
  }
}

/** Throws a refusal; an expression, so that it can end a `??`. */
export function refuse(code: string, words: Words, fields?: Record<string, Words>): never {
  throw new Refusal(code, words, fields)
}
