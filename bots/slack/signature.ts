const tolerance = 300

export type Verify = (headers: Headers, body: Uint8Array<ArrayBuffer>) => Promise<boolean>

/**
 * Whether a request is Slack's: signed over its raw bytes, within five minutes of now either way.
 * The comparison takes the same time wherever they differ. https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function verifying(secret: string, wall: () => Date): Verify {
  const key = crypto.subtle.importKey('raw', bytesOf(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'verify',
  ])
  return async (headers, body) => {
    const seconds = headers.get('x-slack-request-timestamp') ?? ''
    const signature = bytesOfHex(/^v0=([0-9a-f]{64})$/.exec(headers.get('x-slack-signature') ?? '')?.[1])
    if (!signature || !isNow(seconds, wall())) return false
    const signed = bytesOf(`v0:${seconds}:`)
    const whole = new Uint8Array(signed.length + body.length)
    whole.set(signed)
    whole.set(body, signed.length)
    return crypto.subtle.verify('HMAC', await key, signature, whole)
  }
}

/** Also a moment ahead is refused: such a request could be kept and used for longer. */
export const isNow = (seconds: string, now: Date): boolean =>
  /^\d{1,12}$/.test(seconds) && Math.abs(now.getTime() / 1000 - Number(seconds)) <= tolerance

const bytesOf = (text: string) => new TextEncoder().encode(text)

const bytesOfHex = (hex: string | undefined) =>
  hex && Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
