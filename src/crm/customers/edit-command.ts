import * as z from 'zod'
import type { Button, Card } from '../../../cards/card.ts'
import { customerChangeCard } from '../../../cards/customer-draft-card.ts'
import { recordFormCard } from '../../../cards/record-form-card.ts'
import { nameIn } from '../../lib/words.ts'
import { command } from '../command.ts'
import type { Ctx } from '../context.ts'
import { customerRef } from '../fields.ts'
import { refuse } from '../refusal.ts'
import { customerByCode } from './customer-by-code.ts'
import { customerName, despite, laterFields, recordFields, tierChoice } from './customer-input.ts'
import { customerSaid } from './customer-said.ts'
import { drawCustomer } from './draw-customer.ts'
import { type CustomerEditSaid, customerToKeep, editCustomer, prepareChange } from './edit-customer.ts'
import { changedTexts, filledFields, type Texts, textsIn } from './edit-form.ts'
import { mayKeep } from './may-keep.ts'

const changes = {
  name: customerName.optional(),
  tier: tierChoice.optional(),
  ...recordFields,
  ...laterFields,
}

const input = z
  .object({ customer: customerRef, ...changes, despite })
  .refine((said) => Object.keys(changes).some((field) => field in said), { path: ['change'] })

export const changeCustomer = command({
  name: 'customer.edit',
  title: { zh: '修改客户', en: 'edit a customer' },
  words: {
    zh: ['修改客户', '改客户', '更新客户', '编辑客户'],
    en: ['edit customer', 'change customer', 'update customer'],
  },
  examples: {
    zh: ['修改客户 {customer} 电话 021-55512345', '修改客户 {customer}'],
    en: ['edit customer {customer} phone 021-55512345'],
  },
  input,
  may: mayKeep,
  writes: true,
  form: editForm,
  fromForm: fromEditForm,
  confirm: async (ctx, said) =>
    customerChangeCard(await prepareChange(ctx, said as CustomerEditSaid), ctx.language),
  run: async (ctx, said) => {
    await editCustomer(ctx, said as CustomerEditSaid)
    return drawCustomer(ctx, said.customer, 'edited')
  },
})

/** The record as it is, with what was said put in. */
async function editForm(ctx: Ctx, given: Record<string, unknown>, submit: Button): Promise<Card> {
  const said = textsIn(given)
  const customer = await customerToKeep(ctx, said.customer ?? refuseNobody())
  const now = { ...(await textsOnFile(ctx, customer.code)), despite: '' }
  const upstream: Texts = said.upstream ? { upstream: await inWords(ctx, said.upstream) } : {}
  const title = changeCustomer.title[ctx.language]
  return recordFormCard(
    `${title} ${nameIn(customer, ctx.language)}`,
    filledFields(input, now, { ...said, ...upstream }, ctx),
    submit,
  )
}

async function fromEditForm(ctx: Ctx, given: Record<string, unknown>, values: Texts) {
  const { customer } = textsIn(given)
  const now = await textsOnFile(ctx, customer ?? refuseNobody())
  const { upstream, ...changed } = changedTexts(now, values)
  return {
    customer,
    ...changed,
    ...(upstream !== undefined && { upstream: upstream && (await customerSaid(ctx, upstream, 'upstream')) }),
    ...(values.despite && { despite: values.despite }),
  }
}

async function textsOnFile(ctx: Ctx, code: string): Promise<Texts> {
  const customer = await customerByCode(ctx, code)
  const { upstreamId } = customer
  const upstream =
    upstreamId === null ? null : await ctx.db.customer.findUnique({ where: { id: upstreamId } })
  const texts = Object.keys(changes).map((field) => [field, customer[field as keyof typeof customer] ?? ''])
  return { ...Object.fromEntries(texts), upstream: upstream ? `${upstream.name} ${upstream.code}` : '' }
}

async function inWords(ctx: Ctx, code: string): Promise<string> {
  const { name } = await customerByCode(ctx, code)
  return `${name} ${code}`
}

function refuseNobody(): never {
  refuse('customer.which', {
    zh: '请说明改哪一家，例如“修改客户 华联超市”。',
    en: 'Please say which customer, such as “edit customer Hualian”.',
  })
}
