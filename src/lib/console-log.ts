import type { Log } from './log.ts'

type Level = 'info' | 'warn' | 'error'

/** JSON lines on the console, for a runtime whose platform collects what is printed. */
export function consoleLog(): Log {
  const line = (level: Level) => (fields: object, message: string) =>
    console[level](JSON.stringify({ level, message, ...withErrors(fields) }))
  return { info: line('info'), warn: line('warn'), error: line('error') }
}

const withErrors = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      value instanceof Error ? (value.stack ?? String(value)) : value,
    ]),
  )
