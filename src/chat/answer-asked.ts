import type { FormValues } from '../../cards/card.ts'
import type { Ctx } from '../crm/context.ts'
import { fieldsOf } from '../crm/fields.ts'
import { type Core, commandNamed } from './core.ts'
import { draftShown } from './draft-shown.ts'
import type { Draft } from './drafts.ts'
import { isQuestion } from './understand/mood.ts'
import { plainText } from './understand/normalise.ts'
import type { Understood } from './understand/understood.ts'

/** What a sentence that means nothing else fills in of the form just shown. */
export interface AskedFor {
  draft: Draft
  values: FormValues
}

/** 等一下, 不退了, 先看看合同, 谁提交的: said about it, and no reason for it. */
const noAnswer =
  /^(?:等|先|别|不.{0,3}了$|看|查|接收|批准|退回|通过|第.[个份条]|帮|怎么|wait|show|see|don't|not yet)/iu

/** 数量不对, where the form just shown asks for one thing in words: that is the answer. */
export async function answerAsked(ctx: Ctx, core: Core, sentence: string): Promise<AskedFor | null> {
  const draft = await draftShown(ctx)
  const [ask, another] = draft?.asks ?? []
  if (!draft || !ask?.missing || another || draft.choices.length > 0) return null
  const command = commandNamed(core.commands, draft.command)
  const field = fieldsOf(command.input).find(([name]) => name === ask.field)?.[1]
  const says = plainText(sentence).trim()
  if (isQuestion(says) || noAnswer.test(says)) return null
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
