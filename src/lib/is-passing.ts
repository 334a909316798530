/** The database was locked by another process, full, or the queue too long: the same may well succeed later. */
export const isPassing = (error: unknown): boolean =>
  /P1008|P2024|P2028|P2034|SQLITE_(BUSY|FULL|IOERR)|database is locked|disk is full|SocketTimeout/i.test(
    `${(error as { code?: string }).code ?? ''} ${error}`,
  )
