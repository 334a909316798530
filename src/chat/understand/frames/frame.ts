import type { Ctx } from '../../../crm/context.ts'
import type { Reading } from '../reading.ts'
import type { Sentence } from '../spot.ts'

/** What understanding knows of a command beyond its declaration: how people come to mean it, and what fills it. */
export interface Frame {
  command: string
  /** Ways of saying it beside its words: patterns over an outline. */
  says?: RegExp[]
  /** Words that belong to it and mean nothing of their own in it: 合同 in 华联的合同批了. */
  own?: RegExp
  /** Words that, right beside its own, say that something else is meant: 周报 beside 退回 is no contract. */
  foreign?: RegExp
  /** How much the shape of a sentence speaks for it, where no word does: 0 to 10. */
  shape?(sentence: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): number
  /** Its words alone do not speak for it: 拜访 may be a record, a plan or a question. */
  shapeOnly?: boolean
  /** Fills what the declaration alone does not tell. Fields that are set stay. */
  fill?(reading: Reading): Promise<void> | void
  /** `fill` fills everything there is. */
  whole?: boolean
}
