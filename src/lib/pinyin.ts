import { customPinyin, pinyin } from 'pinyin-pro'
import { lettersOf } from './normalise-text.ts'
import { surnameOf } from './surname.ts'

/** Words of the trade that the dictionary reads wrongly. */
customPinyin({
  店长: 'diàn zhǎng',
  处长: 'chù zhǎng',
  酒行: 'jiǔ háng',
  粮行: 'liáng háng',
  贸易行: 'mào yì háng',
  商贸行: 'shāng mào háng',
})

const plain = { type: 'array', toneType: 'none', v: true, nonZh: 'consecutive' } as const

/** Characters of names that are read in two ways, and dictionaries cannot know which. */
const readings: Record<string, string[]> = {
  乐: ['le', 'yue'],
  行: ['xing', 'hang'],
  长: ['chang', 'zhang'],
  重: ['zhong', 'chong'],
  朝: ['chao', 'zhao'],
  单: ['dan', 'shan'],
  盛: ['sheng', 'cheng'],
  曾: ['zeng', 'ceng'],
  厦: ['sha', 'xia'],
  都: ['du', 'dou'],
}

/** One syllable a character, without tones, ü as v; a run of letters or digits stands for itself. */
export const syllablesOf = (text: string): string[] => pinyin(lettersOf(text), plain)

/** How a sentence sounds, one entry for each of its UTF-16 units: what is no character has none. */
export function soundsAlong(text: string): string[] {
  const sounds = pinyin(text, { type: 'array', toneType: 'none', v: true })
  return Array.from(text).flatMap((character, i) => {
    const sound = /\p{Script=Han}/u.test(character) ? sounds[i]! : ''
    return character.length === 1 ? [sound] : [sound, '']
  })
}

/** The whole text as it sounds: 华联超市 is `hualianchaoshi`. */
export const pinyinOf = (text: string): string => syllablesOf(text).join('')

/** A person's name as it sounds: as a surname 单 is `shan`. */
export function personPinyinOf(name: string): string {
  const letters = lettersOf(name)
  const surname = surnameOf(letters)
  const start = letters.indexOf(surname)
  const said = pinyin(surname, { ...plain, surname: 'all' }).join('')
  return pinyinOf(letters.slice(0, start)) + said + pinyinOf(letters.slice(start + surname.length))
}

/** First letters of the syllables: 华联超市 is `hlcs`. Runs of letters and digits are kept. */
export const initialsOf = (text: string): string =>
  pinyin(lettersOf(text), { ...plain, pattern: 'first' }).join('')

/** Every way to read a text, by syllables, the likeliest first. */
export function syllableSpellingsOf(text: string): string[][] {
  const likeliest = syllablesOf(text)
  const characters = Array.from(lettersOf(text))
  // Several letters or digits in a row are one syllable: then positions do not agree.
  if (characters.length !== likeliest.length) return [likeliest]
  const others = characters.flatMap((character, i) =>
    (readings[character] ?? [])
      .filter((reading) => reading !== likeliest[i])
      .map((reading) => likeliest.with(i, reading)),
  )
  return [likeliest, ...others]
}

/** The same written in one, each with its initials. */
export function spellingsOf(text: string): { pinyin: string; initials: string }[] {
  const [likeliest, ...others] = syllableSpellingsOf(text)
  return [
    { pinyin: likeliest!.join(''), initials: initialsOf(text) },
    ...others.map((other) => ({ pinyin: other.join(''), initials: other.map((one) => one[0]).join('') })),
  ]
}

/**
 * What is left when the sounds are dropped that speakers and typists mix up: z/zh, c/ch, s/sh, n/ng, n/l, u/ü.
 * Good only for comparing with another folded text.
 */
export const foldedSound = (letters: string): string =>
  letters
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/n/g, 'l')
    .replace(/v/g, 'u')
