const alphabet = 'abcdefghijklmnopqrstuvwxyz'

/** Every word of a to z that one slip of the keyboard makes of this one: a letter wrong, missing, too many, or two swapped. */
export function slipsOf(word: string): string[] {
  const slips = new Set<string>()
  for (let i = 0; i <= word.length; i++) {
    const before = word.slice(0, i)
    const after = word.slice(i + 1)
    for (const letter of alphabet) slips.add(before + letter + word.slice(i)).add(before + letter + after)
    slips.add(before + after)
    if (i + 1 < word.length) slips.add(before + word[i + 1] + word[i] + word.slice(i + 2))
  }
  slips.delete(word)
  return [...slips]
}

/** The word with one character left out, each in turn: two words with one of these in common are one slip apart. */
export const gapsOf = (word: string): string[] => {
  const characters = Array.from(word)
  return [...new Set(characters.map((_, i) => characters.toSpliced(i, 1).join('')))]
}
