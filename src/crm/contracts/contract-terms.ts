import type { RebateStep } from './rebates.ts'
import type { Volume } from './volumes-in-words.ts'

/** What is to be agreed with a customer for a year. */
export interface ContractTerms {
  customer: string
  year: number
  volumes: Volume[]
  signedOn?: string
  territory?: string
  paymentTerms?: string
  priceTerms?: string
  duties?: string
  rebates?: RebateStep[]
}

/** Fen, at list price. */
export const amountOf = ({ volumes }: Pick<ContractTerms, 'volumes'>): bigint =>
  volumes.reduce((sum, { product, volume }) => sum + product.unitPrice * BigInt(volume), 0n)
