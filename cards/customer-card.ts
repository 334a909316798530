import { stateWords } from '../src/crm/contracts/approval.ts'
import { contracted } from '../src/crm/contracts/check-draft.ts'
import type { ContactShown, CustomerShown } from '../src/crm/customers/customer-shown.ts'
import { requiredFields } from '../src/crm/customers/required-fields.ts'
import { gradeWords, statusWords } from '../src/crm/customers/standing.ts'
import { tierWords } from '../src/crm/customers/tiers.ts'
import { dateInWords, periodInWords } from '../src/lib/date-in-words.ts'
import type { Temporal } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, type Button, buttons, type Card, fields, note, text } from './card.ts'
import { titleIn } from './contact-titles.ts'
import { casesInWords, daysInWords } from './stock-words.ts'

const words = {
  zh: {
    done: {
      created: '已新建。',
      edited: '已保存修改。',
      claimed: '已认领，现在由您负责。',
      released: '已放回公海。',
    } satisfies Record<CustomerDone, string>,
    code: '编号',
    tier: '层级',
    upstream: '上游',
    downstream: '下游',
    customers: (count: number) => `${count} 家`,
    owner: '负责人',
    pool: (office: string) => `公海（${office}）`,
    owned: (owner: string, office: string) => `${owner}（${office}）`,
    standing: '等级·状态',
    phone: '电话',
    address: '地址',
    contacts: '联系人',
    key: '关键',
    more: (count: number) => `另有 ${count} 位`,
    contract: '年度合同',
    noContract: '本年度还没有合同',
    year: (cases: string) => `全年 ${cases}`,
    visits: '最近拜访',
    noVisit: '还没有拜访记录。',
    by: (name: string) => `${name}记`,
    next: '约好下次',
    stock: '最近库存',
    noStock: '还没有已通过的进销存报表',
    waiting: (period: string) => `${period}已交，待审核`,
    days: '库存可卖',
    owed: '欠报',
    how: (period: string, how: string) => `${period}（${how}）`,
    returned: '被退回',
    missed: '已逾期',
    lacking: (lacks: string[]) => `资料还缺：${lacks.join('、')}。`,
    between: '，',
    visit: '记录拜访',
    report: '报库存',
    seeStock: '看库存',
    history: '拜访记录',
    contact: '新建联系人',
    edit: '修改资料',
    claim: '认领',
  },
  en: {
    done: {
      created: 'Created.',
      edited: 'The changes are saved.',
      claimed: 'Claimed: it is your customer now.',
      released: 'Given back to the public pool.',
    } satisfies Record<CustomerDone, string>,
    code: 'Code',
    tier: 'Tier',
    upstream: 'Upstream',
    downstream: 'Downstream',
    customers: (count: number) => (count === 1 ? '1 customer' : `${count} customers`),
    owner: 'Owner',
    pool: (office: string) => `public pool (${office})`,
    owned: (owner: string, office: string) => `${owner} (${office})`,
    standing: 'Grade · status',
    phone: 'Phone',
    address: 'Address',
    contacts: 'Contacts',
    key: 'key',
    more: (count: number) => `${count} more`,
    contract: 'Contract of the year',
    noContract: 'none this year',
    year: (cases: string) => `${cases} a year`,
    visits: 'Last visits',
    noVisit: 'No visit was recorded yet.',
    by: (name: string) => `by ${name}`,
    next: 'Next agreed',
    stock: 'Last stock report',
    noStock: 'none accepted yet',
    waiting: (period: string) => `${period} handed in, waits for review`,
    days: 'Stock lasts',
    owed: 'Reports owed',
    how: (period: string, how: string) => `${period} (${how})`,
    returned: 'sent back',
    missed: 'overdue',
    lacking: (lacks: string[]) => `The record still lacks: ${lacks.join(', ')}.`,
    between: ', ',
    visit: 'Record a visit',
    report: 'Report stock',
    seeStock: 'See stock',
    history: 'Visits',
    contact: 'Add a contact',
    edit: 'Edit',
    claim: 'Claim',
  },
} satisfies Record<Language, object>

/** What was just done to a customer. */
export type CustomerDone = 'created' | 'edited' | 'claimed' | 'released'

const MOST_CONTACTS = 5

/** One customer, with what is going on there and what can be done next. */
export function customerCard(
  shown: CustomerShown,
  language: Language,
  today: Temporal.PlainDate,
  done?: CustomerDone,
): Card {
  const { customer, lacking } = shown
  const lacks = lacking.map((field) => requiredFields[field][language])
  return {
    title: nameIn(customer, language),
    tone: done ? 'good' : 'plain',
    subject: `customer:${customer.code}`,
    blocks: [
      ...(done ? [text(words[language].done[done])] : []),
      whoBlock(shown, language),
      businessBlock(shown, language),
      visitsBlock(shown, language, today),
      ...(lacks.length > 0 ? [note(words[language].lacking(lacks))] : []),
      buttons(...buttonsFor(shown, language)),
    ],
  }
}

