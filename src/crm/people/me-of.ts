import type { Tx } from '../context.ts'
import { standsInFor } from '../leave/is-on-leave.ts'
import type { Me } from './me.ts'
import type { Role } from './roles.ts'

/** Loads a member as whoever acts or reads. Null for those who left: their access ends at once. */
export async function meOf(db: Tx, memberId: number, today: string): Promise<Me | null> {
  const member = await db.member.findUnique({ where: { id: memberId }, include: { unit: true } })
  if (!member || (member.leftOn && member.leftOn <= today)) return null
  const { id, code, name, nameEn, role, unit } = member
  return {
    id,
    code,
    name,
    nameEn,
    role: role as Role,
    language: member.language === 'en' ? 'en' : 'zh',
    unit: { ...unit, kind: unit.kind as Me['unit']['kind'] },
    zone: unit.zone,
    offices: await officesBelow(db, unit.id, unit.kind),
    team: [...(role === 'team_lead' ? await teamOf(db, id) : []), ...(await standsInFor(db, id, today))],
    saveAtOnce: (JSON.parse(member.preferences) as { saveAtOnce?: string[] }).saveAtOnce ?? [],
  }
}

async function officesBelow(db: Tx, unitId: number, kind: string): Promise<number[]> {
  if (kind === 'office') return [unitId]
  const where = kind === 'head_office' ? { kind: 'office' } : { kind: 'office', parentId: unitId }
  return (await db.orgUnit.findMany({ where, select: { id: true } })).map(({ id }) => id)
}

const teamOf = async (db: Tx, leadId: number) =>
  (await db.member.findMany({ where: { leadId }, select: { id: true } })).map(({ id }) => id)
