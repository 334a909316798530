import type { CustomerFound, CustomersFound } from '../src/crm/customers/search-customers.ts'
import { type Tier, tierWords } from '../src/crm/customers/tiers.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Button, buttons, type Card, note, text } from './card.ts'

const words = {
  zh: {
    several: (query: string, total: string) => `“${query}”找到 ${total} 家客户`,
    near: (query: string) => `没有叫“${query}”的客户，是不是`,
    atLeast: (total: number) => `至少 ${total}`,
    more: (count: number, atLeast: boolean) =>
      `还有${atLeast ? '至少' : ''} ${count} 家没有列出。把名称写全一点、加上路名，或发客户编号、助记码、电话后四位。`,
    pool: '公海',
    none: (query: string) => `没有找到“${query}”`,
    noneText: '您能查看的客户里没有这一家。换个叫法、拼音首字母、编号或电话后四位再试，也可以新建。',
    noneTextRead: '您能查看的客户里没有这一家。换个叫法、拼音首字母、编号或电话后四位再试。',
    create: (name: string) => `新建“${name}”`,
  },
  en: {
    several: (query: string, total: string) => `${total} customers match “${query}”`,
    near: (query: string) => `No customer is called “${query}”. Did you mean`,
    atLeast: (total: number) => `${total} or more`,
    more: (count: number, atLeast: boolean) =>
      `${atLeast ? 'At least ' : ''}${count} more are not listed. Say more of the name or the road, or send the code, the mnemonic or the last four digits of the phone.`,
    pool: 'public pool',
    none: (query: string) => `Nothing found for “${query}”`,
    noneText:
      'None of the customers you may see is called that. Try another name, pinyin initials, the code or the last four digits of the phone, or create it.',
    noneTextRead:
      'None of the customers you may see is called that. Try another name, pinyin initials, the code or the last four digits of the phone.',
    create: (name: string) => `Create “${name}”`,
  },
} satisfies Record<Language, object>

/** Several customers to choose from; what is not listed is counted. */
export function customerListCard(query: string, result: CustomersFound, language: Language): Card {
  const w = words[language]
  const { found, total, atLeast } = result
  const near = found[0]?.by === 'near'
  const rest = total - found.length
  return {
    title: near ? w.near(query) : w.several(query, atLeast ? w.atLeast(total) : String(total)),
    blocks: [
      text([...found.map((customer) => `· ${lineOf(customer, language)}`)].join('\n')),
      ...(rest > 0 ? [note(w.more(rest, atLeast))] : []),
      buttons(...found.map((customer) => open(customer, language))),
    ],
  }
}

/** Nothing found; whoever may create customers is offered to. */
export function noCustomerCard(query: string, mayCreate: boolean, language: Language): Card {
  const w = words[language]
  return {
    title: w.none(query),
    blocks: [
      text(mayCreate ? w.noneText : w.noneTextRead),
      ...(mayCreate ? [buttons({ label: w.create(query), say: `新建客户 ${query}`, style: 'primary' })] : []),
    ],
  }
}

function lineOf(customer: CustomerFound, language: Language): string {
  const tier = tierWords[customer.tier as Tier][language]
  const owner = customer.owner ? nameIn(customer.owner, language) : words[language].pool
  return [nameIn(customer, language), customer.code, tier, customer.city, owner].filter(Boolean).join(' · ')
}

const open = (customer: CustomerFound, language: Language): Button => ({
  label: `${nameIn(customer, language)} ${customer.code}`,
  say: `客户 ${customer.code}`,
})
