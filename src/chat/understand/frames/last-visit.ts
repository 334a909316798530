import type { Sentence } from '../spot.ts'

const asked = [
  /上次是?(?:什么时候|啥时候|何时|哪天|几号)[^,，。]{0,2}(?:去|拜访|来|见|谈|聊)/,
  /上次(?:去|来|拜访|跑)[^,，。]{0,6}(?:是|在)(?:什么时候|啥时候|哪天|几号)/,
  /上次[^,，。]{0,4}(?:聊|谈|说)(?:得|到|了|的|过)*(?:怎么样|怎样|如何|些?什么|啥|哪(?:一步)?)/,
  /^[^a-z]*(?:(?:the|my|our|show(?: me)?) )*last visit(?: (?:to|at|with) | )?[KI]?[^\p{L}]*$/u,
  /\bwhen (?:did|have) (?:i|we) last (?:visit|see|meet|call|go|been|visited)/,
  /\bwhat (?:did|have) (?:i|we) (?:last )?(?:discuss|talk|say|agree|promise)/,
]

/** 永盛上次什么时候去的, what did we discuss at Qingfeng last time: asked, and no visit. */
export const isLastVisitAsked = ({ outline: { text } }: Sentence): boolean =>
  /[KI]/.test(text) && asked.some((pattern) => pattern.test(text))
