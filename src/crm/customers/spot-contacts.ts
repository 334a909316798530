import { lettersOf } from '../../lib/normalise-text.ts'
import { personPinyinOf, pinyinOf } from '../../lib/pinyin.ts'
import { surnameOf } from '../../lib/surname.ts'
import { windowsOf } from '../../lib/windows.ts'
import type { Tx } from '../context.ts'

/** How a contact is meant, the surest first; `address` is a polite form (王总) that could be someone else, `title` says no name. */
const kinds = ['name', 'title_and_name', 'english', 'pinyin', 'given_name', 'address', 'title'] as const

export interface ContactMatch {
  id: number
  name: string
  kind: (typeof kinds)[number]
}

export interface ContactSpot {
  start: number
  end: number
  /** The surest kind first. */
  matches: ContactMatch[]
}

interface Contact {
  id: number
  name: string
  nameEn: string | null
  title: string | null
}

/**
 * The parts of a normalised sentence that name contacts of a customer: 王建国, 王店长 for the 店长 called 王建国, 王总,
 * 店长, manager wang. The longest first.
 */
export async function spotContacts(db: Tx, customerId: number, text: string): Promise<ContactSpot[]> {
  const contacts = await db.contact.findMany({
    where: { customerId },
    select: { id: true, name: true, nameEn: true, title: true },
  })
  const said = Map.groupBy(contacts.flatMap(knownWaysToSay), ({ letters }) => letters)
  return windowsOf(text).flatMap(({ letters, start, end }) => {
    const matches = said.get(letters)
    return matches ? [{ start, end, matches: surestOnce(matches) }] : []
  })
}

type Way = ContactMatch & { letters: string }

/** Deriving them again takes longer than reading the contacts. Kept by all they follow from, so a change counts at once. */
const known = new Map<string, Way[]>()
const mostKnown = 2_000

function knownWaysToSay(contact: Contact): Way[] {
  const key = JSON.stringify(contact)
  let ways = known.get(key)
  if (!ways) {
    if (known.size >= mostKnown) known.clear()
    ways = waysToSay(contact)
    known.set(key, ways)
  }
  return ways
}

const honorifics = '总 老板 老板娘 经理 店长 主任 会计 先生 女士 小姐 师傅 哥 姐 老师'.split(' ')
const englishHonorifics = 'manager boss mr mrs ms miss director accountant buyer chef'.split(' ')

function waysToSay(contact: Contact): Way[] {
  const { id, name, nameEn, title } = contact
  const surname = surnameOf(name)
  const given = name.slice(surname.length)
  const english = personPinyinOf(surname)
  const titled = title ? surname + title : ''
  const ways: [ContactMatch['kind'], string[]][] = [
    ['name', [name]],
    ['title_and_name', [titled, name + (title ?? '')]],
    ['english', [nameEn ?? '']],
    ['pinyin', [personPinyinOf(name), title ? english + pinyinOf(title) : '']],
    ['given_name', given.length >= 2 && given !== title ? [given] : []],
    ['address', [...honorifics.map((word) => surname + word), `老${surname}`, `小${surname}`]],
    ['address', [english, ...englishHonorifics.flatMap((word) => [word + english, english + word])]],
    ['title', [title ?? '']],
  ]
  return ways.flatMap(([kind, words]) =>
    words
      .map(lettersOf)
      .filter(Boolean)
      .map((letters) => ({ id, name, kind, letters })),
  )
}

/** Each contact once, in the surest way they are meant; a polite form is nobody else's where it is someone's name or title. */
function surestOnce(ways: Way[]): ContactMatch[] {
  const rank = ({ kind }: ContactMatch) => kinds.indexOf(kind)
  const named = ways.filter(({ kind }) => kind !== 'address' && kind !== 'title')
  const once = new Map<number, ContactMatch>()
  for (const { letters, ...match } of (named.length > 0 ? named : ways).sort((a, b) => rank(a) - rank(b)))
    if (!once.has(match.id)) once.set(match.id, match)
  return [...once.values()]
}
