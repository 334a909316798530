import { Decimal } from 'decimal.js'
import type { Words } from '../../lib/words.ts'
import { type Column, formed, needed, notAllowed, oneOf, partsOf, text, yesOrNo } from '../lists/columns.ts'
import type { Row } from '../lists/read-list.ts'
import type { Unit } from './units.ts'
import { unitsSaid } from './units-said.ts'

const code = formed({ zh: '产品编号', en: 'code' }, /^[A-Za-z0-9][A-Za-z0-9._-]{0,29}$/, {
  zh: '请用字母、数字、点或横线，例如 KL500',
  en: 'Use letters, digits, dots and hyphens, such as KL500',
})

const aliases: Column<string[]> = {
  heading: { zh: '别名', en: 'aliases' },
  read: (cell) => [...new Set(partsOf(cell))],
}

const units: Column<Unit[]> = {
  heading: { zh: '单位', en: 'units' },
  read: (cell) => unitsSaid(cell) ?? notAllowed(cell, unitsAllowed),
}

const unitsAllowed: Words = {
  zh: '写每个单位合多少最小单位，最小的写 1，例如 箱=24；瓶=1，或带英文 箱/case=24；瓶/bottle=1',
  en: 'Write how many of the smallest unit each has, which itself has 1, such as 箱/case=24; 瓶/bottle=1',
}

/** Fen. */
const price: Column<bigint> = {
  heading: { zh: '单价', en: 'price' },
  read: (cell) => fenOf(cell.replace(/^[¥￥]\s*|\s*元$/g, '')) ?? notAllowed(cell, priceAllowed),
}

const priceAllowed: Words = {
  zh: '写一个最小单位卖多少元，最多两位小数，例如 2.20',
  en: 'Write the yuan of one smallest unit, with two decimals at most, such as 2.20',
}

const fenOf = (yuan: string): bigint | null =>
  /^\d{1,9}(?:\.\d{1,2}0*)?$/.test(yuan) ? BigInt(new Decimal(yuan).times(100).toFixed()) : null

const kindWords = {
  own: { zh: '自有', en: 'own' },
  outsourced: { zh: '外购', en: 'outsourced' },
  consignment: { zh: '代销', en: 'consignment' },
  service: { zh: '服务', en: 'service' },
}

/** The columns of a list of products. The price is that of one smallest unit. */
export const productColumns = {
  code: needed({ ...code, read: (cell: string) => code.read(cell).toUpperCase() }),
  name: needed(text({ zh: '产品名称', en: 'name' }, 60)),
  name_en: text({ zh: '英文名', en: 'English name' }, 60),
  aliases,
  brand: text({ zh: '品牌', en: 'brand' }, 60),
  category: text({ zh: '类别', en: 'category' }, 60),
  units: needed(units),
  price: needed(price),
  kind: oneOf({ zh: '性质', en: 'kind' }, kindWords),
  in_season: yesOrNo({ zh: '当季', en: 'in season' }),
}

export type ProductRow = Row<typeof productColumns>
