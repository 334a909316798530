import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import { PrismaClient } from '#prisma'
import { serialAdapter } from './serial-adapter.ts'

/** The client on an open connection, with one queue of writes, the same on every runtime. */
export function clientOn(connection: SqlDriverAdapter): PrismaClient {
  const serial = serialAdapter(connection)
  const { provider, adapterName } = serial
  return new PrismaClient({
    adapter: { provider, adapterName, connect: async () => serial },
    // A transaction waits for all that stand in the queue before it, and one that hangs must not hold them for ever.
    transactionOptions: { maxWait: 60_000, timeout: 20_000 },
  })
}
