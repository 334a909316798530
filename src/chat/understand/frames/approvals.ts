import { waitingFor } from '../../../crm/contracts/waiting-for.ts'
import type { Words } from '../../../lib/words.ts'
import { nameIn } from '../../../lib/words.ts'
import { readCustomer } from '../customer-field.ts'
import { ask, choose, type Reading } from '../reading.ts'
import { all } from '../spot.ts'
import type { Frame } from './frame.ts'

const own =
  /(?:的|那份|这份|那个|这个|那张|年度)?(?:合同|协议)(?:书)?(?:审批|申请)?|审批|\bcontracts?\b|\bagreements?\b|的/g

const frame = (command: string, says: RegExp[]): Frame => ({ command, own, says, fill: fillSubject })

export const approvalFrames: Frame[] = [
  frame('approval.approve', [
    /(?:批准|审批通过|批一下|批掉|批了|通过|同意)/g,
    /(?<!不|别|没|未|待|等|审)批(?=N|K|一?下)/g,
    /\bapproved?\b|\bok (?=N)/g,
  ]),
  frame('approval.return', [
    /退回(?:去|给他们?|修改|重[报做写])?|打回(?:去|来)?|退(?=N)/g,
    /\b(?:send|sent) (?:it |N |K )?back\b|\breturn(?:ed)?\b/g,
  ]),
  frame('approval.reject', [
    /拒绝|驳回|否决|不予通过|不通过/g,
    /\breject(?:ed)?\b|\bdecline(?:d)?\b|\brefuse(?:d)?\b/g,
  ]),
  frame('approval.hand_over', [
    /转交?(?:给)?|移交(?:给)?|交给/g,
    /\b(?:hand|pass|forward|transfer)(?:ed)? (?:it )?(?:over|on|to)?\b/g,
  ]),
]

/** The contract that is named; else the one of the customer that waits for the person's decision. */
async function fillSubject(reading: Reading): Promise<void> {
  const [number, another] = all(reading.sentence, 'N')
  if (number) {
    reading.input.subject = number.number
    if (another && another.number !== number.number) ask(reading, '', oneAtATime)
    return
  }
  const waiting = await waitingFor(reading.ctx, reading.ctx.me)
  const meant = await ofCustomer(reading, waiting)
  if (!meant) return
  const [only, second] = meant
  const label = ({ number: code, customer }: (typeof waiting)[number]) => ({
    value: code,
    label: `${code} ${nameIn(customer, reading.ctx.language)}`,
  })
  if (!only) ask(reading, 'subject', noneWaiting)
  else if (second || !all(reading.sentence, 'K').length)
    choose(reading, 'subject', '', meant.slice(0, 9).map(label))
  else {
    reading.input.subject = only.number
    reading.why.push(`${only.number}: the contract of ${only.customer.code} that waits`)
  }
}

type Waiting = Awaited<ReturnType<typeof waitingFor>>

/** Null where it has to be asked first which customer is meant. */
async function ofCustomer(reading: Reading, waiting: Waiting): Promise<Waiting | null> {
  const words = /(?:批准|批了?|通过|同意|退回|打回|拒绝|驳回|转交?给?|合同|协议|审批|的|把|了)+/u
  const trial: Reading = { ...reading, input: {}, asks: [], choices: [] }
  const mention = await readCustomer(trial, {
    words,
    where: [
      reading.sentence.outline.text.length > 0
        ? { start: 0, end: reading.sentence.outline.text.length }
        : { start: 0, end: 0 },
    ],
  })
  reading.sentence = trial.sentence
  const codes =
    trial.input.customer && mention
      ? [trial.input.customer]
      : trial.choices.flatMap(({ options }) => options.map(({ value }) => value))
  if (codes.length === 0 && !(trial.input.customer && trial.asks.length === 0)) return waiting
  const wanted = codes.length > 0 ? codes : [trial.input.customer]
  return waiting.filter(({ customer }) => wanted.includes(customer.code))
}

const noneWaiting: Words = {
  zh: '没有等您审批的这份合同。请写合同编号，或发“待审批”看看。',
  en: 'No such contract waits for your decision. Please give its number, or send “approvals”.',
}
const oneAtATime: Words = {
  zh: '一次只能处理一份合同。请先处理这一份，其余的再发一次。',
  en: 'Only one contract can be decided at a time. Decide this one, then send the others.',
}
