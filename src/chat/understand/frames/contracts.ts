import type { Prisma } from '#prisma'
import { waitingFor } from '../../../crm/contracts/waiting-for.ts'
import { visibleTo } from '../../../crm/people/visibility.ts'
import { readCustomer } from '../customer-field.ts'
import { loneRestOf } from '../lexicon.ts'
import { isQuestion } from '../mood.ts'
import type { Reading } from '../reading.ts'
import { all, type Sentence } from '../spot.ts'
import { approval, handingOver, sendingBack, submission } from './decisions.ts'
import type { Frame } from './frame.ts'
import { type Candidates, fillContract, ofContract, putOff } from './which-contract.ts'

/** 退回的合同: what became of it, and not what is to. */
const foreign =
  /P[^,，。]{0,4}(?:同意|批|通过)|周报|进销存|库存|报表|(?:退|打)回(?:来)?的|G退|退[回了掉]*[\d一二两三四五六七八九十]+ ?[箱瓶件提罐]|\breports?\b/

/** Decisions and other acts on one contract, named by its number or by its customer. */
function act(
  command: string,
  field: string,
  candidates: Candidates,
  { says, shape }: Pick<Frame, 'says' | 'shape'>,
): Frame {
  return {
    command,
    own: ofContract,
    foreign,
    says,
    shape,
    fill: (reading) => fillContract(reading, field, candidates),
  }
}

const waiting: Candidates = ({ ctx }) => waitingFor(ctx, ctx.me)

const inState =
  (...states: string[]): Candidates =>
  ({ ctx }) => {
    const where: Prisma.ContractWhereInput = { state: { in: states }, customer: visibleTo(ctx.me) }
    const customer = { select: { code: true, name: true, nameEn: true } }
    return ctx.db.contract.findMany({
      where,
      select: { number: true, customer },
      orderBy: { id: 'asc' },
      take: 50,
    })
  }

export const contractFrames: Frame[] = [
  {
    command: 'approval.list',
    foreign: /周报|报表|进销存/,
    own: /(?:有|哪些|什么|几个|多少|合同|看看|看一下|看|查|我|要|需要|等|的|还|\b(?:what|which|anything|is|are|there|for|me|my|show|to|contracts?)\b|\?)/g,
    says: [
      /(?:多少|哪些|几份|有什么|哪几份|还有)?(?:合同|协议)(?:还)?(?:没|未|待|等)(?:我|有)?(?:批|审批|审)(?:的|完)?|审批(?:什么|哪些|啥)/g,
      /(?:卡|压|停|堆|积)在我(?:这(?:里|儿|边)?|手[上里])的?/g,
      /待(?:我)?(?:审批|批|审)(?:的|列表|清单|事项)?|(?:要|等|需要)我(?:来)?(?:审批|批|审)的?|审批列表/g,
      /\bwaiting for (?:me|my approval)\b|\bto approve\b|\bpending approvals?\b|\bmy approvals\b/g,
    ],
  },
  act('approval.approve', 'subject', waiting, {
    says: [
      /(?:可以)?(?:批准|审批通过|批一下|批掉|批了|批过了?|通过|同意)(?:吧|了)?|可以批(?:了|吧)?/g,
      /批(?=[NK]|\s*\d{3,4}(?!\d)|一?下|吧|$)/g,
      /\bapproved?\b|\bok (?=N)/g,
    ],
    shape: approval,
  }),
  act('approval.return', 'subject', waiting, {
    says: [
      /(?:退回|打回)(?:去|来|给他们?|修改|重[报做写新]|了)*|退(?=N)|退[了掉]?(?=$|[\s,，。])/g,
      /\b(?:send|sent) (?:it |N |K )?back\b|\breturn(?:ed)?\b/g,
      /退给(?!客户|顾客|经销商|P)(?:业务|办事处|他们?|\p{Script=Han}{2,3}(?=[\s,，。]|$))?|打下去/gu,
    ],
    shape: sendingBack,
  }),
  act('approval.reject', 'subject', waiting, {
    says: [
      /拒绝|驳回|否决|不予通过|不通过|不批(?!准)/g,
      /\breject(?:ed)?\b|\bdecline(?:d)?\b|\brefuse(?:d)?\b/g,
    ],
  }),
  act('approval.hand_over', 'subject', waiting, {
    says: [
      /转交?(?:给)?|移交(?:给)?|交给/g,
      /\b(?:hand|pass|forward|transfer)(?:ed)? (?:it )?(?:over|on|to)\b|\b(?:transfer|forward)(?= N)/g,
      /(?:让|由|请|叫)(?!我)(?=\p{Script=Han}{2,4}(?:来|去)?(?:定夺?|批|审批?|看|处理|决定|拍板|把关|签)(?:吧|一下|下|好了?)?(?:[\s,，。]|$))/gu,
    ],
    shape: handingOver,
  }),
  act('contract.submit', 'contract', inState('draft', 'returned'), {
    says: [
      /提交(?:审批)?|报批|送审|上报(?=N|K的?合同)|(?:提交|上报)(?=K?的?合同)/g,
      /(?:重新?|再)(?:次|提)?交(?:一次|一遍|一下|上去|了)?(?<=(?:N|合同|协议).*)|交上去(?=.*(?:N|合同|协议))/g,
      /\b(?:submit|hand in)\b/g,
      /(?:报|送|递|交)上去(?:了|吧)?(?<=(?:N|合同|协议).*)|重新?(?:提交|报批|送审)|补交(?<=(?:N|合同|协议).*)/g,
    ],
    shape: submission,
  }),
  act('contract.withdraw', 'contract', inState('draft', 'in_review', 'returned'), {
    says: [
      /(?:撤回|收回|撤销|取消|作废)(?!批|审批|同意|通过)(?=[^,，。]{0,6}(?:N|合同|协议))|(?<=(?:N|合同|协议)[^,，。]{0,3})(?:撤回|收回|撤销|取消|作废)来?/g,
      /\bwithdraw\b/g,
    ],
  }),
  {
    command: 'contract.show',
    own: /(?:的|情况|进度|状态|到哪一?步了?|到哪了|到?谁(?:那里?|手[上里])?了?|怎么样了?|批下来了?|批了?|签了?|吗|没有?|审批|进展|年度|去年|前年|今年|明年|\d{4}年?|什么时候|何时|到期|在?哪里?|看看|看一?下|看|查一?下|查|能不能|可以|\b(?:status|of|progress|the|is|was|has|been|how|where|when|does|did|expires?|end|with|for)\b|\?)/g,
    says: [
      /(?:年度)?(?:合同|协议)(?:情况|进度|状态|到哪一?步了?|到哪了|怎么样了?|审批进度|批了吗|批了没有?|批下来了吗|签了吗|签了没)?|(?:进度|状态|到哪一?步了?)/g,
      /\bcontract(?: status| of)?\b|\bagreement\b|\bstatus of\b/g,
    ],
    shape: contractAskedFor,
    fill: fillSpokenOf,
  },
]

