import type { Customer } from '#prisma'
import { pinyinOf } from '../../../lib/pinyin.ts'
import { cellOr } from '../../lists/imported.ts'
import { coreNameOf, mnemonicOf } from '../customer-keys.ts'
import { reportsStockByDefault, type Tier } from '../tiers.ts'
import type { CustomerRow } from './customer-columns.ts'
import type { Place } from './places.ts'

/** A line with what it refers to. */
export interface Placed {
  row: CustomerRow
  known: Customer | undefined
  place: Place
  upstreamId: number | null
}

/** What a line says of its customer, with all that follows from it. */
export function customerWritten({ row, known, place, upstreamId }: Placed) {
  const { name } = row
  const city = cellOr(row.city, known?.city, null)
  const tier = cellOr<string>(row.tier, known?.tier, 'unassigned')
  return {
    name,
    nameEn: cellOr(row.name_en, known?.nameEn, null),
    mnemonic: row.mnemonic ?? mnemonicAfter(known, name, city),
    coreName: coreNameOf(name, city),
    pinyin: pinyinOf(name),
    tier,
    city,
    address: cellOr(row.address, known?.address, null),
    phone: cellOr(row.phone, known?.phone, null),
    email: cellOr(row.email, known?.email, null),
    taxId: cellOr(row.tax_id, known?.taxId, null),
    grade: cellOr<string | null>(row.grade, known?.grade, null),
    status: cellOr<string>(row.status, known?.status, 'active'),
    remarks: cellOr(row.remarks, known?.remarks, null),
    reportsStock: cellOr(row.reports_stock, known?.reportsStock, reportsStockByDefault(tier as Tier)),
    upstreamId,
    ...place,
  }
}

/** One that somebody chose stays; the others follow the name. */
function mnemonicAfter(known: Customer | undefined, name: string, city: string | null): string {
  const isChosen = known && known.mnemonic !== mnemonicOf(known.name, known.city)
  return isChosen ? known.mnemonic : mnemonicOf(name, city)
}

/** Since when a customer has been with whom it is with, where that changes. */
export function handedOver(known: Customer, ownerId: number | null, at: Date): Partial<Customer> {
  if (ownerId === known.ownerId) return {}
  return ownerId === null ? { lastOwnerId: known.ownerId, pooledSince: at } : { ownedSince: at }
}
