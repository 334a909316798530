import type { Rules } from '../rules.ts'

/** What was said of a visit, as far as it counts. */
export interface Said {
  contact?: string | null
  about: string
  feedback?: string | null
  nextStep?: string | null
  nextDate?: string | null
}

/** What keeps a follow-up from counting: nobody is named, nothing was spoken about, or too little is said. */
export type Lack = 'contact' | 'subject' | 'content'

/** An agreed date says as much as the words it takes: “back on Tue 1 Dec”. */
const wordsOfAgreedDate = 5

/** What is missing for a valid follow-up; nothing where it is one. */
export function lacksOf(said: Said, rules: Pick<Rules, 'followUpCharacters' | 'followUpWords'>): Lack[] {
  const lacks: Lack[] = []
  if (!hasSubstance(said.contact ?? '')) lacks.push('contact')
  if (!hasSubstance(`${said.about} ${said.feedback ?? ''}`)) lacks.push('subject')
  else if (!saysEnough(said, rules)) lacks.push('content')
  return lacks
}

/** Chinese characters and words of other scripts add up, each against its own measure. */
function saysEnough(
  { contact, about, feedback, nextStep, nextDate }: Said,
  { followUpCharacters, followUpWords }: Pick<Rules, 'followUpCharacters' | 'followUpWords'>,
): boolean {
  const text = withoutFillers([contact, about, feedback, nextStep].join(' '))
  const words = (text.match(otherWord)?.length ?? 0) + (nextDate ? wordsOfAgreedDate : 0)
  const characters = text.match(chinese)?.length ?? 0
  return characters * followUpWords + words * followUpCharacters >= followUpCharacters * followUpWords
}

/** Says something beyond "nobody there", "had a chat", "as usual": two Chinese characters or one word. */
function hasSubstance(said: string): boolean {
  const text = withoutFillers(said).replace(particles, '')
  const words = (text.match(otherWord) ?? []).filter(
    (word) => /\p{L}/u.test(word) && !emptyWords.has(word.toLowerCase()),
  )
  return (text.match(chinese)?.length ?? 0) >= 2 || words.length > 0
}

const withoutFillers = (said: string) => said.replace(fillers, ' ')

const chinese = /\p{Script=Han}/gu
const otherWord = /(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu

/** What is said instead of a follow-up; the longer ones first, so that nothing is left of them. */
const fillers = new RegExp(
  [
    '没有找到人|没找到人|找不到人|没有见到人|没见到人|没有见到|没见到|未见到|没有人|没人在|没人接听|无人接听|没人接|没接|没人|无人',
    '老板不在|店长不在|负责人不在|人不在|都不在|不在|外出|出差',
    '沟通|联系|跟进|拜访|走访|回访|例行|常规|日常|了解情况|了解|看了看|看看|聊了聊|聊聊|聊天|打电话|电话|打招呼|维护客情|客情|维护',
    '一切正常|正常|没问题|没什么|同上|暂无',
    '\\b(?:nobody|no one|not) (?:was |were )?(?:there|in|available)\\b|\\bno answer\\b',
    '\\b(?:follow(?:ed)? up|check(?:ed)? in|as usual|had a chat|out of office|not reached)\\b',
  ].join('|'),
  'giu',
)

const particles = /[了一下的已再过也又去来打和与跟到就还都没有无吧呢啊]/gu

const emptyWords = new Set(
  (
    'a an the to with for of in on at by is was were are be been am i we he she they it me us him her them ' +
    'and or but not no yes ok okay fine good none nothing na n out away there here again just only some ' +
    'nobody someone somebody anyone person people visit visited visiting met meet meeting call called calling phone ' +
    'talk talked talking chat chatted spoke contact contacted follow followed up check checked routine usual regular ' +
    'communicated communication reached answer answered busy'
  ).split(' '),
)
