import { any, filler } from '../lexicon.ts'

/**
 * What reps say around a visit, as patterns over an outline: `K` is the customer, `I` "it", `P` a person, `D` a date.
 */

const goVerb = `${any('拜访', '走访', '回访', '巡访', '探访', '家访', '巡店', '跑店', '拜会', '会面', '见面', '碰面')}(?!记录|历史|情况|计划|次数|过的)`
/** Only with a place or person right behind, or with what makes them done. */
const goSomewhere = any(
  '去(?!年|掉|除|哪|不|没)',
  '到(?!货|期|底|时|处|位|账|达)',
  '跑(?!道|单)',
  '路过',
  '经过',
  '陪(?!同)',
  '走(?!访)',
  '见(?!谅|底|效|好)',
)
const going = '(?:去|到)的?(?=[KIP])|约(?:见|了|好了?)?(?=[KIP])'
const reachSomebody = any(
  '联系(?!人|方式|电话|不上|不到)',
  '打了?个?电话给?',
  '打给',
  '致电',
  '通了?(?:个)?电话',
)
const times = '(?:一?趟|一?次|一?圈|一?回|一下|一?遍)'
const doneMark = '(?:了|过|完)'
const before = '(?:现场|上门|电话|当面|微信|视频|线上|例行|又|再|刚刚?|刚才|记录|记|登记)*'

/** 拜访, 去了, 电话联系了. */
export const visitVerb = `(?:${before}(?:${goVerb}|${reachSomebody})${doneMark}*${times}?|${before}${goSomewhere}(?:${doneMark}+${times}?|${times}|(?=[KIP]))|${before}(?:${going}))`
/** Marks as done: 去了, 拜访过. */
export const visited = `(?:${goVerb}|${reachSomebody}|${goSomewhere}|看)${doneMark}+${times}?|刚(?:刚|才)?(?:从|去|到|跟|和|见|拜访)|从[KI](?:那边|那里|店里)?(?:出来|回来)|见到|去的(?=[KIP])`
const places =
  '(?:从|在|到|给|跟|和|去|对)(?=[KI])|(?<=[KI])(?:那边|那里|这边|店里|门店|现场)?(?:出来|回来|拜访)?'

const englishGo =
  'visit|see|meet(?: with)?|go to|call(?: on)?|stop by|drop by|drop in(?: at| on)?|phone|pop (?:in|into|by)'
export const englishPlanned = `(?:\\b(?:will|going to|gonna|plan(?:ning)? to|want to|need to|have to|shall|let's|i'd like to|would like to)|'ll) (?:go (?:and|to) )?(?:${englishGo})\\b`
export const englishVisited =
  '\\b(?:visited|met(?: up)?(?: with)?|called(?: on| at)?|went(?: over)? to|been to|stopped (?:by|at)|dropped (?:by|in(?: at| on)?)|popped (?:in|into|by)|saw|phoned|rang|was at|just left|(?:just )?came from|swung by|checked in (?:at|with)|had a (?:call|meeting|visit) (?:with|at)|(?:video )?call with|meeting with)\\b'
const englishVisit = `(?:${englishVisited}|${englishPlanned}|\\bvisit(?:ing)?\\b)`

export const anyVisit = `(?:${visitVerb}|${englishVisit})`

const talkVerb = any('聊', '谈', '沟通', '讨论', '商量', '商谈', '洽谈', '交流', '探讨', '协商')
const talkEnd = any(
  '了',
  '过',
  '到了?',
  '好了',
  '完了?',
  '妥了?',
  '起了?',
  '得',
  '一下',
  '一会儿?',
  '会儿?',
  '下',
  '几句',
  '一?聊',
  '一?谈',
  '天',
)
const how =
  '(?:主要|重点|又|还|再|简单|详细|顺便|也|一起|一直|大概|先|继续|认真|电话里?|微信上?里?|视频|当面|现场|来)*'
const talkZh = `${how}${talkVerb}${talkEnd}*(?:的?(?:内容|主要)?(?:是|为))?(?:关于|有关)?[:：]?`
const talkEn =
  '\\b(?:talked|talk(?:ing)?|spoke|chatted|discussed|discuss(?:ing)?|went (?:over|through)|had a (?:chat|talk|word))\\b(?: (?:to|with) (?:the |their )?P)?(?: (?:about|on|over|regarding|re))?'

