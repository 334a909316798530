import type { Command } from '../../crm/command.ts'
import { frameOf } from './frames/frames.ts'
import { once } from './once.ts'
import type { Outline, Span } from './outline.ts'

/** A part of an outline that speaks for commands. */
export interface Hit extends Span {
  commands: string[]
  words: string
}

interface Vocabulary {
  /** Any declared word, the longest first. */
  words: RegExp
  commandsOf: Map<string, string[]>
  /** Other ways to say a command. */
  says: { command: string; pattern: RegExp }[]
}

const vocabularyOf = once((commands: Command[]): Vocabulary => {
  const commandsOf = new Map<string, string[]>()
  for (const { name, words } of commands)
    for (const word of [...words.zh, ...words.en].map((one) => one.toLowerCase()))
      commandsOf.set(word, [...new Set([...(commandsOf.get(word) ?? []), name])])
  const longestFirst = [...commandsOf.keys()].sort((a, b) => b.length - a.length)
  return {
    words: new RegExp(longestFirst.map(wholeWord).join('|'), 'gu'),
    commandsOf,
    says: commands.flatMap(({ name }) =>
      (frameOf(name)?.says ?? []).map((pattern) => ({ command: name, pattern })),
    ),
  }
})

/** Words of letters count only whole. */
function wholeWord(word: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return /^[a-z]/.test(word) ? `(?<![a-z0-9'])${escaped}(?![a-z0-9])` : escaped
}

/** Where the words of commands stand; a longer one wins over one within it. */
export const hitsIn = (commands: Command[], outline: Outline): Hit[] => hitsOf(outline, commands)

const hitsOf = once((outline: Outline, commands: Command[]) => findHits(vocabularyOf(commands), outline.text))

function findHits({ words, commandsOf, says }: Vocabulary, text: string): Hit[] {
  const found = new Map<string, Hit>()
  const add = (start: number, said: string, commands: string[]) => {
    const key = `${start} ${said.length}`
    const same = found.get(key)
    const all = [...new Set([...(same?.commands ?? []), ...commands])]
    found.set(key, { start, end: start + said.length, words: said, commands: all })
  }
  for (const { 0: said, index } of text.matchAll(words)) add(index, said, commandsOf.get(said)!)
  // Most of them say nothing of a text, and looking is cheaper than matching.
  for (const { command, pattern } of says.filter((one) => text.search(one.pattern) >= 0))
    for (const { 0: said, index } of text.matchAll(pattern)) if (said) add(index, said, [command])
  const all = [...found.values()]
  return all.filter((hit) => !all.some((other) => isWithin(hit, other)))
}

const isWithin = (a: Span, b: Span) =>
  a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start

/** 收下周报 says nothing of 下周: the words of commands that are longer than such a part. */
export const longWordsIn = (commands: Command[], text: string): Span[] =>
  Array.from(text.matchAll(vocabularyOf(commands).words), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  })).filter(({ start, end }) => end - start > 2)
