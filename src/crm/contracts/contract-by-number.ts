import type { Prisma } from '#prisma'
import type { Ctx, Tx } from '../context.ts'
import { maySee } from '../people/visibility.ts'
import { refuse } from '../refusal.ts'
import { approverRoster } from './approver-roster.ts'
import { type Standing, standingAmong } from './standing.ts'

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

const wholeContract = (db: Tx, number: string): Promise<WholeContract | null> =>
  db.contract.findUnique({ where: { number }, include: whole })

/** Only what is under review waits for anyone: the roster is not asked for in vain. */
const standingOf = async ({ db, now }: Ctx, contract: WholeContract): Promise<Standing | null> =>
  contract.state === 'in_review' ? standingAmong(await approverRoster(db, now), contract) : null

/** The same contract after its state or its steps were written; what it says has not changed. */
export async function readAgain(ctx: Ctx, { contract, standing }: Reading): Promise<Reading> {
  const { id } = contract
  const written = await ctx.db.contract.findUniqueOrThrow({
    where: { id },
    include: { steps: whole.steps, submittedBy: true },
  })
  const now = { ...contract, ...written }
  const approvers = standing?.approvers ?? (await approverRoster(ctx.db, ctx.now))
  return { contract: now, standing: standingAmong(approvers, now) }
}

const takesPart = (id: number, { steps }: WholeContract, standing: Standing | null) =>
  standing?.deciders.some(({ memberId }) => memberId === id) ||
  steps.some(({ decidedById, onBehalfOfId }) => decidedById === id || onBehalfOfId === id)
