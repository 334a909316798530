import type { Tx } from './context.ts'
import { defaultRules, type Rules } from './rules.ts'

/** The company's numbers: the defaults, with what its admins set instead. */
export async function rulesOf(db: Tx): Promise<Rules> {
  const rows = await db.setting.findMany({ where: { key: { startsWith: 'rules.' } } })
  const set = rows.map(({ key, value }) => [key.slice('rules.'.length), JSON.parse(value)])
  return { ...defaultRules, ...Object.fromEntries(set) }
}
