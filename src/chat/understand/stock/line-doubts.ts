import { type Counted, unitsOf } from '../../../crm/products/units.ts'
import type { Words } from '../../../lib/words.ts'

/** A product as each reader knows it. */
export type ProductNames = Pick<Counted, 'name' | 'nameEn'>

/** Why a line of a stock report is asked about. */
export const lineDoubts = {
  unread: (said: string): Words => ({
    zh: `“${said}”没有看懂，请核对后补上。`,
    en: `“${said}” is not clear. Please check and complete the lines.`,
  }),
  ofWhat: (said: string): Words => ({
    zh: `“${said}”是哪个产品的？`,
    en: `Which product is “${said}” of?`,
  }),
  noSuchProduct: (said: string, nearly: string[]): Words => ({
    zh: `没有产品“${said}”，${nearly.length > 0 ? `是不是${nearly.join('或')}？` : ''}请写产品的名称或编号。`,
    en: `There is no product “${said}”. ${nearly.length > 0 ? `Is it ${nearly.join(' or ')}? ` : ''}Please give its name or code.`,
  }),
  howMany: ({ name, nameEn }: ProductNames, said: string): Words => ({
    zh: `${name}“${said}”具体是多少？`,
    en: `${nameEn}: “${said}”, how many exactly?`,
  }),
  roughly: ({ name, nameEn }: ProductNames, said: string): Words => ({
    zh: `${name}“${said}”是大概数，请核对后提交。`,
    en: `${nameEn}: “${said}” is only roughly. Please check the figure.`,
  }),
  bare: ({ name, nameEn }: Counted): Words => ({
    zh: `${name}的数量是什么单位？请写上单位。`,
    en: `In which unit is the quantity of ${nameEn}? Please write the unit.`,
  }),
  unit: (product: Counted, no: { no: 'bare' } | { no: 'unit'; unit: string }): Words =>
    no.no === 'bare' ? lineDoubts.bare(product) : lineDoubts.noSuchUnit(product, no.unit),
  whichProduct: (products: ProductNames[]): Words => ({
    zh: `是${products.map(({ name }) => name).join('还是')}？请写产品全名。`,
    en: `Is it ${products.map(({ nameEn }) => nameEn).join(' or ')}? Please give the full name.`,
  }),
  whichFigure: ({ name, nameEn }: ProductNames): Words => ({
    zh: `${name}的几个数各是什么？请写成“期初20 进30 存12”。`,
    en: `What are the figures of ${nameEn}? Please write “opening 20 received 30 stock 12”.`,
  }),
  howMuch: ({ name, nameEn }: ProductNames): Words => ({
    zh: `${name}的数量没有写，请补上。`,
    en: `The quantity of ${nameEn} is missing. Please add it.`,
  }),
  sold: ({ name, nameEn }: ProductNames): Words => ({
    zh: `${name}写的是卖出数，周报要期末库存，请写“存多少”。`,
    en: `${nameEn}: that is what was sold, but the report needs the closing stock. Please give what is left.`,
  }),
  twice: ({ name, nameEn }: ProductNames): Words => ({
    zh: `${name}的同一个数写了两次，请只留一个。`,
    en: `${nameEn}: the same figure is given twice. Please keep one.`,
  }),
  noSuchUnit: (product: Counted, unit: string): Words => ({
    zh: `${product.name}没有单位“${unit}”，请用${unitsOf(product)
      .map(({ name }) => name)
      .join('或')}。`,
    en: `${product.nameEn} is not counted in “${unit}”. Please use ${unitsOf(product)
      .map(({ en }) => en)
      .join(' or ')}.`,
  }),
}
