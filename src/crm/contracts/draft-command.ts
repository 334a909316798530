import * as z from 'zod'
import { contractDraftCard } from '../../../cards/contract-draft-card.ts'
import { localDate } from '../../lib/time.ts'
import type { Words } from '../../lib/words.ts'
import { command } from '../command.ts'
import { customerRef, dateField, type Field, field } from '../fields.ts'
import { draftContract } from './draft-contract.ts'
import { draftForm, fromDraftForm } from './draft-form.ts'
import { showContract } from './show-contract.ts'
import { termsFrom } from './terms-from.ts'
import { termsToBe } from './terms-shown.ts'
import { undoDraft } from './undo-draft.ts'

/** A term in the drafter's own words; an empty one clears what was there. */
const term = (label: Words) =>
  z
    .string()
    .trim()
    .max(2000)
    .meta({ label, kind: 'words', quiet: true } satisfies Field)
    .optional()

export const draftContractCommand = command({
  name: 'contract.draft',
  title: { zh: '起草年度合同', en: 'draft a yearly contract' },
  words: {
    zh: ['起草合同', '新建合同', '新合同', '拟合同', '起草协议'],
    en: ['draft contract', 'new contract', 'draft a contract'],
  },
  examples: {
    zh: ['起草合同 {customer} 可乐1200箱 雪碧600箱', '新合同 {customer}'],
    en: ['draft contract {customer} Cola 1200 cases', 'new contract {customer}'],
  },
  input: z.object({
    customer: customerRef,
    volumes: field({ label: { zh: '产品数量', en: 'Volumes' }, kind: 'words' }),
    year: z.coerce
      .number()
      .int()
      .meta({ label: { zh: '年度', en: 'Year' }, kind: 'number', quiet: true } satisfies Field)
      .optional(),
    signedOn: dateField({ zh: '签署日期', en: 'Paper signed on' }, 'done').optional(),
    territory: term({ zh: '区域', en: 'Territory' }),
    paymentTerms: term({ zh: '付款条件', en: 'Payment terms' }),
    priceTerms: term({ zh: '价格条件', en: 'Price terms' }),
    duties: term({ zh: '陈列与促销', en: 'Display and promotion' }),
    rebates: term({ zh: '返利', en: 'Rebates' }),
  }),
  may: ['rep', 'team_lead', 'office_head'],
  first: ['rep', 'team_lead'],
  writes: true,
  form: draftForm,
  fromForm: async (_ctx, given, values) => fromDraftForm(given, values),
  confirm: async (ctx, input) => {
    const terms = await termsToBe(ctx, await termsFrom(ctx, input))
    return contractDraftCard(terms, ctx.language, localDate(ctx.now, ctx.me.zone))
  },
  run: async (ctx, input) => showContract(ctx, await draftContract(ctx, await termsFrom(ctx, input))),
  undo: undoDraft,
})
