import { lastFinished } from '../../../lib/period.ts'
import { loneRestOf } from '../lexicon.ts'
import { todayOf } from '../moments.ts'
import { chooseWeekOfMonth, readPeriod } from '../periods-said.ts'
import type { Reading } from '../reading.ts'
import { all, type Sentence } from '../spot.ts'
import { asksOfStock } from '../stock/asks-of-stock.ts'
import { acceptance, sendingReportBack } from './decisions.ts'
import type { Frame } from './frame.ts'
import { snoozeFrame } from './snooze.ts'

/** What is looked up, and what changes nothing. */
export const lookupFrames: Frame[] = [
  {
    command: 'report.missing',
    foreign: /钱|款|账|箱|瓶|发票/,
    own: /(?:周报|报表|进销存|库存|看一?下|看看|查一?下|还|的|了|D|上周|本周|\p{Script=Han}{0,3}(?:办事处|办|大区|区|公司)|\breports?\b|\bstock\b|\bstill\b|\?)/gu,
    says: [
      /(?:谁|哪些|哪几?家|哪个|有没有人|还有谁|还有哪些)[^,，。]{0,8}?(?:没|未|不)(?:有)?(?:交|报|提交|上报|填)(?:齐|全|上来)?(?:周报|库存|进销存)?/g,
      /(?:周报|库存|进销存|报表)(?:还)?(?:谁|哪些|哪几?家)?(?:还)?(?:(?:没|未)(?:有)?(?:交|报|提交|上报)|缺|漏)(?:谁|的|名单|清单|情况)?/g,
      /\bwhich (?:stock |weekly )?reports? (?:am i|are we|do i|do we|have i|have we)[^,.?]*(?:missing|owe|due|late|not|n't)[^,.?]*/g,
      /\bwho (?:has|have|still|is|did|owes)[^,.]*?(?:n't|not|yet|missing|owes?|late)[^,.?]*(?:report(?:ed|s)?|submit(?:ted)?)?(?: yet)?/g,
      /谁家?的?(?:周报|报表|进销存)(?:都|还|到现在)*(?:没有?|未)(?:(?:交|报|上报|提交)(?:上来|过来)?|上来|过来|来|到)/g,
      /(?:谁|哪些|哪几?家|还有谁|咱们?办事处|我们?办事处)[^,，。KGP]{0,8}(?:周报|月报|报表|进销存|库存)?(?:都|还|到现在)*(?:欠着?|缺着?|拖着?|没交|没报|没来|没齐)(?:了|呢|的)?/g,
      /(?:还)?(?:没交|没报|欠|未交|缺)(?:的)?(?:周报|月报|报表|进销存)(?:的)?(?:有)?(?:谁|哪些|哪几?家|名单|清单)?|(?:周报|月报|报表)(?:都|还)?(?:没交|没报|欠着?|未交)(?:的)?(?:有|是)?(?:谁|哪些|哪几?家|名单|清单)?/g,
      /(?:还)?(?:差|缺|欠)(?:谁|哪些|哪几?家|几家|几份|几个|多少)(?:的)?(?:周报|报表|库存)?/g,
      /(?<![KI](?:D|的)*)(?:周报|报表|进销存)(?:都|全)?(?:交|报|收)[齐全]了?(?:吗|没有?)?/g,
      /\b(?:missing|outstanding|overdue|late) (?:stock |weekly )?reports?\b|\bwhose reports?(?: are| is)?(?: still)? (?:missing|late|not in)|\bwho is missing\b/g,
    ],
    fill: fillPeriod,
  },
  {
    command: 'stock.show',
    own: /(?:周报|库存|多少|怎么样|情况|现在|目前|还有|还剩|有|够|卖|几天|G|\d+|箱|瓶|存|吗|货|看看|看一?下|看|查一?下|查查|查|\b(?:how much|current|left|please|what|is|was|the|me|D)\b|\?)/g,
    says: [
      /(?:看看|看一?下|查查|查一?下)(?=[^,，。GPN]{0,12}(?:库存|存货|进销存)[^\p{L}\d]*$)/gu,
      /\b(?:show|check|see|tell)(?: me)?(?: the)? (?:stock|inventory)\b(?: (?:of|at|for|in))?/g,
      /(?:库存|存货|进销存)(?:情况|怎么样|如何|多少|还有多少|够不够|够卖几天)?|(?:还有|还剩|剩|有)多少(?:库存|货|箱|瓶)?|够卖(?:几|多少)天/g,
      /\bhow much (?:stock|G|inventory)[^,.]*|\bstock (?:of|at|for|level)\b|\binventory\b/g,
    ],
    shape: stockAskedFor,
    fill: fillReportAskedFor,
  },
  {
    command: 'stock.accept',
    shape: acceptance,
    own: /(?:周报|报表|进销存|库存|的|D|上周|本周|把|将|'s\b|\b(?:the|weekly|monthly|report|stock|of|from)\b)/g,
    foreign: /合同|协议|N|contract/,
    says: [
      /(?:接收|接受|收下|验收|审核通过|通过)(?=[^,，。]{0,8}(?:周报|报表|进销存|库存))/g,
      /(?<=(?:周报|报表|进销存|库存)(?:可以|已经?|我)?)(?:接收|接受|收下|通过|收到|收|没问题|没有问题)了?/g,
      /\baccept(?:ed)?\b/g,
    ],
    fill: fillPeriod,
  },
  {
    command: 'stock.return',
    shape: sendingReportBack,
    own: /(?:[那这]份|周报|报表|进销存|库存|的|D|上周|本周|把|将|\b(?:the|report|stock|of|from)\b)/g,
    foreign:
      /合同|协议|N|(?:退|打)回(?:来)?的|G退|退[回了掉]*[\d一二两三四五六七八九十]+ ?[箱瓶件提罐]|contract/,
    says: [
      /(?:退回|打回)(?:去|来|给他们?|重[报做写填])*|打下去|退给(?!客户|顾客|经销商|P)(?:业务|办事处|他们?|\p{Script=Han}{2,3}(?=[\s,，。]|$))?|退(?=[\s,，。]|$)/gu,
      /\b(?:send|sent) (?:it |K )?back\b|\breturn(?:ed)?\b/g,
    ],
    fill: fillPeriod,
  },
  {
    command: 'report.queue',
    own: /(?:的|有|哪些|几份|多少|看看|看一下|看|列一下|列出来|列|给我|我|D|还有|都)/g,
    says: [
      /(?:待|要|等|该|还没|需要)(?:我)?(?:审核?|复核|核对|收)的?(?:周报|报表|进销存)|(?:周报|报表|进销存)(?:有)?(?:哪些|几份|多少)?(?:待|要|等|该)(?:我)?(?:审核?|收|核对)(?:的)?/g,
    ],
    fill: fillPeriod,
  },
  {
    command: 'customer.pool',
    own: /(?:有|哪些|什么|多少|几家|客户|里|还|看看|看一下|看|查|[?？])/g,
    says: [/公海(?:里|池)?(?:现在|目前|还|都)?(?:有)?(?:哪些|什么|多少|几家|哪几家)?(?:客户)?/g],
  },
  {
    command: 'report.excuse',
    own: /(?:周报|报表|的|D|上周|本周|可以|\breport\b)/g,
    says: [/免了(?=吧|[\s,，。]|$)|(?:可以|就|准)?(?:不用|免)(?:报|交)了?(?=吧|[\s,，。]|$)/g],
    fill: fillPeriod,
  },
  {
    command: 'customer.find',
    foreign: /库存|存货|进销存/,
    own: /(?:尾号|后四位|[是的哪家谁]|有没有|叫|名叫|帮我|一下|客户|一家|个|家|的|吗|\b(?:a|the|customers?|named|called|with|for|shops?|stores?|phone|mobile|number|ending|ends|in|whose)\b|\?)/g,
    says: [
      /\b(?:find|look up|search)(?: me)?(?: the| a)? (?:shop|store|customer)s? (?:with|whose|that)(?: a| the)?(?: (?:phone|mobile|number))+(?: (?:is|that|which))?(?: (?:ending|ends))?(?: (?:in|with))?/g,
      /(?<=(?:尾号|后四位|号码|电话)[^,，。]{1,8})(?:的)?是(?:哪(?:一?[家个位])?(?:店|客户)?|谁家?)(?:的|啊|呀)?/g,
      /有(?:没有)?(?:一?[家个])?(?:叫|名叫|名字叫)|(?:查|找|搜索?|查找)(?:一?查|一?找|一下|下|一?[个家])?(?:客户)?/g,
    ],
    shape: ({ outline: { text } }) =>
      /^[^\p{L}]*T[\s的]*(?:[这那]个?(?:号码?|电话|手机)?)?(?:是|的)?(?:谁|哪(?:一?[家个位])?)?(?:的|啊|呀|呢|客户|店|电话|号码)*[^\p{L}]*$/u.test(
        text,
      )
        ? 8
        : 0,
    fill: fillQuery,
  },
  {
    command: 'customer.show',
    foreign:
      /删|注销|作废|转给|转移|合并|合同|协议|请客|[请跟给和对陪]客户|流失|要丢|delete|remove|merge|contract|agreement/,
    own: /(?:的|情况|资料|信息|详情|档案|怎么样|如何|最近|电话|地址|联系人|负责人|老板|谁|是|在哪里?|多少|号码|看看|看一下|看|查一下|查看|打开|一下|介绍|了解|\b(?:info|details?|profile|phone|address|about|open|tell|me|show|customer|what|how|is|of)\b|\?)/g,
    says: [
      /看(?:看|一下|下)|打开|(?:基本)?(?:情况|资料|信息|详情|档案|电话|地址|联系方式|联系人)(?:是?多少|是什么|怎么样|有哪些)?|怎么样|是谁(?:的|在)?(?:负责)?|谁(?:在)?负责|在哪(?:里|儿|边)?(?=[^\p{L}]*$)/gu,
      /(?:什么|啥|哪个)(?:等级|级别|类型|档次)|(?:P|老板娘?|店长|联系人|负责人|采购)(?:叫什么|叫啥|姓什么|姓啥|是谁)/g,
      /\bwho (?:do|should|can) (?:i|we) (?:talk|speak) to(?: at)?|\bwhere(?:'s| is)(?= K[^\p{L}]*$)|(?<=K(?:'s)? )(?:phone|address|contacts?)(?=[^\p{L}]*$)/gu,
      /\b(?:info|details|profile|phone number|address)\b|\btell me about\b|\bshow\b/g,
    ],
    shape: bareCustomer,
  },
  // 永盛的周报 is a report, not the digest.
  {
    command: 'digest.weekly',
    foreign: /[KPN]|谁|没|未|收|退|交|缺|欠|审/,
    own: /(?:D|\p{Script=Han}{0,3}(?:办事处?|办|大区|区|公司)|华[东南北中]|发我|发一下|看看|看一下|看|的|给我)/gu,
    says: [
      /(?<=D[^,，。KPGN]{0,6})(?:整体|总体|全局|大盘|业绩|团队)(?:的)?(?:情况|表现|进展)?(?:怎么样|如何|咋样|什么样)/g,
      /(?<=D[^,，。KPGN]{0,6}|^)(?:简报|周总结|总结|小结)(?=[^\p{L}]*$|的?(?:发|给|看))/gu,
    ],
  },
  {
    command: 'digest.show',
    own: /(?:D|我|的|有|什么|哪些|要|做|事|安排|看看|看一下|看|\b(?:my|for|show|what)\b|\?)/g,
    says: [
      /(?:D|今天|今日)?(?:有(?:哪些|什么|哪几个|几个|几家)(?:拜访|行程|计划)|有(?:什么|啥)(?:事|活(?!动)|安排|任务|计划|要做的?)|要?(?:干|做)(?:什么|啥)|待办|日程|有啥事|(?:要|该)?(?:去)?(?:拜访|跑|见|去)(?:谁|哪些|哪几?家|哪[里儿])|任务|(?:路线|行程)(?:是什么|怎么安排|安排))/g,
      /\bwhat(?:'s| is) (?:on )?(?:D|today)\b|\bmy (?:day|to-?do(?: list)?|tasks?|agenda)\b/g,
      /(?:哪些|哪几?家|什么|有没有|谁)(?:客户)?(?:快|要|可能|容易|即将|可能要)(?:要)?(?:流失|丢|跑单|跑路)(?:了|的)?(?:客户)?(?:有)?(?:哪些|哪几?家)?/g,
      /\bwhat (?:do|have) i (?:have|got)(?: got)?(?: planned| to do| on)?(?: for| on)?(?: (?=D)|\s*\??$)/g,
      /(?:有)?(?:哪些|什么|多少)?(?:有)?风险(?:的)?(?:客户|名单|提醒)(?:还)?(?:有|是)?(?:哪些|哪几?家|谁|多少|名单|列表)?/g,
    ],
  },
  {
    command: 'help',
    own: /(?:我|拜访|库存|周报|请假|合同|客户|审批|进销存|这个|东西|功能|啊|呢|\b(?:a|the|to|do|i|me|visits?|leave|stock|contracts?|please)\b|\?)/g,
    says: [
      /怎么(?:用|记|报|填|请|查|操作|弄|写|使|办)|如何(?:使用|记|报|填|请|查|操作|写)|(?:会|能)(?:做|干|帮我做|帮我干)?(?:什么|啥|干嘛)|使用说明|教我|有(?:什么|哪些|啥)功能/g,
      /\bhow (?:do|can|to|does)(?: i| you| it)?(?: \w+)?\b|\bwhat can you\b|\bhelp\b/g,
    ],
  },
  {
    command: 'undo',
    own: /(?:刚才|刚刚|上一?条|那一?条|这一?条|最后一条|记录|掉|的|了|把|给|我|\b(?:that|it|last|the|one|record|my)\b)/g,
    says: [
      /撤销|撤回|收回(?=$|刚|那|上)|删(?:掉|了)?(?=刚|上一条)|(?<=(?:刚才|刚刚|上一?条|[那这]一?条|最后一?条)[^,，。KPN]{0,3})(?:删掉|删了|删除|不要了|作废|取消)(?=[^\p{L}]*$)/gu,
      /\bundo\b|\btake (?:it|that) back\b/g,
    ],
  },
  snoozeFrame,
]

function fillPeriod(reading: Reading): void {
  if ('period' in reading.command.input.shape && readPeriod(reading, 'period'))
    chooseWeekOfMonth(reading, 'period')
}

/** 淮海路的佳佳 is looked for by its name, a phone number by its figures, whatever else is said. */
function fillQuery({ input, sentence }: Reading): void {
  const [phone] = all(sentence, 'T')
  const [customer, another] = all(sentence, 'K')
  const only = another || customer?.matches.length !== 1 ? undefined : customer.matches[0]
  const said = customer && sentence.outline.said.text.slice(customer.start, customer.end)
  if (phone) input.query = phone.digits
  else if (only && said && /的/.test(said)) input.query = only.name
}

/** A name and nothing else. */
function bareCustomer(sentence: Sentence): number {
  if (all(sentence, 'K').length !== 1 || all(sentence, 'G').length > 0) return 0
  return loneRestOf(sentence.outline.text) === '' ? 7 : 0
}

/** 永盛那个周报为啥被退: the report itself says so. */
const whyReturned =
  /[KI][^,，。PG]{0,6}(?:周报|月报|报表|进销存)[^,，。]{0,6}(?:为(?:啥|什么|何)|怎么|咋|什么原因|谁|哪里|哪儿|退回原因)[^,，。]{0,4}(?:退|打回|没过|不过|没通过|不行|不对)?|[KI][^,，。PG]{0,6}(?:周报|月报|报表|进销存)(?:被)?(?:退|打)回?(?:了|来)?的?(?:原因|理由)/

function fillReportAskedFor(reading: Reading): void {
  fillPeriod(reading)
  const { ctx, input, sentence } = reading
  if (input.period === undefined && whyReturned.test(sentence.outline.text))
    input.period = lastFinished('week', todayOf(ctx)).id
}

/** 永盛上周的周报, 新安周报交了吗: the report of one customer. */
const reportOfOne =
  /^(?:把|请|麻烦|看看?|看一?下|查看?|查一?下|发我|给我|\s)*[KI](?:D|的|\s)*(?:周报|月报|报的(?:数|库存|量))(?:数据|情况|都|交|报|提交|上来|了|吗|没有?|发我|给我|看看?|看一?下|一下|[?？\s])*$/
const inEnglish =
  /^(?:has|have|did) [KI] (?:already )?(?:report(?:ed)?|hand(?:ed)? in)\b[^,.]*$|^[KI] ?(?:'s )?(?:(?:last|latest|weekly|D) )*report[^\p{L}]*$/u

function stockAskedFor({ outline: { text } }: Sentence): number {
  if (reportOfOne.test(text) || inEnglish.test(text)) return 8
  if (whyReturned.test(text)) return 8
  return asksOfStock(text) && /G/.test(text) && /库存|存|还有|剩|够卖|stock|left/.test(text) ? 6.5 : 0
}
