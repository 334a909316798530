import { afterAll, beforeAll, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

/** Who reads English reads English: customers, people, their posts and products by the names they have there. */

const characters = /\p{Script=Han}+/gu

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeAll(async () => {
  demo = await playgroundDemo()
})
afterAll(() => demo.close())

const shown = async (says: string): Promise<string> => {
  const emma = demo.person('emma')
  await emma.says(says)
  return emma.sees()
}

test('several customers to choose from', async () => {
  const list = await shown('visited Siji, talked about the display')
  expect(list).toContain('Siji Beverages KH')
  expect(list.match(characters) ?? []).toEqual([])
})

test('a form with a contact in it', async () => {
  const form = await shown('talked to Liu Yumei at Qingfeng, back sometime next week')
  expect(form).toContain('Liu Yumei')
  expect(form).not.toContain('刘玉梅')
})

test('the posts of contacts', async () => {
  const card = await shown('show Beichen')
  expect(card).toContain('Ma Zhiqiang owner')
  expect(card).not.toContain('老板')
})

test('what is missing of a product', async () => {
  const form = await shown('Yuansheng stock: cola, sprite 4 cases')
  expect(form).toContain('The quantity of Cola')
})

test('what somebody said is not said twice', async () => {
  const card = await shown('visited Qingfeng, Liu Yumei wants a new poster')
  expect(card.split('wants a new poster')).toHaveLength(2)
  expect(card).toContain('About')
  expect(card).not.toContain('Feedback')
})
