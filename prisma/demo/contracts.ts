import type { Prisma } from '#prisma'
import { approvalSteps } from '../../src/crm/contracts/approval.ts'
import { contractNumber } from '../../src/crm/contracts/contract-number.ts'
import { evenSplit } from '../../src/crm/contracts/months.ts'
import { caseOf } from '../../src/crm/products/units.ts'
import { defaultRules } from '../../src/crm/rules.ts'
import { assortmentOf, type Carried } from './assortment.ts'
import { type Agreed, type Progress, stepsOf, waitsAt } from './contract-steps.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { knownShops } from './known-shops.ts'
import type { Organisation } from './organisation.ts'
import { type Random, randomOf } from './random.ts'
import type { CustomerRow } from './shop.ts'

export interface Contracts {
  contracts: (Prisma.ContractCreateManyInput & { id: number })[]
  lines: Prisma.ContractLineCreateManyInput[]
  steps: Prisma.ContractStepCreateManyInput[]
}

/** The contracts of the year, in all states, numbered in the order of submission. */
export function contractsOf(
  customers: CustomerRow[],
  organisation: Organisation,
  calendar: DemoCalendar,
): Contracts {
  const agreed = customers
    .filter(({ ownerId, status }) => ownerId !== null && status === 'active')
    .flatMap((customer) => agreement(customer, calendar))
    .sort((a, b) => a.day - b.day || a.minute - b.minute || a.customer.id - b.customer.id)
  const all: Contracts = { contracts: [], lines: [], steps: [] }
  for (const one of agreed) {
    const contractId = all.contracts.length + 1
    const lines = volumesOf(one.customer)
    const steps = stepsOf(one, organisation, calendar)
    all.contracts.push({
      id: contractId,
      ...paperOf(one, contractId, calendar),
      ...outcomeOf(one, steps, calendar),
    })
    all.lines.push(...lines.map((line) => ({ contractId, ...line })))
    all.steps.push(...steps.map((step) => ({ contractId, ...step })))
  }
  return all
}

function agreement(customer: CustomerRow, calendar: DemoCalendar): Agreed[] {
  const random = randomOf('contract', customer.id)
  const progress = knownShops[customer.id - 1]?.contract ?? progressOf(random)
  if (progress === 'none' || assortmentOf(customer).length === 0) return []
  return [
    { customer, progress, day: submissionDay(random, progress, calendar), minute: random.between(0, 479) },
  ]
}

function progressOf(random: Random): Progress | 'none' {
  const dice = random.between(1, 100)
  if (dice <= 66) return 'approved'
  if (dice <= 82) return approvalSteps[(dice - 67) >> 2]!
  if (dice <= 85) return 'returned'
  if (dice <= 88) return 'draft'
  if (dice <= 91) return 'rejected'
  return dice <= 93 ? 'withdrawn' : 'none'
}

/** Most are signed at the start of the year; what waits now was signed late, or with a new customer. */
function submissionDay(random: Random, progress: Progress, calendar: DemoCalendar): number {
  const waits = waitsAt(progress)
  if (waits >= 0) return calendar.workday(0, -waits - random.between(1, 4))
  if (progress !== 'approved') return calendar.workday(0, -random.between(5, 9))
  const newYear = calendar.dayOf(calendar.anchor.with({ month: 1, day: 1 }))
  return calendar.workday(Math.min(newYear, -70), random.between(4, 30))
}

function paperOf({ customer, day }: Agreed, running: number, calendar: DemoCalendar) {
  const random = randomOf('paper', customer.id)
  const { year } = calendar.anchor
  return {
    number: contractNumber(defaultRules.contractPrefix, year, running),
    customerId: customer.id,
    year,
    submittedById: customer.ownerId!,
    signedOn: calendar.iso(calendar.workday(day, -random.between(1, 4))),
    territory: `${customer.city}市`,
    paymentTerms: random.pick(['款到发货', '月结30天', '月结45天', '批结']),
    priceTerms: random.pick(['按统一出厂价', '出厂价基础上让利2%', '满500箱让利3%']),
    duties: random.pick(['端架陈列不少于4个面', '旺季堆头2个', '冷柜陈列不少于2层']),
    rebates: JSON.stringify(random.pick(rebates)),
    amount: assortmentOf(customer).reduce((sum, carried) => sum + amountOf(carried), 0n),
  }
}

const rebates = [
  [
    { from: 100, rate: 1 },
    { from: 110, rate: 1.5 },
  ],
  [
    { from: 90, rate: 0.5 },
    { from: 100, rate: 1.2 },
    { from: 120, rate: 2.5 },
  ],
]

function outcomeOf(
  { progress, day, minute }: Agreed,
  steps: { decidedAt: Date | null }[],
  calendar: DemoCalendar,
) {
  if (progress === 'draft') return { state: 'draft', submittedAt: null, decidedAt: null }
  const submittedAt = calendar.moment(day, 9, minute)
  if (waitsAt(progress) >= 0) return { state: 'in_review', submittedAt, decidedAt: null }
  const decided = steps.findLast(({ decidedAt }) => decidedAt)?.decidedAt
  return { state: progress, submittedAt, decidedAt: decided ?? calendar.moment(day, 18) }
}

const volumesOf = (customer: CustomerRow) =>
  assortmentOf(customer).map((carried) => ({
    productId: carried.product.id,
    volume: yearlyVolume(carried),
    months: JSON.stringify(evenSplit(yearlyVolume(carried), caseOf(carried.product).per)),
  }))

/** Whole cases. */
const yearlyVolume = ({ product, weekly }: Carried) => {
  const { per } = caseOf(product)
  return Math.round((weekly * 53) / per) * per
}

const amountOf = (carried: Carried) => carried.product.unitPrice * BigInt(yearlyVolume(carried))
