import type { Json } from '../wire.ts'

/** An `ok:false` answer: Slack's code, and what comes with it. */
export class Refusal extends Error {
  readonly answer: Json
  constructor(code: string, extra: Json = {}) {
    super(code)
    this.answer = { ok: false, error: code, ...extra }
  }
}

/** `invalid_blocks` and its kin: each complaint names the place by a JSON pointer. */
export function complaintsRefusal(code: string, complaints: string[]): Refusal {
  const messages = complaints.map((complaint) => `[ERROR] ${complaint}`)
  return new Refusal(code, { errors: complaints, response_metadata: { messages } })
}
