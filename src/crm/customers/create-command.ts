import * as z from 'zod'
import { newCustomerCard } from '../../../cards/customer-draft-card.ts'
import { command } from '../command.ts'
import { contactRef, type Field } from '../fields.ts'
import { createCustomer, type NewCustomerSaid, prepareCustomer } from './create-customer.ts'
import { customerName, despite, recordFields, tierChoice, title } from './customer-input.ts'
import { drawCustomer } from './draw-customer.ts'
import { mayCreate } from './may-keep.ts'
import { takeBackCustomer } from './take-back-customer.ts'

export const newCustomer = command({
  name: 'customer.create',
  title: { zh: '新建客户', en: 'create a customer' },
  words: {
    zh: ['新建客户', '新客户', '建客户', '添加客户', '登记客户', '录客户', '新增客户'],
    en: ['new customer', 'create customer', 'add customer'],
  },
  examples: {
    zh: ['新建客户 好邻居便利店 终端门店 王店长 13812345678'],
    en: ['new customer Good Neighbour Mart, outlet, Manager Wang 13812345678'],
  },
  input: z.object({
    name: customerName,
    tier: tierChoice,
    contact: contactRef
      .meta({ label: { zh: '联系人', en: 'Contact' }, kind: 'contact', quiet: true } satisfies Field)
      .optional(),
    title,
    ...recordFields,
    despite,
  }),
  may: mayCreate,
  writes: true,
  confirm: async (ctx, input) =>
    newCustomerCard(await prepareCustomer(ctx, input as NewCustomerSaid), ctx.language),
  run: async (ctx, input) =>
    drawCustomer(ctx, await createCustomer(ctx, input as NewCustomerSaid), 'created'),
  undo: takeBackCustomer,
})
