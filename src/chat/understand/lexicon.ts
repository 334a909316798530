/** Words that reps use, as patterns over an outline (outline.ts): normalised text with capitals for things. */

export const any = (...words: string[]): string => `(?:${words.join('|')})`

/** One of the words of a list that is written with blanks. */
export const oneOf = (list: string): string => `(?:${list.trim().split(/\s+/).join('|')})`

/** Said out of politeness or while thinking: means nothing. */
export const filler = any(
  '麻烦(?:你|您)?(?:了|一下)?',
  '请(?:你|您|问)?(?!假|柬|客)',
  '(?:能不能|可不可以|可以|能)?(?:帮|给|替)(?:我|忙|个忙|我们)(?:一下)?',
  '(?:谢谢|多谢|感谢|辛苦)(?:你|您|了|啦|哈|啊)*',
  '(?:你|您|大家)好(?:啊|呀)?',
  '(?:早上|上午|下午|晚上)好',
  '嗯+|呃+|额+|唔+|哦+|噢+|诶|哎+|唉|哈+|喂|那个(?:啥|什么)?|这个(?![客月周店家季])|就是(?:说)?|反正|然后(?:呢)?|其实|对了(?=[,，\\s])|好的|好(?=[,，。\\s])|ok',
  '我(?:想|要|来|们|这边|先|就)*(?!的)|咱们?',
  '(?:记|记录|登记|录入|补记|备注|上报|更新|补|录)(?:一下|下|一笔|一条|个)(?:子)?',
  '小助手|机器人|助手|@[^\\s\\d]\\S*',
  '一下(?:子)?|下哈|哈|啦|呀|吧(?!台|员|厅)|呗|哟|喽|咯|噻|嘛',
  '刚才|刚刚|刚(?=[\\u4e00-\\u9fffA-Z])',
  "\\b(?:hi|hello|hey|please|pls|plz|kindly|thanks?(?: you)?|thx|um+|uh+|er+|well|so|just|okay|ok|could you|can you|would you|would like to|want to|let me|let's|i'd like to|i am|i'm|i|i've|we are|we're|we|we've|for me|the|a|an|my|our|fyi|btw|also|dear|bot)\\b(?!['’])",
  '/qd\\b',
  '【[^】]{0,20}】|\\[[^\\]]{0,12}\\]|转发:?|(?:fwd?|fw):',
)

/** Little words between what matters. */
export const particle =
  '(?:[的了吧呢吗么帮替请啊呀嘛哈哦噢地得着过在给把将就也都还又才是去来到从对跟和与同及]|\\b(?:to|at|of|for|on|in|with|from|is|was|were|has|have|had|it|this|that|and|by|be|been|about)\\b)'

const separator = '[\\s,，。.;；:：、!！~～"\'()<>《》|/\\\\*#·\\-—_=+]'

const meaningless = new RegExp(`${filler}|${separator}+|[A-Z]`, 'gu')
const meaninglessWithParticles = new RegExp(`${filler}|${separator}+|[A-Z]|${particle}`, 'gu')

/** What is left of a part of an outline when things, fillers and punctuation are taken away. */
export const restOf = (outline: string): string => outline.replace(meaningless, '')
export const loneRestOf = (outline: string): string => outline.replace(meaninglessWithParticles, '')
