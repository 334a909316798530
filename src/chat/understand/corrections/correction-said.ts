import { normalise, originalSpan, plainText } from '../normalise.ts'
import { partsSaid } from './base.ts'

/** A change as it was said: 不是王店长 是李店长, 改成周三, 存15不是12, 客户是大润发. */
export interface CorrectionSaid {
  /** What is to be there, as it was written. */
  to: string
  /** What was there. */
  from?: string
  /** What is changed: the label of a field, or what stands there now. */
  what?: string
  /** 联系人是小陈 says what is so, and names no words to replace. */
  isStated?: true
}

const opening =
  /^(?:[\s,，。!！]|不对|错了|(?:刚刚|刚才)?[写说记搞弄打输填报]错了|更正(?:一下)?|订正|修改一下|改一下|纠正|哦|噢|啊|呃|嗯|哎|麻烦|请|帮我|不是(?=[\s,，]+(?:是|应该))|(?:好的?|可以|行|对|ok|okay|yes)[\s,，]*(?:不过|但是?|只是|就是|but|except)|(?:算了|等等|等一下|不过)[\s,，]*(?=还是|改|是)|(?:no|sorry|wait|oops|actually|correction|wrong|please)\b)+/u
const is = '(?:而是|应该是|应该|应为|应是|是|改成|改为|换成)'
const becomes =
  '(?:应该)?(?:改成|改为|改到|改至|换成|换为|更正为|更正成|订正为|变成|调整为|调整到|推迟到|提前到|延到|挪到|改)'
const shouldBe =
  '(?:应该是|应该为|应为|应是|其实是|实际是|实际上是|写错了,?\\s*(?:应该)?(?:是|改成)?|错了,?\\s*(?:应该)?是|错了[,\\s]+|不对,?\\s*(?:应该)?是)'

const forms: RegExp[] = [
  /^(?<what>[^是]{1,12}?)?不是(?<from>.+?)[\s,，。]*(?:而是|应该是|应该|应为|应是|改成|改为|换成)(?<to>.+)$/u,
  new RegExp(`^(?<what>[^是]{1,12}?)?不是(?<from>.+?)[\\s,，。]+${is}?(?<to>.+)$`, 'u'),
  /^(?<what>[^是]{1,12}?)?不是(?<from>.+?)是(?<to>.+)$/u,
  /^(?:是|应该是)?(?<to>.+?)[\s,，]*(?:而)?不是(?<from>.+)$/u,
  /^(?:it(?:'s| is|'s)? |was )?not (?<from>.+?)(?:,| but| -)+ ?(?:it's |it is |but |it was )?(?<to>.+)$/u,
  /^(?:it(?:'s| is| was) )?(?<to>.+?),? (?:and )?not (?<from>.+)$/u,
  /^(?:change|make|set|update|correct) (?:the )?(?:(?<what>.+?) )?(?:to|as) (?<to>.+)$/u,
  /^make (?:it|that) (?<to>.+)$/u,
  /^(?:it )?(?:should be|should have been|i meant|i mean) (?<to>.+)$/u,
  /^(?:the )?(?<stated>[a-z ]+?) (?:is|should be|was) (?<to>.+)$/u,
  new RegExp(`^(?:把|将)?(?<what>.+?)?${becomes}(?:了|到)?[:：]?(?<to>.+)$`, 'u'),
  new RegExp(`^(?<what>.+?)?${shouldBe}(?<to>.+)$`, 'u'),
  /^(?<stated>\p{Script=Han}{1,6})(?:是|为|:|：)(?<to>.+)$/u,
]

const LONGEST = 60

/** Longer sentences, and several lines, tell something of their own. */
export const canBeChange = (text: string): boolean =>
  text.trim().length <= LONGEST && !text.trim().includes('\n')

/** 不对，是昨天; but not 请…, 嗯…, 帮我…. */
const announcing =
  /不对|错了|更正|订正|修改|改一下|纠正|不是|不过|但是?|只是|就是|算了|\b(?:but|except|no|sorry|wait|oops|actually|correction|wrong)\b/u
export const isAnnounced = (text: string): boolean =>
  announcing.test(opening.exec(plainText(text).trim())?.[0] ?? '')

/** A sentence without what announces a change: 不对，是昨天. */
export function opened(text: string): string {
  const said = normalise(text.trim())
  const length = opening.exec(said.text)?.[0].length ?? 0
  const { end } = originalSpan(said, 0, length)
  return text.trim().slice(length === 0 ? 0 : end)
}

/** All ways to take a sentence, already opened, as a change, the likeliest first; none where it is none. */
export function correctionsSaid(text: string, isAnnounced: boolean): CorrectionSaid[] {
  const corrections = forms.flatMap((form) => {
    const parts = partsSaid(form, text)
    return parts ? [tidy(parts)] : []
  })
  const isReset = isAnnounced || /^是/u.test(text)
  const reset = isReset && corrections.length === 0 ? [{ to: bare(text).replace(/^(?:应该)?是/u, '') }] : []
  return [...corrections, ...reset].filter(({ to }) => to !== '')
}

function tidy({ to = '', from, what, stated }: Record<string, string>): CorrectionSaid {
  const sides = alike(bare(to), from && bare(plainText(from)))
  const named = bare(plainText(what ?? stated ?? ''))
  return { ...sides, ...(named && { what: named }), ...(stated && { isStated: true }) }
}

/** 不是跟王店长 是跟小陈, 不是今天去的 是昨天去的: what stands around both is no part of either. */
function alike(to: string, from: string | undefined): Pick<CorrectionSaid, 'to' | 'from'> {
  if (!from) return { to }
  const around = [/^[跟和与在]/u, /(?:[去来见聊谈])?的$/u].filter((edge) => edge.test(to) && edge.test(from))
  const cut = (words: string) => around.reduce((rest, edge) => rest.replace(edge, ''), words)
  return { to: cut(to), from: cut(from) }
}

const bare = (words: string) =>
  words.replace(/^[\s,，。:：“"「]+|[\s,，。!！~”"」]+$|(?:吧|哈|啊|呀|哦|谢谢)+$/gu, '').trim()
