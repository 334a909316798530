import type { DriverAdapterError } from '@prisma/driver-adapter-utils'

type DriverError = DriverAdapterError['cause']

/** What SQLite says in words where a storage gives no codes, in the terms of the client: a unique violation becomes P2002. */
export function driverErrorOf({ message }: Error): DriverError {
  const [what = '', of = ''] = message.split(': ')
  const columns = of.split(', ')
  const fields = columns.map((column) => column.split('.').at(-1)!)
  const known: Record<string, DriverError> = {
    'UNIQUE constraint failed': {
      kind: 'UniqueConstraintViolation',
      constraint: { fields },
      table: columns[0]!.split('.')[0],
    },
    'NOT NULL constraint failed': { kind: 'NullConstraintViolation', constraint: { fields } },
    'FOREIGN KEY constraint failed': {
      kind: 'ForeignKeyConstraintViolation',
      constraint: { foreignKey: {} },
    },
    'no such table': { kind: 'TableDoesNotExist', table: of },
    'no such column': { kind: 'ColumnNotFound', column: of },
  }
  const cause = known[what] ?? { kind: 'sqlite', extendedCode: 1, message }
  return { ...cause, originalMessage: message }
}
