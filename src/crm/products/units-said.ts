import { partsOf } from '../lists/columns.ts'
import type { Unit } from './units.ts'

/** What the usual units are called in English, where the list does not say. */
const english: Record<string, string> = {
  箱: 'case',
  件: 'case',
  瓶: 'bottle',
  听: 'can',
  罐: 'can',
  提: 'pack',
  包: 'pack',
  袋: 'bag',
  盒: 'carton',
  桶: 'jug',
  杯: 'cup',
  支: 'piece',
  个: 'piece',
}

const most = 100_000

/** `箱/case=24；瓶/bottle=1`, the largest first. Null for what is no set of units with one that is the smallest. */
export function unitsSaid(cell: string): Unit[] | null {
  const units = partsOf(cell.normalize('NFKC')).map(unitSaid)
  const known = units.filter((unit) => unit !== null)
  const names = new Set(known.map(({ name }) => name))
  const smallest = known.filter(({ per }) => per === 1)
  const isSet = known.length === units.length && names.size === units.length && smallest.length === 1
  return isSet ? known.sort((a, b) => b.per - a.per) : null
}

function unitSaid(said: string): Unit | null {
  const [, name = '', en, per] = /^(\p{L}+)\s*(?:\/\s*([a-z][a-z -]*?))?\s*[=:]\s*(\d+)$/iu.exec(said) ?? []
  const number = Number(per)
  if (!name || !(number >= 1 && number <= most)) return null
  return { name, en: en?.toLowerCase() ?? english[name] ?? name, per: number }
}
