import type { Button, Card } from '../../../cards/card.ts'
import { type ContractForm, contractFormCard } from '../../../cards/contract-draft-card.ts'
import type { Ctx } from '../context.ts'
import { customerByCode } from '../customers/customer-by-code.ts'
import { visibleTo } from '../people/visibility.ts'
import { refuse } from '../refusal.ts'
import { contracted } from './check-draft.ts'
import { contractByNumber } from './contract-by-number.ts'
import { contractOfYear } from './contract-of-year.ts'
import type { RebateStep } from './rebates.ts'
import { draftableYears, likelyYear } from './terms-from.ts'
import { volumesInWords } from './volumes-in-words.ts'

type Given = Record<string, unknown>
type Texts = Record<string, string>

/** The form of a contract, holding what is known: of the draft it would change, and what was said already. */
export async function draftForm(ctx: Ctx, given: Given, submit: Button): Promise<Card> {
  return contractFormCard(await formFor(ctx, given), submit, ctx.language)
}

async function formFor(ctx: Ctx, given: Given): Promise<ContractForm> {
  const said = textsOf(given)
  const years = draftableYears(ctx)
  if (!said.customer)
    return { customer: await customersToChoose(ctx), years, values: { year: String(years[0]), ...said } }
  const customer = await customerByCode(ctx, said.customer)
  const year = years.find((one) => one === Number(said.year)) ?? (await likelyYear(ctx, customer.code))
  const existing = await contractOfYear(ctx.db, customer.id, year)
  const values = existing ? await textsOnFile(ctx, existing.number) : {}
  return { customer, years, values: { ...values, ...said, year: String(year) } }
}

/** What the form was filled with; a field that was left empty empties its term. */
export function fromDraftForm(given: Given, values: Texts): Given {
  const { signedOn, year, ...rest } = values
  return { ...given, ...rest, ...(signedOn && { signedOn }), ...(year && { year: Number(year) }) }
}

const textsOf = (given: Given): Texts =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )

async function textsOnFile(ctx: Ctx, number: string): Promise<Texts> {
  const { contract } = await contractByNumber(ctx, number)
  const { signedOn, territory, paymentTerms, priceTerms, duties, lines } = contract
  const steps = JSON.parse(contract.rebates) as RebateStep[]
  return {
    ...(signedOn && { signedOn }),
    ...{ territory, paymentTerms, priceTerms, duties },
    volumes: volumesInWords(lines, ctx.language),
    rebates: steps.map(({ from, rate }) => `${from}% ${rate}%`).join(', '),
  }
}

/** As many as a list of choices holds on every platform. */
const mostChoices = 100

async function customersToChoose(ctx: Ctx) {
  const customers = await ctx.db.customer.findMany({
    where: { AND: [visibleTo(ctx.me), { tier: { in: contracted } }] },
    select: { code: true, name: true, nameEn: true },
    orderBy: { name: 'asc' },
    take: mostChoices,
  })
  if (customers.length === 0)
    refuse('contract.no_customer', {
      zh: '您名下没有要签年度合同的客户。',
      en: 'You have no customer that signs a yearly contract.',
    })
  return customers
}
