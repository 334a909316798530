import { loneRestOf } from '../lexicon.ts'
import { namedOption } from '../named-option.ts'
import { wordsAt } from '../outline.ts'
import { ask, choose, type Reading } from '../reading.ts'
import { all } from '../spot.ts'
import type { Told, VisitTold } from './told.ts'

/** Asks about words that are left beside a person's or a customer's name, and may be a part of it. */
export function askAboutNames(reading: Reading, told: VisitTold): void {
  const name = unknownPerson(reading, told)
  if (name && reading.input.contact === undefined) ask(reading, 'contact', whoIs(name))
  if (changesMind.test(reading.sentence.outline.text)) ask(reading, '', changedMind)
  doubtLooseName(reading)
  doubtLongName(reading)
}

const isName =
  /^(?:[跟和与同找]\s*)?(?<name>(?!另外|还有|对了|顺便|补充|后来|[在把就对为因到从用给上下里先再又也还都没不主重仔详单])(?:\p{Script=Han}{2,4}|[a-z]{2,12}))$/u

/** 王店常聊堆头, 跟wdz聊堆头: who stands right before the talk, and nobody knows. */
function unknownPerson({ sentence: { outline } }: Reading, { about, feedback }: VisitTold): string | null {
  const told = [...about, ...feedback]
  for (const part of told) {
    const next = told.find(({ start, from, end }) => start === part.end && from > start && end > from)
    const name =
      next && part.from === part.start ? isName.exec(wordsIn(outline.text, part))?.groups?.name : null
    if (name) return wordsAt(outline, part).replace(/^[跟和与同找]\s*/u, '')
  }
  return null
}

function wordsIn(text: string, { from, end }: Told): string {
  const words = text.slice(from, end)
  return words.trimEnd() === words ? words.trim() : ''
}

/** 跟王店长 哦不 跟小陈 */
const changesMind =
  /(?<=^|[\s,，。])(?:哦|啊|呃|噢)?(?:哦不是?|啊不是?|不对|不是不是|说错了?|写错了?|打错了?|搞错了|记错了|纠正一?下?|更正一?下?)(?=[\s,，。是了]|$)|\b(?:sorry|no wait|i mean|correction)\b/u

/** 阿婆小买部 is hardly the 阿婆小卖部 and something about a 买部. */
function doubtLooseName(reading: Reading): void {
  const { outline } = reading.sentence
  const [customer] = all(reading.sentence, 'K').filter(({ how }) => how !== 'named')
  if (!customer || reading.input.customer === undefined) return
  const at = [...outline.things].find(([, thing]) => thing === customer)?.[0] ?? -1
  const glued = /^\p{Script=Han}{1,3}(?=[\s,，。]|$)/u.exec(outline.text.slice(at + 1))?.[0] ?? ''
  if (loneRestOf(glued) === '' || inSpeech.test(glued) || place.test(glued)) return
  delete reading.input.customer
  choose(
    reading,
    'customer',
    wordsAt(outline, { start: at, end: at + 1 + glued.length }),
    customer.matches.map((one) => namedOption(one, reading.ctx.language)),
  )
}

/** 华联去了没见到P: these are no part of a name. */
const inSpeech = /[说要在去来过没了]/

const place =
  /^(?:那边|那里|这边|店里|门店|超市|店|现场|办公室|仓库|总部|公司|刚才|今天|上午|下午|又|也|都|还|已经|门口|里面|附近)+$/u

/** 在华联生鲜碰到P: what stands between the customer and the person may be a part of a longer name. */
function doubtLongName(reading: Reading): void {
  const { outline } = reading.sentence
  const glued = /K(?<more>\p{Script=Han}{2,4}?)(?:碰到|遇到|见到|见了|找到?|跟|和|与)(?:了)?P/u.exec(
    outline.text,
  )
  const more = glued?.groups?.more ?? ''
  if (
    !glued ||
    place.test(more) ||
    inSpeech.test(more) ||
    loneRestOf(more) === '' ||
    reading.input.customer === undefined
  )
    return
  const customer = outline.things.get(glued.index)
  if (customer?.mark !== 'K') return
  delete reading.input.customer
  choose(
    reading,
    'customer',
    wordsAt(outline, { start: glued.index, end: glued.index + 1 + more.length }),
    customer.matches.map((one) => namedOption(one, reading.ctx.language)),
  )
}

const whoIs = (name: string) => ({
  zh: `“${name}”是谁？请填写联系人。`,
  en: `Who is “${name}”? Please give the contact.`,
})
const changedMind = {
  zh: '话里改了口，请核对后再保存。',
  en: 'Something was taken back in what you wrote. Please check it before saving.',
}
