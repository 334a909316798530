import type { Command } from '../crm/command.ts'
import { choiceField } from '../crm/fields.ts'

/** What help may be asked about: the first part of a command's name says where it belongs, the rest is in the last one. */
export const topics = [
  {
    value: '客户',
    words: { zh: '客户', en: 'Customers' },
    said: ['customer'],
    nouns: ['customer', 'contact'],
  },
  { value: '拜访', words: { zh: '拜访', en: 'Visits' }, said: ['visit'], nouns: ['visit'] },
  {
    value: '进销存',
    words: { zh: '进销存', en: 'Stock' },
    said: ['库存', '周报', 'reports'],
    nouns: ['stock', 'report'],
  },
  {
    value: '合同',
    words: { zh: '合同', en: 'Contracts' },
    said: ['审批', 'contract', 'approvals'],
    nouns: ['contract', 'approval'],
  },
  { value: '其他', words: { zh: '其他', en: 'More' }, said: ['other'], nouns: [] as string[] },
] as const

export const topicField = choiceField(
  { zh: '哪一类', en: 'About' },
  topics.map(({ value, words, said }) => ({ value, words, said: [...said] })),
)

export const topicOf = ({ name }: Command) =>
  topics.find(({ nouns }) => nouns.some((noun) => name.startsWith(`${noun}.`))) ?? topics.at(-1)!
