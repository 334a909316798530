import { z } from 'zod'
import { personPinyinOf } from '../../lib/pinyin.ts'
import type { Words } from '../../lib/words.ts'
import type { Tx } from '../context.ts'
import { type Role, roles, roleWords } from './roles.ts'

/** A line of the list of people: a text by column, as it stands in the file. */
export type PersonLine = Record<string, string>

/** What is wrong in the file, by line (the header is line 1). Nothing of a file with errors is saved. */
export interface ImportError {
  line: number
  words: Words
}

export interface Imported {
  added: number
  changed: number
  errors: ImportError[]
}

const roleNamed = (said: string): Role | undefined =>
  roles.find((role) => [role, roleWords[role].zh, roleWords[role].en].includes(said.trim().toLowerCase()))

const optional = z
  .string()
  .trim()
  .optional()
  .transform((text) => text || undefined)

const person = z.object({
  code: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z][a-z0-9._-]{0,39}$/),
  name: z.string().trim().min(1).max(60),
  name_en: optional,
  role: z.string().transform(roleNamed).pipe(z.enum(roles)),
  office: z.string().trim().min(1),
  email: optional.pipe(z.email().toLowerCase().optional()),
  mobile: optional.pipe(
    z
      .string()
      .regex(/^\+?[\d -]{7,20}$/)
      .transform((text) => text.replaceAll(/[ -]/g, ''))
      .optional(),
  ),
  language: z
    .enum(['zh', 'en', ''])
    .optional()
    .transform((said) => (said === 'en' ? 'en' : 'zh')),
  lead: optional,
})

type Row = z.output<typeof person> & { line: number }

/**
 * Adds and changes members by their code, all or nothing. `office` is the path of names from the head office down,
 * `总公司/华东分公司/上海办事处`; what of it does not exist is made. Whoever is not in the file stays as they are.
 */
export async function importPeople(db: Tx, lines: PersonLine[], today: string): Promise<Imported> {
  const read = lines.map((line, i) => ({ line: i + 2, parsed: person.safeParse(line) }))
  const rows = read.flatMap(({ line, parsed }) => (parsed.success ? [{ ...parsed.data, line }] : []))
  const errors = [
    ...read.flatMap(({ line, parsed }) => (parsed.success ? [] : unreadable(line, parsed.error))),
    ...(await clashes(db, rows)),
  ]
  if (errors.length > 0) return { added: 0, changed: 0, errors: errors.sort((a, b) => a.line - b.line) }
  let added = 0
  for (const row of rows) added += (await save(db, row, today)) ? 1 : 0
  for (const { code, lead } of rows) {
    if (lead)
      await db.member.update({ where: { code }, data: { lead: { connect: { code: lead.toLowerCase() } } } })
  }
  return { added, changed: rows.length - added, errors: [] }
}

const unreadable = (line: number, error: z.ZodError): ImportError[] =>
  error.issues.map(({ path }) => ({
    line,
    words: {
      zh: `“${String(path[0])}”一栏缺失或不合格式`,
      en: `the column “${String(path[0])}” is missing or not well formed`,
    },
  }))

/** Two people with one code, address or number, in the file or against somebody already there. */
async function clashes(db: Tx, rows: Row[]): Promise<ImportError[]> {
  const errors: ImportError[] = []
  const known = new Set((await db.member.findMany({ select: { code: true } })).map(({ code }) => code))
  for (const [i, row] of rows.entries()) {
    const earlier = rows.slice(0, i)
    const say = (zh: string, en: string) => errors.push({ line: row.line, words: { zh, en } })
    if (earlier.some(({ code }) => code === row.code))
      say(`编号 ${row.code} 重复`, `the code ${row.code} occurs twice`)
    if (
      row.lead &&
      !known.has(row.lead.toLowerCase()) &&
      !rows.some(({ code }) => code === row.lead?.toLowerCase())
    )
      say(`主管 ${row.lead} 不存在`, `there is no lead ${row.lead}`)
    for (const field of ['email', 'mobile'] as const) {
      const value = row[field]
      if (!value) continue
      const other = await db.member.findFirst({ where: { [field]: value, NOT: { code: row.code } } })
      if (other || earlier.some((one) => one[field] === value))
        say(`${field} ${value} 已属于别人`, `${field} ${value} belongs to somebody else`)
    }
  }
  return errors
}

/** True where the member is new. */
async function save(db: Tx, row: Row, today: string): Promise<boolean> {
  const { code, name, role, email, mobile, language } = row
  const unitId = await unitAt(
    db,
    row.office
      .split('/')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  const about = {
    name,
    nameEn: row.name_en ?? name,
    pinyin: personPinyinOf(name),
    role,
    email: email ?? null,
    mobile: mobile ?? null,
    language,
    unitId,
  }
  const known = await db.member.findUnique({ where: { code }, select: { id: true } })
  await db.member.upsert({ where: { code }, create: { code, ...about, joinedOn: today }, update: about })
  return !known
}

const kinds = ['head_office', 'sales_unit', 'office']

/** The node at the end of a path of names. A single name that exists anywhere is that node. */
async function unitAt(db: Tx, names: string[]): Promise<number> {
  const only =
    names.length === 1
      ? await db.orgUnit.findFirst({ where: { OR: [{ name: names[0] }, { code: names[0] }] } })
      : null
  if (only) return only.id
  let parentId: number | null = null
  for (const [depth, name] of names.entries()) {
    const known: { id: number } | null = await db.orgUnit.findFirst({ where: { name, parentId } })
    const kind = kinds[Math.min(depth, 2)]!
    const code = `${kind === 'head_office' ? 'HQ' : kind === 'sales_unit' ? 'SU' : 'OF'}${(await db.orgUnit.count()) + 1}`
    parentId = (known ?? (await db.orgUnit.create({ data: { code, kind, name, nameEn: name, parentId } }))).id
  }
  return parentId!
}
