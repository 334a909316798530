import type { FormValues } from '../../cards/card.ts'
import type { Ctx } from '../crm/context.ts'
import { fieldsOf } from '../crm/fields.ts'
import { type Core, commandNamed } from './core.ts'
import { draftShown } from './draft-shown.ts'
import type { Draft } from './drafts.ts'
import type { Understood } from './understand/understood.ts'

/** What a sentence that means nothing else fills in of the form just shown. */
export interface AskedFor {
  draft: Draft
  values: FormValues
}

/** 数量不对, where the form just shown asks for one thing in words: that is the answer. */
export async function answerAsked(ctx: Ctx, core: Core, sentence: string): Promise<AskedFor | null> {
  const draft = await draftShown(ctx)
  const [ask, another] = draft?.asks ?? []
  if (!draft || !ask?.missing || another || draft.choices.length > 0) return null
  const command = commandNamed(core.commands, draft.command)
  const field = fieldsOf(command.input).find(([name]) => name === ask.field)?.[1]
  const inWords = field?.kind === 'words' && !command.fromForm
  return inWords ? { draft, values: { [ask.field]: sentence.trim() } } : null
}

/**
 * 聊了元旦促销, after a form that asked what 拜访华联 was about: the sentence goes on with what was said before, as far as
 * neither contradicts the other.
 */
export async function completed(ctx: Ctx, understood: Understood): Promise<Understood> {
  const draft = await draftShown(ctx)
  const { asks, choices, input, command, corrects, exact } = understood
  if (!draft || command !== draft.command || corrects || exact || draft.asks.length === 0) return understood
  const contradicts = Object.entries(input).some(
    ([name, value]) =>
      draft.input[name] !== undefined && JSON.stringify(draft.input[name]) !== JSON.stringify(value),
  )
  const goesOn = asks.some(({ field, missing }) => missing && draft.input[field] !== undefined)
  if (contradicts || !goesOn) return understood
  const whole = { ...draft.input, ...input }
  const stillAsked = asks.filter(({ field }) => field === '' || whole[field] === undefined)
  return { ...understood, input: whole, asks: stillAsked, choices, corrects: 'draft' }
}
