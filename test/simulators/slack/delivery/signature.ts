import { createHmac } from 'node:crypto'

/** `X-Slack-Signature` of a raw body sent at `timestamp` (seconds since the epoch). */
export function signature(secret: string, timestamp: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}