const aboutContract = /N|合同|协议|[KI]的?[那这]份|contract|agreement/
const aboutReport = /周报|报表|库存|report/
const notToBe =
  /(?:别|不要|先不|不用|暂不|不能|不可以|不可|没法|don't|do not|not to) ?(?:再|急着)?(?:批|同意|通过|退|拒|提交|approve|return|reject|submit)/
/** 银河的先放放, and nothing of another. */
const heldBack = new RegExp(`^[^KI]*[KI](?:的|的?(?:那份|合同|协议))${putOff}(?=[\\s。.!！]*$)`)

/** 到谁那了, 为啥被退 */
const whereItIs =
  /(?:到|在|卡在|停在|轮到)(?:了)?(?:谁|哪个?(?:人|领导|步|环节|里|儿)?)|谁(?:在|那(?:里|边|儿)?)(?:批|审|压|卡|拿)|为(?:啥|什么|何)[^,，。]{0,4}(?:退|打回|驳|拒|不批|没批|没过)|(?:退回|驳回|拒绝|被退)的?(?:原因|理由)|(?:怎么|咋)(?:又|还|给)*(?:被)?(?:退|打回|驳|没批|不批)|(?:退|打|驳)回[^,，。\s]{0,8}(?:什么|啥)(?:原因|理由|问题)|\bwhere(?:'s|s| is)\b[^,.]*(?:contract|agreement)\b/

/** A number and nothing else; a question about a contract, or that it is not to be decided yet. */
function contractAskedFor({ outline: { text } }: Sentence): number {
  if (whereItIs.test(text) && /[NKI]/.test(text) && /N|合同|协议|[那这]份|contract|agreement/.test(text))
    return 8
  if (heldBack.test(text)) return 7.5
  if (!aboutContract.test(text))
    return /K/.test(text) && notToBe.test(text) && !aboutReport.test(text) ? 7.5 : 0
  if (notToBe.test(text) || (isQuestion(text) && /批|签|通过|approve|sign/.test(text)))
    return /[NK]/.test(text) ? 7.5 : 0
  const rest = text.replace(/合同|协议|看看?|查|情况|进度|状态|到哪(?:一?步)?了?|status of|status/g, '')
  return /N/.test(text) && loneRestOf(rest) === '' ? 8 : 0
}

/** 它的合同. */
async function fillSpokenOf(reading: Reading): Promise<void> {
  if (all(reading.sentence, 'I').length > 0 && all(reading.sentence, 'N').length === 0)
    await readCustomer(reading, { words: ofContract })
}
