import type { Ctx } from '../../crm/context.ts'
import { lettersOf } from '../../lib/normalise-text.ts'
import { hasInOrder } from './customers/longer-names.ts'
import type { CustomerMention, CustomerNamed } from './customers/mention.ts'
import { englishWords } from './english-words.ts'

const MOST_LOOKED_AT = 9

/** 王店长, 小陈, 阿杰: there may be such a one anywhere. */
const commonplace =
  /(?:老板娘?|店长|经理|主任|主管|会计|采购|师傅|[总哥姐叔婆])$|^[小老阿]|^(?:manager|boss|mr|mrs|ms|miss|chef|buyer|accountant)\b/iu

/** Words about a place: 外滩那家烟酒店. */
const placeWords = /[那这]一?[家个]|那边|这边|的|店$/gu

/**
 * 杭州荣昌，见了朱明辉; 外滩那家烟酒店，史老板: of several customers, or of one whose name was only shortened, the one at
 * which somebody of that very name is. Null where that decides nothing: a 王店长 may be at each of several.
 */
export async function havingPerson(
  ctx: Pick<Ctx, 'db'>,
  { matches, how, ...span }: Pick<CustomerMention, 'matches' | 'how' | 'start' | 'end'>,
  text: string,
): Promise<CustomerNamed | null> {
  if (goesOn(text.slice(span.end))) return null
  const said = lettersOf(text.slice(span.start, span.end).replace(placeWords, ''))
  const meant = how === 'near' ? matches.filter(({ name }) => hasInOrder(lettersOf(name), said)) : matches
  if (meant.length === 0 || meant.length > MOST_LOOKED_AT) return null
  const contacts = await ctx.db.contact.findMany({
    where: { customerId: { in: meant.map(({ id }) => id) } },
    select: { customerId: true, name: true, nameEn: true },
  })
  const named = contacts.filter(({ name, nameEn }) => [name, nameEn].some((one) => one && isSaid(one, text)))
  const [customer, another] = meant.filter(({ id }) => named.some(({ customerId }) => customerId === id))
  if (!customer || another) return null
  return matches.length === 1 || named.some(({ name }) => !commonplace.test(name)) ? customer : null
}

/** siji yinpin: what stands behind is a part of the name that nobody has understood. */
const goesOn = (behind: string): boolean => {
  const word = /^ (?<word>[a-z]+)/.exec(behind)?.groups?.word
  return word !== undefined && !englishWords.has(word)
}

const isSaid = (name: string, text: string): boolean =>
  /\p{Script=Han}/u.test(name)
    ? text.includes(name)
    : new RegExp(`\\b${name.toLowerCase().replace(/[^a-z' ]/g, '.')}\\b`).test(text)
