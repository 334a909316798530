import { pino } from 'pino'
import type { Log } from './log.ts'

const secrets = ['token', 'secret', 'authorization', 'sign', 'password']

/** JSON lines on standard output. Secrets are cut out wherever a field of that name occurs. */
export const nodeLog = (level: string): Log =>
  pino({
    level,
    base: null,
    redact: { paths: secrets.flatMap((name) => [name, `*.${name}`]), censor: '[cut]' },
    serializers: { error: (error) => (error instanceof Error ? pino.stdSerializers.err(error) : error) },
  })
