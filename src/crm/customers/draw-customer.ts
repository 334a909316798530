import type { Card } from '../../../cards/card.ts'
import { type CustomerDone, customerCard } from '../../../cards/customer-card.ts'
import type { Subject } from '../command.ts'
import type { Ctx } from '../context.ts'
import { todayOf } from '../today-of.ts'
import { customerShown } from './customer-shown.ts'

/** The card of a customer, as it is now and as this reader may see it; `done` says what was just done. */
export const drawCustomer = async (ctx: Ctx, code: string, done?: CustomerDone): Promise<Card> =>
  customerCard(await customerShown(ctx, code), ctx.language, todayOf(ctx), done)

export const customerSubject: Subject = { kind: 'customer', card: (ctx, code) => drawCustomer(ctx, code) }
