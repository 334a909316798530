import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMoney, moneyDoubts } from '../../../src/chat/understand/money.ts'
import { findQuantities, inBaseUnits, type QuantityMention } from '../../../src/chat/understand/quantities.ts'
import { unitFor } from '../../../src/chat/understand/unit-of.ts'

const cola = [
  { name: '箱', en: 'case', per: 24 },
  { name: '瓶', en: 'bottle', per: 1 },
]

const inWords = ({ parts, rough }: QuantityMention) =>
  parts.map(({ number, unit }) => `${number}${unit ? ` ${unit}` : ''}`).join(' + ') + (rough ? ' ~' : '')
const read = (text: string) => findQuantities(text).map(inWords)
const bottles = (text: string, bare?: string) =>
  inBaseUnits(findQuantities(text)[0]?.parts ?? [], cola, { bare })

describe('quantities', () => {
  test.each([
    ['20箱', ['20 箱']],
    ['２０箱', ['20 箱']],
    ['20 箱', ['20 箱']],
    ['3箱6瓶', ['3 箱 + 6 瓶']],
    ['3箱零6瓶', ['3 箱 + 6 瓶']],
    ['3箱 6瓶', ['3 箱 + 6 瓶']],
    ['12.5箱', ['12.5 箱']],
    ['半箱', ['0.5 箱']],
    ['½箱', ['0.5 箱']],
    ['一箱半', ['1.5 箱']],
    ['三十箱', ['30 箱']],
    ['两千三百箱', ['2300 箱']],
    ['1.2万箱', ['12000 箱']],
    ['1,200瓶', ['1200 瓶']],
    ['一打', ['1 打']],
    ['两打半', ['2.5 打']],
    ['2 cases', ['2 cases']],
    ['3 cases and 6 bottles', ['3 cases + 6 bottles']],
    ['half a case', ['0.5 case']],
    ['a case and a half', ['1.5 case']],
    ['two and a half cases', ['2.5 cases']],
    ['twenty-five cases', ['25 cases']],
    ['a dozen', ['1 dozen']],
    ['两千三', ['2300']],
    ['1.2万', ['12000']],
    ['0', ['0']],
    ['零箱', ['0 箱']],
  ])('%s', (text, parts) => {
    expect(read(text)).toEqual(parts)
  })

  test.each([
    ['可乐20 雪碧15 芬达没了', ['20', '15']],
    ['华联 可乐 期初20 进30 存12箱', ['20', '30', '12 箱']],
    ['①可乐20箱 ②雪碧15箱', ['20 箱', '15 箱']],
    ['可乐三十雪碧十五', ['30', '15']],
    ['可乐20/雪碧15/芬达8', ['20', '15', '8']],
    ['500ml可乐20箱', ['20 箱']],
    ['24瓶装可乐3箱', ['3 箱']],
    ['统一20 百事三十箱', ['20', '30 箱']],
    ['Coke 20 cases, Sprite 15', ['20 cases', '15']],
    ['可乐存20只剩5', ['20', '5']],
    ['剩三', ['3']],
  ])('several in a row: %s', (text, found) => {
    expect(read(text)).toEqual(found)
  })

  test.each([
    '十几箱',
    '二十多箱',
    '三四箱',
    '两三箱',
    '三五箱',
    '3-5箱',
    '3到5箱',
    '几箱',
    '好几箱',
    '几十箱',
    '20多箱',
    '一百来箱',
    '若干箱',
    'a few cases',
  ])('%s names no number', (text) => {
    const [mention, ...more] = findQuantities(text)
    expect(more).toEqual([])
    expect(mention).toMatchObject({ phrase: text, parts: [], rough: true })
    expect(inBaseUnits(mention!.parts, cola)).toEqual({ doubt: 'no-number' })
  })

  test.each([
    ['约20箱', '20 箱 ~'],
    ['20箱左右', '20 箱 ~'],
    ['20箱多', '20 箱 ~'],
    ['不到20箱', '20 箱 ~'],
    ['about 20 cases', '20 cases ~'],
  ])('%s is rough', (text, found) => {
    expect(read(text)).toEqual([found])
  })

  test.each(
    `HT-2026-0031 | 13812345678 | 0512-66668888 | 12月1日 | 25号 | 3点 | 15:30 | 三天 | 3个月 | 两周 | 2026年 | 500ml | 330ml*24 | 1.5L | 3.5折
    12% | ¥3.5 | 12,000元 | 3块5 | rmb 300 | 第3箱 | 每箱24瓶 | 统一 | 百事 | 千岛湖 | 万一 | 一起 | 三得利 | 七喜 | 五粮液 | 一件事 | 三条建议 | 三家店
    打算 | 20个客户 | 2号库 | 三次 | A12 | sku123 | 1573年 | 12/1 | 3:2`
      .split(/\s*[|\n]\s*/)
      .map((text) => [text]),
  )('%s is no quantity', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('in base units', () => {
  test.each([
    ['3箱6瓶', 78],
    ['12.5箱', 300],
    ['半箱', 12],
    ['一箱半', 36],
    ['30瓶', 30],
    ['一打', 12],
    ['2 dozen', 24],
    ['2 cases 3 bottles', 51],
    ['2 ctns', 48],
    ['五支', 5],
  ])('%s of cola are %d bottles', (text, base) => {
    expect(bottles(text)).toEqual({ base })
  })

  test('a bare number needs a unit', () => {
    expect(bottles('20')).toEqual({ doubt: 'unit-missing' })
    expect(bottles('20', '箱')).toEqual({ base: 480 })
    expect(inBaseUnits(findQuantities('20')[0]!.parts, [{ name: '袋', en: 'bag', per: 1 }])).toEqual({
      base: 20,
    })
  })

  test('what the product is not counted in is asked about', () => {
    expect(bottles('20桶')).toEqual({ doubt: 'unknown-unit', unit: '桶' })
    expect(bottles('20件')).toEqual({ doubt: 'unknown-unit', unit: '件' })
    expect(bottles('0.3箱')).toEqual({ doubt: 'not-whole' })
    expect(bottles('半瓶')).toEqual({ doubt: 'not-whole' })
  })

  test('a unit of the product wins over what the word usually means', () => {
    const eggs = [
      { name: '打', en: 'dozen', per: 10 },
      { name: '筐', en: 'crate', per: 300 },
      { name: '个', en: 'egg', per: 1 },
    ]
    expect(inBaseUnits(findQuantities('两筐3打', ['筐'])[0]!.parts, eggs)).toEqual({ base: 630 })
  })

  test('cases and bottles come back as they were counted', () => {
    const count = fc.integer({ min: 1, max: 99_999 })
    const spoken = fc.constantFrom(
      (cases: number, rest: number) => `${cases}箱${rest}瓶`,
      (cases: number, rest: number) => `存 ${cases} 箱 零${rest}瓶`,
      (cases: number, rest: number) => `${cases.toLocaleString('en')}箱${rest}支`,
      (cases: number, rest: number) => `${cases} cases and ${rest} bottles`,
    )
    fc.assert(
      fc.property(count, fc.integer({ min: 1, max: 23 }), spoken, (cases, rest, say) => {
        expect(bottles(say(cases, rest))).toEqual({ base: cases * 24 + rest })
      }),
    )
  })
})

describe('money', () => {
  test.each([
    ['3万', 3_000_000],
    ['3.5w', 3_500_000],
    ['3k', 300_000],
    ['12,000元', 1_200_000],
    ['12000块', 1_200_000],
    ['¥3.5', 350],
    ['￥1,200', 120_000],
    ['3块5', 350],
    ['三块二', 320],
    ['3块5毛', 350],
    ['3块50', 350],
    ['五毛', 50],
    ['三万五', 3_500_000],
    ['1.2万元', 1_200_000],
    ['两百块钱', 20_000],
    ['300 yuan', 30_000],
    ['RMB 300', 30_000],
    ['一亿二', 12_000_000_000],
  ])('%s', (text, fen) => {
    expect(findMoney(`价格${text}`)).toMatchObject([{ phrase: text, fen }])
  })

  test.each([
    ['三四万', 'rough'],
    ['3万多', 'rough'],
    ['几万', 'rough'],
    ['30-50万', 'rough'],
    ['20多块', 'rough'],
    ['$300', 'currency'],
    ['300美元', 'currency'],
    ['3.555元', 'part-of-a-fen'],
  ] as const)('%s is asked about', (text, doubt) => {
    const found = findMoney(text)
    expect(found).toMatchObject([{ phrase: text, doubt }])
    expect(found[0]!.fen).toBeUndefined()
    expect(moneyDoubts[doubt].zh).not.toBe('')
  })

  test.each([
    '3万箱',
    '20',
    '20箱',
    '一块去',
    '3家',
    'HT-2026-0031',
    '13812345678',
    '万一',
    '3元旦',
    '20多箱',
  ])('%s is no money', (text) => {
    expect(findMoney(text)).toEqual([])
  })

  test('an amount in fen comes back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (fen) => {
        expect(findMoney(`¥${(fen / 100).toFixed(2)}`)[0]!.fen).toBe(fen)
        expect(findMoney(`${(fen / 100).toLocaleString('en', { minimumFractionDigits: 2 })}元`)[0]!.fen).toBe(
          fen,
        )
      }),
    )
  })
})

test('no text throws, and every phrase is where it says', () => {
  const words = fc.constantFrom(
    ...'0123456789.,一二两三十百千万半几多箱瓶打块元毛¥$kw -~到 ()a half dozen cases'.split(''),
  )
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(words).map((list) => list.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      for (const find of [findQuantities, findMoney]) {
        let end = 0
        for (const mention of find(typed)) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(typed.slice(mention.start, mention.end)).toBe(mention.phrase)
          end = mention.end
        }
      }
      for (const { parts } of findQuantities(typed)) inBaseUnits(parts, cola)
    }),
    { numRuns: 3000 },
  )
})

describe('a word for a unit', () => {
  const crate = { name: '箱', en: 'case', per: 12 }
  const carton = { name: '盒', en: 'carton', per: 1 }

  test('is what the product calls it before what is usual elsewhere', () => {
    expect(unitFor('cartons', [crate, carton])).toBe(carton)
    expect(unitFor('cartons', [crate])).toBe(crate)
  })
})
