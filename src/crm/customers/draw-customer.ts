import type { Card } from '../../../cards/card.ts'
import { customerCard } from '../../../cards/customer-card.ts'
import { localDate } from '../../lib/time.ts'
import type { Subject } from '../command.ts'
import type { Ctx } from '../context.ts'
import { customerShown } from './customer-shown.ts'

/** The card of a customer, as it is now and as this reader may see it. */
export const drawCustomer = async (ctx: Ctx, code: string): Promise<Card> =>
  customerCard(await customerShown(ctx, code), ctx.language, localDate(ctx.now, ctx.me.zone))

export const customerSubject: Subject = { kind: 'customer', card: drawCustomer }
