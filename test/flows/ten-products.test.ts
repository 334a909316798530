import { expect, test } from 'vitest'
import { dingtalkDemo } from '../support/dingtalk-company.ts'
import { playgroundDemo } from '../support/playground-company.ts'
import { slackDemo } from '../support/slack-company.ts'

type Db = Awaited<ReturnType<typeof playgroundDemo>>['db']

/** A customer of ten products or more, its rep, and a count as it would be expected, written as the rep would. */
async function countOf(db: Db) {
  const report = await db.stockReport.findFirstOrThrow({
    where: { period: '2026-W46', state: 'accepted', lines: { some: {} }, customer: { code: 'KH000002' } },
    include: { customer: true, lines: { include: { product: true } } },
  })
  const others = await db.product.findMany({
    where: { code: { notIn: report.lines.map(({ product }) => product.code) }, units: { contains: '箱' } },
    take: Math.max(0, 10 - report.lines.length),
    orderBy: { id: 'asc' },
  })
  const known = report.lines.slice(0, 10).map(({ product, closing }) => {
    const { per } = (JSON.parse(product.units) as { name: string; per: number }[]).find(
      ({ name }) => name === '箱',
    )!
    return `${product.name} ${Math.floor((closing * 0.55) / per)}箱`
  })
  const fresh = others.map(({ name }) => `${name} 期初20箱 存12箱`)
  return {
    text: [`${report.customer.name}盘点`, ...known, ...fresh].join('\n'),
    customer: report.customer.code,
  }
}

const stored = async (db: Db, code: string) => {
  const report = await db.stockReport.findFirst({
    where: { customer: { code }, period: '2026-W47' },
    include: { lines: true },
  })
  return { state: report?.state, lines: report?.lines.length }
}

test('ten products with one message and one tap: in the playground', async () => {
  const demo = await playgroundDemo()
  const { text, customer } = await countOf(demo.db)
  const li = demo.person('li')
  await li.says(text)
  await li.presses('保存')
  expect(await stored(demo.db, customer)).toEqual({ state: 'submitted', lines: 10 })
  await demo.close()
})

test('… in Slack', async () => {
  const demo = await slackDemo('socket')
  const { text, customer } = await countOf(demo.db)
  const li = demo.person('li')
  await li.says(text)
  await li.presses('保存')
  expect(await stored(demo.db, customer)).toEqual({ state: 'submitted', lines: 10 })
  await demo.close()
})

test('… in DingTalk', async () => {
  const demo = await dingtalkDemo({ via: 'stream' })
  const { text, customer } = await countOf(demo.db)
  const li = demo.person('li')
  await li.says(text)
  await li.presses('保存')
  expect(await stored(demo.db, customer)).toEqual({ state: 'submitted', lines: 10 })
  await demo.close()
})
