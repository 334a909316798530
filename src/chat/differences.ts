import type { Command } from '../crm/command.ts'
import type { Ctx } from '../crm/context.ts'
import { type Field, fieldsOf } from '../crm/fields.ts'
import type { Core } from './core.ts'

type Input = Record<string, unknown>

/** What a correction changed, a line a field: `联系人: 王店长 → 李店长`. */
export async function differences(
  ctx: Ctx,
  core: Core,
  { command, before, after }: { command: Command; before: Input; after: Input },
): Promise<string[]> {
  const lines: string[] = []
  for (const [name, field] of fieldsOf(command.input)) {
    if (JSON.stringify(before[name]) === JSON.stringify(after[name])) continue
    const [from, to] = [
      await partsOf(ctx, core, { name, field, input: before }),
      await partsOf(ctx, core, { name, field, input: after }),
    ]
    const gone = from.filter((part) => !to.includes(part))
    const come = to.filter((part) => !from.includes(part))
    lines.push(`${field.label[ctx.language]}: ${gone.join(', ') || '–'} → ${come.join(', ') || '–'}`)
  }
  return lines
}

/** A value in words; one of several lines by its lines, so that only those that changed are shown. */
async function partsOf(
  ctx: Ctx,
  core: Core,
  { name, field, input }: { name: string; field: Field; input: Input },
): Promise<string[]> {
  if (input[name] === undefined) return []
  return (await core.fieldInWords(ctx, field, input[name], input)).split('\n').filter(Boolean)
}
