import { visibleTo } from '../../../crm/people/visibility.ts'
import { lettersOf } from '../../../lib/normalise-text.ts'
import { nameIn, type Words } from '../../../lib/words.ts'
import { hitsIn } from '../command-words.ts'
import { readCustomer } from '../customer-field.ts'
import type { CustomerMention } from '../customers/mention.ts'
import { loneRestOf } from '../lexicon.ts'
import { notRightBefore } from '../mood.ts'
import type { Span } from '../outline.ts'
import { ask, choose, type Reading } from '../reading.ts'
import { all, type Sentence } from '../spot.ts'
import { settled } from './decisions.ts'

/** 先放放, 先等等: not to be decided yet. */
export const putOff = '(?:先|暂时?)(?:放|等|缓|搁|压)(?:放|等|缓|搁|压|着|一[下放等缓])'
const usual =
  /(?:那份|这份|那个|这个|那张|这张|年度)?(?:合同|协议)(?:书)?(?:审批|申请|草稿|草案)?|[那这]份(?!量)|(?:退|打)回来?的|被退(?:回)?的|审批|没问题|没意见|看过了|核对过了?|(?:都|已经)?(?:改|修改|补|弄|填|盖|签)(?:好|完)(?:章|字)?了?|可以了?|第?\d{1,4}号|第[一二三四五六七八九十\d]{1,2}(?:个|份|条|项)?|(?<!\d)\d{3,4}(?!\d)|(?<![\d.]|\b(?:page|item|clause|line|section|point|step|part|row) )[1-9](?![\d.年箱%折点号])|\bfirst\b|(?:the )?\b(?:contracts?|agreements?)\b(?: (?:of|for|from|with))?|(?<=[KN])'s\b|把|将|的/
/** Words that belong to a decision on a contract and mean nothing of their own in it. */
export const ofContract = new RegExp(`${putOff}|${usual.source}`, 'g')

export interface Contract {
  number: string
  customer: { code: string; name: string; nameEn: string | null }
}

export type Candidates = (reading: Reading) => Promise<Contract[]>

/** The contract that is named; else the one of the customer that the person can act on. */
export async function fillContract(reading: Reading, field: string, candidates: Candidates): Promise<void> {
  const [named] = all(reading.sentence, 'N')
  if (isPutOff(reading)) ask(reading, field, oneAtATime)
  else if (named) await fillNamed(reading, field, named.number)
  else await fillFound(reading, field, await candidates(reading))
  if (saysMore(reading)) {
    delete reading.input[field]
    ask(reading, field, oneAtATime)
  }
  if (!takesWords(reading) && unexplained(reading)) ask(reading, '', notAllUnderstood)
}

const severalOrAllBut =
  /[NK](?:的)?(?:合同|协议)?\s*(?:和|与|跟|及|以及|、|and |& )|除了?|以外|之外|\b(?:except|other than)\b/u
const decisions = /^(?:approval\.(?:approve|return|reject|hand_over)|contract\.(?:submit|withdraw))$/

/** 银河的先放放 浦江的批了: one of them is not to be approved. */
const isPutOff = ({ command: { name }, sentence: { outline } }: Reading): boolean =>
  name === 'approval.approve' && new RegExp(putOff).test(outline.text)

/** Several contracts, all but one, or two decisions: 通过 0031，退回 0033. */
function saysMore({ command, commands, sentence: { outline } }: Reading): boolean {
  if (severalOrAllBut.test(outline.text)) return true
  const hits = hitsIn(commands, outline).filter(
    (hit) => hit.commands.some((one) => decisions.test(one)) && isMeant(outline.text, hit),
  )
  const mine = hits.find((hit) => hit.commands.includes(command.name))
  return hits.some(
    (hit) =>
      !hit.commands.includes(command.name) &&
      (hit.start < (mine?.start ?? 0) ||
        /^\s*(?:了|掉)?\s*(?:[NK]|\d{3,4})/.test(outline.text.slice(hit.end))),
  )
}

/** 不要退回 批了吧, 退回的合同: what is not to be, or was, is no second decision. */
const isMeant = (text: string, { start, end }: Span): boolean =>
  !notRightBefore.test(text.slice(0, start)) && !/^(?:来|了)?的/.test(text.slice(end))

async function fillNamed(reading: Reading, field: string, number: string): Promise<void> {
  const { ctx, input, sentence } = reading
  input[field] = number
  const others = all(sentence, 'N').some((one) => one.number !== number)
  if (others || (!takesWords(reading) && figuresIn(sentence).length > 0)) ask(reading, '', oneAtATime)
  const contract = await ctx.db.contract.findFirst({
    where: { number, customer: visibleTo(ctx.me) },
    select: { customer: { select: { code: true, name: true } } },
  })
  const customers = all(sentence, 'K').map((one) => namedBy(one, sentence))
  if (!contract || customers.every((one) => isOf(contract.customer, one))) return
  delete input[field]
  ask(reading, field, notTogether(number, contract.customer.name))
}

async function fillFound(reading: Reading, field: string, found: Contract[]): Promise<void> {
  const named = await customerMeant(reading)
  const numbers = numbersIn(reading, named !== null)
  const numbered = found.filter(({ number }) => goesBy(number, numbers))
  const meant = numbered.filter(({ customer }) => !named || isOf(customer, named))
  const [only, second] = nthMeant(reading, found, named) ?? meant
  if (!only) ask(reading, field, noneWaiting)
  else if (numbers.tails.length > 1) ask(reading, field, oneAtATime)
  else if (
    second ||
    named?.near ||
    !(named || numbers.tails.length > 0 || nth.test(reading.sentence.outline.text))
  )
    offer(reading, field, meant)
  else {
    reading.input[field] = only.number
    reading.why.push(`${field}: ${only.number} is the contract of ${only.customer.code} that can be decided`)
  }
}

