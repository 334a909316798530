import { momentInWords } from '../src/lib/date-in-words.ts'
import type { Temporal } from '../src/lib/time.ts'
import type { Language } from '../src/lib/words.ts'
import { type Block, note } from './card.ts'

const words = {
  zh: (wanted: string, until: string) => `${wanted} 您不受打扰（下班、休息日或请假），改为 ${until} 提醒。`,
  en: (wanted: string, until: string) =>
    `You are not disturbed at ${wanted} (quiet hours, a day off or leave), so it will be ${until}.`,
} satisfies Record<Language, unknown>

interface Moved {
  wanted: Temporal.Instant
  until: Temporal.Instant
  zone: string
}

/** That a reminder comes later than was asked for, and why. */
export function movedNote({ wanted, until, zone }: Moved, { language }: { language: Language }): Block {
  const at = (moment: Temporal.Instant) => momentInWords(moment, zone, language)
  return note(words[language](at(wanted), at(until)))
}
