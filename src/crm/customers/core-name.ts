import { lettersOf, normaliseText } from '../../lib/normalise-text.ts'
import { lengthOfPlace, places } from './places.ts'

/** What a company's papers add to the name people know it by. */
const companyForms =
  '股份有限公司|有限责任公司|有限公司|总公司|分公司|公司|集团|企业|实业|工贸|商贸|经贸|贸易|商业'
const englishForms = /[ ,.&]+(?:company|co|ltd|limited|inc|llc|corporation|corp|trading|group)\.?$/u

/** What kind of shop or house it is: people leave it out. */
const kindsOfHouse =
  '连锁超市|生活超市|精品超市|生鲜超市|超市|购物中心|购物广场|百货大楼|百货商店|百货|大卖场|卖场|量贩|商场|商店|商行|商城|' +
  '连锁便利店|便利店|便利|小卖部|杂货店|士多店|士多|烟酒店|烟酒行|烟酒|酒行|酒业|酒水|名酒|副食品|副食店|副食|食品店|食品|' +
  '饮料|饮品|粮油|生鲜|平价|批发部|批发|经营部|经销部|门市部|门市|专卖店|专营店|旗舰店|总店|分店|配送中心|配送|供应链|物流|仓储|连锁|商业'
const englishKinds =
  / (?:supermarket|hypermarket|mart|market|store|shop|convenience|wholesale|foods?|beverages?|drinks)s?$/u

const endingInForm = new RegExp(`(?:${companyForms})$`, 'u')
const endingInKind = new RegExp(`(?:${kindsOfHouse})$`, 'u')
const onlyGeneral = new RegExp(`^(?:${kindsOfHouse}|${companyForms}|中心|广场|人民)+$`, 'u')
const branchAfterKind = /^(.{2,}?(?:超市|便利店|便利|百货|商场|量贩|购物中心|卖场)+)(.{2,}店)$/u

/**
 * What makes two names the same: letters and characters alone, without the place in front and the company's form behind.
 * 上海市华联商贸有限公司, 华联商贸（上海）有限公司 and 華聯 are all 华联.
 */
export function coreNameOf(name: string, city?: string | null): string {
  const own = city ? [lettersOf(city), lettersOf(city).replace(/[市县区]$/u, '')] : []
  const letters = lettersOf(without(englishForms, withoutPlaceInBrackets(normaliseText(name), own)))
  const placeless = letters.slice(lengthOfPlace(letters, own))
  return without(endingInForm, hasBrand(placeless) ? placeless : letters)
}

/** What people say for it: 华联超市(人民路店) is 华联人民路店, 华联超市, 华联 … The core name itself is not among them. */
export function shortNamesOf(core: string): string[] {
  const [, house, branch] = branchAfterKind.exec(core) ?? []
  const brand = without(endingInKind, house ?? core)
  const branches = branch ? [brand + branch, brand + branch.replace(/店$/u, '')] : []
  const names = [...branches, ...(house ? [house] : []), brand]
  return [...new Set(names)].filter((short) => short !== core && meaningful(short))
}

/** `Hualian Supermarket Co., Ltd.` is hualiansupermarketcoltd, hualiansupermarket and hualian. */
export function englishNamesOf(name: string): string[] {
  const core = without(englishForms, normaliseText(name))
  return [name, core, without(englishKinds, core)].map(lettersOf)
}

/** Takes endings off as long as a name remains. */
function without(ending: RegExp, name: string): string {
  const shorter = name.replace(ending, '')
  return shorter !== name && meaningful(lettersOf(shorter)) ? without(ending, shorter) : name
}

/** Says what kind of house it is, or where, and not which. */
export const isGeneral = (letters: string): boolean => onlyGeneral.test(letters) || places.has(letters)

const meaningful = (letters: string) => letters.length >= 2 && !isGeneral(letters)

/** Without its place 大庆源超市 would be a mere 源. */
const hasBrand = (letters: string) =>
  meaningful(letters) && letters.replace(endingInForm, '').replace(endingInKind, '').length >= 2

const withoutPlaceInBrackets = (name: string, own: string[]) =>
  name.replace(/\(([^()]*)\)/gu, (brackets, inside: string) => {
    const letters = lettersOf(inside)
    return letters !== '' && lengthOfPlace(letters, own) === letters.length ? '' : brackets
  })
