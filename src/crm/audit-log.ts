import { sha256 } from '../lib/sha256.ts'
import type { AuditEntry, Tx } from './context.ts'

const seed = '0'.repeat(64)

/**
 * Appends to the audit log, inside the transaction of what it speaks of. Each entry carries the hash of the one before,
 * so that an edit, a deletion or a reordering is found by `brokenAt`.
 */
export async function appendAudit(
  db: Tx,
  entries: AuditEntry[],
  by: { at: Date; memberId: number | null },
): Promise<void> {
  if (entries.length === 0) return
  let previous = (await db.audit.findFirst({ orderBy: { id: 'desc' }, select: { hash: true } }))?.hash ?? seed
  for (const { action, subject, detail } of entries) {
    const row = { ...by, action, subject, detail: JSON.stringify(detail), previous }
    const hash = await hashOf(row)
    await db.audit.create({ data: { ...row, hash } })
    previous = hash
  }
}

/** The id of the first entry that does not follow from the one before it; null where the log is whole. */
export async function brokenAt(db: Tx, batch = 1000): Promise<number | null> {
  let previous = seed
  let after = 0
  for (;;) {
    const rows = await db.audit.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: batch,
    })
    for (const { id, hash, ...row } of rows) {
      if (id !== after + 1 || row.previous !== previous || (await hashOf(row)) !== hash) return id
      previous = hash
      after = id
    }
    if (rows.length < batch) return null
  }
}

interface Hashed {
  at: Date
  memberId: number | null
  action: string
  subject: string
  detail: string
  previous: string
}

const hashOf = ({ at, memberId, action, subject, detail, previous }: Hashed) =>
  sha256(JSON.stringify([at.toISOString(), memberId, action, subject, detail, previous]))
