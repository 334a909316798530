import type { Prisma } from '#prisma'
import { dateOf, type Temporal } from '../../../lib/time.ts'
import type { Tx } from '../../context.ts'
import { differs, type Imported, notImported } from '../../lists/imported.ts'
import { type ListError, repeatedCodes } from '../../lists/list-errors.ts'
import { Refusal } from '../../refusal.ts'
import { indexCustomers } from '../customer-index.ts'
import { addCustomers, idsOf } from './add-customers.ts'
import { saveContacts } from './contacts.ts'
import type { CustomerRow } from './customer-columns.ts'
import { customerWritten, handedOver, type Placed } from './customer-written.ts'
import { placeIn, placesNamed } from './places.ts'
import { upstreamErrors } from './upstreams.ts'

const withContacts = { contacts: true } satisfies Prisma.CustomerInclude
type Known = Prisma.CustomerGetPayload<{ include: typeof withContacts }>
type KnownByCode = Map<string, Known>

interface When {
  now: Temporal.Instant
  today: string
}

/** Adds and changes customers by their code, all or nothing. Those that are not in the list stay as they are. */
export async function importCustomers(db: Tx, rows: CustomerRow[], when: When): Promise<Imported> {
  const named = rows.flatMap(({ code, upstream }) => [code, ...(upstream ? [upstream] : [])])
  const found = await db.customer.findMany({
    where: { code: { in: [...new Set(named)] } },
    include: withContacts,
  })
  const known: KnownByCode = new Map(found.map((customer) => [customer.code, customer]))
  const { places, errors } = await placesOf(db, rows, known, when.today)
  errors.push(...repeatedCodes(rows), ...(await upstreamErrors(db, rows)))
  if (errors.length > 0) return notImported(errors)

  const added = rows.filter(({ code }) => !known.has(code))
  const ids = await idsOf(db, added, known)
  const placed = rows.map((row, i): Placed & { known: Known | undefined } => {
    const before = known.get(row.code)
    const upstreamId =
      row.upstream === undefined ? (before?.upstreamId ?? null) : (ids.get(row.upstream ?? '') ?? null)
    return { row, known: before, place: places[i]!, upstreamId }
  })
  await addCustomers(
    db,
    placed.filter((one) => !one.known),
    ids,
    when,
  )
  const changed = await change(db, placed, when)
  return { added: added.length, changed, unchanged: rows.length - added.length - changed, errors: [] }
}

async function placesOf(db: Tx, rows: CustomerRow[], known: KnownByCode, today: string) {
  const named = await placesNamed(db, today)
  const errors: ListError[] = []
  const places = rows.map((row) => {
    try {
      return placeIn(named, row, known.get(row.code))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      errors.push({ line: row.line, words: error.words })
      return null
    }
  })
  return { places, errors }
}

/** How many of those known were changed. */
async function change(
  db: Tx,
  placed: (Placed & { known: Known | undefined })[],
  { now }: When,
): Promise<number> {
  const changed: number[] = []
  for (const { known, ...one } of placed) {
    if (!known) continue
    const written = customerWritten({ ...one, known })
    const contactsChanged = await saveContacts(db, known, one.row.contacts ?? [])
    const isChanged = differs(known, written)
    if (isChanged) {
      const data = {
        ...written,
        ...handedOver(known, written.ownerId, dateOf(now)),
        version: { increment: 1 },
      }
      await db.customer.update({ where: { id: known.id }, data, select: { id: true } })
    }
    if (isChanged || contactsChanged) changed.push(known.id)
  }
  const after = await db.customer.findMany({ where: { id: { in: changed } }, include: withContacts })
  await indexCustomers(db, after)
  return changed.length
}
