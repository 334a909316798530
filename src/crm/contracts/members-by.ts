import type { Tx } from '../context.ts'

export interface KnownMember {
  id: number
  code: string
  name: string
  nameEn: string
}

/** Members by id, in the order of the ids, each once. */
export async function membersBy(db: Tx, ids: number[]): Promise<KnownMember[]> {
  if (ids.length === 0) return []
  const select = { id: true, code: true, name: true, nameEn: true }
  const found = await db.member.findMany({ where: { id: { in: ids } }, select })
  const byId = new Map(found.map((member) => [member.id, member]))
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}
