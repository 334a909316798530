import type { ListError } from './list-errors.ts'

/** What came of a list: all of it is saved, or it has errors and nothing is. */
export interface Imported {
  added: number
  changed: number
  unchanged: number
  errors: ListError[]
}

export const notImported = (errors: ListError[]): Imported => ({
  added: 0,
  changed: 0,
  unchanged: 0,
  errors: errors.sort((a, b) => a.line - b.line),
})

/** What a cell says; an empty one says `otherwise`. A column that the list does not have leaves what is known. */
export function cellOr<T>(cell: T | null | undefined, known: T | undefined, otherwise: T): T {
  return cell ?? (cell === undefined ? (known ?? otherwise) : otherwise)
}

/** Whether anything of what is to be written differs from what is there. */
export const differs = <T extends object>(there: T, written: Partial<T>): boolean =>
  (Object.keys(written) as (keyof T)[]).some((key) => written[key] !== there[key])
