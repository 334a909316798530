import type { TermsShown } from '../src/crm/contracts/terms-shown.ts'
import { moneyInWords } from '../src/lib/money-in-words.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Button, type Card, type FormField, fields } from './card.ts'

const words = {
  zh: {
    contract: '合同',
    amount: '合同额（标价）',
    reason: '原因',
    to: '转交给',
    titles: {
      submit: '提交合同，开始审批',
      approve: '批准合同',
      return: '退回合同，由起草人修改',
      reject: '拒绝合同，不再审批',
      hand_over: '转交合同审批',
      withdraw: '撤回合同，不能恢复',
    },
    what: (year: number, name: string, number: string) => `${name} ${year}年度合同 ${number}`,
  },
  en: {
    contract: 'Contract',
    amount: 'Amount (list price)',
    reason: 'Reason',
    to: 'Hand over to',
    titles: {
      submit: 'Submit the contract for approval',
      approve: 'Approve the contract',
      return: 'Return the contract to be changed',
      reject: 'Reject the contract for good',
      hand_over: 'Hand over the decision',
      withdraw: 'Withdraw the contract for good',
    },
    what: (year: number, name: string, number: string) => `${name}, contract ${year}, ${number}`,
  },
} satisfies Record<Language, object>

export type ConfirmedAct = keyof (typeof words)['zh']['titles']

type Shown = Pick<TermsShown, 'customer' | 'year' | 'amount'> & { number: string }

const whatOf = ({ year, customer, number }: Shown, language: Language) =>
  words[language].what(year, nameIn(customer, language), number)

/** What was understood of an act on a contract, before it is done. */
export function approvalConfirmCard(
  act: ConfirmedAct,
  contract: Shown,
  { reason, to }: { reason?: string; to?: { name: string; nameEn: string } },
  language: Language,
): Card {
  const w = words[language]
  return {
    title: w.titles[act],
    blocks: [
      fields([
        [w.contract, whatOf(contract, language)],
        [w.amount, moneyInWords(contract.amount)],
        [w.reason, reason],
        [w.to, to && nameIn(to, language)],
      ]),
    ],
  }
}

export interface DecisionForm {
  act: ConfirmedAct
  /** The contract it is about, or those to choose from. */
  contract: Shown | Shown[]
  reason?: string
  /** To whom it may be handed. */
  targets?: { code: string; name: string; nameEn: string }[]
}

/** Asks what a decision still lacks: which contract, why, to whom. */
export function decisionFormCard(form: DecisionForm, submit: Button, language: Language): Card {
  const w = words[language]
  const one = Array.isArray(form.contract) ? null : form.contract
  return {
    title: w.titles[form.act],
    blocks: [
      ...(one ? [fields([[w.contract, whatOf(one, language)]])] : []),
      { type: 'form', fields: fieldsOf(form, language), submit },
    ],
  }
}

function fieldsOf({ act, contract, reason, targets }: DecisionForm, language: Language): FormField[] {
  const w = words[language]
  const asked: FormField[] = []
  if (Array.isArray(contract)) {
    const options = contract.map((one) => ({ value: one.number, label: whatOf(one, language) }))
    asked.push({ name: 'subject', label: w.contract, kind: 'select', required: true, options })
  }
  if (act === 'return' || act === 'reject')
    asked.push({ name: 'reason', label: w.reason, kind: 'lines', required: true, value: reason })
  if (targets) {
    const options = targets.map((member) => ({ value: member.code, label: nameIn(member, language) }))
    asked.push({ name: 'to', label: w.to, kind: 'select', required: true, options })
  }
  return asked
}
