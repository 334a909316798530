import type { Language, Words } from '../../lib/words.ts'
import { nameIn } from '../../lib/words.ts'
import { quantityInWords } from '../products/quantity.ts'
import type { Counted } from '../products/units.ts'
import type { Challenge } from './challenges.ts'

const words = {
  zh: {
    negative: (name: string, net: string) =>
      `${name}净出货是 ${net}：期末比期初加进货还多，请核对期初、进货和期末。`,
    opening: (name: string, opening: string, expected: string) =>
      `${name}期初 ${opening}，和上期期末 ${expected} 不一致。`,
    outlier: (name: string, closing: string, from: string, to: string) =>
      `${name}期末 ${closing} 不寻常，近几周一般在 ${from} 到 ${to} 之间。`,
  },
  en: {
    negative: (name: string, net: string) =>
      `${name}: the net shipment is ${net}, more is left than there can be. Please check opening, received and closing.`,
    opening: (name: string, opening: string, expected: string) =>
      `${name}: the opening ${opening} is not the last closing, ${expected}.`,
    outlier: (name: string, closing: string, from: string, to: string) =>
      `${name}: a closing of ${closing} is unusual; the last weeks suggest ${from} to ${to}.`,
  },
} satisfies Record<Language, object>

/** What is unusual about a figure, and against what. */
export function challengeInWords(challenge: Challenge, product: Counted, language: Language): string {
  const w = words[language]
  const name = nameIn(product, language)
  const amount = (base: number) => quantityInWords(base, product, language)
  if (challenge.kind === 'negative') return w.negative(name, amount(challenge.net))
  if (challenge.kind === 'opening')
    return w.opening(name, amount(challenge.opening), amount(challenge.expected))
  return w.outlier(name, amount(challenge.closing), amount(challenge.from), amount(challenge.to))
}

/** All that is unusual about a product, in both languages. */
export function challengesInWords(challenges: Challenge[], product: Counted): Words {
  const all = (language: Language) =>
    challenges
      .map((challenge) => challengeInWords(challenge, product, language))
      .join(language === 'zh' ? '' : ' ')
  return { zh: all('zh'), en: all('en') }
}
