import { englishDecisions } from './english-decisions.ts'
import { englishLookups } from './english-lookups.ts'
import { englishRecords } from './english-records.ts'
import type { Frame } from './frame.ts'

const english: Record<string, Partial<Frame>> = { ...englishLookups, ...englishDecisions, ...englishRecords }

/** Things are one capital each. */
const letters = /[a-z]{2}/

/** A frame together with what is said, and how it is filled, in English alone. */
export function withEnglish(frame: Frame): Frame {
  const more = english[frame.command]
  if (!more) return frame
  const says = [...(frame.says ?? []), ...(more.says ?? [])]
  const own = [frame.own, more.own].flatMap((pattern) => pattern?.source ?? [])
  return {
    ...frame,
    ...(says.length > 0 && { says }),
    ...(own.length > 0 && { own: new RegExp(own.join('|'), 'gu') }),
    shape: (sentence, ctx) => {
      const inEnglish = letters.test(sentence.outline.text) ? more.shape?.(sentence, ctx) : 0
      return Math.max(frame.shape?.(sentence, ctx) ?? 0, inEnglish ?? 0)
    },
    fill: async (reading) => {
      await more.fill?.(reading)
      await frame.fill?.(reading)
    },
  }
}
