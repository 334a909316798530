import type { Command } from '../../../crm/command.ts'
import type { Ctx } from '../../../crm/context.ts'
import type { Words } from '../../../lib/words.ts'
import { normalise, originalSpan } from '../normalise.ts'
import { type Ask, type Choice, nothing, type SpokenOf, type Understood } from '../understood.ts'

/** What a correction changes: the draft that waits, or what was saved last. */
export interface Base {
  command: Command
  input: Record<string, unknown>
  corrects: 'draft' | 'last'
  /** What it still asks. */
  asks?: Ask[]
  choices?: Choice[]
}

/** One way to take a sentence as a change of a base; null where it is none of that kind. */
export type Reader = (ctx: Ctx, base: Base, said: string) => Promise<Understood | null>

/** The draft first. */
export const basesOf = (commands: Command[], { draft, last }: SpokenOf): Base[] =>
  (['draft', 'last'] as const).flatMap((corrects) => {
    const spoken = corrects === 'draft' ? draft : last
    const command = commands.find(({ name }) => name === spoken?.command)
    return command && spoken ? [{ ...spoken, command, corrects }] : []
  })

export const changedTo = ({ command, corrects }: Base, input: Base['input']): Understood => ({
  ...{ ...nothing(), command: command.name, input: { ...input } },
  corrects,
})

/** Nothing is changed: the form of the base asks. */
export const asked = (base: Base, field: string, why: Words): Understood => ({
  ...changedTo(base, base.input),
  asks: [{ field, why }],
})

/** The named parts of a pattern for normalised text, as they were written. */
export function partsSaid(form: RegExp, said: string): Record<string, string> | null {
  const normalised = normalise(said)
  const found = new RegExp(form.source, `${form.flags}d`).exec(normalised.text)
  if (!found) return null
  const places = Object.entries(found.indices?.groups ?? {})
  return Object.fromEntries(
    places.flatMap(([name, place]) => {
      if (!place || place[0] === place[1]) return []
      const { start, end } = originalSpan(normalised, ...place)
      return [[name, said.slice(start, end)]]
    }),
  )
}

/** A change with what else its base still asks: one answer is not all of them. */
export function withOpen({ input, asks = [], choices = [] }: Base, changed: Understood): Understood {
  const taken = new Set([...changed.asks, ...changed.choices].map(({ field }) => field))
  const isOpen = ({ field }: { field: string }) =>
    field !== '' && !taken.has(field) && changed.input[field] === input[field]
  return {
    ...changed,
    asks: [...changed.asks, ...asks.filter(isOpen)],
    choices: [...changed.choices, ...choices.filter(isOpen)],
  }
}
