import type { Ctx } from '../../../crm/context.ts'
import { tenseOf } from '../moments.ts'
import { once } from '../once.ts'
import type { Outline } from '../outline.ts'
import type { Sentence, Thing } from '../spot.ts'
import { readVisit } from './read-visit.ts'
import type { VisitTold } from './told.ts'

type Clock = Pick<Ctx, 'now' | 'me'>

/** The visit that a sentence tells: a copy of its own for everyone who asks. */
export const toldIn = ({ outline }: Sentence, ctx: Clock): VisitTold => ({ ...read(ctx)(outline) })

const read = once((ctx: Clock) =>
  once((outline: Outline<Thing>) => readVisit(outline, (date) => tenseOf(ctx, date))),
)
