import { any, loneRestOf } from '../lexicon.ts'
import { isQuestion } from '../mood.ts'
import type { Sentence } from '../spot.ts'

/** How an office decides what lies before it, whatever comes first: 德顺那份我看过了，没问题，过. Patterns over an outline. */

const paper = any(
  '合同',
  '协议',
  '[那这]份',
  '[NW]',
  '(?<![\\d.])\\d{3,4}(?![\\d.年%箱瓶])',
  '审批',
  '\\b(?:contract|agreement)\\b',
)
const report = any('周报', '月报', '报表', '进销存', '\\breports?\\b')

const speaksOfPaper = new RegExp(`${paper}|${report}|[KI]的`, 'u')
const names = new RegExp(`[KI]|${paper}|${report}`, 'u')
const ofReport = new RegExp(report, 'u')

const ends = '(?:了|吧|啦|哈|掉|哦|就行|即可)*[\\s。.!！~👌👍]*$'
const begins = '(?:^|[\\s,，。;；:：、]|(?<=[NKI的份]|合同|协议|周报|报表|\\d))'
/** Said of nothing but what one decides. */
const surely = any(
  '(?:可以|准予?|同意)?批准?(?!发)',
  '(?:可以|让它?|给)?过(?=$|[\\s了吧啦。.!！])',
  '(?:给|可以)?(?:放行|通过)',
  '准了',
  '\\bpass(?:ed)?',
  '\\bapproved?',
)
/** May be said of anything else as well. */
const perhaps = any(
  '(?:我)?(?:这边)?(?:可以|同意|没(?:有)?(?:什么|啥)?(?:问题|意见|毛病))',
  '(?<=(?:可以|行|没问题|没意见|看过了?|ok)[\\s,，]*)签',
  '行',
  '\\bok(?:ay)?\\b',
  '\\bfine\\b',
)
const accepted = any('(?:可以|都|全)?收下?', '接收', '验收', '\\baccept(?:ed)?')

const says = (words: string) => new RegExp(`${begins}(?:我|都|那|就)?${words}${ends}`, 'u')
const approvesSurely = says(surely)
const approvesPerhaps = says(perhaps)
const accepts = says(accepted)

const notThatWords = '(?:别|不要|不用|不必|先不)(?:再)?(?:退回|打回|退|驳回|拒绝|转交?)(?:去|了)?'

/** What was looked at and found right, before it is decided. */
export const foundRight =
  '(?:格式|条款|数量|数据|数字|附件|盖章|签字|返利|内容|合同|量|都|我|也|已经?)*(?:没(?:有)?(?:什么|啥)?(?:问题|意见|毛病)|(?:核对|审核|看|查|审|核实|复核)(?:过|完|好)?了?|齐了?|齐全|对得?上了?|正确|合规|无误|可以|\\bok)'
const right = new RegExp(foundRight, 'gu')
/** All that an approval at the end says beside what is approved. */
export const settled = new RegExp(
  `${foundRight}|${begins}(?:我|都|那|就)?(?:${surely}|${perhaps})${ends}|${notThatWords}`,
  'gu',
)

