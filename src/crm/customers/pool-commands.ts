import * as z from 'zod'
import { poolCard } from '../../../cards/pool-card.ts'
import { command } from '../command.ts'
import { customerRef } from '../fields.ts'
import { claimCustomer, releaseCustomer, takeBackClaim, takeBackRelease } from './claim-customer.ts'
import { drawCustomer } from './draw-customer.ts'
import { mayCreate } from './may-keep.ts'
import { pooledCustomers } from './pooled-customers.ts'

export const showPool = command({
  name: 'customer.pool',
  title: { zh: '公海客户', en: 'the public pool' },
  words: { zh: ['公海', '公海客户', '看公海'], en: ['pool', 'public pool'] },
  examples: { zh: ['公海'], en: ['pool'] },
  input: z.object({}),
  may: 'everyone',
  writes: false,
  run: async (ctx) => poolCard(await pooledCustomers(ctx), mayCreate.includes(ctx.me.role), ctx.language),
})

export const claim = command({
  name: 'customer.claim',
  title: { zh: '认领客户', en: 'claim a customer' },
  words: { zh: ['认领', '认领客户'], en: ['claim', 'claim customer'] },
  examples: { zh: ['认领 {pooled}'], en: ['claim {pooled}'] },
  input: z.object({ customer: customerRef }),
  may: mayCreate,
  writes: true,
  confirm: async (ctx, { customer }) => drawCustomer(ctx, customer),
  run: async (ctx, { customer }) => {
    await claimCustomer(ctx, customer)
    return drawCustomer(ctx, customer, 'claimed')
  },
  undo: async (ctx, subject) => {
    await takeBackClaim(ctx, codeIn(subject))
    return drawCustomer(ctx, codeIn(subject), 'released')
  },
})

export const release = command({
  name: 'customer.release',
  title: { zh: '放回公海', en: 'release a customer' },
  words: { zh: ['放回公海', '释放客户', '释放'], en: ['release', 'release customer'] },
  examples: { zh: ['放回公海 {customer}'], en: ['release {customer}'] },
  input: z.object({ customer: customerRef }),
  may: mayCreate,
  writes: true,
  confirm: async (ctx, { customer }) => drawCustomer(ctx, customer),
  run: async (ctx, { customer }) => {
    await releaseCustomer(ctx, customer)
    return drawCustomer(ctx, customer, 'released')
  },
  undo: async (ctx, subject) => {
    await takeBackRelease(ctx, codeIn(subject))
    return drawCustomer(ctx, codeIn(subject))
  },
})

const codeIn = (subject: string): string => subject.slice('customer:'.length)
