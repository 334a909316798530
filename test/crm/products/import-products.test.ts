import { afterEach, beforeEach, expect, test } from 'vitest'
import { brokenAt } from '../../../src/crm/audit-log.ts'
import { lists } from '../../../src/crm/lists.ts'
import { type OpenDatabase, openDatabase } from '../../../src/db/open-node.ts'
import { Temporal } from '../../../src/lib/time.ts'

let open: OpenDatabase
beforeEach(async () => {
  open = await openDatabase(':memory:')
})
afterEach(() => open.close())

const now = Temporal.Instant.from('2026-11-24T02:00:00Z')

async function bring(...lines: string[]) {
  const { errors, save } = lists.products!.read(lines.join('\n'))
  return errors.length > 0 ? { errors } : open.db.$transaction((tx) => save(tx, now))
}

const headings = '产品编号,产品名称,英文名,别名,单位,单价'
const cola = 'kl500,可乐,Cola,瓶装可乐；coke,箱=24；瓶=1,2.20'
const sprite = 'XB330,罐装雪碧,,,箱/case=24; 提/six-pack=6; 听/can=1,￥2'

test('products arrive with their units and prices; the same list again changes nothing', async () => {
  expect(await bring(headings, cola, sprite)).toMatchObject({ added: 2 })
  expect(await open.db.product.findMany()).toMatchObject([
    {
      code: 'KL500',
      nameEn: 'Cola',
      aliases: '["瓶装可乐","coke"]',
      pinyin: 'kele',
      units: '[{"name":"箱","en":"case","per":24},{"name":"瓶","en":"bottle","per":1}]',
      unitPrice: 220n,
      kind: 'own',
      inSeason: true,
    },
    { code: 'XB330', nameEn: '罐装雪碧', unitPrice: 200n, units: expect.stringContaining('six-pack') },
  ])
  expect(await bring(headings, cola, sprite)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  expect(await bring('code,name,units,price,in_season', 'KL500,可乐,箱=24;瓶=1,2.3,否')).toMatchObject({
    changed: 1,
  })
  expect(await open.db.product.findUnique({ where: { code: 'KL500' } })).toMatchObject({
    nameEn: 'Cola',
    aliases: '["瓶装可乐","coke"]',
    unitPrice: 230n,
    inSeason: false,
  })
  expect(await open.db.audit.count()).toBe(2)
  expect(await brokenAt(open.db)).toBe(null)
})

test.each([
  ['箱=24', '2'],
  ['箱=24；瓶=1；听=1', '2'],
  ['箱=24；箱=1', '2'],
  ['箱24瓶', '2'],
  ['箱=24；瓶=1', '2.205'],
  ['箱=24；瓶=1', 'two'],
])('units %s at %s are refused with an example', async (units, price) => {
  const { errors } = await bring(headings, cola, `X1,新品,,,${units},${price}`)
  expect(errors).toMatchObject([{ line: 3, words: { en: expect.stringMatching(/such as (箱|2\.20)/) } }])
  expect(await open.db.product.count()).toBe(0)
})

test('the smallest unit of what was counted cannot become another', async () => {
  await bring(headings, cola)
  const unit = await open.db.orgUnit.create({ data: { code: 'A', kind: 'office', name: 'A', nameEn: 'A' } })
  await open.db.stockReport.create({
    data: {
      period: '2026-W47',
      state: 'accepted',
      lines: { create: { closing: 24, opening: 0, product: { connect: { code: 'KL500' } } } },
      customer: {
        create: {
          code: 'KH1',
          mnemonic: 'A',
          name: '甲',
          coreName: '甲',
          pinyin: 'jia',
          tier: 'outlet',
          registeredOn: '2026-01-01',
          officeId: unit.id,
        },
      },
    },
  })
  const { errors } = await bring(headings, cola.replace('瓶=1', '听=1'))
  expect(errors.map(({ words }) => words.zh)).toEqual([expect.stringContaining('最小单位不能改成“听”')])
  expect(await bring(headings, cola.replace('箱=24', '箱=12'))).toMatchObject({ changed: 1 })
})
