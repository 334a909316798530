import { type Amount, amountReader } from '../amount-at.ts'
import { filler } from '../lexicon.ts'
import type { Outline } from '../outline.ts'
import type { Thing, ThingOf } from '../spot.ts'
import { unitPattern } from '../unit-words.ts'
import { type Figure, figureWords, noneWords, soldOutWords } from './figure-words.ts'

/** What a stock report is made of, as it was said. */
export type Token =
  | { is: 'product'; product: ThingOf<'G'>; at: number }
  /** `behind`: it stands behind its amount, 12 left. */
  | { is: 'figure'; figure: Figure | 'sold'; sign: number; behind?: boolean }
  /** `minus`: it is below nothing. `roughly`: 约20箱. */
  | { is: 'amount'; amount: Amount; said: string; minus?: boolean; roughly?: boolean }
  /** 没了, 没进货. `all`: of the products before it, too. */
  | { is: 'none'; figure: Figure; all: boolean }
  /** 各5箱: of each of the products before it. */
  | { is: 'each' }
  /** 分别5箱8箱: the amounts of the products before it, one each. */
  | { is: 'in turn' }
  /** 单位：箱 */
  | { is: 'unit'; unit: string }
  /** 500ml, 24瓶装: how large it is, not how much there is. */
  | { is: 'size'; said: string }
  /** `beside`: a product follows without a gap, and this may be a part of its name. Places are of the outline. */
  | { is: 'text'; said: string; beside: boolean; from: number; to: number }

type Reads = (text: string, at: number) => TokenRead | null

interface TokenRead {
  /** Null for what says nothing. */
  token: Token | null
  end: number
}

const separators =
  /(?:[\s,，、;；:：=/|。.!！?？()（）·—_+&]|--+|-(?![\d.半一二两三四五六七八九十])|\band\b)+/y
const roughWords =
  /(?:大概是?|大约是?|差不多|约|接近|将近|快要?|(?:about|around|approximately|roughly|nearly|some)(?![a-z]))\s*(?=[\d一二两三四五六七八九十百半a-z])/y
const roughly = /(?:左右|上下)/y
const inAll = /(?:共|总共|一共|in total|total(?: of)?|of)(?![a-z])/y
const minus = /(?:-|负|减|minus )(?=[\d.半一二两三四五六七八九十])/y
const unitWord = `(?:${unitPattern()})`
const unitAlone = new RegExp(
  `(?:计?单位(?:是|为|都是|统一)?[\\s:：(]*|(?<=[(（])|(?<=[\\s,;|]))(${unitWord})(?=[)）\\s,;|。]|$)`,
  'y',
)
const size = new RegExp(
  `[\\d.]+ ?(?:ml|cl|l|g|kg|oz|毫升|升|克|公斤)(?![a-z])|(?:\\d+ ?[*×x] ?\\d+|[*×x] ?\\d+)(?![\\d.])|\\d+ ?${unitWord.replaceAll('(?!装|\\/|每', '(?!每')}(?:装|[/每]${unitWord})|\\d+入装?`,
  'y',
)
const each =
  /(?:各(?:有|是|剩|存|自)*|每[样种个](?:都|各)?(?:有|是|剩|存)*|(?:全部?|都)(?:是|有|剩下?|存)*(?=[\d一二两三四五六七八九十半])|each(?![a-z]))/y
const inTurn = /(?:分别|依次|respectively)(?:是|为|有|剩|存)*/y
const fillers = new RegExp(
  `(?:${filler}|[的了是为就都]|上报|填报|汇报|提交|目前|现在|今天|也|客户|门店|单品|这周|本周|这个?月|本月|昨天|数量|产品|品项|品名|货品|商品|序号|单位|规格|编号|(?:客户|门店|店)(?:名称?)?(?=[:：])|\\b(?:is|are|was|were|at|now|today)\\b)+`,
  'uy',
)
const soldOut = new RegExp(soldOutWords, 'y')
const nones = noneWords.map(([figure, words]) => ({ figure, pattern: new RegExp(`(?:${words})`, 'y') }))
const figures = figureWords.map(([figure, words, sign = 1]) => ({
  figure,
  sign,
  pattern: new RegExp(`(?:${words})`, 'y'),
}))

