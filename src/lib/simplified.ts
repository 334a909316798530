import traditionalToSimplified from 'opencc-js/dict/TSCharacters'

const simplifiedForms = new Map(
  traditionalToSimplified
    .split('|')
    .map((pair) => pair.split(' ') as [string, string])
    .filter(([from, to]) => from.length === to.length),
)

/** The simplified form of one character; every other character is its own. */
export function simplified(character: string): string {
  const once = simplifiedForms.get(character) ?? character
  return simplifiedForms.get(once) ?? once // 薴 is written 苧, which is written 苎
}
