import type { ArgType } from '@prisma/driver-adapter-utils'

/** A Durable Object takes no more bound values in a statement. */
const MOST = 100

interface Bound {
  sql: string
  values: (string | number | null)[]
}

/** A statement and its values as the storage of a Durable Object takes them. */
export function boundTo(sql: string, args: unknown[], argTypes: ArgType[]): Bound {
  const values = args.map((arg, i) => stored(arg, argTypes[i]?.scalarType))
  return values.length <= MOST ? { sql, values } : inOne(sql, values)
}

/** Many values travel as one list, of which each place in the statement takes its own. */
function inOne(sql: string, values: Bound['values']): Bound {
  let place = 0
  const picked = sql.replace(quotedOrPlace, (found) => (found === '?' ? `(?1->>${place++})` : found))
  return { sql: picked, values: [JSON.stringify(values)] }
}

const quotedOrPlace = /'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\?/g

function stored(arg: unknown, type: ArgType['scalarType'] | undefined): string | number | null {
  if (arg === null) return null
  if (typeof arg === 'boolean') return arg ? 1 : 0
  if (arg instanceof Date || type === 'datetime') return instant(arg as string | Date)
  if (typeof arg === 'bigint' || type === 'bigint') return exact(arg as string | bigint)
  if (type === 'int' || type === 'float' || type === 'decimal') return Number(arg)
  if (typeof arg === 'string' || typeof arg === 'number') return arg
  throw new TypeError(`a value of type ${type ?? typeof arg} cannot be stored`)
}

/** As the client's own driver writes them under Node; they are compared as text. */
const instant = (at: string | Date) => new Date(at).toISOString().replace('Z', '+00:00')

function exact(integer: string | bigint): number {
  const number = Number(integer)
  if (!Number.isSafeInteger(number))
    throw new RangeError(`an integer beyond ±(2^53 - 1) cannot be stored exactly: ${integer}`)
  return number
}
