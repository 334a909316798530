import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { productByCode } from '../../../src/crm/products/product-by-code.ts'
import { spotProducts } from '../../../src/crm/products/spot-products.ts'
import { type OpenDatabase, openDatabase } from '../../../src/db/open-node.ts'
import { normaliseText } from '../../../src/lib/normalise-text.ts'

let open: OpenDatabase

const product = (code: string, name: string, nameEn: string, aliases: string[], pinyin: string) => ({
  code,
  name,
  nameEn,
  aliases: JSON.stringify(aliases),
  pinyin,
  brand: 'Q',
  category: '碳酸',
  units: JSON.stringify([
    { name: '箱', en: 'case', per: 24 },
    { name: '瓶', en: 'bottle', per: 1 },
  ]),
  unitPrice: 300n,
})

beforeAll(async () => {
  open = await openDatabase(':memory:')
  await open.db.product.createMany({
    data: [
      product('P001', '可乐', 'Cola', ['可口'], 'kele'),
      product('P002', '雪碧', 'Sprite', [], 'xuebi'),
      product('P003', '芬达', 'Fanta', ['橙味'], 'fenda'),
      product('P004', '芬达葡萄', 'Fanta Grape', ['葡萄味'], 'fendaputao'),
      product('P005', '大可乐', 'Big Cola', ['家庭装'], 'dakele'),
      product('P006', '大雪碧', 'Big Sprite', ['家庭装'], 'daxuebi'),
    ],
  })
})
afterAll(() => open.close())

const spotted = async (said: string) => {
  const text = normaliseText(said)
  const found = await spotProducts(open.db, text)
  return found.map(({ code, from, to }) => `${code} ${text.slice(from, to)}`)
}

describe('products in a sentence', () => {
  test('are found in its order, with where they stand', async () => {
    expect(await spotted('华联 可乐20 雪碧15 芬达没了')).toEqual(['P001 可乐', 'P002 雪碧', 'P003 芬达'])
  })

  test.each([
    ['ＣＯＬＡ 20', ['P001 cola']],
    ['可樂20箱', ['P001 可乐']],
    ['kele 20', ['P001 kele']],
    ['kl20 xb15', ['P001 kl', 'P002 xb']],
    ['p002 进30', ['P002 p002']],
    ['橙味3箱', ['P003 橙味']],
  ])('%s', async (said, found) => {
    expect(await spotted(said)).toEqual(found)
  })

  test('a longer name wins over the one within it', async () => {
    expect(await spotted('芬达葡萄3箱')).toEqual(['P004 芬达葡萄'])
    expect(await spotted('big cola 3')).toEqual(['P005 big cola'])
  })

  test('a name that two products share is both of them', async () => {
    expect(await spotted('家庭装3箱')).toEqual(['P005 家庭装', 'P006 家庭装'])
  })

  test('a Latin word counts only whole', async () => {
    expect(await spotted('xkl klx chocolate p0021')).toEqual([])
  })

  test('a new alias counts at once', async () => {
    await open.db.product.update({ where: { code: 'P002' }, data: { aliases: '["小雪"]' } })
    expect(await spotted('小雪3箱')).toEqual(['P002 小雪'])
  })

  test('an unknown code is refused with what to do', async () => {
    await expect(productByCode(open.db, 'P999')).rejects.toThrow('There is no product P999')
  })
})