/** 第二个 of the list of what waits, or a bare 2. */
const nth = /第(?<said>[一二三四五六七八九]|[1-9])(?:个|份|条|项)?|\bthe (?<word>first|second|third)\b/
const alone = /(?<![\d.])[1-9](?![\d.年])/

/** The contract at that place of the list of what waits for a decision; null where no place is said. */
function nthMeant({ command, sentence }: Reading, found: Contract[], named: Named | null): Contract[] | null {
  const { text } = sentence.outline
  if (named || !command.name.startsWith('approval.')) return null
  const { said = alone.exec(text)?.[0] ?? '', word = '' } = nth.exec(text)?.groups ?? {}
  const place =
    '一二三四五六七八九'.indexOf(said || '-') + 1 ||
    Number(said) ||
    ['first', 'second', 'third'].indexOf(word) + 1
  const contract = found[place - 1]
  return place > 0 && contract && !found.some(({ number }) => number.endsWith(`-000${place}`))
    ? [contract]
    : null
}

const mostOffered = 9

function offer(reading: Reading, field: string, contracts: Contract[]): void {
  const options = contracts.slice(0, mostOffered).map(({ number, customer }) => ({
    value: number,
    label: `${number} ${nameIn(customer, reading.ctx.language)}`,
  }))
  choose(reading, field, '', options)
}

/** A reason, or a colleague: words that cannot be known beforehand. */
const takesWords = ({ command: { input } }: Reading): boolean =>
  'reason' in input.shape || 'to' in input.shape

/** Customers that a part of a sentence may mean. */
interface Named {
  codes: string[]
  /** As they were named: 龙腾 may be any 龙腾 there is. */
  letters: string
  near: boolean
}

function namedBy({ matches, how, start, end }: CustomerMention, { outline }: Sentence): Named {
  const letters = lettersOf(outline.said.text.slice(start, end))
  return { codes: matches.map(({ code }) => code), letters, near: how === 'near' }
}

const isOf = ({ code, name }: { code: string; name: string }, { codes, letters }: Named): boolean =>
  codes.includes(code) || (letters !== '' && lettersOf(name).includes(letters))

/** The customer whose contract it is, or several; null where none is named. */
async function customerMeant(reading: Reading): Promise<Named | null> {
  const trial: Reading = { ...reading, input: {}, asks: [], choices: [] }
  const mention = await readCustomer(trial, { words })
  reading.sentence = trial.sentence
  if (mention) return namedBy(mention, trial.sentence)
  const { customer } = trial.input
  if (trial.asks.length > 0 || typeof customer !== 'string') return null
  return { codes: [customer], letters: '', near: false }
}

const figuresIn = ({ outline: { text } }: Sentence): string[] => [
  ...new Set(text.match(/(?<![\d.])\d{1,4}(?![\d.年])/g)),
]

interface NumberSaid {
  year?: string
  /** The last figures of a number. */
  tails: string[]
}

/** 批准 0031, 德顺2027年的合同. Few figures beside the customer's name, or a longer number, belong to the reason. */
function numbersIn(reading: Reading, ofCustomer: boolean): NumberSaid {
  const { sentence } = reading
  const figures = figuresIn(sentence)
  const isNamed = ofCustomer || figures.some(({ length }) => length > 2)
  const inReason = isNamed && takesWords(reading)
  return {
    year: /(?<!\d)(20\d\d)年/.exec(sentence.outline.said.text)?.[1],
    tails: figures.filter(({ length }) => length > 2 || !inReason),
  }
}

const goesBy = (number: string, { year, tails }: NumberSaid): boolean =>
  (!year || number.includes(`-${year}-`)) &&
  (tails.length === 0 || tails.some((tail) => number.endsWith(`-${tail.padStart(4, '0')}`)))

/** Words that neither name the contract nor say what is to become of it; a day on which it is to be done. */
function unexplained({ command, commands, sentence }: Reading): boolean {
  const { outline } = sentence
  if (all(sentence, 'D').some(({ date }) => date.meaning.span?.is !== 'year')) return true
  const mine = hitsIn(commands, outline).filter((hit) => hit.commands.includes(command.name))
  const rest = mine.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    outline.text.replace(settled, (words) => ' '.repeat(words.length)),
  )
  return loneRestOf(rest.replace(ofContract, ' ')) !== ''
}

const words =
  /(?:批准|批了?|通过|同意|退回|打回|拒绝|驳回|转交?给?|提交|撤回来?|合同|协议|审批|的|把|了|去|来)+|\b(?:approve|return|reject|contract|submit|withdraw|the|of)\b/u

const noneWaiting: Words = {
  zh: '没有找到您现在能处理的这份合同。请写合同编号，或发“待审批”看看。',
  en: 'There is no such contract that you can act on now. Please give its number, or send “approvals”.',
}
const notTogether = (number: string, name: string): Words => ({
  zh: `${number}是${name}的合同，跟说的客户对不上。是哪一份？`,
  en: `${number} is the contract of ${name}, not of the customer you named. Which one is it?`,
})
const notAllUnderstood: Words = {
  zh: '这句话没有全看懂。确定要办的是这一份吗？',
  en: 'Not all of this was understood. Is this really the contract you mean?',
}
const oneAtATime: Words = {
  zh: '一次只能处理一份合同，这次办哪一份？其余的再发一次。',
  en: 'Only one contract can be dealt with at a time. Which one now? Then send the others.',
}
