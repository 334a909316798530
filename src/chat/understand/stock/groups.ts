import type { ThingOf } from '../spot.ts'
import { inOrder, isNearer } from './nearness.ts'
import type { Token } from './tokens.ts'

export type FigureToken = Extract<Token, { is: 'figure' }>
export type AmountToken = Extract<Token, { is: 'amount' }>

/** A product and what is said of it. */
export interface Group {
  /** Null where the name is of no product: its figures must go to no other. */
  product: ThingOf<'G'> | null
  /** What is no product, as it was written: 迷你可乐. */
  unknown?: string
  /** The figure that stands before the product: 进货 可乐20 雪碧10. */
  header: FigureToken | undefined
  said: Token[]
}

export interface Grouped {
  groups: Group[]
  /** What the columns of a table are, from its head: 品名 期初 进货 库存. */
  columns: FigureToken[]
  /** What is said before the first product and of none. */
  rest: Token[]
}

export function grouped(all: Token[]): Grouped {
  const { columns, tokens } = withoutHead(inOrder(amountsComeFirst(all) ? turned(all) : all))
  const groups: Group[] = []
  const rest: Token[] = []
  let header: Group['header']
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]
    const following = tokens[i + 1]
    const last = groups.at(-1)
    if (token.is === 'product') {
      const prefix = before?.is === 'text' && before.beside ? before.said : undefined
      if (prefix !== undefined) (last?.said ?? rest).pop()
      const own = before?.is === 'size' && tokens[i - 2]?.is !== 'product' ? [before] : []
      if (own.length > 0) (last?.said ?? rest).pop()
      const unknown = prefix === undefined ? undefined : prefix + nameOf(token)
      groups.push({ product: token.product, unknown, header, said: own })
    } else if (token.is === 'text' && last && before?.is === 'product' && goesOnWithName(token, before))
      last.unknown = nameOf(before) + token.said
    else if (token.is === 'text' && !token.beside && isOfIt(following))
      groups.push({ product: null, unknown: token.said, header, said: [] })
    else if (
      token.is === 'figure' &&
      !token.behind &&
      (following?.is === 'product' || following === undefined)
    )
      header = token
    else (last?.said ?? rest).push(token)
  }
  return { groups: shared(groups), columns, rest }
}

const nameOf = ({ product }: Extract<Token, { is: 'product' }>) => product.products[0]!.name

const isOfIt = (token: Token | undefined) =>
  token !== undefined && token.is !== 'product' && token.is !== 'text'

/** 20箱可乐 15箱雪碧: what is counted stands before what it is of. */
function amountsComeFirst(tokens: Token[]): boolean {
  const first = tokens.findIndex(({ is }) => is === 'product')
  if (tokens[first - 1]?.is !== 'amount') return false
  const last = tokens.findLastIndex(({ is }) => is === 'product' || is === 'text')
  return !tokens.slice(last + 1).some(({ is }) => is === 'amount' || is === 'none')
}

/** The same with each product before its amounts; what goes on with its name, or tells what they are, stays behind it. */
function turned(tokens: Token[]): Token[] {
  const result: Token[] = []
  let held: Token[] = []
  for (const [i, token] of tokens.entries()) {
    const isName = token.is === 'product' || (token.is === 'text' && held.at(-1)?.is === 'amount')
    if (isName) {
      const [first, ...others] = held
      if (first) result.push({ ...token, gap: first.gap }, { ...first, gap: token.gap }, ...others)
      else result.push(token)
      held = []
    } else if (goesOnWithName(token, tokens[i - 1]))
      result.splice(result.findLastIndex(({ is }) => is === 'product') + 1, 0, token)
    else if (token.is === 'figure' && tokens[i - 1]?.is === 'product' && isNearer(token, tokens[i + 1]))
      result.push(token)
    else held.push(token)
  }
  return [...result, ...held]
}

const goesOnWithName = (token: Token, before: Token | undefined): boolean =>
  token.is === 'text' && before?.is === 'product' && token.from === before.at + 1

/** Two figures or more before the first product, and no amount of theirs, are the head of a table. */
function withoutHead(tokens: Token[]): { columns: FigureToken[]; tokens: Token[] } {
  const start = tokens.findIndex(({ is }) => is === 'product')
  const head = tokens.slice(0, Math.max(0, start))
  const named = head.filter((token): token is FigureToken => token.is === 'figure' && !token.weak)
  // 盘点 over a table says what it is, and is no column.
  const again = named.slice(1).some(({ figure }) => figure === named[0]!.figure)
  const columns = again ? named.slice(1) : named
  const isHead =
    columns.length > 1 &&
    !head.some(({ is }) => is === 'amount' || is === 'none') &&
    cellsBehind(tokens, start) > 1
  if (!isHead) return { columns: [], tokens }
  return { columns, tokens: tokens.filter((token, i) => i >= start || token.is !== 'figure') }
}

/** The numbers that follow the first product: in `stock opening cola 50 received 20` there is one, and no table. */
function cellsBehind(tokens: Token[], start: number): number {
  const behind = tokens.slice(start + 1).filter(({ is }) => is !== 'unit' && is !== 'size')
  const end = behind.findIndex(({ is }) => is !== 'amount')
  return end < 0 ? behind.length : end
}

/** 可乐雪碧各5箱, 可乐雪碧都没了, 可乐雪碧分别5箱8箱: said of the products before, too. */
function shared(groups: Group[]): Group[] {
  groups.forEach(({ said }, i) => {
    const before = groups.slice(0, i)
    const alone = before.slice(before.findLastIndex((group) => group.said.length > 0) + 1)
    const at = said.findIndex(({ is }) => is === 'each' || is === 'in turn')
    const word = said[at]
    const meant = said.filter((token) => token !== word)
    if (word?.is === 'each') for (const group of alone) group.said = [...meant]
    if (word?.is === 'in turn' && meant.length === alone.length + 1)
      for (const [nth, group] of alone.entries()) group.said = [meant[nth]!]
    const own = word?.is === 'in turn' && meant.length === alone.length + 1 ? meant.slice(-1) : meant
    const [first] = said
    if (first?.is === 'none' && first.all) for (const group of alone) group.said = [first]
    groups[i]!.said = word?.is === 'in turn' && own === meant ? [word, ...meant] : own
  })
  return groups
}
