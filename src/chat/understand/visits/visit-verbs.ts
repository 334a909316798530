import { oneOf } from '../lexicon.ts'
import {
  byPhoneEnglish,
  englishBook,
  englishOrder,
  englishTime,
  englishWent,
  englishWill,
} from './english-visit-verbs.ts'

/**
 * How reps say that they went to see a customer, as patterns over an outline: `K` is the customer, `I` "it", `P` a
 * person, `D` a date.
 */

const meet = '(?:碰|见)(?:了|过)?个?面|会了?面|(?<!没)(?:见着|碰着)'
const visit = `(?:${oneOf('拜访 走访 回访 巡访 探访 家访 巡店 跑店 拜会')}|${meet})(?!记录|历史|情况|计划|次数|过的|内容|对象|日期|时间|人)`
/** Only with a place or person right behind, or with what makes them done. */
const go = oneOf(
  '去(?!年|掉|除|哪|不|没) 跑(?!道|单) 路过 经过 陪(?!同) (?<![拉带拿搬取撤抢换运收退赶开调想要能肯愿])走(?!访) 见(?!谅|底|效|好)',
)
/** 去新安找安经理: also where nobody knows the place. */
const towards =
  '去看看?(?=[KIP])|(?:去|跑)的?(?=[KIP]|[\\u4e00-\\u9fff]{2,8}?[找见给跟和帮陪]P)|到(?:了|过)?的?(?= ?[KIP])|看[了过](?:一?下)?(?=[KI](?!的))|约(?:见|了|好了?)?(?=[KIP])|约我们?(?=D)'
const reach = oneOf(
  '联系(?!人|方式|电话|不上|不到) 打[了完]?个?电话给? 打给 致电 通[了完]?个?电话 发[了过]?(?:个|条)?(?:微信|消息|短信|语音) 来了?个?电话 来电(?!显|话) 打(?:电话)?过来 (?<=[跟和与同陪请][KIP]{1,2}.{0,4})吃(?:了[个顿]?|[个顿])饭 跟进(?=[KIP])',
)
const times = '(?:一?趟|一?次|一?圈|一?回|一下|一?遍)'
const made_ = '(?:了|过|完)'
const before = '(?:现场|上门|电话|当面|微信|视频|线上|例行|又|再|刚刚?|刚才|记录|记|登记)*'

const chinese = `(?:${before}(?:${visit}|${reach})${made_}*${times}?|${before}${go}(?:${made_}+${times}?|${times}|(?=[KIP]))|${before}(?:${towards}))`

/** 拜访, 去了, 电话联系了, visited, will see. */
export const anyVisit = `(?:${chinese}|${englishBook}|${englishOrder}|${englishWent}|${englishTime}|${englishWill}|\\bvisit(?:ing)?\\b)`

const talked =
  '(?:聊|谈|沟通|讨论|商量|交流|洽谈)(?:一?聊|一?谈)?(?:了|过|好|完|妥|到|得|下来|拢|成了|崩)|问(?:了|过)|\\b(?:talked|spoke|chatted|discussed|went over|went through)\\b'
const went = `(?:${visit}|${reach}|${go}|看)${made_}+${times}?|刚(?:刚|才)?(?:从|去|到|跟|和|见|拜访)|从[KI](?:那边|那里|店里)?(?:出来|回来)|见到|去的(?=[KIP])`

/** It has been made: 去了, 聊过, visited. */
export const made = new RegExp(`${went}|${talked}|${englishWent}`, 'u')

const intend = oneOf(
  '要(?!求|不) 准备 打算 计划 想 约(?!好) 安排 排(?:一?个|一下|上)? 加一?个 将 预约 约见 得 提醒 记得 别忘了? 晚点 等会儿? 待会儿? 稍后 一会儿? 马上 正要 改天 哪天 抽空 找个?时间',
)
const onTheWay = '(?:一下|在|于|了|好|去|我|D|\\s|一个|个|跟P|和P)*'

/** It is still to be made: 要去, 约, will visit. */
export const planned = new RegExp(
  `(?<!不|没)${intend}${onTheWay}(?:${visit}|[KIP]|去|到|过去)|${englishWill}|${englishBook}|${englishOrder}|\\b(?:plan|schedule|book|arrange)\\b[^,.]*?\\b(?:visit|call|meeting)|\\bremind me to\\b|^[\\s,]*(?:seeing|meeting(?! with)|visiting|calling)\\b|约(?:我们?|了|好了?)?(?:在)?D`,
  'u',
)

export const byPhone = new RegExp(`电话|致电|来电|通话|${byPhoneEnglish}`)
export const online =
  /微信|视频|线上|在线|钉钉|语音|(?<![a-z])(?:wechat|online|video|zoom|teams|texted|messaged|e-?mailed|wechatted|whatsapped)(?![a-z])/
