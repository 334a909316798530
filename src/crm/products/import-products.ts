import type { Prisma } from '#prisma'
import { pinyinOf } from '../../lib/pinyin.ts'
import type { Tx } from '../context.ts'
import { cellOr, differs, type Imported, notImported } from '../lists/imported.ts'
import { type ListError, repeatedCodes } from '../lists/list-errors.ts'
import type { ProductRow } from './product-columns.ts'
import { unitsOf } from './units.ts'

/** With whether anything was counted in its smallest unit. */
const withUse = { lines: { take: 1 }, volumes: { take: 1 } } satisfies Prisma.ProductInclude
type Known = Prisma.ProductGetPayload<{ include: typeof withUse }>

/** Adds and changes products by their code, all or nothing. What is not in the list stays as it is. */
export async function importProducts(db: Tx, rows: ProductRow[]): Promise<Imported> {
  const codes = rows.map(({ code }) => code)
  const found = await db.product.findMany({ where: { code: { in: codes } }, include: withUse })
  const known = new Map(found.map((product) => [product.code, product]))
  const errors = [...repeatedCodes(rows), ...rows.flatMap((row) => recounted(row, known.get(row.code)))]
  if (errors.length > 0) return notImported(errors)
  let changed = 0
  for (const row of rows) if (await save(db, row, known.get(row.code))) changed += 1
  const added = rows.length - known.size
  return { added, changed: changed - added, unchanged: rows.length - changed, errors: [] }
}

/** What was reported and contracted is kept in the smallest unit, and would come to mean something else. */
function recounted({ line, units, name }: ProductRow, known: Known | undefined): ListError[] {
  if (!known || known.lines.length + known.volumes.length === 0) return []
  const [before, after] = [unitsOf(known).at(-1)!.name, units.at(-1)!.name]
  if (before === after) return []
  const words = {
    zh: `${name}已经按“${before}”报过库存或签过合同，最小单位不能改成“${after}”。请另建一个产品编号。`,
    en: `${name} has reports or contracts in “${before}”, so its smallest unit cannot become “${after}”. Please list it under a new code.`,
  }
  return [{ line, words }]
}

/** False where nothing had to be written. */
async function save(db: Tx, row: ProductRow, known: Known | undefined): Promise<boolean> {
  const { code, name } = row
  const about = {
    name,
    nameEn: cellOr(row.name_en, known?.nameEn, name),
    aliases: row.aliases === undefined && known ? known.aliases : JSON.stringify(row.aliases ?? []),
    pinyin: pinyinOf(name),
    brand: cellOr(row.brand, known?.brand, ''),
    category: cellOr(row.category, known?.category, ''),
    units: JSON.stringify(row.units),
    unitPrice: row.price,
    kind: cellOr<string>(row.kind, known?.kind, 'own'),
    inSeason: cellOr(row.in_season, known?.inSeason, true),
  }
  if (known && !differs(known, about)) return false
  await db.product.upsert({ where: { code }, create: { ...about, code }, update: about })
  return true
}
