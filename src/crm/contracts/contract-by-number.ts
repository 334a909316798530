import type { Prisma } from '#prisma'
import type { Ctx, Tx } from '../context.ts'
import { maySee } from '../people/visibility.ts'
import { refuse } from '../refusal.ts'
import { type Standing, standingOf } from './standing.ts'

const whole = {
  customer: { include: { office: { include: { parent: true } }, owner: true } },
  submittedBy: true,
  lines: { include: { product: true }, orderBy: { id: 'asc' } },
  steps: {
    include: { decidedBy: true, onBehalfOf: true, assignedTo: true },
    orderBy: [{ round: 'asc' }, { position: 'asc' }],
  },
} satisfies Prisma.ContractInclude

/** A contract with all that its card shows. */
export type WholeContract = Prisma.ContractGetPayload<{ include: typeof whole }>
export type WholeStep = WholeContract['steps'][number]

export interface Reading {
  contract: WholeContract
  /** Who may decide at this moment; null where nothing waits. */
  standing: Standing | null
}

/**
 * A contract the person may see: one of a customer they see, or one that they decide or have decided on.
 * One they may not see is not told apart from one that does not exist.
 */
export async function contractByNumber(ctx: Ctx, written: string): Promise<Reading> {
  const number = written.normalize('NFKC').trim().toUpperCase()
  const contract = await wholeContract(ctx.db, number)
  const standing = contract && (await standingOf(ctx, contract))
  if (!contract || !(maySee(ctx.me, contract.customer) || takesPart(ctx.me.id, contract, standing)))
    refuse('contract.unknown', {
      zh: `没有找到您可以查看的合同 ${number}。发“合同 客户名称”试试。`,
      en: `There is no contract ${number} that you may see. Try “contract <customer>”.`,
    })
  ctx.spokenOf = contract.customer.code
  return { contract, standing }
}

export const wholeContract = (db: Tx, number: string): Promise<WholeContract | null> =>
  db.contract.findUnique({ where: { number }, include: whole })

const takesPart = (id: number, { steps }: WholeContract, standing: Standing | null) =>
  standing?.deciders.some(({ memberId }) => memberId === id) ||
  steps.some(({ decidedById, onBehalfOfId }) => decidedById === id || onBehalfOfId === id)
