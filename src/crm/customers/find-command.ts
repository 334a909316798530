import * as z from 'zod'
import type { Card } from '../../../cards/card.ts'
import { customerListCard, noCustomerCard } from '../../../cards/customer-list-card.ts'
import { command } from '../command.ts'
import type { Ctx } from '../context.ts'
import { customerRef, field } from '../fields.ts'
import { drawCustomer } from './draw-customer.ts'
import { mayCreate } from './may-keep.ts'
import { type CustomersFound, isSure, searchCustomers } from './search-customers.ts'

export const findCustomer = command({
  name: 'customer.find',
  title: { zh: '查客户', en: 'find a customer' },
  words: {
    zh: ['查客户', '查', '找客户', '找', '搜', '搜索', '查找'],
    en: ['find', 'search', 'look up', 'find customer'],
  },
  examples: {
    zh: ['查客户 {customer}', '查 电话后四位或拼音首字母'],
    en: ['find {customer}', 'find the last four digits of a phone'],
  },
  input: z.object({
    query: field({
      label: { zh: '名称、编号、拼音或电话', en: 'Name, code, pinyin or phone' },
      kind: 'query',
    }),
  }),
  may: 'everyone',
  first: 'everyone',
  writes: false,
  run: async (ctx, { query }) => {
    const result = await searchCustomers(ctx, query)
    const only = theOne(result)
    if (only) return drawCustomer(ctx, only.code)
    return listOf(ctx, query, result)
  },
})

/** The only one found, or the only one of exactly that code or name; a near miss is never taken for it. */
function theOne({ found, total }: CustomersFound) {
  const [first, second] = found
  if (!first || first.by === 'near') return null
  return total === 1 || (isSure(first.by) && !isSure(second?.by)) ? first : null
}

const listOf = (ctx: Ctx, query: string, result: CustomersFound): Card =>
  result.found.length > 0
    ? customerListCard(query, result, ctx.language)
    : noCustomerCard(query, mayCreate.includes(ctx.me.role), ctx.language)

export const showCustomer = command({
  name: 'customer.show',
  title: { zh: '看客户', en: 'show a customer' },
  words: { zh: ['客户', '看客户', '客户卡', '客户资料'], en: ['customer', 'show customer', 'show'] },
  examples: { zh: ['客户 {customer}'], en: ['customer {customer}'] },
  input: z.object({ customer: customerRef }),
  may: 'everyone',
  writes: false,
  run: async (ctx, { customer }) => drawCustomer(ctx, customer),
})
