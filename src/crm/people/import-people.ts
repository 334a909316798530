import type { Prisma } from '#prisma'
import { personPinyinOf } from '../../lib/pinyin.ts'
import type { Tx } from '../context.ts'
import { cellOr, differs, type Imported, notImported } from '../lists/imported.ts'
import { type ListError, repeatedCodes } from '../lists/list-errors.ts'
import { officesNamed, unknownOffices } from './offices-named.ts'
import type { PersonRow } from './people-columns.ts'

type Known = Prisma.MemberGetPayload<{ include: { lead: { select: { code: true } } } }>
type KnownByCode = Map<string, Known>

/**
 * Adds and changes members by their code, all or nothing. `office` is the path of names from the head office down,
 * `总公司/华东分公司/上海办事处`; what of it does not exist is made. Whoever is not in the list stays as they are.
 */
export async function importPeople(
  db: Tx,
  rows: PersonRow[],
  { today }: { today: string },
): Promise<Imported> {
  const members = await db.member.findMany({ include: { lead: { select: { code: true } } } })
  const known: KnownByCode = new Map(members.map((member) => [member.code, member]))
  const errors = [
    ...repeatedCodes(rows),
    ...(await unknownOffices(db, rows)),
    ...missingLeads(rows, known),
    ...taken(rows, known),
  ]
  if (errors.length > 0) return notImported(errors)
  const offices = await officesNamed(
    db,
    rows.map(({ office }) => office),
  )
  const changed = new Set<string>()
  for (const row of rows) {
    const unitId = offices.get(row.office)!
    if (await save(db, { ...row, unitId }, known.get(row.code), today)) changed.add(row.code)
  }
  for (const row of rows) if (await lead(db, row, known.get(row.code))) changed.add(row.code)
  const added = rows.filter(({ code }) => !known.has(code)).length
  return { added, changed: changed.size - added, unchanged: rows.length - changed.size, errors: [] }
}

function missingLeads(rows: PersonRow[], known: KnownByCode): ListError[] {
  const listed = new Set(rows.map(({ code }) => code))
  return rows.flatMap(({ line, code, lead }) => {
    if (lead === code) return [{ line, words: ownLead }]
    if (!lead || known.has(lead) || listed.has(lead)) return []
    const words = {
      zh: `没有编号为 ${lead} 的主管。请写同事的编号，或把这位主管也列进文件。`,
      en: `there is nobody with the code ${lead} to be the lead. Please give a colleague's code, or list that person too.`,
    }
    return [{ line, words }]
  })
}

const ownLead = {
  zh: '主管不能是本人。没有主管就留空。',
  en: 'nobody is their own lead. Leave it empty where there is none.',
}

/** By their address and number people are known on the platforms, so each belongs to one. */
function taken(rows: PersonRow[], known: KnownByCode): ListError[] {
  return (['email', 'mobile'] as const).flatMap((field) => {
    const holders = new Map([...known.values()].map((member) => [member[field], member.code]))
    return rows.flatMap(({ line, code, [field]: value }) => {
      if (!value) return []
      const holder = holders.get(value) ?? code
      holders.set(value, code)
      return holder === code ? [] : [{ line, words: belongsTo(value, holder) }]
    })
  })
}

const belongsTo = (value: string, holder: string) => ({
  zh: `${value} 已经是 ${holder} 的，一人一个。请核对。`,
  en: `${value} is ${holder}'s already, and each belongs to one person. Please check.`,
})

type Placed = PersonRow & { unitId: number }

/** False where nothing had to be written. */
async function save(db: Tx, row: Placed, known: Known | undefined, today: string): Promise<boolean> {
  const { code, name, role, unitId } = row
  const about = {
    name,
    nameEn: cellOr(row.name_en, known?.nameEn, name),
    pinyin: personPinyinOf(name),
    role,
    email: cellOr(row.email, known?.email, null),
    mobile: cellOr(row.mobile, known?.mobile, null),
    language: cellOr<string>(row.language, known?.language, 'zh'),
    unitId,
  }
  if (known && !differs(known, about)) return false
  await db.member.upsert({ where: { code }, create: { ...about, code, joinedOn: today }, update: about })
  return true
}

/** Once everybody is there. */
async function lead(db: Tx, { code, lead }: PersonRow, known: Known | undefined): Promise<boolean> {
  if (lead === undefined || lead === (known?.lead?.code ?? null)) return false
  await db.member.update({
    where: { code },
    data: { lead: lead ? { connect: { code: lead } } : { disconnect: true } },
  })
  return true
}
