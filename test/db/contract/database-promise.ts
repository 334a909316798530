import type { PrismaClient } from '#prisma'

/**
 * What the business relies on in a database, whatever the driver. Neutral of runtime and test runner: each promise
 * is run on a fresh database and answers plain JSON, which may come out of another process.
 */
export interface DatabasePromise {
  that: string
  run(db: PrismaClient): Promise<unknown>
  answers: unknown
}
