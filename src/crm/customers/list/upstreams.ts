import type { Tx } from '../../context.ts'
import type { ListError } from '../../lists/list-errors.ts'
import type { CustomerRow } from './customer-columns.ts'

/** Suppliers that do not exist, and lines by which a customer would end up supplying itself. */
export async function upstreamErrors(db: Tx, rows: CustomerRow[]): Promise<ListError[]> {
  const above = await suppliers(db, rows)
  return rows.flatMap(({ line, code, upstream }) => {
    if (!upstream) return []
    if (!above.has(upstream)) return [{ line, words: noSupplier(upstream) }]
    return reaches(above, upstream, code) ? [{ line, words: circle(upstream, code) }] : []
  })
}

/** Of every customer named, and of those above them, the supplier; null where there is none. */
async function suppliers(db: Tx, rows: CustomerRow[]): Promise<Map<string, string | null>> {
  const above = new Map<string, string | null>()
  for (const { code, upstream } of rows) if (upstream !== undefined) above.set(code, upstream)
  let open = unknownIn(above, rows)
  while (open.length > 0) {
    const found = await db.customer.findMany({
      where: { code: { in: open } },
      select: { code: true, upstream: { select: { code: true } } },
    })
    for (const { code, upstream } of found) above.set(code, upstream?.code ?? null)
    open = found.flatMap(({ upstream }) => (upstream && !above.has(upstream.code) ? [upstream.code] : []))
  }
  for (const { code } of rows) if (!above.has(code)) above.set(code, null)
  return above
}

const unknownIn = (above: Map<string, string | null>, rows: CustomerRow[]): string[] =>
  [...new Set(rows.flatMap(({ code, upstream }) => [code, ...(upstream ? [upstream] : [])]))].filter(
    (code) => !above.has(code),
  )

function reaches(above: Map<string, string | null>, from: string, to: string): boolean {
  const seen = new Set<string>()
  for (let at: string | null | undefined = from; at && !seen.has(at); at = above.get(at)) {
    if (at === to) return true
    seen.add(at)
  }
  return false
}

const noSupplier = (code: string) => ({
  zh: `没有编号为 ${code} 的上游客户。请核对，或把它也列进文件。`,
  en: `there is no customer ${code} to be the upstream. Please check the code, or list that customer too.`,
})

const circle = (upstream: string, code: string) => ({
  zh: `${upstream} 本身由 ${code} 供货，不能又是它的上游。`,
  en: `${upstream} is itself supplied by ${code} and cannot be its upstream.`,
})
