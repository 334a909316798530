import type * as z from 'zod'
import type { Field } from '../../crm/fields.ts'
import { fieldsOf } from './command-fields.ts'
import type { Outline, Span } from './outline.ts'
import { wordsAt } from './outline.ts'
import { tidied } from './tidy.ts'

/** What people write before a value, beside the label of its field. */
const synonyms: Record<string, string[]> = {
  phone: ['联系电话', '电话号码', '座机', '店里电话', '号码', 'tel', 'telephone', 'phone number'],
  mobile: ['手机号码?', '电话', '联系方式', '号码', 'mobile', 'cell', 'phone'],
  address: ['门店地址', '店址', '新址', '搬(?:到|至)了?', '现在在', '位置', '地点', 'addr'],
  city: ['所在城市'],
  contact: ['店长', '负责人(?=[:：是])', '联系人是', 'contact person'],
  name: ['改名(?:叫|为|成)?', '名称', '店名', '名字', '名叫', '叫做?', '姓名', 'called', 'named'],
  remarks: ['备注', '说明', 'remark', 'note'],
  email: ['电子邮箱', '邮件', 'email', 'mail'],
  taxId: ['税务登记号', '纳税人识别号', 'tax number'],
  title: ['职位', '岗位', 'position'],
  birthday: ['生日'],
  upstream: ['上家', '供货商', '供应商', 'supplier'],
  tier: ['级别', '类型', '客户类型', 'type', 'level'],
  grade: ['级别', '评级'],
  status: [],
  paymentTerms: ['付款方式', '结算方式', '付款(?=[:：])', 'payment', 'payment terms'],
  priceTerms: ['价格政策', '价格(?=[:：])'],
  territory: ['销售区域'],
}

const joint =
  '(?: of K| for K)?(?:号码)?(?:变了|换了)?[,，]?(?:已经|现在|都)?(?:改成|改为|改到|改|换成|换为|换了?|变成|变更为|变了|更新为|更正为|应该是|新号码?(?:是)?|是|为|叫|填|写|\\bto\\b|\\bis\\b|\\bnow\\b|\\bshould be\\b|\\b(?:has )?changed(?= to)|=|\\s)*[:：=\\s]*'

export interface Labelled extends Span {
  field: string
  value: Span
}

/** Values that stand behind a label of a field: 电话 021-55512345, 地址改成人民路1号. */
export function labelledIn(
  outline: Outline,
  input: z.ZodObject,
  skip: ReadonlySet<string> = new Set(),
): Labelled[] {
  const labels = fieldsOf(input)
    .filter(([name, { kind }]) => (!skip.has(name) && kind !== 'customer') || name === 'upstream')
    .flatMap(([name, field]) => labelsOf(name, field).map((label) => ({ name, label })))
    .sort((a, b) => b.label.length - a.label.length)
  const found: Labelled[] = []
  for (const { name, label } of labels) {
    for (const { 0: said, index } of outline.text.matchAll(patternOf(label))) {
      const end = index + said.length
      const taken = found.some((one) => one.field === name || (index < one.value.start && one.start < end))
      if (!taken)
        found.push({ field: name, start: index, end, value: { start: end, end: outline.text.length } })
    }
  }
  found.sort((a, b) => a.start - b.start)
  for (const [i, one] of found.entries()) {
    const rest = outline.text.slice(one.end, found[i + 1]?.start)
    const stop = rest.search(/[,，;；。\n]|\s(?=联系人|老板|店长|经理|终端|经销|分销|二批|签约|特约|直供)/u)
    one.value.end = one.end + (stop < 0 ? rest.length : stop)
  }
  return found.filter(({ value }) => value.end > value.start)
}

/** There are as many as labels; making one takes longer than using it. */
const patterns = new Map<string, RegExp>()

function patternOf(label: string): RegExp {
  const pattern = patterns.get(label) ?? new RegExp(`(?<![a-z])(?:的|新)?(?:${label})(?![a-z])${joint}`, 'gu')
  patterns.set(label, pattern)
  return pattern
}

const labelsOf = (name: string, { label }: Field): string[] => [
  label.zh,
  label.en.toLowerCase(),
  ...(synonyms[name] ?? []),
]

export const valueWords = (outline: Outline, { value }: Labelled): string =>
  tidied(wordsAt(outline, value)).replace(/(?:了|吧|哈)$/u, '')
