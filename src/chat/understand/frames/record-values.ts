import { fieldsOf } from '../command-fields.ts'
import { labelledIn, valueWords } from '../labelled.ts'
import { typedAt } from '../normalise.ts'
import { optionSaid } from '../option-said.ts'
import type { Span } from '../outline.ts'
import { ask, type Reading } from '../reading.ts'
import { all, sentenceOf, type Thing } from '../spot.ts'

export const recordLabel =
  '(?:电话|手机|地址|号码|名称|名字|层级|级别|等级|状态|邮箱|税号|助记码|上游|备注|职务|生日|phone|mobile|address|name|e-?mail|grade|status|tier|tax id|remarks)'
export const changing = '(?:号码)?(?:要|已经?|得|都)?(?:改|换|变|更新|更正|修改)(?:成|为|到|了|一下)?'

/** Values behind the labels of fields; what is no phone number is asked about. */
export function fillLabelled(reading: Reading, skip: ReadonlySet<string>): void {
  const { outline } = reading.sentence
  for (const one of labelledIn(outline, reading.command.input, skip)) {
    const field = fieldsOf(reading.command.input).find(([name]) => name === one.field)![1]
    if (reading.input[one.field] !== undefined) continue
    const words = valueWords(outline, one)
    if (field.kind === 'choice') {
      const option = optionSaid(field, words.toLowerCase().replace(/^不是.+?而?是/u, ''))
      if (option) reading.input[one.field] = option.value
    } else if (field.kind === 'phone') {
      const number = /^[+\d][\d -]*\d/.exec(words)?.[0]
      if (number && isPhone(number)) reading.input[landline(reading, one.field, number)] = number
      else if (/\d/.test(words)) ask(reading, one.field, noPhone(words))
    } else if (words) reading.input[one.field] = words
  }
}

/** A mobile number has eleven figures; others have seven or eight behind their area, or are short. */
const isPhone = (number: string): boolean =>
  /^(?:(?:86)?1[3-9]\d{9}|0\d{9,11}|[2-8]\d{6,7}|[48]00\d{7})$/.test(plain(number))

/** 电话 is said of mobile numbers and others. */
const landline = ({ command }: Reading, field: string, number: string) =>
  field === 'mobile' && 'phone' in command.input.shape && /^0/.test(number) ? 'phone' : field

/** Figures that are no telephone number, or one number too many: never dropped. */
export function checkPhones(reading: Reading, field: string): void {
  const { outline } = reading.sentence
  const given = Object.values(reading.input)
    .filter((value) => typeof value === 'string')
    .map(plain)
  const left = all(reading.sentence, 'T').find(({ digits }) => !given.includes(plain(digits)))
  const odd = /(?<![\w-])\d[\d -]{4,}\d(?!\w)/.exec(outline.text)?.[0]
  if (left || (odd && !given.some((value) => value.includes(plain(odd)))))
    ask(reading, field, noPhone(left?.digits ?? odd!))
}

const noPhone = (said: string) => ({
  zh: `“${said}”不像电话号码，或者多了一个，请核对。`,
  en: `“${said}” is no phone number, or one too many. Please check it.`,
})
export const whichName = {
  zh: '说了几个人，这次记哪一位？',
  en: 'Several people were named. Which one is it?',
}
export const notUnderstood = (said: string) => ({
  zh: `“${said}”没有看懂，请核对后补上。`,
  en: `“${said}” was not understood. Please check and add it.`,
})

/** A number that no label claims. */
export function fillPhone(reading: Reading, field: string): void {
  const values = Object.values(reading.input).filter((value) => typeof value === 'string')
  const [phone] = all(reading.sentence, 'T').filter(
    ({ digits }) => !values.some((value) => plain(value) === plain(digits)),
  )
  if (phone && reading.input[field] === undefined) reading.input[field] = phone.digits
}

const plain = (digits: string) => digits.replace(/\D/g, '')

export const mobileOrPhone = ({ sentence }: Reading) =>
  all(sentence, 'T')[0]
    ?.digits.replace(/^\+?86/, '')
    .startsWith('1') === false
    ? 'phone'
    : 'mobile'

export function saidAt({ sentence: { outline } }: Reading, { start, end }: Span): string {
  return typedAt(outline.said, { start, end })
}

/** The sentence with no other things in it. */
export const keepOnly = ({ sentence }: Reading, marks: Thing['mark'][]) =>
  sentenceOf({
    ...sentence,
    said: sentence.outline.said,
    things: sentence.things.filter(({ mark }) => marks.includes(mark)),
  })

/** The text with blanks in place of these parts. */
export const blanked = (text: string, spans: Span[]): string =>
  spans.reduce(
    (left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end),
    text,
  )
