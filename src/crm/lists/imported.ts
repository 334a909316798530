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

/** What an empty cell stands for in a new row. In one that is known, a column that the file lacks stays as it is. */
export const cellOr = <T>(cell: T | null | undefined, known: unknown, otherwise: T): T | undefined =>
  cell ?? (cell === undefined && known ? undefined : otherwise)

/** Whether anything of what is to be written differs from what is there. */
export const differs = <T extends object>(there: T, written: Partial<T>): boolean =>
  (Object.keys(written) as (keyof T)[]).some(
    (key) => written[key] !== undefined && written[key] !== there[key],
  )
