import { oneOf } from '../lexicon.ts'
import { laterEnglish } from './english-later.ts'

/** What turns a visit to what is to come; patterns over an outline. */

const nextTime = `(?:下次(?:拜访|跟进|见面|回访)?(?:时间|日期)?(?:定在|约在|再|是|在|为)?|下回|下一?步(?:是|计划|行动)?|接下来|后续(?:是|计划)?|(?<=^|[\\s,，。;；])(?:跟进|待办|下步)(?:事项|计划|时间|日期)?[:：]|回头|改天)[:：]?`
/** Speaks of what lies ahead only before a date. `weak` words say nothing of an agreement. */
const agreed = oneOf(
  `约好了?(?:在)? 约定了? (?:我们?)?约了?(?:[他她]们?|P)?(?:在)? 说好了? 说定 定了?在? 定于 安排在?了? 计划(?:在|于)? 准备(?:在)? 打算(?:在)? 预计(?:在)?
  争取(?:在)? (?:时间)?最好(?:是)?(?:在)? 最迟 最晚 我们?(?:说|表示)(?:好)?(?:会|在)? 答应(?:了|[他她]们?|客户|老板)* 承诺(?:了)?`,
)
const weak = oneOf(
  '需要?(?:在)? 要(?:在)? 得(?:在)? 会(?:在)? 我们?(?:会|要)? 然后 等 就 并 且 [让叫要喊]我们?',
)

/** 下次, 约好D, D, will send. */
export const laterCue = `${nextTime}D?|(?:${weak}|${agreed})*D|${laterEnglish}`

/** The words before a date that make it an agreed one wherever it stands. */
export const agreedBefore = new RegExp(`(?:${agreed}|${nextTime})`, 'u')

/** Words that only lead to what is agreed. */
export const leadsTo = new RegExp(
  `^(?:${nextTime}|${agreed}|${weak}|[,，:：\\s]|\\bnext (?:visit|meeting|call)(?: is| on|:)?|(?:\\b(?:i|we)(?:(?:'ll| will|'m| am|'re| are)(?: (?:due|supposed|meant)(?= to))?)?|\\b(?:will|to|and|on|by|then|going to|plan to|next:))(?![a-z]))*`,
  'u',
)

/** 让我28号前把明细给他: what they ask of us is ours to do, and what was spoken about. */
export const isAskedOfUs = (words: string): boolean => askedOfUs.test(words)
const askedOfUs = /^[让叫喊]我们?D(?:之?前|以前)?(?:把|给|送|带|发|交|答复|回复)/u

const doing = oneOf(
  `再 回访 复访 给 送 交 发 去 来 过去 过来 拜访 走访 见 聊 谈 碰 签 带 报 补 回复 答复 跟进 跟踪 确认 安排 换 拿 取 开会 打 电话 联系
  催 收 结 对账 盘 铺货 出 提交 提供 寄 看 处理 解决 落实 下单 订货 进货 进店 进场 配送 陈列 上架 布置 测试 试 培训 付 通知 约 敲定 定下来 做
  准备 协助 帮 请 把 派 调 过一?遍 还 二次 继续 回款 验收 复查 检查 核对 查 装 量 修 调货 到店 拍照`,
)
const leadIn = `${oneOf('我们? 会 要 得 就 务必 必须 一定 争取 准备 打算 大概 左右 前 之前 以前 ， , \\s')}*`

/** What one does on an agreed day, right after its date. */
export const somethingToDo = new RegExp(`^${leadIn}(?:${doing}|\\b(?:back|visit|send|call|follow))`, 'u')
/** The rep's own return: also where somebody else is quoted. */
export const comesBack = new RegExp(
  `^${leadIn}(?:再[去来谈聊访联沟看过问说议]|再拜访|回访|复访|过去|去拜访|再次)`,
  'u',
)
