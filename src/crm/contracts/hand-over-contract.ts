import { type Ctx, record } from '../context.ts'
import { roleWords } from '../people/roles.ts'
import { refuse } from '../refusal.ts'
import { suitableFor } from './approvers.ts'
import { contractByNumber, type Reading, readAgain } from './contract-by-number.ts'
import { checkDecision } from './decide-contract.ts'
import { type KnownMember, membersBy } from './members-by.ts'
import { contractSubject, passOn } from './pass-on.ts'
import { refuseByPerson } from './refusals.ts'

/** Hands the open step to a named member. Its clock does not start anew. */
export async function handOver(ctx: Ctx, number: string, to: string): Promise<Reading> {
  const reading = await contractByNumber(ctx, number)
  await checkDecision(ctx, reading, 'hand_over')
  const { contract, standing } = reading
  const suitable = await handOverTargets(ctx, reading)
  const target = suitable.find(({ code }) => code === to) ?? refuseTarget(reading, suitable)
  if (!(await claim(ctx, reading))) await refuseByPerson(ctx, await contractByNumber(ctx, number))
  await ctx.db.contractStep.update({ where: { id: standing!.stepId }, data: { assignedToId: target.id } })
  const now = await readAgain(ctx, reading)
  await passOn(ctx, reading, now)
  record(ctx, 'contract.hand_over', contractSubject(contract.number), {
    role: standing!.role,
    to: target.code,
  })
  return now
}

/** To whom the person may hand the open step. */
export async function handOverTargets(ctx: Ctx, { contract, standing }: Reading): Promise<KnownMember[]> {
  if (!standing) return []
  const { parentId } = contract.customer.office
  const offices = await ctx.db.orgUnit.findMany({ where: { parentId }, select: { id: true } })
  const ids = suitableFor(
    standing.approvers,
    standing.matter,
    offices.map(({ id }) => id),
  )
  return membersBy(
    ctx.db,
    ids.filter((id) => id !== ctx.me.id),
  )
}

async function claim(ctx: Ctx, { contract: { id, version } }: Reading): Promise<boolean> {
  const where = { id, version, state: 'in_review' }
  const { count } = await ctx.db.contract.updateMany({ where, data: { version: { increment: 1 } } })
  return count === 1
}

export function refuseTarget({ standing }: Reading, suitable: KnownMember[]): never {
  const role = roleWords[standing!.role]
  const names = (pick: (member: KnownMember) => string, comma: string) => suitable.map(pick).join(comma)
  const words =
    suitable.length === 0
      ? {
          zh: `没有可以转交的人：“${role.zh}”这一步只能由同岗或上级审批。`,
          en: `There is nobody to hand it to: this step is for the ${role.en} or the level above.`,
        }
      : {
          zh: `“${role.zh}”这一步只能转交给没有请假的同岗或上级：${names(({ name }) => name, '、')}。`,
          en: `This step can only be handed to one of the same role or above who is not on leave: ${names(({ nameEn }) => nameEn, ', ')}.`,
        }
  refuse('contract.hand_over_to', words, { to: words })
}
