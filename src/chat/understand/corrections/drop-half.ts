import type { Ctx } from '../../../crm/context.ts'
import { plainText } from '../normalise.ts'
import type { Understood } from '../understood.ts'
import { type Base, changedTo } from './base.ts'

const whole =
  /^(?:是|请|改成|应该是|it's |make it )?(?:一?整天|全天|一天|(?:the |a )?(?:whole|full) day|all day)(?:吧|的)?$/u

/** 全天: of a leave, the half is none. */
export async function dropHalf(_ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  if (base.input.half === undefined || !whole.test(plainText(said).trim())) return null
  const { half: _, ...input } = base.input
  return changedTo(base, input)
}
