import type { Tx } from '../context.ts'

export interface KnownMember {
  id: number
  code: string
  name: string
  nameEn: string
}

/** Members by id, in the order of the ids, each once; only those who are not `known` yet are looked up. */
export async function membersBy(db: Tx, ids: number[], known: KnownMember[] = []): Promise<KnownMember[]> {
  const byId = new Map(known.map((member) => [member.id, member]))
  const unknown = ids.filter((id) => !byId.has(id))
  if (unknown.length > 0) {
    const select = { id: true, code: true, name: true, nameEn: true }
    const found = await db.member.findMany({ where: { id: { in: unknown } }, select })
    for (const member of found) byId.set(member.id, member)
  }
  return [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
}
