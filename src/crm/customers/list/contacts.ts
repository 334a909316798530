import type { Contact } from '#prisma'
import { personPinyinOf } from '../../../lib/pinyin.ts'
import type { Tx } from '../../context.ts'
import { differs } from '../../lists/imported.ts'
import type { ListedContact } from './customer-columns.ts'

/** A listed contact as a row. The columns of all are the same. */
export const contactRow = (
  customerId: number,
  { name, title, mobile, phone }: ListedContact,
  isKey: boolean,
) => ({
  customerId,
  name,
  pinyin: personPinyinOf(name),
  title: title ?? null,
  mobile: mobile ?? null,
  phone: phone ?? null,
  isKey,
})

/** Adds the listed contacts a customer does not have and changes those it has; the others stay. False where nothing had to be. */
export async function saveContacts(
  db: Tx,
  { id, contacts }: { id: number; contacts: Contact[] },
  listed: ListedContact[],
): Promise<boolean> {
  let isChanged = false
  let hasKey = contacts.some(({ isKey }) => isKey)
  for (const one of listed) {
    const known = contacts.find(({ name }) => name === one.name)
    if (known && !differs(known, one)) continue
    if (known) await db.contact.update({ where: { id: known.id }, data: one })
    else await db.contact.create({ data: contactRow(id, one, !hasKey) })
    hasKey = true
    isChanged = true
  }
  return isChanged
}
