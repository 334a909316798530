import { Prisma } from '#prisma'
import { lettersOf } from '../../lib/normalise-text.ts'
import { surnameOf } from '../../lib/surname.ts'
import { windowsOf } from '../../lib/windows.ts'
import type { Tx } from '../context.ts'
import type { Me } from './me.ts'
import type { Role } from './roles.ts'

export interface MemberMatch {
  id: number
  code: string
  name: string
  nameEn: string
  /** `address`: by surname and office (王主任), which several may share. */
  kind: 'name' | 'address'
}

export interface MemberSpot {
  start: number
  end: number
  /** Those of the person's own unit and the one above first. */
  matches: MemberMatch[]
}

/** What colleagues are called by their office. */
const calledByOffice: Partial<Record<Role, string[]>> = {
  team_lead: ['主管'],
  office_head: ['主任', '经理'],
  info_clerk: ['信息员'],
  unit_manager: ['经理', '总'],
  sales_admin: ['总'],
}
const officeWords = [...new Set(Object.values(calledByOffice).flat())]

interface Row {
  id: number
  code: string
  name: string
  nameEn: string
  pinyin: string
  role: Role
  near: number
}

/**
 * The parts of a normalised sentence that name colleagues: by name, pinyin, code, English name, or as 王主任. The longest
 * first. `taken` are parts that name something else.
 */
export async function spotMembers(
  db: Tx,
  me: Me,
  text: string,
  taken: { start: number; end: number }[] = [],
): Promise<MemberSpot[]> {
  const windows = windowsOf(text).filter(
    ({ start, end }) => !taken.some((other) => start < other.end && other.start < end),
  )
  if (windows.length === 0) return []
  const members = await membersCalled(db, me, [...new Set(windows.map(({ letters }) => letters))])
  const called = Map.groupBy(members.flatMap(waysToSay), ({ letters }) => letters)
  return windows.flatMap(({ letters, start, end }) => {
    const matches = called.get(letters)?.map(({ letters: _, ...match }) => match)
    return matches ? [{ start, end, matches }] : []
  })
}

function membersCalled(db: Tx, me: Me, words: string[]): Promise<Row[]> {
  const surnames = words.flatMap((word) =>
    officeWords.filter((office) => word.endsWith(office)).map((office) => word.slice(0, -office.length)),
  )
  const ways = [
    Prisma.sql`name IN said`,
    ...(words.some((word) => notInCharacters.test(word)) ? [calledInLetters] : []),
    ...(surnames.length > 0 ? [calledByOfficeOf] : []),
  ]
  return db.$queryRaw<Row[]>`
    WITH said AS MATERIALIZED (SELECT value FROM json_each(${JSON.stringify(words)})),
      surname AS MATERIALIZED (SELECT value FROM json_each(${JSON.stringify(surnames)}))
    SELECT id, code, name, nameEn, pinyin, role, unitId IN
      (${me.unit.id}, (SELECT parentId FROM OrgUnit WHERE id = ${me.unit.id})) AS near
    FROM Member WHERE leftOn IS NULL AND (${Prisma.join(ways, ' OR ')})
    ORDER BY near DESC, code`
}

/** Each costs a look at every colleague: only where the sentence has such words. */
const notInCharacters = /[^\p{Script=Han}]/u
const calledInLetters = Prisma.sql`pinyin IN said OR lower(code) IN said OR lower(replace(nameEn, ' ', '')) IN said`
const calledByOfficeOf = Prisma.sql`substr(name, 1, 1) IN surname OR substr(name, 1, 2) IN surname`

function waysToSay({ id, code, name, nameEn, pinyin, role }: Row): (MemberMatch & { letters: string })[] {
  const named = [name, nameEn, pinyin, code].map(lettersOf)
  const addressed = (calledByOffice[role] ?? []).map((office) => surnameOf(name) + office)
  return [
    ...[...new Set(named)].map((letters) => ({ id, code, name, nameEn, kind: 'name' as const, letters })),
    ...addressed.map((letters) => ({ id, code, name, nameEn, kind: 'address' as const, letters })),
  ]
}
