import type { Prisma } from '#prisma'
import { waitingFor } from '../../../crm/contracts/waiting-for.ts'
import { visibleTo } from '../../../crm/people/visibility.ts'
import { nameIn, type Words } from '../../../lib/words.ts'
import { readCustomer } from '../customer-field.ts'
import { loneRestOf } from '../lexicon.ts'
import { isQuestion } from '../mood.ts'
import { ask, choose, type Reading } from '../reading.ts'
import { all, type Sentence } from '../spot.ts'
import type { Frame } from './frame.ts'

const own =
  /(?:那份|这份|那个|这个|那张|这张|年度)?(?:合同|协议)(?:书)?(?:审批|申请)?|审批|没问题|没意见|看过了|核对过了?|可以了?|第?\d{1,4}号|(?<!\d)\d{3,4}(?!\d)|(?:the )?\b(?:contracts?|agreements?)\b(?: (?:of|for|from|with))?|把|将|的/g
const foreign = /周报|进销存|库存|报表|\breports?\b/

/** Decisions and other acts on one contract, named by its number or by its customer. */
function act(command: string, field: string, candidates: Candidates, says: RegExp[]): Frame {
  return { command, own, foreign, says, fill: (reading) => fillContract(reading, field, candidates) }
}

interface Contract {
  number: string
  customer: { code: string; name: string; nameEn: string | null }
}

type Candidates = (reading: Reading) => Promise<Contract[]>

const waiting: Candidates = ({ ctx }) => waitingFor(ctx, ctx.me)

const inState =
  (...states: string[]): Candidates =>
  ({ ctx }) => {
    const where: Prisma.ContractWhereInput = { state: { in: states }, customer: visibleTo(ctx.me) }
    const customer = { select: { code: true, name: true, nameEn: true } }
    return ctx.db.contract.findMany({
      where,
      select: { number: true, customer },
      orderBy: { id: 'asc' },
      take: 50,
    })
  }

export const contractFrames: Frame[] = [
  {
    command: 'approval.list',
    own: /(?:有|哪些|什么|几个|多少|合同|看看|看一下|看|查|我|要|需要|等|的|还|\b(?:what|which|anything|is|are|there|for|me|my|show|to|contracts?)\b|\?)/g,
    says: [
      /(?:多少|哪些|几份|有什么|哪几份|还有)?(?:合同|协议)(?:还)?(?:没|未|待|等)(?:我|有)?(?:批|审批|审)(?:的|完)?|审批(?:什么|哪些|啥)/g,
      /待(?:我)?(?:审批|批|审)(?:的|列表|清单|事项)?|(?:要|等|需要)我(?:来)?(?:审批|批|审)的?|审批列表/g,
      /\bwaiting for (?:me|my approval)\b|\bto approve\b|\bpending approvals?\b|\bmy approvals\b/g,
    ],
  },
  act('approval.approve', 'subject', waiting, [
    /(?:可以)?(?:批准|审批通过|批一下|批掉|批了|批过了?|通过|同意)(?:吧|了)?|可以批(?:了|吧)?/g,
    /批(?=[NK]|一?下|吧|$)/g,
    /\bapproved?\b|\bok (?=N)/g,
  ]),
  act('approval.return', 'subject', waiting, [
    /(?:退回|打回)(?:去|来|给他们?|修改|重[报做写新]|了)*|退(?=N)|退[了掉](?=$|[\s,，。])/g,
    /\b(?:send|sent) (?:it |N |K )?back\b|\breturn(?:ed)?\b/g,
  ]),
  act('approval.reject', 'subject', waiting, [
    /拒绝|驳回|否决|不予通过|不通过|不批(?!准)/g,
    /\breject(?:ed)?\b|\bdecline(?:d)?\b|\brefuse(?:d)?\b/g,
  ]),
  act('approval.hand_over', 'subject', waiting, [
    /转交?(?:给)?|移交(?:给)?|交给/g,
    /\b(?:hand|pass|forward|transfer)(?:ed)? (?:it )?(?:over|on|to)\b|\b(?:transfer|forward)(?= N)/g,
  ]),
  act('contract.submit', 'contract', inState('draft', 'returned'), [
    /提交(?:审批)?|报批|送审|上报(?=N|K的?合同)|(?:提交|上报)(?=K?的?合同)/g,
    /\b(?:submit|hand in)\b/g,
  ]),
  act('contract.withdraw', 'contract', inState('draft', 'in_review', 'returned'), [
    /(?:撤回|收回|撤销|取消|作废)(?=[^,，。]{0,6}(?:N|合同|协议))|(?<=(?:N|合同|协议)[^,，。]{0,3})(?:撤回|收回|撤销|取消|作废)来?/g,
    /\bwithdraw\b/g,
  ]),
  {
    command: 'contract.show',
    own: /(?:的|情况|进度|状态|到哪一?步了?|到哪了|到?谁(?:那里?|手[上里])?了?|怎么样了?|批下来了?|批了?|签了?|吗|没有?|审批|进展|年度|\d{4}年?|看看|看一下|看|查|能不能|可以|\b(?:status|of|progress|the|is|was|has|been|how)\b|\?)/g,
    says: [
      /(?:年度)?(?:合同|协议)(?:情况|进度|状态|到哪一?步了?|到哪了|怎么样了?|审批进度|批了吗|批了没有?|批下来了吗|签了吗|签了没)?|(?:进度|状态|到哪一?步了?)/g,
      /\bcontract(?: status| of)?\b|\bagreement\b|\bstatus of\b/g,
    ],
    shape: contractAskedFor,
  },
]

