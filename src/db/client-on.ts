import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { PrismaClient } from '#prisma'
import { serialAdapter } from './serial-adapter.ts'

/** The client on an open connection, with one queue of writes, the same on every runtime. */
export const clientOn = (connection: SqlDriverAdapter): PrismaClient =>
  clientBehind(serialAdapter(connection))

/** A client on a queue that it may share with others. */
export function clientBehind(queue: SqlDriverAdapter): PrismaClient {
  const { provider, adapterName } = queue
  return new PrismaClient({
    adapter: { provider, adapterName, connect: async () => queue },
    // Otherwise every query looks up where in the code it stands, for an error that it seldom has.
    errorFormat: 'minimal',
    // A transaction waits for all that stand in the queue before it, and one that hangs must not hold them for ever.
    transactionOptions: { maxWait: 60_000, timeout: 20_000 },
  })
}
