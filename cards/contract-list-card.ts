import { type ContractState, stateWords } from '../src/crm/contracts/approval.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { buttons, type Card, text } from './card.ts'

const words = {
  zh: {
    title: '未完成的合同',
    nothing: '没有未完成的合同。发“合同 客户名称”查看某家的合同。',
    line: (name: string, year: number, number: string, state: string) =>
      `${name} ${year}年度 ${number} ${state}`,
    none: (name: string, year: number) => `${name} 没有${year}年度合同`,
    noneDraft: '可以现在起草：填产品和全年数量，按月均分。',
    noneAsk: '合同由客户负责人或其主管起草。',
    draft: '起草合同',
  },
  en: {
    title: 'Contracts that are not settled',
    nothing: 'None is open. Send “contract <customer>” to look at one.',
    line: (name: string, year: number, number: string, state: string) =>
      `${name}, ${year}, ${number}, ${state}`,
    none: (name: string, year: number) => `${name} has no contract for ${year}`,
    noneDraft: 'You can draft one now: products and the volumes of the year, split evenly over the months.',
    noneAsk: 'A contract is drafted by the customer’s owner or whoever leads them.',
    draft: 'Draft a contract',
  },
} satisfies Record<Language, object>

interface Named {
  code: string
  name: string
  nameEn: string | null
}

interface Listed {
  number: string
  year: number
  state: ContractState
  customer: Named
}

export function contractListCard(contracts: Listed[], language: Language): Card {
  const w = words[language]
  if (contracts.length === 0) return { title: w.title, blocks: [text(w.nothing)] }
  const lines = contracts.map(({ customer, year, number, state }) =>
    w.line(nameIn(customer, language), year, number, stateWords[state][language]),
  )
  const open = contracts.map(({ customer, number }) => ({
    label: nameIn(customer, language),
    say: `合同 ${number}`,
  }))
  return { title: w.title, blocks: [text(lines.join('\n')), buttons(...open)] }
}

export function noContractCard(
  { customer, year, mayDraft }: { customer: Named; year: number; mayDraft: boolean },
  language: Language,
): Card {
  const w = words[language]
  const title = w.none(nameIn(customer, language), year)
  if (!mayDraft) return { title, blocks: [text(w.noneAsk)] }
  return { title, blocks: [text(w.noneDraft), buttons({ label: w.draft, say: `起草合同 ${customer.code}` })] }
}
