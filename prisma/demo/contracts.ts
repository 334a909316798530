import type { Prisma } from '#prisma'
import {
  approvalSteps,
  type ContractState,
  type StepRole,
  type StepState,
} from '../../src/crm/contracts/approval.ts'
import { contractNumber } from '../../src/crm/contracts/contract-number.ts'
import { evenSplit } from '../../src/crm/contracts/months.ts'
import { caseOf } from '../../src/crm/products/units.ts'
import { defaultRules } from '../../src/crm/rules.ts'
import { assortmentOf, type Carried } from './assortment.ts'
import type { DemoCalendar } from './demo-calendar.ts'
import { knownShops } from './known-shops.ts'
import type { Organisation } from './organisation.ts'
import { products } from './products.ts'
import { type Random, randomOf } from './random.ts'
import type { CustomerRow } from './shop.ts'

export type ContractRow = Prisma.ContractCreateManyInput & { id: number }
export type ContractLineRow = Prisma.ContractLineCreateManyInput & { id: number }
export type StepRow = Prisma.ContractStepCreateManyInput & { id: number }

export interface Contracts {
  contracts: ContractRow[]
  lines: ContractLineRow[]
  steps: StepRow[]
}

/** How far a contract has come: at which step it waits, or where it ended. */
export type Progress = StepRole | Exclude<ContractState, 'in_review'>

/** A contract before it has a number. */
interface Agreed {
  customer: CustomerRow
  progress: Progress
  /** Day and minute on which it was submitted, or last worked on. */
  day: number
  minute: number
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
  for (const one of agreed) write(all, one, organisation, calendar)
  return all
}

function agreement(customer: CustomerRow, calendar: DemoCalendar): Agreed[] {
  const random = randomOf('contract', customer.id)
  const progress = knownShops[customer.id - 1]?.contract ?? progressOf(random)
  if (assortmentOf(customer).length === 0 || progress === 'none') return []
  return [
    { customer, progress, day: submissionDay(random, progress, calendar), minute: random.between(0, 479) },
  ]
}

/** Most are signed at the start of the year; some customers are late or new. */
function progressOf(random: Random): Progress | 'none' {
  const dice = random.between(1, 100)
  if (dice <= 66) return 'approved'
  if (dice <= 82) return approvalSteps[(dice - 67) >> 2]!
  if (dice <= 86) return 'returned'
  if (dice <= 89) return 'draft'
  if (dice <= 91) return 'rejected'
  return dice === 92 ? 'withdrawn' : 'none'
}

function submissionDay(random: Random, progress: Progress, calendar: DemoCalendar): number {
  if (progress !== 'approved') return calendar.workday(0, -random.between(5, 8))
  const newYear = calendar.dayOf(calendar.anchor.with({ month: 1, day: 1 }))
  return calendar.workday(Math.min(newYear, -70), random.between(4, 30))
}

function write(all: Contracts, agreed: Agreed, organisation: Organisation, calendar: DemoCalendar): void {
  const { customer, progress, day, minute } = agreed
  const id = all.contracts.length + 1
  const random = randomOf('contract text', customer.id)
  const lines = assortmentOf(customer).map((carried) => volumeOf(carried, random))
  const waits = (approvalSteps as readonly string[]).includes(progress)
  const submittedAt = calendar.moment(day, 9, minute)
  const steps = progress === 'draft' ? [] : stepsOf(agreed, organisation, calendar)
  const ended = !waits && progress !== 'draft'
  all.contracts.push({
    id,
    number: contractNumber(defaultRules.contractPrefix, calendar.anchor.year, id),
    customerId: customer.id,
    year: calendar.anchor.year,
    state: waits ? 'in_review' : progress,
    submittedById: customer.ownerId!,
    submittedAt: progress === 'draft' ? null : submittedAt,
    signedOn: calendar.iso(calendar.workday(day, -random.between(1, 4))),
    decidedAt: ended ? (steps.findLast(({ decidedAt }) => decidedAt)?.decidedAt ?? submittedAt) : null,
    territory: `${customer.city}市`,
    ...terms(random),
    amount: lines.reduce((sum, { productId, volume }) => sum + BigInt(volume) * priceOf(productId), 0n),
  })
  for (const line of lines) all.lines.push({ id: all.lines.length + 1, contractId: id, ...line })
  for (const step of steps) all.steps.push({ id: all.steps.length + 1, contractId: id, ...step })
}

function volumeOf({ product, weekly }: Carried, random: Random) {
  const { per } = caseOf(product)
  const volume = Math.round((weekly * 52 * random.between(90, 112)) / 100 / per) * per
  return { productId: product.id, volume, months: JSON.stringify(evenSplit(volume, per)) }
}

const priceOf = (productId: number) => products[productId - 1]!.unitPrice

const terms = (random: Random) => ({
  paymentTerms: random.pick(['款到发货', '月结30天', '月结45天', '批结']),
  priceTerms: random.pick(['按统一出厂价', '出厂价基础上让利2%', '满500箱让利3%']),
  duties: random.pick(['端架陈列不少于4个面', '旺季堆头2个', '冷柜陈列不少于2层']),
  rebates: JSON.stringify(
    random.pick([
      [
        { from: 100, rate: 1 },
        { from: 110, rate: 1.5 },
      ],
      [
        { from: 90, rate: 0.5 },
        { from: 100, rate: 1.2 },
        { from: 120, rate: 2.5 },
      ],
    ]),
  ),
})

/** The steps of the one round: each is decided a working day or two after the one before, the open one waits since then. */
function stepsOf(
  { customer, progress, day, minute }: Agreed,
  organisation: Organisation,
  calendar: DemoCalendar,
) {
  const random = randomOf('decisions', customer.id)
  const end = lastStep(progress, random)
  let opened = calendar.moment(day, 9, minute)
  return approvalSteps.map((role, index) => {
    const state = stepState(progress, index, end)
    const openedAt = index <= end ? opened : null
    const decided = state === 'approved' || state === 'returned' || state === 'rejected'
    if (decided)
      opened = calendar.moment(
        calendar.workday(day, index + 1),
        9 + random.between(0, 8),
        random.between(0, 59),
      )
    return {
      round: 1,
      position: index + 1,
      role,
      state,
      openedAt,
      decidedById: decided ? deciderOf(role, customer, organisation) : null,
      decidedAt: decided ? opened : null,
      reason: state === 'returned' || state === 'rejected' ? random.pick(objections) : null,
    }
  })
}

const objections = [
  '合同金额与纸质合同不一致',
  '缺少扫描件，请补充',
  '返利高于本区标准，请重新谈',
  '分月计划不合理，淡季量过高',
]

/** The step that is open or that was the last to be decided. */
function lastStep(progress: Progress, random: Random): number {
  const waiting = (approvalSteps as readonly string[]).indexOf(progress)
  if (waiting >= 0) return waiting
  return progress === 'approved' ? approvalSteps.length - 1 : random.between(0, 2)
}

function stepState(progress: Progress, index: number, end: number): StepState {
  const waits = (approvalSteps as readonly string[]).includes(progress)
  if (index < end || progress === 'approved') return 'approved'
  if (index > end) return waits ? 'waiting' : 'skipped'
  if (waits) return 'open'
  return progress === 'returned' || progress === 'rejected' ? progress : 'skipped'
}

function deciderOf(role: StepRole, { officeId }: CustomerRow, { units, members }: Organisation): number {
  const { parentId } = units.find(({ id }) => id === officeId)!
  const place = { office_head: officeId, info_clerk: parentId, unit_manager: parentId, sales_admin: 1 }[role]
  return members.find((member) => member.role === role && member.unitId === place)!.id
}
