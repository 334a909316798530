import { filler } from './lexicon.ts'
import { surnames } from './surnames.ts'

/** 店长, 采购: what somebody is. */
export const title =
  '(?:副?总经理|采购经理|销售经理|店经理|副?店长|经理|采购员?|会计|财务|出纳|仓管员?|库管员?|(?:收银|仓库|前台|后厨|行政)(?:主管|主任|经理)|店助|厨师长|行政总厨|收银员?|收货员|理货员|店员|导购员?|促销员|业务员|老板娘?|主管|主任|总监|董事长|负责人|部长|科长)'
const givenName = `(?:(?:欧阳|上官|司马|诸葛|司徒|皇甫|[${surnames}])[\\u4e00-\\u9fff]{1,2})`
const calledBy = `[小老阿][\\u4e00-\\u9fff]|[${surnames}](?:总|工|哥|姐|先生|女士|小姐|师傅|老师|阿姨|叔|太太)`

const patterns = {
  title: new RegExp(`^${title}$`, 'u'),
  called: new RegExp(`^(?:[${surnames}]${title}|${calledBy})$`, 'u'),
  name: new RegExp(`^${givenName}$`, 'u'),
  titleFirst: new RegExp(`^(?<title>${title})(?:叫|是|[:：])*(?<name>${givenName}|${calledBy})$`, 'u'),
  /** 老板姓屠, or merely 姓屠. */
  family: new RegExp(`^(?<title>${title})?(?:是)?(?:免贵)?姓(?<family>[${surnames}])(?:的)?$`, 'u'),
  titleLast: new RegExp(`^(?<name>${givenName})(?<title>${title})$`, 'u'),
}

/** Is not kept. */
const sex = /^[男女](?:的|性|士)?$/u

export interface Personal {
  names: string[]
  title?: string
  /** What is neither. */
  rest: string[]
}

/** Names and titles in a part of an outline, in any order: 张三 采购经理, 店长张伟, 李采购. */
export function personalIn(outline: string): Personal {
  const found: Personal & { family?: string } = { names: [], rest: [] }
  const words = outline
    .replace(new RegExp(`${filler}|[A-Z]|微信同号|同号|[\\d-]{5,}`, 'gu'), ' ')
    .split(/[\s,，。;；:：、()（）]+/)
  for (const word of words.map((one) =>
    one.replace(
      /^(?:给|的|叫|换了?|现在|已经|来了?(?=一?[个位]|新)|一?[个位](?=新)|新来的?|新|把|在|有|是)+|(?:换了?人|的|了|吧)+$/gu,
      '',
    ),
  ))
    if (word !== '' && !sex.test(word)) addTo(found, word)
  const { family, ...personal } = found
  if (family && found.names.length === 0) personal.names.push(family + (found.title ?? ''))
  return personal
}

function addTo(found: Personal & { family?: string }, word: string): void {
  const named = patterns.family.exec(word)?.groups
  const both = (patterns.titleFirst.exec(word) ?? patterns.titleLast.exec(word))?.groups
  if (named) {
    found.family = named.family
    found.title ??= named.title
  } else if (patterns.title.test(word) && (!found.title || found.title === word)) found.title = word
  else if (patterns.called.test(word)) {
    found.names.push(word)
    found.title ??= new RegExp(title, 'u').exec(word)?.[0]
  } else if (both) {
    found.names.push(both.name!)
    found.title ??= both.title
  } else if (patterns.name.test(word)) found.names.push(word)
  else found.rest.push(word)
}
