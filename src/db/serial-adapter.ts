import type { SqlDriverAdapter, SqlQuery, Transaction } from '@prisma/driver-adapter-utils'

/**
 * One queue of writes on a connection. SQLite has one transaction a connection, so a statement that runs while
 * the transaction of another message is open would become part of it and vanish with its rollback. Here every
 * statement outside a transaction waits until none is open, and transactions wait for each other: first come,
 * first served.
 *
 * Inside a transaction use only its own client: whoever awaits the outer one there waits for themselves.
 */
export function serialAdapter(inner: SqlDriverAdapter): SqlDriverAdapter {
  const enter = turnstile()
  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    const leave = await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    queryRaw: (query) => alone(() => inner.queryRaw(query)),
    executeRaw: (query) => alone(() => inner.executeRaw(query)),
    executeScript: (script) => alone(() => inner.executeScript(script)),
    startTransaction: async (level) => {
      const leave = await enter()
      try {
        return serialTransaction(await inner.startTransaction(level), leave)
      } catch (error) {
        leave()
        throw error
      }
    },
    getConnectionInfo: inner.getConnectionInfo?.bind(inner),
    dispose: () => alone(() => inner.dispose()),
  }
}

function serialTransaction(inner: Transaction, leave: () => void): Transaction {
  return {
    provider: inner.provider,
    adapterName: inner.adapterName,
    options: inner.options,
    queryRaw: (query) => inner.queryRaw(query),
    executeRaw: (query) =>
      query.sql === 'COMMIT' ? commitOrRollBack(inner, query) : inner.executeRaw(query),
    commit: () => inner.commit().finally(leave),
    rollback: () => inner.rollback().finally(leave),
    createSavepoint: inner.createSavepoint?.bind(inner),
    rollbackToSavepoint: inner.rollbackToSavepoint?.bind(inner),
    releaseSavepoint: inner.releaseSavepoint?.bind(inner),
  }
}

/** A COMMIT that fails may leave the transaction open, and the client sends no ROLLBACK after it. */
async function commitOrRollBack(tx: Transaction, commit: SqlQuery): Promise<number> {
  try {
    return await tx.executeRaw(commit)
  } catch (error) {
    await tx.executeRaw({ ...commit, sql: 'ROLLBACK' }).catch(() => {})
    throw error
  }
}

/** Lets one in at a time; whoever is in gets the function to leave by. */
function turnstile(): () => Promise<() => void> {
  let last = Promise.resolve()
  return () => {
    const before = last
    const { promise, resolve } = Promise.withResolvers<void>()
    last = promise
    return before.then(() => resolve)
  }
}
