import type { Prisma } from '#prisma'
import type { Tx } from '../context.ts'
import type { ContractState } from './approval.ts'

export interface ContractOfYear {
  id: number
  number: string
  year: number
  state: ContractState
  /** Fen, at list price. */
  amount: bigint
  /** Volumes in base units of the product; `months` are twelve that add up to the volume. */
  lines: { productId: number; volume: number; months: number[] }[]
}

/** What came to nothing does not count: a customer may have several of these a year, but one that lives. */
const living = { state: { notIn: ['rejected', 'withdrawn'] } } satisfies Prisma.ContractWhereInput

/** The one contract of a customer for a year, whatever its state; only an approved one is an agreed volume. */
export async function contractOfYear(
  db: Tx,
  customerId: number,
  year: number,
): Promise<ContractOfYear | null> {
  const contract = await db.contract.findFirst({
    where: { customerId, year, ...living },
    include: { lines: { orderBy: { id: 'asc' } } },
    orderBy: { id: 'desc' },
  })
  if (!contract) return null
  const { id, number, amount } = contract
  const lines = contract.lines.map(({ productId, volume, months }) => ({
    productId,
    volume,
    months: JSON.parse(months) as number[],
  }))
  return { id, number, year, state: contract.state as ContractState, amount, lines }
}
