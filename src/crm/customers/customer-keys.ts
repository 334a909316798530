import { lettersOf } from '../../lib/normalise-text.ts'
import { foldedSound, initialsOf, spellingsOf } from '../../lib/pinyin.ts'
import { gapsOf } from '../../lib/slips.ts'
import { coreNameOf, englishNamesOf, isGeneral, shortNamesOf } from './core-name.ts'

export { pinyinOf } from '../../lib/pinyin.ts'
export { coreNameOf } from './core-name.ts'

/** How a customer is named by a key, the surest first; `sound` and `gap` only serve to find near misses. */
export const keyKinds = [
  'code',
  'mnemonic',
  'name',
  'core',
  'short',
  'english',
  'phone',
  'pinyin',
  'initials',
  'sound',
  'gap',
] as const

export type KeyKind = (typeof keyKinds)[number]

export interface Key {
  key: string
  kind: KeyKind
}

/** What of a customer makes its keys. */
export interface Named {
  code: string
  mnemonic: string
  name: string
  nameEn?: string | null
  city?: string | null
  phone?: string | null
  financePhone?: string | null
  contacts?: { mobile?: string | null; phone?: string | null }[]
}

/** The mnemonic code a customer gets unless it is given one: the pinyin initials of the name people know. */
export const mnemonicOf = (name: string, city?: string | null): string =>
  initialsOf(coreNameOf(name, city)).toUpperCase().slice(0, 20)

/** Every normalised word that names the customer, each once, under the surest kind. */
export function keysOf(customer: Named): Key[] {
  const core = coreNameOf(customer.name, customer.city)
  const shorts = shortNamesOf(core)
  const spellings = [core, ...shorts].flatMap(spellingsOf)
  return distinct([
    ...keys('code', codeForms(lettersOf(customer.code))),
    { key: lettersOf(customer.mnemonic), kind: 'mnemonic' },
    { key: lettersOf(customer.name), kind: 'name' },
    { key: core, kind: 'core' },
    ...keys('short', shorts),
    ...keys('english', englishNamesOf(customer.nameEn ?? '')),
    ...keys('phone', phoneTails(customer)),
    ...keys(
      'pinyin',
      spellings.map(({ pinyin }) => pinyin),
    ),
    ...keys(
      'initials',
      spellings.map(({ initials }) => initials),
    ),
    ...keys(
      'sound',
      spellings.map(({ pinyin }) => soundKey(pinyin)),
    ),
    ...keys('gap', [core, ...shorts].flatMap(gapsOfName).map(gapKey)),
  ])
}

/** Names of so many characters are also found with one of them wrong, missing or too many. */
export const SHORTEST_GAPPED = 3
export const LONGEST_GAPPED = 6

function gapsOfName(name: string): string[] {
  const fits = name.length >= SHORTEST_GAPPED && name.length <= LONGEST_GAPPED
  return fits && /^\p{Script=Han}+$/u.test(name) ? gapsOf(name).filter((gap) => !isGeneral(gap)) : []
}

/** A name with a character left out as a key: marked, because it must not meet what someone typed. */
export const gapKey = (gap: string): string => `-${gap}`

/** A folded sound as a key, marked likewise. */
export const soundKey = (pinyin: string): string => `~${foldedSound(pinyin)}`

const keys = (kind: KeyKind, words: string[]): Key[] => words.map((key) => ({ key, kind }))

/** People leave out the zeros: KH000123 is also KH123. */
const codeForms = (code: string) => [code, code.replace(/(\p{L})0+(?=\d)/u, '$1')]

const phoneTails = ({ phone, financePhone, contacts = [] }: Named) =>
  [phone, financePhone, ...contacts.flatMap((contact) => [contact.mobile, contact.phone])]
    .map((number) => (number ?? '').replace(/\D/g, ''))
    .filter((digits) => digits.length >= 7)
    .map((digits) => digits.slice(-4))

/** A key of one letter names nothing. */
function distinct(keys: Key[]): Key[] {
  const first = new Map<string, Key>()
  for (const key of keys) if (key.key.length >= 2 && !first.has(key.key)) first.set(key.key, key)
  return [...first.values()]
}
