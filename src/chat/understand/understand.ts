import type { Ctx } from '../../crm/context.ts'
import type { Command } from '../../crm/command.ts'
import { canonical } from './canonical.ts'
import { nothing, type SpokenOf, type Understood } from './understood.ts'

/** Understands a sentence as this person would mean it. */
export async function understand(
  _ctx: Ctx,
  commands: Command[],
  text: string,
  _spokenOf: SpokenOf,
): Promise<Understood> {
  return canonical(commands, text) ?? nothing()
}
