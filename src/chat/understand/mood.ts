import { any } from './lexicon.ts'

/** Ways of asking rather than telling, as patterns over an outline. */
const questions = any(
  '[?？]',
  '吗',
  '么(?=\\s*$)',
  '呢(?=\\s*$)',
  '要不要',
  '用不用',
  '能不能',
  '可不可以',
  '是不是',
  '是否',
  '有没有',
  '该不该',
  '行不行',
  '好不好',
  '对不对',
  '会不会',
  '想不想',
  '去不去',
  '批不批',
  '了没有?(?=[\\s,，。?？]|$)',
  '没有(?=\\s*[?？]|\\s*$)',
  '谁',
  '哪(?!怕)',
  '什么时候',
  '什么',
  '怎么(?!样都)',
  '为什么',
  '为啥',
  '多少',
  '(?<![十百好])几(?=[个家箱点号天次])',
  '何时',
  '多久',
  '如何',
  '如果',
  '假如',
  '万一',
  '(?<![a-z])(?:should|shall|could|would|can|may|do|does|did|is|are|was|were|has|have|if|what|when|where|which|who|why|how|whether) (?:i|we|you|he|she|they|it|the|there|K|P|N|I|to|many|much|did|do|is|was)(?![a-z])',
)
const politeQuestion =
  /(?<![a-z])(?:can|could|would) you(?: please)?|(?:能不能|可不可以|能|可以|可否)(?:麻烦你?)?帮[^,，。]*?吗?(?=$|[?？])|(?:能不能|可不可以|可否)帮/g

const question = new RegExp(questions, 'u')

/** Whether a part of an outline asks, and does not tell. A polite request tells. */
export const isQuestion = (outline: string): boolean => question.test(outline.replace(politeQuestion, ' '))

/** Right before a verb: what is said is not to be, or was not. */
export const notYet =
  '(?:(?:还?没(?:顾得?上|腾出(?:空|时间)|抽出(?:空|时间)?))|还没有?|没有?能?|木有|冇|莫得|未能?|并未|从未|没空|没时间|没?不?得空|没(?:功|工)夫|抽不开身|走不开|没来得及|来不及|没法|无法)'
export const dont =
  '(?:别|不要|不用|不必|先不要?|暂不|暂时不|先别|甭|勿|取消|不(?!过|错|断|仅|光|少|久|但|知|得不))'
const englishNot =
  "(?:\\b(?:don't|do not|didn't|did not|not|never|won't|will not|haven't|have not|hasn't|cannot|can't|couldn't|dont|didnt|no need to|no(?= (?:visit|meeting|call)\\b)) (?:yet |to |been |go to |have )?)"

/** 别记, 不是我去的, forget the visit: there is nothing to keep. */
export const notToKeep =
  /(?:别|不要|不用|不必|不再|先不)[^,，。]{0,8}(?:安排|排)[^,，。]{0,6}(?:拜访|走访|行程)|(?:别|不要|不用|不必|先别|甭|无需|不)(?:再)?(?:记(?!得|错|忘)|登记|录)|(?:不是|并非)我(?:们)?(?:自己)?(?:去|拜访|走访|跑|谈|聊|见)|\b(?:don't|do not|dont|no need to|please don't) (?:record|log|save|keep|note|write)\b|(?<=^|[,.;!] *)(?:(?:please|oh|actually|no) )*(?:forget|ignore|scratch|drop) (?:about )?(?:that|this|it|(?:the|my)(?: [a-zKI']+){0,3}? (?:visit|record|draft|entry|note|plan|report|one|meeting|call))\b|\bnever ?mind\b/

/** At the end of what stands before a verb. */
export const notRightBefore = new RegExp(
  `(?:${notYet}|${dont}|${englishNot})(?:再|去|能|急着|给|把|要)?\\s*$`,
  'u',
)

export const negated = (verb: string): RegExp =>
  new RegExp(`(?:${notYet}|${dont}|${englishNot})(?:再|去|能|先|急着|给|把)?(?:${verb})`, 'u')
