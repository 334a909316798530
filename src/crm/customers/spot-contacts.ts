import { lettersOf } from '../../lib/normalise-text.ts'
import { initialsOf, personPinyinOf, pinyinOf, soundsAlong } from '../../lib/pinyin.ts'
import { surnameOf } from '../../lib/surname.ts'
import { windowsOf } from '../../lib/windows.ts'
import type { Tx } from '../context.ts'

/**
 * How a contact is meant, the surest first; `address` is a polite form (王总) that could be someone else, `title` says
 * no name, and `unlikely` is an address that does not go with the title (陈店长 for a 陈会计) or a short name that only sounds alike.
 */
const kinds = [
  'name',
  'title_and_name',
  'english',
  'pinyin',
  'given_name',
  'sound',
  'address',
  'title',
  'unlikely',
] as const

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
  const contacts = await db.$queryRaw<Contact[]>`
    SELECT id, name, nameEn, title FROM Contact WHERE customerId = ${customerId}`
  return spotsOf(contacts, text)
}

/** Those of the customers that have a contact who is named in the sentence, and by more than a title. */
export async function customersOfPeople(db: Tx, customerIds: number[], text: string): Promise<Set<number>> {
  const contacts = await db.contact.findMany({
    where: { customerId: { in: customerIds } },
    select: { id: true, name: true, nameEn: true, title: true, customerId: true },
  })
  const isNamed = ({ matches }: ContactSpot) => matches.some(({ kind }) => !vague.has(kind))
  const having = customerIds.filter((id) =>
    spotsOf(
      contacts.filter(({ customerId }) => customerId === id),
      text,
    ).some(isNamed),
  )
  return new Set(having)
}

const vague = new Set<ContactMatch['kind']>(['title', 'unlikely'])

function spotsOf(contacts: Contact[], text: string): ContactSpot[] {
  const ways = contacts.flatMap(knownWaysToSay)
  const written = text.replace(/[^\p{L}\p{N}]/gu, '')
  const said = byLetters(ways.filter(({ letters }) => written.includes(letters)))
  const sounds = soundsOf(text)
  const sound = sounds.join('')
  const heard = byLetters(ways.filter(({ kind, letters }) => kind === 'pinyin' && sound.includes(letters)))
  if (said.size + heard.size === 0) return []
  return windowsOf(text).flatMap(({ letters, start, end }) => {
    const matches = said.get(letters) ?? soundingLike(heard, letters, sounds.slice(start, end))
    return matches.length > 0 ? [{ start, end, matches: surestOnce(matches) }] : []
  })
}

/** With the 长 of 店长 and 科长, which a dictionary reads otherwise behind a wrong character. */
const soundsOf = (text: string): string[] =>
  soundsAlong(text).map((sound, i) => (text[i] === '长' ? 'zhang' : sound))

const byLetters = (ways: Way[]): Map<string, Way[]> => Map.groupBy(ways, ({ letters }) => letters)

const allCharacters = /^\p{Script=Han}+$/u

/** 王电长 is how 王店长 comes out of a keyboard; of two characters a word may sound like a name as well. */
function soundingLike(heard: Map<string, Way[]>, letters: string, sounds: string[]): Way[] {
  if (heard.size === 0 || !allCharacters.test(letters)) return []
  const ways = heard.get(sounds.join('')) ?? []
  return ways.map((way) => ({ ...way, kind: letters.length > 2 ? 'sound' : 'unlikely' }))
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

const honorifics = '总 老板 老板娘 经理 店长 主任 主管 会计 采购 先生 女士 小姐 师傅 哥 姐 老师'.split(' ')
const chiefs = /总经理|老板|店主|经理|店长|主任|主管|负责人|董事长/
const staff = /会计|采购|收货|收银|理货|店员|仓管|库管|财务|出纳|导购|促销|业务|司机|^小/
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
    ['pinyin', name.length >= SHORTEST_IN_INITIALS ? [initialsOf(name)] : []],
    ...[...honorifics.map((word) => surname + word), `老${surname}`, `小${surname}`].map(addressed(contact)),
    ['address', [english, ...englishHonorifics.flatMap((word) => [word + english, english + word])]],
    ['title', [title ?? '']],
    ['unlikely', name.length === 3 && title && name.endsWith(title) ? [name.slice(0, 2)] : []],
  ]
  return ways.flatMap(([kind, words]) =>
    words
      .map(lettersOf)
      .filter(Boolean)
      .map((letters) => ({ id, name, kind, letters })),
  )
}

/** Two letters are words as well. */
const SHORTEST_IN_INITIALS = 3

/** 王总 may be the 王店长, but no 老板娘; 陈店长 is hardly the 陈会计, nor 小王 the 王店长. */
const addressed =
  ({ name, title }: Contact) =>
  (said: string): [ContactMatch['kind'], string[]] => {
    const own = title ?? name
    const another =
      (chiefs.test(said) && staff.test(own)) ||
      (staff.test(said) && chiefs.test(own)) ||
      (said.endsWith('娘') && !own.endsWith('娘')) ||
      (said.endsWith('老板') && own.endsWith('娘'))
    return [another ? 'unlikely' : 'address', [said]]
  }

/** Each contact once, in the surest way they are meant; a polite form is nobody else's where it is someone's name or title. */
function surestOnce(ways: Way[]): ContactMatch[] {
  const rank = ({ kind }: ContactMatch) => kinds.indexOf(kind)
  const named = ways.filter(({ kind }) => kind !== 'address' && kind !== 'title' && kind !== 'unlikely')
  const once = new Map<number, ContactMatch>()
  for (const { letters, ...match } of (named.length > 0 ? named : ways).sort((a, b) => rank(a) - rank(b)))
    if (!once.has(match.id)) once.set(match.id, match)
  return [...once.values()]
}
