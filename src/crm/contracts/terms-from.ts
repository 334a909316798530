import { localDate } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { customerByCode } from '../customers/customer-by-code.ts'
import { refuse } from '../refusal.ts'
import { isLegal } from './approval.ts'
import { contractOfYear } from './contract-of-year.ts'
import type { ContractTerms } from './contract-terms.ts'
import { type RebateStep, rebatesFrom } from './rebates.ts'
import { volumesFrom } from './volumes-in-words.ts'

/** The terms of a contract as written. */
export interface WrittenTerms {
  customer: string
  year?: number
  volumes: string
  signedOn?: string
  territory?: string
  paymentTerms?: string
  priceTerms?: string
  duties?: string
  rebates?: string
}

/** Reads what was written; refuses what cannot be read whole. */
export async function termsFrom(ctx: Ctx, written: WrittenTerms): Promise<ContractTerms> {
  const { rebates, ...rest } = written
  return {
    ...rest,
    year: written.year ?? (await likelyYear(ctx, written.customer)),
    volumes: await volumesFrom(ctx.db, written.volumes),
    rebates: rebates === undefined ? undefined : readRebates(rebates),
  }
}

/** The years a contract may be drafted for now. */
export function draftableYears(ctx: Pick<Ctx, 'now' | 'me'>): number[] {
  const { year } = localDate(ctx.now, ctx.me.zone)
  return [year, year + 1, year - 1]
}

/** The year that is meant where none is named: that of a draft that can be changed, else the first without a contract. */
export async function likelyYear(ctx: Ctx, code: string): Promise<number> {
  const customer = await customerByCode(ctx, code)
  const years = draftableYears(ctx)
  const contracts = await Promise.all(years.map((year) => contractOfYear(ctx.db, customer.id, year)))
  const changeable = contracts.findIndex((contract) => contract && isLegal(contract.state, 'edit'))
  const free = contracts.indexOf(null)
  return years[changeable >= 0 ? changeable : Math.max(free, 0)]!
}

function readRebates(written: string): RebateStep[] {
  if (written.trim() === '') return []
  const words = {
    zh: '返利请写成“达到100%返1%，120%返2%”，一级比一级高。',
    en: 'Please write rebates as “100% 1%, 120% 2%”, each step higher than the one before.',
  }
  return rebatesFrom(written) ?? refuse('contract.rebates', words, { rebates: words })
}
