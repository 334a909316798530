import { instantOf, Temporal } from '../../lib/time.ts'
import type { Ctx } from '../context.ts'
import { type Counted, caseOf } from '../products/units.ts'
import { checkDraft } from './check-draft.ts'
import { contractByNumber, type WholeContract } from './contract-by-number.ts'
import { amountOf, type ContractTerms } from './contract-terms.ts'
import { handInBy, isLate } from './hand-in.ts'
import { evenSplit } from './months.ts'
import type { RebateStep } from './rebates.ts'

/** What is agreed, as cards show it, before and after it is saved. */
export interface TermsShown {
  customer: { code: string; name: string; nameEn: string | null }
  year: number
  /** Base units; `months` are twelve that add up to the volume. */
  volumes: { product: Counted; volume: number; months: number[] }[]
  /** Fen, at list price. */
  amount: bigint
  signedOn: Temporal.PlainDate | null
  /** The last day for handing the signed paper in, and whether it was missed. */
  handIn: { by: Temporal.PlainDate; late: boolean } | null
  territory: string
  paymentTerms: string
  priceTerms: string
  duties: string
  rebates: RebateStep[]
}

/** The terms of a contract that is on file. */
export function termsOf(ctx: Ctx, contract: WholeContract): TermsShown {
  const { customer, year, amount, territory, paymentTerms, priceTerms, duties, signedOn, submittedAt } =
    contract
  return {
    ...{ customer, year, amount, territory, paymentTerms, priceTerms, duties },
    volumes: contract.lines.map(({ product, volume, months }) => ({
      product,
      volume,
      months: JSON.parse(months) as number[],
    })),
    rebates: JSON.parse(contract.rebates) as RebateStep[],
    ...paperOf(ctx, { signedOn, zone: customer.office.zone, handedIn: submittedAt }),
  }
}

/** What the contract would say once these terms are saved; `number` is that of the draft they change. Refuses what saving would refuse. */
export async function termsToBe(ctx: Ctx, terms: ContractTerms): Promise<TermsShown & { number?: string }> {
  const { customer, number } = await checkDraft(ctx, terms)
  const before = number ? termsOf(ctx, (await contractByNumber(ctx, number)).contract) : null
  const signedOn = terms.signedOn ?? before?.signedOn?.toString() ?? null
  return {
    number,
    customer,
    year: terms.year,
    amount: amountOf(terms),
    volumes: terms.volumes.map(({ product, volume }) => ({
      product,
      volume,
      months: evenSplit(volume, caseOf(product).per),
    })),
    ...paperOf(ctx, { signedOn, zone: customer.office.zone, handedIn: null }),
    territory: terms.territory ?? before?.territory ?? '',
    paymentTerms: terms.paymentTerms ?? before?.paymentTerms ?? '',
    priceTerms: terms.priceTerms ?? before?.priceTerms ?? '',
    duties: terms.duties ?? before?.duties ?? '',
    rebates: terms.rebates ?? before?.rebates ?? [],
  }
}

interface Paper {
  signedOn: string | null
  zone: string
  handedIn: Date | null
}

function paperOf(
  { rules, now }: Ctx,
  { signedOn, zone, handedIn }: Paper,
): Pick<TermsShown, 'signedOn' | 'handIn'> {
  if (!signedOn) return { signedOn: null, handIn: null }
  const by = handInBy(signedOn, rules)
  const late = isLate(by, handedIn ? instantOf(handedIn) : now, zone)
  return { signedOn: Temporal.PlainDate.from(signedOn), handIn: { by, late } }
}