/** 聊了, 谈完 : the talk was held. */
export const talked = `${talkVerb}(?:一?聊|一?谈)?(?:了|过|好|完|妥|到)|\\b(?:talked|spoke|chatted|discussed|went over|went through)\\b`

/** These only say that somebody speaks. */
const speaking = any(
  '说(?![明服法])',
  '表示',
  '反映',
  '反馈',
  '反应',
  '提到',
  '告诉',
  '告知',
  '讲',
  '回复',
  '问',
  '强调',
)
/** These say what they think: they are kept. */
const meaning = any(
  '抱怨',
  '希望',
  '要求',
  '提出',
  '提了',
  '认为',
  '觉得',
  '答应',
  '同意',
  '嫌',
  '想',
  '建议',
  '承诺',
  '吐槽',
  '投诉',
  '要(?!不要)',
  '不想',
  '不愿意',
  '愿意',
  '担心',
  '准备',
  '打算',
  '计划',
  '决定',
  '确认',
  '也想',
  '还想',
  '不同意',
  '不满意?',
  '拒绝',
  '需要',
  '接受',
  '不接受',
)
const someone = any(
  'P',
  '对方',
  '客户(?:方|那边)?',
  '人家',
  '[他她]们?',
  '那边',
  '店家',
  '店里',
  '商家',
  '门店',
)
const toUs = '(?:也|还|都|又|就|跟我们?|对我们?|向我们?|主要|这边|那边|今天|刚才|一直)*'
const sayEnd = '(?:了|道|过|说|是|我们?|咱们?)*[:：]?'
const sayZh = `(?:${someone}${toUs}(?:${speaking}${sayEnd}|(?=${meaning}))|(?<=^|[\\s,，。;；])(?:也|还|又|并)?${any('说(?![明服法])', '反映', '反馈', '提到', '表示')}${sayEnd})`
const sayEn =
  '(?:\\b(?:the |their )?(?:P|he|she|they|customer|owner|manager|boss)) (?:also )?(?:(?:said|says|say|mentioned|told (?:me|us))\\b(?: that)?|(?=(?:complained|wants?|wanted|asked|asks|thinks?|reported|confirmed|feels?|promised|agreed|needs?|would like)\\b))'

const withWhom =
  '(?:跟|和|与|同|找到?|对|向|给|约了?|碰到了?|遇到了?|见到了?|见了|见过|会见了?|问了?|陪|[、及])'
export const withPerson = `(?:${withWhom}(?:[KI]的?|那边的?|店里的?|他们的?|他家的?)?P(?:那边|本人)?)`
/** A name of its own, not what something is said about. */
const personAlone = `P(?:那边|本人)?(?=[\\s,，。;；:：和跟与、]|$|${talkZh})`
const withPersonEn = '(?:\\b(?:with|to|met(?: up)?(?: with)?|saw|and) (?:the |their )?P)'

export const talk = `(?:(?:${withPerson}|${personAlone})+(?:一起|又|也|都)*)?${talkZh}|${talkEn}`
export const say = `${sayZh}|${sayEn}`

const later = any(
  '下次(?:再|是|在|约在?)?',
  '下回',
  '下一步(?:是|计划|行动)?',
  '下步(?:是|计划)?',
  '接下来',
  '后续(?:是|计划)?',
  '回头',
  '改天',
  '下次(?:拜访|跟进)(?:时间)?(?:是|为)?[:：]?',
)
/** Speaks of what lies ahead only before a date. */
const beforeDate = any(
  '约好了?(?:在)?',
  '约定了?',
  '约了?(?:在)?',
  '说好了?',
  '说定',
  '定了?在?',
  '定于',
  '安排在?了?',
  '计划(?:在|于)?',
  '准备(?:在)?',
  '打算(?:在)?',
  '预计(?:在)?',
  '争取(?:在)?',
  '需要?(?:在)?',
  '要(?:在)?',
  '得(?:在)?',
  '会(?:在)?',
  '最迟',
  '最晚',
  '答应(?:了|他|她|他们|客户|老板)*',
  '承诺(?:了)?',
  '我们?(?:会|要)?',
  '然后',
  '等',
  '就',
  '并',
  '且',
  '让我们?',
  '叫我们?',
)
const englishLater =
  "(?:(?:\\b(?:i|we)(?:'ll| will)|\\b(?:will|going to|need to|have to|must|to|then|and|promised to|agreed to|plan to)) )*\\b(?:be back|back|come back|go back|coming back|going back|return(?:ing)?|revisit|visit again|follow[- ]?up|call (?:back|again|him|her|them)|send|bring|deliver|give|submit|quote|see (?:him|her|them) again|meet again|next (?:visit|step|meeting|call)(?: is| on|:)?|sign|check)\\b"
