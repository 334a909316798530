import { normaliseText } from '../../lib/normalise-text.ts'

interface Named {
  name: string
  nameEn: string | null
  title: string | null
}

/** The contact on file that was meant, by name or by surname and title (王店长); null where none or several could be. */
export function contactOf<Contact extends Named>(contacts: Contact[], said: string): Contact | null {
  const wanted = normaliseText(said)
  const named = contacts.filter(({ name, nameEn }) =>
    [name, nameEn ?? ''].some((known) => normaliseText(known) === wanted),
  )
  const meant = named.length > 0 ? named : contacts.filter((contact) => addressedAs(contact, wanted))
  return meant.length === 1 ? meant[0]! : null
}

const addressedAs = ({ name, title }: Named, wanted: string) =>
  Boolean(title) && wanted === normaliseText(`${name.slice(0, 1)}${title}`)