function whoBlock(
  { customer, tier, upstream, downstream, contacts }: CustomerShown,
  language: Language,
): Block {
  const w = words[language]
  const office = nameIn(customer.office, language)
  const standing = [gradeWords[customer.grade ?? ''], statusWords[customer.status]]
  return fields([
    [w.code, `${customer.code} · ${customer.mnemonic}`],
    [w.tier, tierWords[tier][language]],
    [w.upstream, upstream && [nameIn(upstream, language), upstream.code].filter(Boolean).join(' ')],
    [w.downstream, downstream > 0 ? w.customers(downstream) : null],
    [w.owner, customer.owner ? w.owned(nameIn(customer.owner, language), office) : w.pool(office)],
    [w.standing, standing.flatMap((one) => (one ? [one[language]] : [])).join(' · ')],
    [w.phone, customer.phone],
    [w.address, customer.address],
    [w.contacts, contactsInWords(contacts, language)],
  ])
}

function contactsInWords(contacts: ContactShown[], language: Language): string {
  const rest = contacts.length - MOST_CONTACTS
  const lines = contacts.slice(0, MOST_CONTACTS).map((contact) => contactInWords(contact, language))
  return [...lines, ...(rest > 0 ? [words[language].more(rest)] : [])].join('\n')
}

/** `王建国 店长 13812345678 关键`; the title only where the name does not say it. */
export function contactInWords(contact: ContactShown, language: Language): string {
  const { name, title, mobile, phone, isKey } = contact
  const untold = title && !name.includes(title) ? titleIn(title, language) : null
  const key = isKey ? words[language].key : null
  return [nameIn(contact, language), untold, mobile ?? phone, key].filter(Boolean).join(' ')
}

function businessBlock(shown: CustomerShown, language: Language): Block {
  const w = words[language]
  const { customer, tier, contract, stock, owed } = shown
  return fields([
    [
      w.contract,
      contract ? contractInWords(contract, language) : contracted.includes(tier) ? w.noContract : null,
    ],
    [w.stock, customer.reportsStock || stock.report ? stockInWords(stock, language) : null],
    [w.days, stock.days === null ? null : daysInWords(stock.days, stock.basis, language)],
    [w.owed, owed.map((one) => owedInWords(one, language)).join(w.between)],
  ])
}

const contractInWords = (
  { number, state, cases }: NonNullable<CustomerShown['contract']>,
  language: Language,
) => [number, stateWords[state][language], words[language].year(casesInWords(cases, language))].join(' · ')

function stockInWords({ report, waiting }: CustomerShown['stock'], language: Language): string {
  const w = words[language]
  const last = report ? periodInWords(report.period, language) : w.noStock
  return waiting ? `${last}${w.between}${w.waiting(periodInWords(waiting, language))}` : last
}

function owedInWords({ period, state }: CustomerShown['owed'][number], language: Language): string {
  const w = words[language]
  const which = periodInWords(period, language)
  return state === 'due' ? which : w.how(which, w[state])
}

function visitsBlock(
  { visits, nextDate }: CustomerShown,
  language: Language,
  today: Temporal.PlainDate,
): Block {
  const w = words[language]
  const lines = visits.map(({ date, about, contact, by }) =>
    [
      dateInWords(date, language, today),
      contact && nameIn(contact, language),
      about,
      w.by(nameIn(by, language)),
    ]
      .filter(Boolean)
      .join(' · '),
  )
  const next = nextDate ? [`${w.next} ${dateInWords(nextDate, language, today)}`] : []
  return text([...(lines.length > 0 ? [w.visits, ...lines] : [w.noVisit]), ...next].join('\n'))
}

function buttonsFor({ customer, workable }: CustomerShown, language: Language): Button[] {
  const w = words[language]
  const { code, reportsStock } = customer
  const seeStock: Button[] = reportsStock ? [{ label: w.seeStock, say: `库存 ${code}` }] : []
  const history: Button = { label: w.history, say: `拜访记录 ${code}` }
  if (!workable) return [...seeStock, history]
  const claim: Button[] =
    customer.ownerId === null ? [{ label: w.claim, say: `认领 ${code}`, style: 'primary' }] : []
  const report: Button[] = reportsStock ? [{ label: w.report, say: `报库存 ${code}` }] : []
  return [
    ...claim,
    { label: w.visit, say: `拜访 ${code}`, style: claim.length === 0 ? 'primary' : undefined },
    ...report,
    ...seeStock,
    history,
    { label: w.contact, say: `新建联系人 ${code}` },
    { label: w.edit, say: `修改客户 ${code}` },
  ]
}
