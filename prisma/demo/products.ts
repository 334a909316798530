import type { Prisma } from '#prisma'
import { pinyinOf } from '../../src/lib/pinyin.ts'

export type ProductRow = Prisma.ProductCreateManyInput & { id: number; unitPrice: bigint; units: string }

type Pack = [unit: [zh: string, en: string, per: number], ...more: [zh: string, en: string, per: number][]]

const bottles = (per: number): Pack => [
  ['箱', 'case', per],
  ['瓶', 'bottle', 1],
]
const cans: Pack = [
  ['箱', 'case', 24],
  ['提', 'six-pack', 6],
  ['听', 'can', 1],
]
const cartons = (per: number): Pack => [
  ['箱', 'case', per],
  ['盒', 'carton', 1],
]

type ProductLine = [
  code: string,
  name: string,
  nameEn: string,
  aliases: string[],
  category: string,
  pack: Pack,
  price: number,
  more?: { kind?: string; inSeason?: boolean },
]

/** Prices are fen a base unit. */
const lines: ProductLine[] = [
  ['KL500', '可乐', 'Cola', ['瓶装可乐', 'coke'], '汽水', bottles(24), 220],
  ['KL330', '罐装可乐', 'Cola Can', ['听装可乐', '易拉罐可乐'], '汽水', cans, 200],
  ['KL2L', '大瓶可乐', 'Cola 2L', ['两升可乐', '可乐大瓶'], '汽水', bottles(6), 620],
  ['KLWT', '无糖可乐', 'Cola Zero', ['零度可乐', '零度'], '汽水', bottles(24), 230],
  ['XB500', '雪碧', 'Sprite', ['瓶装雪碧', '柠檬汽水'], '汽水', bottles(24), 220],
  ['XB330', '罐装雪碧', 'Sprite Can', ['听装雪碧'], '汽水', cans, 200],
  ['XB2L', '大瓶雪碧', 'Sprite 2L', ['雪碧大瓶'], '汽水', bottles(6), 620],
  ['FD500', '芬达', 'Fanta Orange', ['橙味汽水', '橙味芬达', 'fanta'], '汽水', bottles(24), 220],
  ['FDPG', '苹果芬达', 'Fanta Apple', ['苹果汽水'], '汽水', bottles(24), 220],
  ['CJS', '纯净水', 'Purified Water', ['瓶装水'], '水', bottles(24), 90],
  ['KQS', '矿泉水', 'Mineral Water', ['天然水'], '水', bottles(24), 130],
  ['SDS', '苏打水', 'Soda Water', ['无糖苏打'], '水', bottles(15), 260],
  ['TZS', '桶装水', 'Water Jug', ['大桶水'], '水', [['桶', 'jug', 1]], 1200, { kind: 'consignment' }],
  ['LC', '绿茶', 'Green Tea', ['瓶装绿茶'], '茶', bottles(15), 240],
  ['BHC', '冰红茶', 'Iced Black Tea', ['红茶'], '茶', bottles(15), 240],
  ['WLC', '乌龙茶', 'Oolong Tea', ['乌龙'], '茶', bottles(15), 320],
  ['MLHC', '茉莉花茶', 'Jasmine Tea', ['茉莉', '花茶'], '茶', bottles(15), 260],
  ['LCG', '凉茶', 'Herbal Tea', ['罐装凉茶'], '茶', cans, 260],
  ['CZ', '橙汁', 'Orange Juice', ['果粒橙', '鲜橙汁'], '果汁', bottles(15), 300],
  ['PGZ', '苹果汁', 'Apple Juice', [], '果汁', bottles(15), 300],
  ['PTZ', '葡萄汁', 'Grape Juice', [], '果汁', bottles(15), 310],
  ['YZ', '椰汁', 'Coconut Drink', ['椰子汁'], '果汁', cans, 330, { kind: 'outsourced' }],
  ['SMT', '酸梅汤', 'Plum Drink', ['乌梅汁'], '果汁', bottles(15), 260, { inSeason: false }],
  ['PJ', '啤酒', 'Lager Beer', ['瓶啤', '清爽啤酒', 'beer'], '啤酒', bottles(12), 350],
  ['CSPJ', '纯生啤酒', 'Draft Beer', ['纯生'], '啤酒', cans, 380],
  ['HPJ', '黑啤', 'Stout', ['黑啤酒'], '啤酒', cans, 480],
  ['NLYL', '能量饮料', 'Energy Drink', ['功能饮料'], '功能饮料', cans, 420],
  ['YDYL', '运动饮料', 'Sports Drink', ['电解质水'], '功能饮料', bottles(15), 330],
  ['NC', '奶茶', 'Milk Tea', ['瓶装奶茶'], '咖啡奶茶', bottles(15), 380],
  ['KF', '即饮咖啡', 'Iced Coffee', ['咖啡', '拿铁'], '咖啡奶茶', cartons(12), 450, { kind: 'outsourced' }],
]

export const products: ProductRow[] = lines.map(
  ([code, name, nameEn, aliases, category, pack, price, more = {}], index) => ({
    id: index + 1,
    code,
    name,
    nameEn,
    aliases: JSON.stringify(aliases),
    pinyin: pinyinOf(name),
    brand: more.kind === 'outsourced' ? '椰风' : '清泉',
    category,
    units: JSON.stringify(pack.map(([zh, en, per]) => ({ name: zh, en, per }))),
    unitPrice: BigInt(price),
    kind: more.kind ?? 'own',
    inSeason: more.inSeason ?? true,
  }),
)

export const productNamed = (code: string): ProductRow => products.find((product) => product.code === code)!
