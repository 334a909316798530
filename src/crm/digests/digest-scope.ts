import type { Ctx } from '../context.ts'
import type { Me } from '../people/me.ts'
import { refuse } from '../refusal.ts'
import type { ReportScope } from '../stock/report-scope.ts'

/** What a weekly digest is about: a person's customers, an office, a sales unit or the company, as far as the reader sees it. */
export interface DigestScope {
  kind: 'member' | 'office' | 'unit' | 'company'
  /** Of the member or the unit. */
  code: string
  name: string
  nameEn: string
  reports: ReportScope
}

/** The reader's own: what they see by their place in the company. */
export function scopeOf(me: Me): DigestScope {
  const reports = { seenBy: me }
  if (me.role === 'rep' || me.role === 'team_lead')
    return { kind: 'member', code: me.code, name: me.name, nameEn: me.nameEn, reports }
  const { code, name, nameEn, kind } = me.unit
  return { kind: kindOf(kind), code, name, nameEn, reports }
}

const kindOf = (unit: string): DigestScope['kind'] =>
  unit === 'office' ? 'office' : unit === 'sales_unit' ? 'unit' : 'company'

/** The scope with that name, where the reader may see all of it. */
export async function scopeNamed(ctx: Ctx, kind: string, code: string): Promise<DigestScope> {
  const own = scopeOf(ctx.me)
  if (own.kind === kind && own.code === code) return own
  const unit = await ctx.db.orgUnit.findUnique({ where: { code }, include: { children: true } })
  const offices = unit?.kind === 'office' ? [unit.id] : (unit?.children.map(({ id }) => id) ?? [])
  const seesAll = own.kind !== 'member' && offices.every((id) => ctx.me.offices.includes(id))
  if (!unit || kindOf(unit.kind) !== kind || kind === 'company' || !seesAll) refuseScope()
  const { name, nameEn } = unit
  return { kind: kindOf(unit.kind), code, name, nameEn, reports: { officeIds: offices, seenBy: ctx.me } }
}

function refuseScope(): never {
  refuse('digest.not_yours', {
    zh: '这份简报不在您的查看范围内。发“周报”查看您自己的。',
    en: 'This digest is not yours to see. Say “weekly” to see your own.',
  })
}
