import { any } from '../lexicon.ts'

/** What reps say around a visit, as patterns over an outline: `K` is the customer, `P` a person, `D` a date, `I` "it". */

/** What has been made, and is not planned: 拜访了, visited. */
export const goVerbs = any(
  '拜访',
  '走访',
  '回访',
  '巡访',
  '探访',
  '巡店',
  '跑店',
  '拜会',
  '会面',
  '见面',
  '碰面',
  '上门',
  '家访',
)
const goVerbWithPlace = any(
  '去(?!年|掉|除|哪|不|没)',
  '到(?!货|期|底|时|处|位|账|达)',
  '跑',
  '来',
  '在',
  '从',
  '见(?!谅|底|效|好)',
  '看',
  '路过',
  '经过',
  '联系',
  '打电话给',
  '打给',
  '打了?个?电话给?',
  '给',
  '致电',
  '电话',
  '微信',
  '视频',
  '陪',
  '走',
)
const times = '(?:一?趟|一?次|一?圈|一?回|一下|一?遍)'
const doneMark = '(?:了|过|完)'

export const visitVerb = `(?:现场|上门|电话|当面|微信|视频|线上|例行|又|再|刚刚?|刚才)*${goVerbs}`
export const englishVisit =
  '\\b(?:visited|visit(?:ing)?|met(?: up)?(?: with)?|called(?: on| at)?|went(?: over)? to|been to|stopped by|stopped at|dropped by|dropped in(?: at| on)?|popped (?:in|into|by)|saw|phoned|rang|was at|just left|came from|swung by|checked in (?:at|with)|video call with|call with|meeting (?:with|at))\\b'
export const visited = `(?:${goVerbs}${doneMark}+${times}?|${goVerbWithPlace}${doneMark}+${times}?)`

/** A visit before or after the customer: 拜访K, 去了K, K去了. */
export const visitAround = `(?:${visitVerb}${doneMark}*${times}?|${goVerbWithPlace}${doneMark}*${times}?)`

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
  '(?:主要|重点|又|还|再|简单|详细|顺便|也|一起|一直|大概|先|继续|认真|电话里?|微信上?里?|视频|当面|现场|来|好好)*'
export const talk = `${how}${talkVerb}${talkEnd}*(?:的?(?:内容|主要)?(?:是|为))?(?:关于|有关)?[:：]?`
export const englishTalk =
  '\\b(?:talked|talk(?:ing)?|spoke|chatted|discussed|discussing|went over|went through|had a (?:chat|talk|word))\\b'

const sayWord = any(
  '说(?![明服法])',
  '表示',
  '反映',
  '反馈',
  '反应',
  '抱怨',
  '希望',
  '要求',
  '提到',
  '提出',
  '提了',
  '告诉',
  '告知',
  '讲',
  '认为',
  '觉得',
  '回复',
  '答应',
  '同意',
  '嫌',
  '想',
  '建议',
  '承诺',
  '问',
  '吐槽',
  '投诉',
  '强调',
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
)
/** 说 without anyone to say it: only words that cannot be ours. */
const sayAlone = any('说(?![明服法])', '反映', '反馈', '抱怨', '提到', '表示', '吐槽')
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
export const say = `(?:${someone}${toUs}${sayWord}${sayEnd}|(?<=^|[\\s,，。;；])(?:也|还|又|并)?${sayAlone}${sayEnd})`
export const englishSay =
  '(?:\\b(?:the )?(?:P|he|she|they|customer|owner|manager|boss)) (?:also )?(?:said|says|say|complained|mentioned|told (?:me|us)|wants?(?: to)?|wanted|asked|asks|thinks?|reported|confirmed|feels?|promised|agreed)\\b(?: that| for| about)?'

export const withWhom =
  '(?:跟|和|与|同|找到?|对|向|给|约了?|碰到了?|遇到了?|见到了?|见了|见过|会见了?|问了?|陪|[、及])'
export const withPerson = `(?:${withWhom}?(?:[KI]的?|那边的?|店里的?|他们的?|他家的?)?P(?:那边|本人)?)`
export const englishWithPerson = '(?:\\b(?:with|to|met(?: up)?(?: with)?|saw|and) (?:the |their )?P)'

/** What lies ahead. */
export const nextCue = any(
  '下次(?:再|是|在|约在?)?',
  '下回',
  '下一步(?:是|计划|行动)?',
  '下步(?:是|计划)?',
  '接下来',
  '后续(?:是|计划)?',
  '回头',
  '改天',
  '下次拜访(?:时间)?(?:是|为)?[:：]?',
  '下次跟进[:：]?',
)
/** Only right before a date. */
export const dateCue = any(
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
  '我(?:会|要|们)*',
  '然后',
  '等',
  '就',
  '并',
  '且',
  '让(?:我|我们)',
  '叫(?:我|我们)',
)
export const action = any(
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
  '打电话',
  '电话',
  '联系',
  '催',
  '收',
  '结款',
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
  '打款',
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
)
const leadIn = '(?:我们?|会|要|得|就|务必|必须|一定|争取|准备|打算|大概|左右|前|之前|以前|，|,|\\s)*'
export const actionAhead = new RegExp(`^${leadIn}(?:${action})`)
export const comesBack = new RegExp(`^${leadIn}(?:再[去来谈聊访联沟看过]|再拜访|回访|复访|过去|去拜访|再次)`)
export const englishNext =
  "(?:\\b(?:i'll|we'll|i will|we will|will|going to|gonna|need to|have to|must|to|then|and|promised to|agreed to|plan to)\\s+)*\\b(?:be back|back|come back|go back|coming back|going back|return(?:ing)?|revisit|visit again|follow[- ]?up|call (?:back|again|him|her|them)|send|bring|deliver|give|submit|quote|see (?:him|her|them) again|meet again|next (?:visit|step|meeting|call)(?: is| on|:)?|sign|check)\\b"
