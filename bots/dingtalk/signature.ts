/** Milliseconds a signed moment may lie away from now, either way. The platform allows an hour; a signature that does not cover the body should be worth less. */
const tolerance = 5 * 60_000

export type Verify = (headers: Headers) => Promise<boolean>

/** https://open.dingtalk.com/document/development/receive-message */
export function verifyingMessages(clientSecret: string, wall: () => Date): Verify {
  const verify = verifying(clientSecret)
  return (headers) => {
    const at = headers.get('timestamp') ?? ''
    return isNow(at, wall()) ? verify(`${at}\n${clientSecret}`, headers.get('sign')) : no
  }
}

/** https://open.dingtalk.com/document/development/register-card-callback-address */
export function verifyingPresses(cardSecret: string, wall: () => Date): Verify {
  const verify = verifying(cardSecret)
  return (headers) => {
    const at = headers.get('x-ddpaas-signature-timestamp') ?? ''
    return isNow(at, wall()) ? verify(at, headers.get('x-ddpaas-signature')) : no
  }
}

const no = Promise.resolve(false)

/** The comparison takes the same time wherever they differ. */
function verifying(secret: string) {
  const name = { name: 'HMAC', hash: 'SHA-256' }
  const key = crypto.subtle.importKey('raw', bytesOf(secret), name, false, ['verify'])
  return async (signed: string, signature: string | null): Promise<boolean> => {
    const given = signature && bytesOfBase64(signature)
    return given ? crypto.subtle.verify('HMAC', await key, given, bytesOf(signed)) : false
  }
}

/** Also a moment ahead is refused: such a request could be kept and used for longer. */
export const isNow = (milliseconds: string, now: Date): boolean =>
  /^\d{1,15}$/.test(milliseconds) && Math.abs(now.getTime() - Number(milliseconds)) <= tolerance

const bytesOf = (text: string) => new TextEncoder().encode(text)

function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return null
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))
}
