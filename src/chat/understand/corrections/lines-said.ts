import type { Ctx } from '../../../crm/context.ts'
import { readStockLines } from '../fields/stock-lines.ts'
import { plainText } from '../normalise.ts'
import { together } from '../stock/complete-count.ts'
import type { Line } from '../stock/read-lines.ts'
import type { Understood } from '../understood.ts'
import { type Base, changedTo } from './base.ts'
import { linePartOf, linesOf, withFigure, withLines } from './correct-lines.ts'
import { whatIsOut } from './what-is-out.ts'

/** What is to go, to come and to be otherwise in the lines of a stock report: 去掉芬达, 雪碧漏了8箱, 在途5箱. */
export async function linesSaid(ctx: Ctx, base: Base, said: string): Promise<Understood | null> {
  if (!('lines' in base.input)) return null
  const text = plainText(said).trim()
  return (
    (await lineTakenOut(ctx, base, text)) ??
    (await lineLeftOut(ctx, base, text)) ??
    figureSaid(ctx, base, text)
  )
}

/** 芬达不要了 */
async function lineTakenOut(ctx: Ctx, base: Base, text: string): Promise<Understood | null> {
  const what = whatIsOut(text)
  const part = what ? await linePartOf(ctx, what) : null
  if (!part?.product || part.figure || part.number !== undefined) return null
  const kept = linesOf(base).filter(({ product }) => product !== part.product)
  return withLines(base, kept.length === 0 || kept.length === linesOf(base).length ? 'unclear' : kept)
}

const cues = [
  /(?:还)?(?:漏(?:掉|写|报|盘|说)?|忘(?:记)?(?:写|报|盘|说)?|[少没](?:写|报|盘|说))了?/u,
  /^(?:还要|再|请|帮我)*(?:加上?|补上|补报|添上)/u,
  /\b(?:(?:i )?(?:forgot|missed|left out)|missing|(?:please )?add|plus)\b(?: the)?/u,
]

/** 漏了雪碧8箱 */
async function lineLeftOut(ctx: Ctx, base: Base, text: string): Promise<Understood | null> {
  const cue = cues.find((one) => one.test(text))
  const read = cue ? await readStockLines(ctx, text.replace(cue, ' ')) : null
  const lines = read && 'value' in read ? (read.value as Line[]) : []
  if (lines.length === 0) return null
  return changedTo(base, { ...base.input, lines: together(linesOf(base), lines) })
}

/** 存15, 可乐在途还有5箱: the figure that is named, of the product that is named or the only one. */
async function figureSaid(ctx: Ctx, base: Base, text: string): Promise<Understood | null> {
  const part = await linePartOf(ctx, text)
  // A number alone may be a phone, or the one in a list.
  if (part?.number === undefined || !(part.figure || part.unit)) return null
  const lines = linesOf(base)
  const [line, another] = lines.filter(
    ({ product }) => part.product === undefined || product === part.product,
  )
  if (!line || (part.product && !part.figure)) return null
  if (another) return withLines(base, 'unclear')
  const name = part.figure ?? onlyFigure(line)
  return withLines(base, name ? await withFigure(ctx, lines, { line, name, part }) : 'unclear')
}

/** A number alone is another value of the only one there is. */
function onlyFigure({ product: _, ...figures }: Line) {
  const [name, another] = Object.keys(figures) as (keyof typeof figures)[]
  return another ? undefined : name
}
