import * as z from 'zod'

export interface DingtalkSettings {
  /** Also the code of the robot. */
  clientId: string
  clientSecret: string
  /** Without it answers are markdown and action cards, which cannot be redrawn. */
  templateId?: string
  /** Neither ends in a slash. */
  apiUrl: string
  oapiUrl: string
  /** Bytes of one template variable. */
  cardValueBytes: number
  /** Calls of one API that the organisation may make in a second. */
  callsPerSecond: number
  transport: DingtalkTransport
}

export type DingtalkTransport =
  | { mode: 'stream' }
  | {
      mode: 'http'
      /** Does not end in a slash. */
      publicUrl: string
      /** A part of our address that nobody else knows: the platform's signatures do not cover what they sign. */
      pathSecret: string
      /** Signs the presses. */
      cardSecret: string
    }

const base = z.url().refine(isSafe, 'must be https').transform(withoutSlash)
const secret = z.string().regex(/^[\w-]{16,}$/, 'at least 16 letters, digits, - or _')

const environment = z.object({
  DINGTALK_CLIENT_ID: z.string().min(1).optional(),
  DINGTALK_CLIENT_SECRET: z.string().min(1).optional(),
  DINGTALK_CARD_TEMPLATE_ID: z
    .string()
    .regex(/^[\w-]+\.schema$/, 'a template id ends in .schema')
    .optional(),
  DINGTALK_MODE: z.enum(['stream', 'http'], 'must be stream or http').optional(),
  DINGTALK_API_URL: base.default('https://api.dingtalk.com'),
  DINGTALK_OAPI_URL: base.default('https://oapi.dingtalk.com'),
  DINGTALK_PATH_SECRET: secret.optional(),
  DINGTALK_CARD_SECRET: secret.optional(),
  DINGTALK_CARD_VALUE_BYTES: z.coerce.number().int().min(512).max(15_000).default(3072),
  DINGTALK_CALLS_PER_SECOND: z.coerce.number().int().min(1).max(1000).default(20),
  PUBLIC_URL: base.optional(),
})

type Environment = z.infer<typeof environment>

/** Only to this machine may a secret travel in the clear. */
function isSafe(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return protocol === 'https:' || ['127.0.0.1', 'localhost'].includes(hostname)
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}

/** DingTalk's settings, or null where none is given. Throws with the lines to mend. */
export function dingtalkSettings(env: Record<string, string | undefined>): DingtalkSettings | null {
  const given = Object.entries(env).filter(([name, value]) => name in environment.shape && value)
  if (!given.some(([name]) => name.startsWith('DINGTALK_'))) return null
  const parsed = environment.safeParse(Object.fromEntries(given))
  if (!parsed.success) throw mend(z.prettifyError(parsed.error))
  const { DINGTALK_CLIENT_ID: clientId, DINGTALK_CLIENT_SECRET: clientSecret } = parsed.data
  if (!clientId) throw mend('add DINGTALK_CLIENT_ID=… (“Credentials” of the app)')
  if (!clientSecret) throw mend('add DINGTALK_CLIENT_SECRET=… (“Credentials” of the app)')
  return {
    clientId,
    clientSecret,
    templateId: parsed.data.DINGTALK_CARD_TEMPLATE_ID,
    apiUrl: parsed.data.DINGTALK_API_URL,
    oapiUrl: parsed.data.DINGTALK_OAPI_URL,
    cardValueBytes: parsed.data.DINGTALK_CARD_VALUE_BYTES,
    callsPerSecond: parsed.data.DINGTALK_CALLS_PER_SECOND,
    transport: transportOf(parsed.data),
  }
}

function transportOf(env: Environment): DingtalkTransport {
  const { DINGTALK_MODE: mode, DINGTALK_PATH_SECRET: pathSecret, DINGTALK_CARD_SECRET: cardSecret } = env
  if (mode !== 'http') {
    if (!pathSecret && !cardSecret) return { mode: 'stream' }
    if (mode === 'stream')
      throw mend(
        'DINGTALK_MODE=stream: remove DINGTALK_PATH_SECRET and DINGTALK_CARD_SECRET, they are for http',
      )
    throw mend('DINGTALK_PATH_SECRET or DINGTALK_CARD_SECRET is set: add DINGTALK_MODE=http, or remove them')
  }
  const { PUBLIC_URL: publicUrl } = env
  if (!publicUrl)
    throw mend('DINGTALK_MODE=http: add PUBLIC_URL=https://… (where the platform reaches this service)')
  if (!pathSecret) throw mend('DINGTALK_MODE=http: add DINGTALK_PATH_SECRET=… (16 or more random letters)')
  if (!cardSecret)
    throw mend('DINGTALK_MODE=http: add DINGTALK_CARD_SECRET=… (16 or more other random letters)')
  if (cardSecret === pathSecret) throw mend('DINGTALK_CARD_SECRET must differ from DINGTALK_PATH_SECRET')
  return { mode, publicUrl, pathSecret, cardSecret }
}

const mend = (lines: string) => new Error(`the settings of DingTalk do not work:\n${lines}`)
