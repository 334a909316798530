import { type Language, nameIn } from '../../lib/words.ts'
import type { Choice } from './understood.ts'

/** One of several to choose from, by the name the reader knows; the code tells those apart that share a name. */
export const namedOption = (
  named: { code: string; name: string; nameEn?: string | null },
  language: Language,
): Choice['options'][number] => ({
  value: named.code,
  label: `${nameIn(named, language)} ${named.code}`,
})