const aboutContract = /N|合同|协议|contract|agreement/
const notToBe =
  /(?:别|不要|先不|不用|暂不|不能|不可以|不可|没法|don't|do not|not to) ?(?:再|急着)?(?:批|同意|通过|退|拒|提交|approve|return|reject|submit)/

/** A number and nothing else; a question about a contract, or that it is not to be decided yet. */
function contractAskedFor({ outline: { text } }: Sentence): number {
  if (!aboutContract.test(text)) return 0
  if (notToBe.test(text) || (isQuestion(text) && /批|签|通过|approve|sign/.test(text)))
    return /[NK]/.test(text) ? 7.5 : 0
  const rest = text.replace(/合同|协议|看看?|查|情况|进度|状态|到哪一?步了?|status of|status/g, '')
  return /N/.test(text) && loneRestOf(rest) === '' ? 8 : 0
}

/** The contract that is named; else the one of the customer that the person can act on. */
async function fillContract(reading: Reading, field: string, candidates: Candidates): Promise<void> {
  const [named, another] = all(reading.sentence, 'N')
  if (named) {
    reading.input[field] = named.number
    if (another && another.number !== named.number) ask(reading, '', oneAtATime)
    return
  }
  const found = withNumberSaid(reading, await candidates(reading))
  const codes = await customersMeant(reading)
  const meant = codes ? found.filter(({ customer }) => codes.includes(customer.code)) : found
  const [only, second] = meant
  const numbered = /(?<!\d)\d{1,4}(?!\d)/.test(reading.sentence.outline.text)
  if (!only) ask(reading, field, noneWaiting)
  else if (second || !(codes || numbered))
    choose(
      reading,
      field,
      '',
      meant.slice(0, 9).map((one) => ({
        value: one.number,
        label: `${one.number} ${nameIn(one.customer, reading.ctx.language)}`,
      })),
    )
  else {
    reading.input[field] = only.number
    reading.why.push(`${field}: ${only.number} is the contract of ${only.customer.code} that can be decided`)
  }
}

/** 批准 0031: by the last figures of its number. */
function withNumberSaid({ sentence }: Reading, found: Contract[]): Contract[] {
  const tail = /(?<!\d)\d{1,4}(?!\d)/.exec(sentence.outline.text)?.[0]
  return tail ? found.filter(({ number }) => number.endsWith(`-${tail.padStart(4, '0')}`)) : found
}

const words =
  /(?:批准|批了?|通过|同意|退回|打回|拒绝|驳回|转交?给?|提交|撤回来?|合同|协议|审批|的|把|了|去|来)+|\b(?:approve|return|reject|contract|submit|withdraw|the|of)\b/u

/** Codes of the customers that may be meant; null where none is named. */
async function customersMeant(reading: Reading): Promise<string[] | null> {
  const trial: Reading = { ...reading, input: {}, asks: [], choices: [] }
  await readCustomer(trial, { words })
  reading.sentence = trial.sentence
  if (trial.asks.length > 0) return null
  if (typeof trial.input.customer === 'string') return [trial.input.customer]
  return trial.choices.flatMap(({ options }) => options.map(({ value }) => value))
}

const noneWaiting: Words = {
  zh: '没有找到您现在能处理的这份合同。请写合同编号，或发“待审批”看看。',
  en: 'There is no such contract that you can act on now. Please give its number, or send “approvals”.',
}
const oneAtATime: Words = {
  zh: '一次只能处理一份合同。请先处理这一份，其余的再发一次。',
  en: 'Only one contract can be dealt with at a time. Do this one, then send the others.',
}
