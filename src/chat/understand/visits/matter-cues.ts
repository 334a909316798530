import { say } from './talk-cues.ts'
import { anyVisit } from './visit-verbs.ts'

/** What stands around a day that belongs to what was spoken about, or to the visit itself; patterns over an outline. */

/** last Friday not today */
export const notThen = /\bnot (?:on )?$/
/** 华联下个月要装修: what is wanted, not when it was said. */
export const isSpokenThen = new RegExp(`^(?:${say})`, 'u')
/** 上个月去了华联: whatever is unclear about it, it is the visit's. */
export const isVisits = new RegExp(
  `^(?:\\s|又|也|才|刚|就|要|想|我们?)*(?:[在从到去跑的]*[KI]|${anyVisit})`,
  'u',
)
/** 下周找个时间去华联 */
export const isGoneIn = new RegExp(`^[^\\s,，。;；P]{0,6}(?:[在从到去跑的]+[KI]|${anyVisit})`, 'u')
/** 下次12月, 约好周五 */
export const agreedOn = /(?:下次|下回|下一?步)[^,，。]{0,6}$|约(?:好|定)?了?在?$|定[在于了]$/u
/** 保质期到明年2月, 合同签到年底; but what is put off until a day is to be then. */
export const upTo = /(?<![推约改延等拖定挪排][迟期后]?)\p{Script=Han}(?<![推约改延等拖定挪排])[到至]$/u
/** 以后改周三送货, 每周五要发一次 */
export const fromNowOn = /(?:以后(?:都|就|统一)?改?[成到为在]?|每)$/u
/** 11月30日开始: a day of the matter itself. */
export const itself =
  /^(?:开始|起(?!草)|生效|到期|截止|上线|上市|开业|开工|复工|营业|执行|结束|(?:要|会|有|搞|办|做)(?:个|一?场|一次)?(?:店庆|活动|促销|大促|比赛|婚宴|宴会|年会|订货会))/
/** 昨天说好的 今天去找马师傅: when it was agreed. */
export const agreedThen = /^(?:电话里?|微信上?|就)?(?:说好|约好|讲好|定好|定下|定)了?的(?=[\s,，])/
/** 店庆12月8号, 对账单她12月1号给: not ours, unless it was promised to them. */
export const theirs =
  /(?<!答应|承诺|[给帮跟和与约替让叫]|约[好了]了?)(?:[他她]们?(?:家|店里?|那边|仓库|财务|公司|总部)?|客户|对方|总部|学校|隔壁|对面|竞品|活动|店庆|周年庆|开业|装修|档期)(?:打算|准备|计划|要|想|会|可能|大概)*$/u
/** 要80箱，12月8号前送到: by when they want it, unless we say so ourselves. */
export const wantedBy =
  /^(?:之?前|以前)?(?:要|必须|得|务必|一定)?(?:送到|送达|到货|到位|交货|到店)(?=[\s,，。]|$)(?![\s,，]*我)/u
export const wants = /(?:要|订|定|加|补)[\dG一二两三四五六七八九十百千半][^。;；\n]{0,12}[\s,，]+$/u
/** 合同12月31号; but 合同下周二送过去. */
export const papers = /(?:合同|协议)$/
/** 周末人流翻倍, 年底前生意都不好: how it will be, and nothing to do. */
export const isSo =
  /^\p{Script=Han}{0,4}(?:不[好行错多够在]|翻[倍番]|很|太|(?<!育)才[能会有回来到开上]|都[不没很要]|没[有人货])|^(?:都|还)?[不没]/u
/** 周五的促销, but not 周五的拜访. */
export const ofThat =
  /^的(?!时候|时间|话|某|拜访|走访|回访|行程|计划|会面|见面|沟通|记录|日报|情况|内容|工作|总结|汇报|安排|客户)[\p{Script=Han}GN]/u
/** 11月30号那笔还没结 */
export const thatOne = /^的?那[笔批单张份](?!\p{Script=Han}{0,6}(?:我|再))/u
/** the year-end rebate, Q1 promotion, next month's prices */
export const ofThatEnglish =
  /^(?:'s)?,? ?(?:rebates?|promo(?:tion)?s?|displays?|bonus(?:es)?|targets?|reports?|statements?|stock|counts?|review|sales?|deals?|discounts?|orders?|pric(?:e|es|ing)|campaigns?|settlements?|invoices?|party|volumes?|budget|plans?|contracts?|delivery|deliveries|season|posters?|offers?|figures|numbers)\b/
/** 上周三答应的赠品, 8月份生产的雪碧 */
export const doneThen =
  /^(?:P|我们?|他们?|她们?|你们|公司|厂家)?(?![去跑来聊谈见访沟拜走])\p{Script=Han}{1,4}?的(?![KIP])/u
/** 昨天签的 may have been at the visit itself. */
export const justNow = /昨|前天|今|刚/u
export const opensClause = /(?:^|[\s,，。;；])(?:我们?|那|就|并|然后|再|要|会|得|准备|打算|争取)*$/u

/** 方案下周给他 */
export const givesThem = /^[^\s,，。]{0,4}(?:给|发|送|带|答复|回复)给?(?:[他她P]|对方|客户|过去|店里)/u