/** Waits for something, or was said by others: no decision. */
const hesitates =
  /不|别|没(?!(?:有)?(?:什么|啥)?(?:问题|意见|毛病))|未|等|如果|要是|只要|再|才|但|可是|就是|[说让叫听催]|问(?!题)|[P]|退|驳|拒|改成|补(?!好|齐|全|完)|\b(?:not|if|but|once|when|until|said|says|n't)\b|n't/u

/** 不要退回 批了吧: what is not to be is as good as not said. */
const notThat = new RegExp(notThatWords, 'gu')

/** How much speaks for an approval at the end of the sentence: of a contract, or of anything that lies before one. */
export function approval({ outline: { text } }: Sentence): number {
  const said = text.replace(notThat, ' ')
  if (ofReport.test(said) || isQuestion(said) || !names.test(said)) return 0
  const sure = approvesSurely.exec(said)
  const found = sure ?? approvesPerhaps.exec(said)
  if (!found) return 0
  const before = said.slice(0, found.index)
  if (hesitates.test(before) || /G/.test(before)) return 0
  if (sure) return isPlain(before) ? 8 : speaksOfPaper.test(before) || /批/.test(sure[0]) ? 6.5 : 0
  const isOfPaper = speaksOfPaper.test(`${before}${found[0]}`) || before.search(right) >= 0
  return isOfPaper && isPlain(before) ? 8.2 : 0
}

/** Where as much is said of a contract, what waits decides. */
const perhapsOfReport = 5.5

/** How much speaks for a report being accepted at the end of the sentence. */
export function acceptance(sentence: Sentence): number {
  const { text } = sentence.outline
  if (/合同|协议|N|contract/.test(text) || isQuestion(text) || !/[KI]/.test(text) || /G/.test(text)) return 0
  const found = accepts.exec(text) ?? approvesSurely.exec(text) ?? approvesPerhaps.exec(text)
  if (!found || hesitates.test(text.slice(0, found.index))) return 0
  if (accepts.test(text)) return 8
  // Of whoever may not: to be told so.
  if (ofReport.test(text)) return approvesSurely.test(text) ? 9 : 7.6
  return approval(sentence) > 0 ? perhapsOfReport : 0
}

/** Nothing is told but what is decided, and that it was found right. */
const isPlain = (before: string): boolean =>
  loneRestOf(before.replace(right, ' ').replace(new RegExp(`${paper}|${report}|两?家|weekly`, 'gu'), ' ')) ===
  ''

const sendsBack = /(?:退|打)回(?!的|来的)|退(?:给|还给?)(?!客户|顾客|经销商|P)|退(?=[\s,，。]|[NK]|$)|打下去/u
const ofGoods = /退货|退款|退换|退酒|退[回了掉]*[\d一二两三四五六七八九十]|G/u

/** How much speaks for something being sent back: 先打回去, 退给业务 缺盖章页. */
export function sendingBack({ outline: { text } }: Sentence): number {
  const found = sendsBack.exec(text)
  if (!found || !names.test(text) || isQuestion(text) || ofGoods.test(text)) return 0
  const before = text.slice(0, found.index)
  if (notBefore.test(before) || /[P说讲听]|问(?!题)|批(?!发)|通过|同意|被$/.test(before)) return 0
  return 7.6
}

/** Of a report, where no contract is spoken of. */
export const sendingReportBack = (sentence: Sentence): number =>
  ofContract.test(sentence.outline.text) ? 0 : sendingBack(sentence)
const ofContract = /合同|协议|N|(?<![\d.])\d{3,4}(?![\d.年%箱瓶])|contract|agreement/u

const notBefore = /(?:别|不要|不用|不必|先不|没|未|不能|不该|不|已经|上次)(?:再|急着)?$/u

const handsOn =
  /(?:让|由|请|叫|交给|转给|给|交由|拿给)(?!他们|业务|客户|我)\p{Script=Han}{2,4}(?:来|去)?(?:定夺?|批|审批?|看|处理|决定|拍板|把关|签)(?:吧|一下|下|好了)?(?=[\s,，。]|$)/u

/** How much speaks for somebody else being to decide: 0135我不熟，让陈志远定. */
export function handingOver({ outline: { text } }: Sentence): number {
  if (!handsOn.test(text) || isQuestion(text) || !speaksOfPaper.test(text)) return 0
  return /(?:别|不要|不用|先不)[^,，。]{0,3}$/.test(text.slice(0, text.search(handsOn))) ? 0 : 7.6
}

const handsIn =
  /(?:D|今天|现在|马上|这就)?(?:(?:重新?|再|补)?(?:提交|交|报|递)(?:审批|上去|一下)?)(?:了|吧)?[\s。.!！]*$/u

/** How much speaks for a contract being handed in: 曹杨合同昨天签的字 今天交. */
export function submission({ outline: { text } }: Sentence): number {
  const found = handsIn.exec(text)
  if (!found || !/合同|协议|N/.test(text) || isQuestion(text)) return 0
  const before = text.slice(0, found.index)
  return notBefore.test(before) || /[P说让等]|没|未|不|周报|才|再$|[^\s,，。NK同议份稿案D]$/u.test(before)
    ? 0
    : 7.6
}
