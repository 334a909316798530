import { oneOf } from '../lexicon.ts'

/** What turns a visit to what was spoken about, and to what somebody said; patterns over an outline. */

const withWhom =
  '(?:跟|和|与|同|找到?|对|向|给|约了?|碰到了?|遇到了?|见到了?|见着了?|见了|见过|会见了?|问了?|陪|[、及])'
export const withPerson = `(?:${withWhom}(?:[KI]的?|那边的?|店里的?|他们的?|他家的?)?(?:新来的?|新的?|领班|店里|门店|超市|副?店长|经理|采购|会计|仓管|主管|主任|财务|前台|吧台|厨师长?|行政总厨)?P(?:那边|本人)?)`
export const withPersonEnglish =
  '(?:(?:\\bw/|\\b(?:with|to|met(?: up)?(?: with)?|saw|and)) ?(?:the |their )?P)'

const how = `${oneOf('主要 重点 又 还 再 都 简单 详细 顺便 也 一起 一直 大概 先 继续 认真 电话里? 微信上?里? 视频 当面 现场 来')}*`
const verb = oneOf(
  '[细多深闲面座长畅]?(?<!无)[聊谈](?!判) 谈判 倾 沟通(?!方式|渠道|对象|人|时间|日期) 讨论 商量 商谈 洽谈 交流 探讨 协商',
)
/** 聊了到货, 聊下架: these characters also begin what it was about. */
const verbEnd = `${oneOf('的(?=[:：]) 了 咗 过(?![期节年季敏冬]) 到了?(?![货店期底账岸港场手位达处]) 好(?![评差])了 完了? 妥了? 起了?(?!订) 拢了? 得 一下(?![架单午]) 一会儿? 会儿 下(?![架单周月半次季游调一来]) 几句 一?聊 一?谈 (?:一|半)(?:整)?(?:个多?)?(?:上午|下午|晚上|小时|天) 天(?![气冷热津])(?:中|时|的时候)?')}*`
const chinese = `${how}${verb}${verbEnd}(?:的?(?:内容|主要)?(?:是|为))?(?:关于|有关)?[:：]?`
/** 内容: the label of a form that was pasted. */
const label =
  '(?<=^|[\\s,，。;；])(?:(?:沟通|拜访|洽谈|谈话|主要|会谈|交流)?(?:内容|主题|事项|备注|说明|情况)(?:是|为)?[:：\\s]+|(?:about|topic|notes?|content)[:：] ?)'
const english =
  '\\b(?:talked|talk(?:ing)?|spoke|chatted|discussed|discuss(?:ing)?|went (?:over|through)|had a (?:chat|talk|word))\\b(?: (?:to|with|w/) ?(?:the |their )?P(?: (?:(?:over|up|down|out|round|back) )?(?:at|from|frm|of) (?:the )?[KI])?)?(?: (?:about|abt|on|over|regarding|re)\\b)?'
const englishAfterHead = '(?<=[PKDI]) (?:about|abt|regarding|re|to (?:talk|speak) about|to discuss)\\b:?'

/** A name of its own, not what something is said about. */
export const personAlone = `P(?:那边|本人|[姐哥总])?(?=[,，。;；:：和跟与、]|D(?:[\\s,，。]|$)|\\s*$|\\s+(?![a-z])|\\s+(?:(?:over|up|down|out|round|back) )?(?:at|of|from|frm) (?:the )?[KI]|${chinese})`

/** 跟P聊了, talked to P about: what follows is what it was about. */
export const talk = `${label}|(?:${how}(?:${withPerson}|${personAlone})+(?:一起|又|也|都)*)?${chinese}|${withPerson}(?:一起|也|都)?说(?:了|过|好)(?:一下)?|${english}|${englishAfterHead}`

/** These only say that somebody speaks; the others say what they think, and are kept. */
const speaks = oneOf('说(?![明服法]|了算) 表示 反映 反馈 反应 提到 告诉 告知 讲 回复 问 强调')
const thinks = oneOf(
  `抱怨 希望 要求 提出 提了 认为 觉得 答应 同意 嫌 想 提醒 催 建议 承诺 吐槽 投诉 要(?!不要) 不想 不愿意 愿意 担心 准备 打算
  计划 决定 确认 也想 还想 不同意 不满意? 拒绝 需要 接受 不接受 不肯 肯`,
)
const someone = oneOf(
  '(?:的?(?:导购|店员|收银|仓管|采购|会计|领班|促销|理货|仓库)员?)?P (?<=^|[\\s,，。;；])[KI] 对方 客户(?:方|那边)? 人家 [他她]们? 那边 店家 店里 商家 门店',
)
const toUs = `${oneOf('也 还 都 又 就 跟我们? 对我们? 向我们? 主要 这边 那边 今天 刚才 一直 在 老是? 总是? 电话里?[跟和]?我?们? 微信[上里]? 打了?个?电话过?来? 来电 来 D')}*`
const sayEnd = `${oneOf('了 道 过 说 是 起(?![来码订草价送])')}*[:：]?`
const sayAlone = `(?<=^|[\\s,，。;；])(?:也|还|又|并|只|就)?(?:说(?![明服法好定])|反映|(?:客户|对方|老板)?反馈|提到|表示)${sayEnd}|(?<=^|[\\s,，。;；])(?=要求|希望我们?|催我们?)`
const sayEnglish =
  '(?:\\b(?:the |their )?(?:P(?: (?:from|frm|at|of) (?:the )?[KI](?= (?:said|says|told)))?|he|she|they|customer|owner|manager|boss)) (?:also )?(?:(?:said|says|say|mentioned|told (?:me|us))\\b(?: that)?|(?=(?:complained|wants?|wanted|asked|asks|thinks?|reported|confirmed|feels?|promised|agreed|needs?|would like)\\b))|\\bfeedback: ?'

/** P说, 对方希望: what follows is what was said to us. */
export const say = `${someone}\\s?${toUs}(?:${speaks}${sayEnd}|(?=${thinks}))|P[:：](?=\\s*[\\p{Script=Han}DG])|${sayAlone}|${sayEnglish}`
