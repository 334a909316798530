/** A part of a sentence that may be a name: its letters alone, and where it stands. */
export interface Window {
  letters: string
  start: number
  end: number
}

interface Atom {
  letters: string
  start: number
  end: number
}

/** A character, a word of letters or a number: what a name is made of and never cut through. */
const atom = /(?=\p{L})\p{Script=Han}|\p{N}+|[^\p{Script=Han}\p{N}\P{L}]+/gu
/** What may stand within a name: `7-11`, `C&A`, `华联超市(人民路店)`. */
const within = /^[ \-·&'’()/]{0,2}$/u

const MOST_ATOMS = 12
const MOST_LETTERS = 40

/**
 * Every part of a normalised sentence that could name something: runs of two to twelve characters, and words of
 * letters or numbers alone or in a row. The longest first. Not to be changed: the same text has the same ones.
 */
export function windowsOf(text: string): Window[] {
  if (text !== last.text) last = { text, windows: findWindows(text) }
  return last.windows
}

/** A sentence is searched for one kind of name after the other. */
let last: { text: string; windows: Window[] } = { text: '', windows: [] }

function findWindows(text: string): Window[] {
  return runsOf(atomsOf(text))
    .flatMap(windowsOfRun)
    .sort((a, b) => b.letters.length - a.letters.length || a.start - b.start)
}

const atomsOf = (text: string): Atom[] =>
  Array.from(text.matchAll(atom), ({ 0: letters, index }) => ({
    letters,
    start: index,
    end: index + letters.length,
  })).map((one, i, all) => ({ ...one, apart: i > 0 && !within.test(text.slice(all[i - 1]!.end, one.start)) }))

function runsOf(atoms: (Atom & { apart?: boolean })[]): Atom[][] {
  const runs: Atom[][] = []
  for (const one of atoms)
    if (one.apart || runs.length === 0) runs.push([one])
    else runs.at(-1)!.push(one)
  return runs
}

function windowsOfRun(run: Atom[]): Window[] {
  return run.flatMap((first, i) => {
    const windows: Window[] = []
    let letters = ''
    for (const last of run.slice(i, i + MOST_ATOMS)) {
      letters += last.letters
      if (letters.length > MOST_LETTERS) break
      if (couldName(letters, first === last)) windows.push({ letters, start: first.start, end: last.end })
    }
    return windows
  })
}

/** One letter names nothing, and numbers in a row are quantities. */
const couldName = (letters: string, alone: boolean) =>
  letters.length >= 2 && (alone || !/^\p{N}+$/u.test(letters))
