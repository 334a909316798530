import type { Ctx } from '../../../crm/context.ts'
import { tenseOf } from '../moments.ts'
import { isQuestion } from '../mood.ts'
import { title } from '../personal.ts'
import { all, type Sentence } from '../spot.ts'
import { surnames } from '../surnames.ts'

/** What is told of customers and their people, and is to stand in their records. Patterns over an outline. */

/** 新开了一家 老城隍烟酒, 有个新客户 老城隍烟酒: at the beginning; behind a customer it is told of him. */
export const opened =
  /(?<=^(?:[\s,，]|D|今天|昨天|[上下]午|刚刚?|我们?|这边|这里|附近|路上|发现|看到)*)(?:有|来了?)?(?:一?[家个])?新(?:开发?了?|店|客户|门店|网点)(?:的)?(?:一?[家个])?(?:新?(?:店|门店|客户|网点)|(?:便利店|超市|小卖部|餐馆|饭店|烟酒店|小店)(?=[\s,，]*叫))?(?!分店|[了的要说想来还])|(?<=^(?:[\s,，]|帮我|给我|麻烦)*)(?:录入?|登记|建|加)(?:一?[家个])?新店/gu
/** … 帮我建一下 */
export const toBeKept =
  /(?<=[\s,，。T])(?:请|麻烦|帮我|给我|帮忙)*(?:建|录入?|登记|加)(?:一下|下|个档|个客户|一个|一家|进去|进来|进系统|到系统里?)(?:吧|哈|谢谢)?[\s。.!！]*$/gu
const newOne = new RegExp(`${opened.source}|${toBeKept.source}`, 'u')
const tiers = /经销|分销|二批|直供|终端|门店|零售|批发商/

/** Said without the word for it; what it is, or how to reach it, goes with it. */
export const newCustomerTold = ({ outline: { text } }: Sentence): number =>
  newOne.test(text) && !isQuestion(text) && (/T|叫/.test(text) || tiers.test(text)) ? 8 : 0

const notYet = /[P说讲聊谈提问听]|要搬|准备|打算|计划|没|未|别|不|下个?月|明年|去了|拜访/u
const moved =
  /K(?:店|那边|他们)?(?:D|已经?|刚|都|上周|昨天|前天)*(?:搬(?:家|店|迁)?(?:了|过去了?|至|到|去)|换(?:了)?地方)?[了\s,，]*(?:的?新?(?:地址|店址)(?:现在|已经|换|变|改|是|为|成|到|了|[:：\s])*|新址[是为:：\s]*|(?<=搬\p{Script=Han}?[到至])|现在在)[^,，]*(?:路|街|道|弄|巷|号|广场|大厦|镇|村|城|楼)/u
const figures =
  /K的?新?(?:电话|座机|税号|邮箱|邮编)(?:号码?)?(?:现在|换|变|改|了|是|为|成|号|[:：\s])*(?:T|[\da-zA-Z@.-]{6,})/u
/** 荣昌关门了 标成流失 */
export const marked =
  /(?:标|改|设|转|列|归|算|记)(?:记|作|入|到|一下)?(?:成|为|到)?(?<status>流失|休眠|潜在|活跃|正常)|K(?:已经?|都|算是?|应该)*(?<gone>流失)了/u

/** 百惠搬了，新地址复兴路88号: what has become of a customer is a change of its record. */
export function changeTold(sentence: Sentence, ctx: Pick<Ctx, 'now' | 'me'>): number {
  const { text } = sentence.outline
  if (all(sentence, 'D').some(({ date }) => tenseOf(ctx, date) === 'future')) return 0
  if (isQuestion(text) || !/^[^P]*K/u.test(text)) return 0
  const told = moved.test(text) || figures.test(text) || marked.test(text)
  return told && !notYet.test(text) ? 8 : 0
}

/** 新来个采购叫汤小燕 电话13700001234, 换店长了 现在姓李. */
const newcomer = new RegExp(
  `K[^,，。]{0,3}(?:加|添)了?一?[个位](?:P|${title})[^,，。]{0,6}T|K的?(?:P|${title})换(?:人|了)[^T]{0,8}(?:叫|姓|是)|K[^,，。PT]{0,8}(?:新来|来了?(?:一?[个位])?新|换|新)(?:了|一|个|位|的|任|人|\\s)*(?:P|${title}|人)[^T]{0,12}?(?:叫|姓|是|名字|T|\\s[${surnames}][\\u4e00-\\u9fff]{1,2}(?=[\\s,，]|$))`,
  'u',
)
const ofVisit = /说|聊|谈|讲|要求|反映|抱怨|嫌|去了|拜访|见了|见到|还没|没有?|不/u

export const contactTold = ({ outline: { text } }: Sentence): number =>
  newcomer.test(text) && !isQuestion(text) && !ofVisit.test(text) ? 7.8 : 0