export const laterCue = `${later}|${beforeDate}?D|${englishLater}`
/** Words that only lead to what is agreed. */
export const leadsTo = new RegExp(
  `^(?:${later}|${beforeDate}|[,，\\s]|(?:\\b(?:i|we)(?:'ll| will)?|\\b(?:will|to|and|on|by|then|going to|plan to))\\b)*`,
  'u',
)

const doing = any(
  '再',
  '回访',
  '复访',
  '给',
  '送',
  '交',
  '发',
  '去',
  '来',
  '过去',
  '过来',
  '拜访',
  '走访',
  '见',
  '聊',
  '谈',
  '碰',
  '签',
  '带',
  '报',
  '补',
  '回复',
  '答复',
  '跟进',
  '跟踪',
  '确认',
  '安排',
  '换',
  '拿',
  '取',
  '开会',
  '打',
  '电话',
  '联系',
  '催',
  '收',
  '结',
  '对账',
  '盘',
  '铺货',
  '出',
  '提交',
  '提供',
  '寄',
  '看',
  '处理',
  '解决',
  '落实',
  '下单',
  '订货',
  '进货',
  '配送',
  '陈列',
  '上架',
  '布置',
  '测试',
  '试',
  '培训',
  '付款',
  '通知',
  '约',
  '敲定',
  '定下来',
  '做',
  '准备',
  '协助',
  '帮',
  '请',
  '把',
  '派',
  '调',
  '过一?遍',
  '还',
  '二次',
  '继续',
  '回款',
  '验收',
  '复查',
  '检查',
  '核对',
)
const leadIn = '(?:我们?|会|要|得|就|务必|必须|一定|争取|准备|打算|大概|左右|前|之前|以前|，|,|\\s)*'
export const somethingToDo = new RegExp(`^${leadIn}(?:${doing})`)
export const comesBack = new RegExp(`^${leadIn}(?:再[去来谈聊访联沟看过]|再拜访|回访|复访|过去|去拜访|再次)`)

/** What belongs to saying that there was a visit, where, when and with whom. */
const ofHead = `(?:${anyVisit}|(?:微信|电话|视频|线上)(?:上|里)?|(?:一|某|哪|几)[家个](?:客户|超市|门店|店|商行)?|${withPerson}|${withPersonEn}|${personAlone}|${places}|[KI]|${filler}|(?:的|了|在|于|呢)(?=[\\sKIDP,，]|$)|[\\s的]|\\b(?:at|on|in|to|with|and|from)\\b|[,，.。:：、])`
export const headBefore = new RegExp(`^(?:${ofHead}|D)+`, 'u')
export const headAfter = new RegExp(
  `(?:${anyVisit}|[给到在去从跟和](?=[KI]$)|[KI]|${withPersonEn}|\\s|\\b(?:at|on|to|with|in)\\b)+$`,
  'u',
)

/** Said before the visit: it is still to be made. */
export const planned = new RegExp(
  `(?<!不|没)(?:要(?!求)|准备|打算|计划|想|约(?!好)|安排|将|预约|约见|得)(?:在|于|了|好|去|D|\\s|一个|个|我|跟P|和P)*(?:${goVerb}|[KIP]|去|到|过去)|${englishPlanned}|\\b(?:plan|schedule|book|arrange)\\b[^,.]*?\\b(?:visit|call|meeting)`,
  'u',
)
export const made = new RegExp(`${visited}|${talked}|${englishVisited}`, 'u')

export const byPhone =
  /电话|致电|通话|(?<![a-z])(?:called(?! on| at)|phoned|rang|by phone|on the phone|phone call|had a call)(?![a-z])/
export const onlineWords =
  /微信|视频|线上|在线|钉钉|语音|(?<![a-z])(?:wechat|online|video|zoom|teams)(?![a-z])/
