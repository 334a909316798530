/** Structured log, as pino and the console of a worker both offer it. Never given texts that people wrote, names or numbers. */
export interface Log {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
