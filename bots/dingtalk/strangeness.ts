import * as z from 'zod'

/** What is strange about a payload that could not be read, without what is in it; undefined for any other error. */
export function strangeness(error: unknown): string | undefined {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  return error instanceof SyntaxError ? 'no JSON' : undefined
}
