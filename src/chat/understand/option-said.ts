import type { Field } from '../../crm/fields.ts'

/** The option whose words are said; the longest where one is within another. */
export function optionSaid(field: Field, text: string): { value: string; word: string } | undefined {
  const said = (field.options ?? []).flatMap(({ value, words, said: more = [] }) =>
    [words.zh, words.en, ...more].map((word) => ({ value, word: word.toLowerCase() })),
  )
  return said.filter(({ word }) => holds(text, word)).sort((a, b) => b.word.length - a.word.length)[0]
}

/** Words of letters count only whole. */
function holds(text: string, word: string): boolean {
  if (!/^[a-z]/.test(word)) return text.includes(word)
  return new RegExp(`(?<![a-z])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z])`).test(text)
}
