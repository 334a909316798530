import { type Counted, unitsOf } from '../../../crm/products/units.ts'
import type { Words } from '../../../lib/words.ts'

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
  howMany: (name: string, said: string): Words => ({
    zh: `${name}“${said}”具体是多少？`,
    en: `${name}: “${said}”, how many exactly?`,
  }),
  roughly: (name: string, said: string): Words => ({
    zh: `${name}“${said}”是大概数，请核对后提交。`,
    en: `${name}: “${said}” is only roughly. Please check the figure.`,
  }),
  bare: ({ name, nameEn }: Counted): Words => ({
    zh: `${name}的数量是什么单位？请写上单位。`,
    en: `In which unit is the quantity of ${nameEn}? Please write the unit.`,
  }),
  unit: (product: Counted, no: { no: 'bare' } | { no: 'unit'; unit: string }): Words =>
    no.no === 'bare' ? lineDoubts.bare(product) : lineDoubts.noSuchUnit(product, no.unit),
  whichProduct: (names: string[]): Words => ({
    zh: `是${names.join('还是')}？请写产品全名。`,
    en: `Is it ${names.join(' or ')}? Please give the full name.`,
  }),
  whichFigure: (name: string): Words => ({
    zh: `${name}的几个数各是什么？请写成“期初20 进30 存12”。`,
    en: `What are the figures of ${name}? Please write “opening 20 received 30 stock 12”.`,
  }),
  howMuch: (name: string): Words => ({
    zh: `${name}的数量没有写，请补上。`,
    en: `The quantity of ${name} is missing. Please add it.`,
  }),
  sold: (name: string): Words => ({
    zh: `${name}写的是卖出数，周报要期末库存，请写“存多少”。`,
    en: `${name}: that is what was sold, but the report needs the closing stock. Please give what is left.`,
  }),
  twice: (name: string): Words => ({
    zh: `${name}的同一个数写了两次，请只留一个。`,
    en: `${name}: the same figure is given twice. Please keep one.`,
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
