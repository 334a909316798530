import { filler } from '../lexicon.ts'
import { along } from './colleagues.ts'
import { englishBooked } from './english-visit-verbs.ts'
import { personAlone, withPerson, withPersonEnglish } from './talk-cues.ts'
import { anyVisit } from './visit-verbs.ts'

/** What belongs to saying that there was a visit, where, when and with whom; patterns over an outline. */

const places =
  '(?:从|在|到|给|跟|和|去|对|、|及|与|\\bgo ?(?:to )?)(?=[KI])|(?<=[KI])(?:那边|那里|那儿了?|这边|店里|门店|现场)?(?:出来|回来|拜访)?|(?:手机|电话)?(?:尾号|后四位)(?=[是为]?K)|(?<=K)的客户|的客户(?:是|为)?'
const some = '(?:(?:一|某|几)[家个](?:客户|超市|门店|店|商行)?|[一二两三四五六七八九十\\d]+家(?:店|客户)?)'
/** The labels of a form that was pasted. */
const labels =
  '(?:(?:沟通|拜访|联系)?方式[:：\\s]*(?:电话|微信|上门|现场|视频|当面|线上|实地)?|(?:拜访|走访|回访|巡店)(?:记录|日报|情况|汇报|小结)[:：\\s]*(?=客户|门店|店名|联系人|对象|日期|时间|[KDP])|(?:客户|门店|店名|客户名称|联系人|拜访人|拜访对象|对象|日期|拜访日期|时间|拜访时间|拜访客户|customer|contact|date|with)[:：\\s]*(?=[KPDI])|见到[:：]\\s*(?=[KPDI]))'
const means =
  '(?:微信|电话|视频|线上)(?:会议|上|里|跟进|回访)?|\\b(?:wechat|video|online|phone) (?:call |chat |meeting )?(?=with)'
const intent =
  '(?:(?:要|准备|打算|计划|想|安排|排上?|加|将|预约|得|约)(?:一下|一?个)?(?=[\\sKIDP]|$|去|到|跑|拜访|走访|回访|见|在|一?[个趟]|再)|\\b(?:plan(?:ning)?|schedule|arrange|book|need|want|going|remind me)(?: a| to)*\\b)'
const later = '(?:晚点|等会儿?|待会儿?|稍后|一会儿?|马上|正要)'
const planLabel =
  '(?:(?:拜访)?计划|行程(?:安排)?|今[日天]工作|工作(?:日报|汇报|内容)?|日报|plan)(?:[:：\\s]+|$)'
const looking = '看看(?!\\p{Script=Han}{2})|看一看|转转|转一转|逛逛|坐坐|一趟'
const reminder =
  '(?:提醒(?:我|一下)*|记得|别忘了?|补[记录登写](?:一[条个次笔下])?|录入?一[条个次笔下]|\\b(?:record|log|note|add)(?: down)?(?: a| the| my)?(?= (?:visit|call|D)))'

const ofHead = `(?:${labels}|${anyVisit}|${means}|${some}|${reminder}|${looking}|${later}|${planLabel}|${intent}|${withPerson}|${withPersonEnglish}|${personAlone}|${places}|${englishBooked}|[KI]|${along}|^M(?=${anyVisit})|${filler}|(?:的|了|在|于|都)(?=[\\sKIDP,，]|$)|呢|先(?=再?[去到跑见找在])|[\\s的]|\\b(?:over|up|down|out|round|across|back)(?= (?:at|in|to) (?:the )?[KI])|\\bnot (?:on )?(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\\b|\\b(?:the )?(?:(?:store |shop )?manager|owner|boss|buyer|accountant|director)(?= P|\\s*$)|\\bto see(?= (?:the )?P)|\\bwhen(?= (?:(?:i|we) (?:was |were )?)?at (?:the )?[KI])|P(?= (?:rang|called|phoned|texted|messaged|e-?mailed)\\b)|\\((?=[KI]\\))|(?<=\\([KI])\\)|\\bmark(?= [KI] as (?:visited|done))|(?<=[KI] )as(?= (?:visited|done))|\\b(?:at|on|in|to|with|and|from|frm)\\b|[,，.。:：、])`

export const headBefore = new RegExp(`^(?:${ofHead}|D)+`, 'u')
export const headAfter = new RegExp(
  `(?:${anyVisit}|[给到在去从跟和](?=[KI]$)|[KI]|${withPersonEnglish}|\\s|\\b(?:at|on|to|with)\\b|\\bin(?= [KI]))+$`,
  'u',
)
/** Says where, when or that there was a visit. */
export const headWords = new RegExp(`[KID]|${anyVisit}`, 'u')
