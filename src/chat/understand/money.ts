import { Decimal } from 'decimal.js'
import { numberAt, smallNumber } from '../../lib/numerals.ts'
import type { Words } from '../../lib/words.ts'
import { normalise, originalSpan } from './normalise.ts'
import { unitPattern } from './unit-words.ts'

/** An amount of money in a text; where there is a doubt there are no fen. */
export interface MoneyMention {
  /** Of the text as it was given. */
  start: number
  end: number
  phrase: string
  fen?: number
  doubt?: keyof typeof moneyDoubts
}

export const moneyDoubts = {
  rough: { zh: '具体是多少钱？', en: 'How much exactly?' },
  currency: { zh: '是人民币吗？请写成人民币。', en: 'Is it in yuan? Please give the amount in yuan.' },
  'part-of-a-fen': { zh: '金额到分为止，请改一下。', en: 'Amounts go down to the fen. Please correct it.' },
} as const satisfies Record<string, Words>

/** 3万, 3.5w, 12,000元, ¥3.5, 3块5, 300 yuan. A number alone is no money. */
export function findMoney(text: string): MoneyMention[] {
  const normalised = normalise(text)
  const found: MoneyMention[] = []
  beginning.lastIndex = 0
  for (let match = beginning.exec(normalised.text); match; match = beginning.exec(normalised.text)) {
    const read = moneyAt(normalised.text, match.index, match[0].length)
    beginning.lastIndex = read?.end ?? match.index + match[0].length + 1
    if (!read) continue
    const { start, end } = originalSpan(normalised, match.index, read.end)
    const { fen, doubt } = read
    found.push({ start, end, phrase: text.slice(start, end), ...(doubt ? { doubt } : { fen }) })
  }
  return found
}

const sign = '(?:¥|(?:rmb|cny|人民币) ?)'
const foreign = '(?:us)?\\$|usd ?|€|hk\\$'
const numeral = `(?:\\d[\\d,.]*|[零〇一二两三四五六七八九十百千万亿廿几]+)`
const beginning = new RegExp(
  `(?<![\\da-z.第每#:/⁄零〇一二两三四五六七八九十百千万亿-])(?:${sign}|${foreign})?(?=${numeral})`,
  'g',
)

interface MoneyRead {
  fen?: number
  doubt?: MoneyMention['doubt']
  end: number
}

function moneyAt(text: string, at: number, signLength: number): MoneyRead | null {
  const from = at + signLength
  const rough = roughAt(text, from, signLength > 0)
  if (rough) return rough
  const read = numberAt(text, from)
  if (!read) return null
  const said = { value: read.value, ...endOf(text, from, read.end) }
  if (!said.named && signLength === 0 && !isScaled(text, from, read.end)) return null
  if (said.currency === 'foreign' || new RegExp(`^(?:${foreign})`).test(text.slice(at, from)))
    return { doubt: 'currency', end: said.end }
  return inFen(said.value.plus(said.small), said.end)
}

function inFen(yuan: Decimal, end: number): MoneyRead {
  const fen = yuan.times(100)
  return fen.isInteger() ? { fen: fen.toNumber(), end } : { doubt: 'part-of-a-fen', end }
}

const few = '[一二两三四五六七八九]'
const roughNumbers = new RegExp(
  [
    `${few}${few}[十百千]*[万亿百千](?:元|块)?`,
    '(?:好?几|数)[十百千]*[万亿百千](?:元|块)?',
    `(?:\\d[\\d,.]*[wk万]|${numeral})(?:多|几|来|余)(?:万|千?(?:元|块))`,
    `(?:\\d[\\d,.]*[wk万]|[一二两三四五六七八九十百千]+[万亿])(?:多|几|来|余)`,
    `${numeral}[wk万千]?(?:元|块)?(?:-|~|到|至)${numeral}(?:[wk](?![a-z])|[万千]?(?:元|块)|万)`,
  ].join('|'),
  'y',
)

function roughAt(text: string, from: number, signed: boolean): MoneyRead | null {
  roughNumbers.lastIndex = from
  const match = roughNumbers.exec(text)
  if (!match || (!signed && counts(text, roughNumbers.lastIndex))) return null
  return { doubt: 'rough', end: roughNumbers.lastIndex }
}

const unit = new RegExp(`^ ?(?:${unitPattern()}|[家人次个店户平米公里])`)
const counts = (text: string, end: number) => unit.test(text.slice(end))

/** A big round number (3万, 3.5w) is money where it counts nothing else. */
function isScaled(text: string, from: number, end: number): boolean {
  return /[万亿wk]/.test(text.slice(from, end)) && !counts(text, end)
}

interface Ending {
  named: boolean
  currency: 'yuan' | 'foreign'
  /** 3块5: five tenths. */
  small: Decimal
  end: number
}

const endings =
  /^ ?(?:(?<yuan>元(?!旦|宵|气|月|素)|yuan\b|rmb\b|cny\b|人民币)整?|(?<kuai>块)(?<after>钱|[\d一二两三四五六七八九]{1,2}(?:毛|角)?(?:[\d一二三四五六七八九]分?)?)?|(?<jiao>毛钱?|角)(?!利)|(?<foreign>美元|美金|港币|欧元|usd\b|dollars?\b))/

function endOf(text: string, from: number, end: number): Ending {
  const none = { named: false, currency: 'yuan', small: new Decimal(0), end } as const
  const match = endings.exec(text.slice(end))
  if (!match) return none
  const { kuai, after, jiao, foreign: other } = match.groups!
  const place = { named: true, currency: other ? 'foreign' : 'yuan', end: end + match[0].length } as const
  if (jiao) return { ...place, small: tenthOf(text.slice(from, end)) }
  // 一块去 goes together, it costs nothing.
  if (kuai && !after && text.slice(from, end) === '一') return none
  return { ...place, small: smallChange(after) }
}

/** 5毛 was read as 5: nine tenths of it have to go. */
function tenthOf(words: string): Decimal {
  return numberAt(words, 0)!.value.times('-0.9')
}

function smallChange(after: string | undefined): Decimal {
  const [, tenths, hundredths] =
    /^([\d一二两三四五六七八九])(?:毛|角)?([\d一二三四五六七八九])?/.exec(after ?? '') ?? []
  return new Decimal(smallNumber(tenths ?? '0') ?? 0)
    .div(10)
    .plus(new Decimal(smallNumber(hundredths ?? '0') ?? 0).div(100))
}
