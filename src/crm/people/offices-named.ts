import type { Tx } from '../context.ts'
import type { ListError } from '../lists/list-errors.ts'

interface Placed {
  line: number
  /** Names from the head office down, with slashes between them; or the one name of an office that is known. */
  office: string
}

const namesIn = (path: string): string[] =>
  path
    .split('/')
    .map((name) => name.trim())
    .filter(Boolean)

/** A single name is that of an office which is there, or stands in another path; the first of all is the head office. */
export async function unknownOffices(db: Tx, rows: Placed[]): Promise<ListError[]> {
  const units = await db.orgUnit.findMany({ select: { name: true, code: true } })
  const paths = rows.map(({ office }) => namesIn(office))
  const single = new Set(paths.filter(({ length }) => length === 1).flat())
  const known = new Set([
    ...units.flatMap(({ name, code }) => [name, code]),
    ...paths.filter(({ length }) => length > 1).flat(),
  ])
  if (known.size === 0 && single.size === 1) return []
  const isUnknown = (names: string[]) => names.length === 1 && !known.has(names[0]!)
  return rows.flatMap(({ line, office }, i) =>
    isUnknown(paths[i]!) ? [{ line, words: noOffice(office) }] : [],
  )
}

const noOffice = (name: string) => ({
  zh: `没有“${name}”。新的办事处请从总公司往下写，例如 总公司/华东分公司/上海办事处。`,
  en: `there is no ${name}. Write a new office from the head office down, such as Head Office/East/Shanghai.`,
})

/** The node at the end of each path, made where it does not exist. */
export async function officesNamed(db: Tx, paths: string[]): Promise<Map<string, number>> {
  const deepestFirst = [...new Set(paths)].sort((a, b) => namesIn(b).length - namesIn(a).length)
  const found = new Map<string, number>()
  for (const path of deepestFirst) found.set(path, await officeAt(db, namesIn(path)))
  return found
}

const kinds = ['head_office', 'sales_unit', 'office'] as const
const prefixes = { head_office: 'HQ', sales_unit: 'SU', office: 'OF' }

async function officeAt(db: Tx, names: string[]): Promise<number> {
  const only =
    names.length === 1
      ? await db.orgUnit.findFirst({ where: { OR: [{ name: names[0] }, { code: names[0] }] } })
      : null
  if (only) return only.id
  let parentId: number | null = null
  for (const [depth, name] of names.entries()) {
    const known: { id: number } | null = await db.orgUnit.findFirst({ where: { name, parentId } })
    const kind = kinds[Math.min(depth, 2)]!
    const code = `${prefixes[kind]}${(await db.orgUnit.count()) + 1}`
    parentId = (known ?? (await db.orgUnit.create({ data: { code, kind, name, nameEn: name, parentId } }))).id
  }
  return parentId!
}
