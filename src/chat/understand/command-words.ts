import type { Command } from '../../crm/command.ts'
import { frameOf } from './frames/frames.ts'
import type { Span } from './outline.ts'

/** A part of an outline that speaks for commands. */
export interface Hit extends Span {
  commands: string[]
  words: string
}

interface Word {
  word: string
  commands: string[]
}

const known = new WeakMap<Command[], Word[]>()

/** Where the words of commands stand; a longer one wins over one within it. */
export function hitsIn(commands: Command[], outline: string): Hit[] {
  const hits: Hit[] = []
  const add = (span: Span, names: string[]) => {
    const same = hits.find(({ start, end }) => start === span.start && end === span.end)
    if (same) same.commands.push(...names.filter((name) => !same.commands.includes(name)))
    else hits.push({ ...span, commands: [...names], words: outline.slice(span.start, span.end) })
  }
  for (const { word, commands: names } of wordsOf(commands))
    for (const span of placesOf(word, outline)) add(span, names)
  for (const command of commands)
    for (const pattern of frameOf(command.name)?.says ?? [])
      for (const { 0: said, index } of outline.matchAll(pattern))
        if (said) add({ start: index, end: index + said.length }, [command.name])
  return hits.filter((hit) => !hits.some((other) => isWithin(hit, other)))
}

/** 收下周报 says nothing of 下周: the words of commands that are longer than such a part. */
export const longWordsIn = (commands: Command[], text: string): Span[] =>
  wordsOf(commands).flatMap(({ word }) => (word.length > 2 ? placesOf(word, text) : []))

const isWithin = (a: Span, b: Span) =>
  a.start >= b.start && a.end <= b.end && a.end - a.start < b.end - b.start

function wordsOf(commands: Command[]): Word[] {
  let words = known.get(commands)
  if (!words || words.length === 0) {
    const byWord = Map.groupBy(
      commands.flatMap(({ name, words: { zh, en } }) =>
        [...zh, ...en].map((word) => ({ name, word: word.toLowerCase() })),
      ),
      ({ word }) => word,
    )
    words = [...byWord].map(([word, named]) => ({
      word,
      commands: [...new Set(named.map(({ name }) => name))],
    }))
    known.set(commands, words)
  }
  return words
}

/** Words of letters count only whole; a single character only where the sentence begins. */
function placesOf(word: string, outline: string): Span[] {
  const spans: Span[] = []
  for (let start = outline.indexOf(word); start >= 0; start = outline.indexOf(word, start + 1)) {
    const end = start + word.length
    const latin = /^[a-z]/.test(word)
    const whole =
      !latin || !(/[a-z0-9']/.test(outline[start - 1] ?? ' ') || /[a-z0-9]/.test(outline[end] ?? ' '))
    if (whole) spans.push({ start, end })
  }
  return spans
}
