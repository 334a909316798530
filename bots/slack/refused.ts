import { NotSent } from '../../src/chat/contract.ts'

/** Slack understood a call and would not do it. */
export class Refused extends Error {
  override name = 'Refused'
  /** Slack's word for why: `channel_not_found`. */
  readonly code: string

  constructor(method: string, code: string) {
    super(`${method}: ${code}`)
    this.code = code
  }
}

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

/** What a refusal means for a message. */
export function notSent({ code, message }: Refused): NotSent {
  if (gone.includes(code)) return new NotSent('gone', message)
  return new NotSent(passing.includes(code) ? 'again' : 'never', message)
}

const notThere = ['not_in_channel', 'channel_not_found', 'user_not_in_channel', 'is_archived']

/** Whether the app, or the one it speaks to, is not in the channel. */
export const isNotThere = (error: unknown): boolean =>
  error instanceof Refused && notThere.includes(error.code)
