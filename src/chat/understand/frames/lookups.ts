import { customersLike } from '../customer-mentions.ts'
import { loneRestOf, restOf } from '../lexicon.ts'
import { wordsAt } from '../outline.ts'
import { periodSaid } from '../periods-said.ts'
import type { Reading } from '../reading.ts'
import { all, type Sentence } from '../spot.ts'
import { tidied } from '../tidy.ts'
import type { Frame } from './frame.ts'

void customersLike
void restOf
void loneRestOf
void wordsAt
void tidied

const periodOnly = (reading: Reading) => {
  const period = periodSaid(reading.ctx, reading.sentence)
  if (period) reading.input.period = period.id
}

export const lookupFrames: Frame[] = [
  {
    command: 'report.missing',
    own: /(?:周报|报表|进销存|库存|还|的|上周|本周|\breports?\b|\bstock\b|\bstill\b)/g,
    says: [
      /(?:谁|哪些|哪几?家|哪个|有没有人|还有谁|还有哪些)[^,，。]{0,8}?(?:没|未|不)(?:有)?(?:交|报|提交|上报|填)(?:齐|全|上来)?(?:周报|库存|进销存)?/g,
      /(?:周报|库存|进销存|报表)(?:还)?(?:谁|哪些|哪几?家)?(?:还)?(?:没|未|缺|漏)(?:有)?(?:交|报|提交|上报)?(?:的|名单|清单|情况)?/g,
      /\bwho (?:has|have|still|is|did|owes)[^,.]*?(?:n't|not|yet|missing|owes?|late)[^,.]*(?:report(?:ed|s)?|submit(?:ted)?)?/g,
      /\b(?:missing|outstanding|overdue|late) (?:stock |weekly )?reports?\b/g,
    ],
    fill: periodOnly,
  },
  {
    command: 'stock.show',
    own: /(?:周报|库存|多少|怎么样|情况|现在|目前|还有|还剩|有|够|卖|几天|G|\?|\bhow much\b|\bcurrent\b|\bleft\b)/g,
    says: [
      /(?:库存|存货|进销存)(?:情况|怎么样|如何|多少|还有多少|够不够|够卖几天)?|(?:还有|还剩|剩|有)多少(?:库存|货|箱)?|够卖(?:几|多少)天/g,
      /\bhow much (?:stock|G|inventory)[^,.]*|\bstock (?:of|at|for|level)\b|\binventory\b/g,
    ],
    fill: periodOnly,
  },
  {
    command: 'customer.show',
    own: /(?:的|情况|资料|信息|详情|档案|怎么样|如何|最近|电话|地址|联系人|负责人|老板|谁|是|在哪|多少|号码|看看|看一下|看|查一下|查看|打开|一下|介绍|了解|\b(?:info|details?|profile|phone|address|about|open|tell me)\b|\?)/g,
    says: [
      /看(?:看|一下|下)|打开|(?:基本)?(?:情况|资料|信息|详情|档案|电话|地址|联系方式|联系人)(?:是?多少|是什么|怎么样|有哪些)?|怎么样|是谁(?:的|在)?(?:负责)?|\b(?:info|details|profile|phone number|address)\b/g,
    ],
    shape: bareCustomer,
  },
  {
    command: 'contract.show',
    own: /(?:的|情况|进度|状态|到哪一?步了?|到哪了|怎么样|批了吗|批了没|审批|进展|年度|看看|看一下|看|查|\b(?:status|of|progress)\b|\?)/g,
    says: [
      /(?:年度)?(?:合同|协议)(?:情况|进度|状态|到哪一?步了?|到哪了|怎么样了?|审批进度|批了吗|批了没有?|批下来了吗|签了吗|签了没)?|(?:进度|状态|到哪一?步了?)/g,
      /\bcontract(?: status| of)?\b|\bagreement\b/g,
    ],
    shape: ({ outline: { text } }) =>
      /N/.test(text) && restOf(text).replace(/[看查的合同协议情况进度状态]/g, '') === '' ? 8 : 0,
  },
]

/** A name and nothing else. */
function bareCustomer(sentence: Sentence): number {
  if (all(sentence, 'K').length !== 1 || all(sentence, 'G').length > 0) return 0
  return loneRestOf(sentence.outline.text) === '' ? 7 : 0
}
