import type { Command } from '../../crm/command.ts'
import { pinyinOf } from '../../lib/pinyin.ts'
import type { Normalised } from './normalise.ts'
import { once } from './once.ts'

interface Spellings {
  pattern: RegExp
  words: Map<string, string>
}

/** hlcs kucun: the words of commands that were spelt by their sound, in characters. */
export function withWordsInCharacters(said: Normalised, commands: Command[]): Normalised {
  if (!spelt.test(said.text)) return said
  const { pattern, words } = spellingsOf(commands)
  const read: Normalised = { text: '', original: said.original, begins: [], ends: [] }
  const keep = (from: number, to: number) => {
    read.text += said.text.slice(from, to)
    read.begins.push(...said.begins.slice(from, to))
    read.ends.push(...said.ends.slice(from, to))
  }
  let done = 0
  for (const { 0: letters, index } of said.text.matchAll(pattern)) {
    keep(done, index)
    done = index + letters.length
    for (const character of words.get(letters)!) {
      read.text += character
      read.begins.push(said.begins[index]!)
      read.ends.push(said.ends[done - 1]!)
    }
  }
  keep(done, said.text.length)
  read.begins.push(said.begins.at(-1)!)
  read.ends.push(said.ends.at(-1)!)
  return read
}

const spelt = /[a-z]{4}/

/** One character alone could be anything. */
const isLongEnough = /^\p{Script=Han}{2,4}$/u

const spellingsOf = once((commands: Command[]): Spellings => {
  const said = commands.flatMap(({ words: { zh } }) => zh.filter((word) => isLongEnough.test(word)))
  const words = new Map(said.reverse().map((word) => [pinyinOf(word), word]))
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length)
  return { words, pattern: new RegExp(`(?<![a-z0-9])(?:${longestFirst.join('|')})(?![a-z0-9])`, 'g') }
})
