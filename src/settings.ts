import * as z from 'zod'

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true')
  .optional()

const environment = z.object({
  HOST: z.string().min(1).optional(),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  QUDAO_DB: z.string().min(1).default('.data/qudao.sqlite'),
  PLAYGROUND: flag,
  QUDAO_DEMO: flag,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export interface Settings {
  /** The address to listen at; by default this machine's own, unless a platform calls us. */
  host: string | undefined
  port: number
  /** The SQLite file. */
  database: string
  /** On where no platform is configured. */
  playground: boolean
  /** Fill an empty database with the demo company. */
  demo: boolean
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
}

/** Settings from the environment, parsed once. Throws with the lines to mend. */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const parsed = environment.safeParse(env)
  if (!parsed.success) throw new Error(`these settings do not work:\n${z.prettifyError(parsed.error)}`)
  const { HOST, PORT, QUDAO_DB, PLAYGROUND, QUDAO_DEMO, LOG_LEVEL } = parsed.data
  const playground =
    PLAYGROUND ?? !Object.keys(env).some((name) => /^(SLACK|DINGTALK)_/.test(name) && env[name])
  return {
    host: HOST,
    port: PORT,
    database: QUDAO_DB,
    playground,
    demo: QUDAO_DEMO ?? playground,
    logLevel: LOG_LEVEL,
  }
}
