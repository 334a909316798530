/** A unit as a product has it: `per` base units each; the base unit has 1. */
export interface CountedUnit {
  name: string
  en: string
  per: number
}

/** The words of one unit each. 打 is always twelve of the base unit unless the product says otherwise. */
const families = [
  ['箱', 'case', 'cases', 'cs', 'ctn', 'ctns', 'carton', 'cartons'],
  ['件'],
  ['瓶', '支', 'bottle', 'bottles', 'btl', 'btls'],
  ['听', '罐', 'can', 'cans'],
  ['盒', 'box', 'boxes'],
  ['包', '袋', 'bag', 'bags', 'packet', 'packets'],
  ['提', 'pack', 'packs', 'six-pack', 'six-packs'],
  ['桶', 'barrel', 'barrels', 'jug', 'jugs'],
  ['板', 'tray', 'trays'],
  ['托', 'pallet', 'pallets'],
  ['打', 'dozen', 'dozens', 'dz'],
  ['杯', 'cup', 'cups'],
  [
    '条',
    '排',
    '扎',
    '捆',
    '车',
    '吨',
    '公斤',
    '千克',
    '斤',
    'kg',
    '个',
    '只',
    'pcs',
    'pc',
    'piece',
    'pieces',
    'units',
  ],
]

/** 条, 车, 个 and what follows them in that list are no synonyms of each other. */
const synonyms = new Map(
  families.slice(0, -1).flatMap((family) => family.map((word) => [word, family[0]!] as const)),
)

/** What makes the unit part of another word: 只剩, 个月, 打算, 包邮, 24瓶装. */
const otherWord: Record<string, string> = {
  个: '月|星期|礼拜|小时|工作日|客户|店|门店|点|人|问题|品|百分',
  只: '是|有|能|要|剩|卖|进|做|会|够|存',
  打: '算|电话|开|印|款|听|折|烊',
  包: '邮|间|括|装|含',
  提: '前|醒|到|供|高|出|交|升',
  支: '持|付|部',
  听: '说|取|到|着',
  条: '街|路|建议|意见|消息|线|件',
  件: '事',
  排: '面|名|队',
  车: '间|站|销',
  桶: '装',
}

/** 24瓶装, 24瓶/箱 say how large something is; 20箱/15瓶 are two quantities. */
export const sizeBehind = '装|\\/(?=[箱件瓶听罐盒包袋提桶板托打杯个只])|每'

const guarded = (word: string) => {
  if (/^[a-z]/.test(word)) return `${word}(?![a-z])`
  const others = otherWord[word]
  return `${word}(?!${sizeBehind}${others ? `|${others}` : ''})`
}

/** A pattern for the unit words, the longest first; `more` are the names that products have besides. */
export function unitPattern(more: readonly string[] = []): string {
  const words = [...new Set([...families.flat(), ...more])].sort((a, b) => b.length - a.length)
  return `(?:${words.map(guarded).join('|')})`
}

/** Whether a written word is what the product itself calls that unit. */
export function isNameOf(word: string, { name, en }: Pick<CountedUnit, 'name' | 'en'>): boolean {
  const singular = en.toLowerCase()
  return [name, singular, `${singular}s`, `${singular}es`].includes(word)
}

/** Whether a written word names that unit of the product: 箱, case, cases and ctn are one. */
export function namesUnit(word: string, { name, en }: Pick<CountedUnit, 'name' | 'en'>): boolean {
  if (isNameOf(word, { name, en })) return true
  const singular = en.toLowerCase()
  const family = synonyms.get(word)
  return family !== undefined && (family === synonyms.get(name) || family === synonyms.get(singular))
}

export function isDozen(word: string): boolean {
  return synonyms.get(word) === '打'
}