const behindAmount = /^(?:left|remaining|remains?|on hand|in stock)$/

/** Tokens of an outline: capitals other than products (`G`) do not matter here. */
export function tokensOf({ text, things }: Outline<Thing>, units: readonly string[]): Token[] {
  const reads = readsWith(amountReader(units))
  const tokens: Token[] = []
  let from = 0
  let unread = ''
  const keepUnread = (to: number, beside = false) => {
    const said = unread.trim()
    if (said)
      tokens.push({ is: 'text', said, beside, from, to: to - (unread.length - unread.trimEnd().length) })
    unread = ''
  }
  for (let at = 0; at < text.length; ) {
    const read = thingAt(things.get(at), at) ?? firstOf(reads, text, at)
    if (!read) {
      if (unread === '') from = at
      unread += text[at++]
    } else {
      keepUnread(at, read.token?.is === 'product')
      if (read.token) tokens.push(read.token)
      at = read.end
    }
  }
  keepUnread(text.length)
  return tokens
}

function thingAt(thing: Thing | undefined, at: number): TokenRead | null {
  if (!thing) return null
  return { token: thing.mark === 'G' ? { is: 'product', product: thing, at } : null, end: at + 1 }
}

function firstOf(reads: Reads[], text: string, at: number): TokenRead | null {
  for (const read of reads) {
    const found = read(text, at)
    if (found) return found
  }
  return null
}

/** Ways to read what stands at a place, the surest first. */
const readsWith = (amounts: ReturnType<typeof amountReader>): Reads[] => [
  wordRead(soldOut, (said) => ({ is: 'none', figure: 'closing', all: /^(?:都|全|all)/.test(said) })),
  ...nones.map(({ figure, pattern }) =>
    wordRead(pattern, (said) => ({ is: 'none', figure, all: /^(?:都|全)/.test(said) })),
  ),
  wordRead(size, (said) => ({ is: 'size', said })),
  wordRead(inTurn, () => ({ is: 'in turn' })),
  wordRead(each, () => ({ is: 'each' })),
  (text, at) => amountAt(text, at, amounts),
  (text, at) => {
    const unit = matchAt(unitAlone, text, at)
    return unit && { token: { is: 'unit', unit: unit[1]! }, end: at + unit[0].length }
  },
  plainRead(separators),
  wordRead(roughly, () => null),
  wordRead(inAll, () => null),
  ...figures.map(({ figure, sign, pattern }) =>
    wordRead(pattern, (said) => ({ is: 'figure', figure, sign, behind: behindAmount.test(said) })),
  ),
  plainRead(fillers),
]

/** With what stands before its number: 约20箱, -5箱. */
function amountAt(text: string, at: number, amounts: ReturnType<typeof amountReader>): TokenRead | null {
  const about = matchAt(roughWords, text, at)?.[0].length ?? 0
  const below = matchAt(minus, text, at + about)?.[0].length ?? 0
  const from = at + about + below
  const amount = amounts(text, from)
  if (!amount || amount.end <= from) return null
  const tail = matchAt(roughly, text, amount.end)?.[0].length ?? 0
  const end = amount.end + tail
  return {
    token: {
      is: 'amount',
      amount,
      said: text.slice(at, end),
      minus: below > 0,
      roughly: about > 0 || amount.rough,
    },
    end,
  }
}

const plainRead =
  (pattern: RegExp): Reads =>
  (text, at) => {
    const length = matchAt(pattern, text, at)?.[0].length
    return length ? { token: null, end: at + length } : null
  }

const wordRead =
  (pattern: RegExp, tokenOf: (said: string) => Token | null): Reads =>
  (text, at) => {
    const said = matchAt(pattern, text, at)?.[0]
    return said && isWhole(text, at, said.length) ? { token: tokenOf(said), end: at + said.length } : null
  }

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const latin = /[a-z]/

/** Words of letters count only whole. */
const isWhole = (text: string, at: number, length: number) =>
  !(
    (latin.test(text[at] ?? '') && latin.test(text[at - 1] ?? '')) ||
    (latin.test(text[at + length - 1] ?? '') && latin.test(text[at + length] ?? ''))
  )
