const ones = [
  'zero one two three four five six seven eight nine ten',
  'eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
]
  .join(' ')
  .split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

const values = new Map<string, number>([
  ...ones.map((word, value) => [word, value] as const),
  ...tens.map((word, i) => [word, (i + 2) * 10] as const),
])

const word = `(?:${[...values.keys()].join('|')}|hundred|thousand)`

/** Matches `twelve`, `twenty-five`, `two hundred and fifty`; its value is `englishInteger`. */
export const englishNumber = String.raw`\b(?:an? (?=hundred|thousand))?${word}(?:(?:-| and | )${word})*\b`

/** The value of number words, or null where they make no number (`two three`). */
export function englishInteger(words: string): number | null {
  let total = 0
  let section = 0
  let room = Number.POSITIVE_INFINITY
  for (const part of words.replace(/^an? /, 'one ').split(/-| and | /)) {
    if (part === 'thousand' || part === 'hundred') {
      if (section === 0) return null
      if (part === 'hundred') section *= 100
      else {
        total += section * 1000
        section = 0
      }
      room = part === 'hundred' ? 100 : 1000
      continue
    }
    const value = values.get(part)
    if (value === undefined || value >= room) return null
    section += value
    room = value >= 20 ? 10 : 1
  }
  return total + section
}
