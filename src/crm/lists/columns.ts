import { normaliseText } from '../../lib/normalise-text.ts'
import type { Words } from '../../lib/words.ts'
import { refuse } from '../refusal.ts'

/** A column of a list that is imported: what it is called, and what a cell of it means. */
export interface Column<T = unknown> {
  heading: Words
  /** Refuses, in words, what may not stand there. It is not asked about an empty cell. */
  read(text: string): T
  /** Has to be there, and filled. */
  isNeeded?: boolean
}

/** Columns by the name that is always understood in the first line, whatever the language of the others. */
export type Columns = Record<string, Column>

export const needed = <T>(column: Column<T>) => ({ ...column, isNeeded: true as const })

/** Text of at most so many characters. */
export const text = (heading: Words, most = 100): Column<string> => ({
  heading,
  read: (said) => (said.length <= most ? said : notAllowed(said, tooLong(most))),
})

/** Text of a certain form; `allowed` says of which. */
export const formed = (heading: Words, form: RegExp, allowed: Words): Column<string> => ({
  heading,
  read: (said) => (form.test(said) ? said : notAllowed(said, allowed)),
})

/** One of a few values, by itself or by what it is called in either language; `said` is what else people say for it. */
export function oneOf<T extends string>(
  heading: Words,
  values: Record<T, Words>,
  said?: Record<T, string[]>,
): Column<T> {
  const entries = Object.entries<Words>(values) as [T, Words][]
  const meant = new Map(
    entries.flatMap(([value, { zh, en }]) =>
      [value, zh, en, ...(said?.[value] ?? [])].map((name) => [normaliseText(name), value]),
    ),
  )
  const allowed = {
    zh: `可以写：${entries.map(([, { zh }]) => zh).join('、')}`,
    en: `Allowed are ${entries.map(([value]) => value).join(', ')}`,
  }
  return { heading, read: (cell) => meant.get(normaliseText(cell)) ?? notAllowed(cell, allowed) }
}

const yes = { yes: { zh: '是', en: 'y' }, no: { zh: '否', en: 'n' } }

export function yesOrNo(heading: Words): Column<boolean> {
  const column = oneOf(heading, yes)
  return { heading, read: (said) => column.read(said) === 'yes' }
}

/** Several in one cell, with semicolons, or what else is no part of a name, between them. */
export const partsOf = (cell: string): string[] =>
  cell
    .split(/[;；|、\n]/)
    .map((part) => part.trim())
    .filter(Boolean)

export function notAllowed(said: string, allowed: Words): never {
  refuse('list.cell', { zh: `“${said}”不行。${allowed.zh}`, en: `“${said}” will not do. ${allowed.en}` })
}

const tooLong = (most: number): Words => ({
  zh: `最多 ${most} 个字`,
  en: `It may have ${most} characters at most`,
})
