import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils'
import type { PrismaClient } from '#prisma'
import { clientBehind } from './client-on.ts'
import { serialAdapter } from './serial-adapter.ts'

/**
 * The client in a Durable Object: two behind one queue, of which one runs nothing but transactions.
 *
 * A client gathers what it is asked until a timer goes off, one timer for all who ask. While a transaction is open the
 * object lets nothing happen that was begun outside it: were the timer set by somebody outside, the transaction would wait
 * for it, and it for the transaction.
 */
export function clientInObject(connection: SqlDriverAdapter): PrismaClient {
  const queue = serialAdapter(connection)
  const transactions = clientBehind(queue)
  const $transaction = transactions.$transaction.bind(transactions)
  return new Proxy(clientBehind(queue), {
    get: (client, name) => (name === '$transaction' ? $transaction : Reflect.get(client, name)),
  })
}
