import { afterEach, beforeEach, expect, test } from 'vitest'
import { tinyCompany } from '../support/tiny-company.ts'

let t: Awaited<ReturnType<typeof tinyCompany>>
beforeEach(async () => {
  t = await tinyCompany()
})
afterEach(() => t.close())

const value = async () => (await t.db.setting.findUnique({ where: { key: 'number' } }))?.value

test('a sentence is shown before it is saved, and saved by one press', async () => {
  const shown = await t.say('li', '记数 5')
  expect(shown.text).toContain('数: 5')
  expect(await value()).toBeUndefined()
  await t.press('li', `保存 ${t.codeOn(shown.card)}`, shown.id)
  expect(await value()).toBe('5')
  expect(t.paper.seenBy('li')).toHaveLength(1)
  expect(t.paper.seenBy('li')[0]!.text).toContain('现在是 5')
})

test('the same press twice has one effect, and the second answer says so', async () => {
  const shown = await t.say('li', '记数 5')
  const code = t.codeOn(shown.card)
  await t.press('li', `保存 ${code}`, shown.id)
  await t.press('li', `保存 ${code}`, shown.id)
  expect(t.paper.seenBy('li').at(-1)!.text).toContain('已于 10:00 保存')
  expect(await t.db.audit.count({ where: { action: 'number.set' } })).toBe(1)
})

test('a draft can be saved by typing, without its code', async () => {
  await t.say('li', '记数 6')
  await t.say('li', '保存')
  expect(await value()).toBe('6')
})

test('nobody else can use a draft, and the attempt is logged', async () => {
  const shown = await t.say('li', '记数 5')
  const code = t.codeOn(shown.card)
  const answer = await t.press('boss', `保存 ${code}`)
  expect(answer.text).toContain('没有找到您的草稿')
  expect(await value()).toBeUndefined()
  const entry = await t.db.audit.findFirstOrThrow({ where: { action: 'refused' } })
  expect(entry.detail).toContain('draft.unknown')
})

test('what a rule refuses comes back with what was typed and why, and can be mended', async () => {
  const shown = await t.say('li', '记数 五')
  const code = t.codeOn(shown.card)
  const refused = await t.press('li', `保存 ${code}`, shown.id)
  expect(refused.text).toContain('数*: 五 (只能是数字)')
  const mended = await t.press('li', `保存 ${code}`, refused.id, { value: '7' })
  expect(mended.text).toContain('现在是 7')
  expect(await value()).toBe('7')
})

test('a dropped draft saves nothing, even when pressed again', async () => {
  const shown = await t.say('li', '记数 5')
  const code = t.codeOn(shown.card)
  await t.press('li', `取消 ${code}`, shown.id)
  const again = await t.press('li', `保存 ${code}`, shown.id)
  expect(again.text).toContain('已取消')
  expect(await value()).toBeUndefined()
})

test('what was saved can be taken back for ten minutes, once', async () => {
  const shown = await t.say('li', '记数 5')
  const code = t.codeOn(shown.card)
  await t.press('li', `保存 ${code}`, shown.id)
  await t.press('li', `撤销 ${code}`)
  expect(await value()).toBeUndefined()
  const again = await t.press('li', `撤销 ${code}`)
  expect(again.text).toContain('已撤销')
  expect(await t.db.audit.count({ where: { action: 'number.undone' } })).toBe(1)
})

test('a draft that was saved and taken back says so when it is pressed again', async () => {
  const shown = await t.say('li', '记数 5')
  const code = t.codeOn(shown.card)
  await t.press('li', `保存 ${code}`, shown.id)
  await t.press('li', `撤销 ${code}`)
  const again = await t.press('li', `保存 ${code}`, shown.id)
  expect(again.text).toContain('保存后已撤销')
  expect(await value()).toBeUndefined()
})

test('after ten minutes it is too late to take back', async () => {
  const shown = await t.say('li', '记数 5')
  const code = t.codeOn(shown.card)
  await t.press('li', `保存 ${code}`)
  t.later(601)
  expect((await t.say('li', '撤销')).text).toContain('已超过 10 分钟，不能撤销')
  expect((await t.say('li', `撤销 ${code}`)).text).toContain('超过 10 分钟')
  expect(await value()).toBe('5')
})

test('a draft expires with a clear word', async () => {
  const shown = await t.say('li', '记数 5')
  t.later(24 * 3600 + 1)
  expect((await t.press('li', `保存 ${t.codeOn(shown.card)}`)).text).toContain('已过期')
  expect(await value()).toBeUndefined()
})

test('a press on a card that was corrected since saves nothing, but shows what stands now', async () => {
  const code = t.codeOn((await t.say('li', '记数 5')).card)
  await t.say('li', '改成 7')
  const answer = await t.press('li', `保存 ${code}`)
  expect(answer.text).toContain('数: 7')
  expect(await value()).toBeUndefined()
})

test('a word of assent saves what was just shown, a word of refusal drops it', async () => {
  await t.say('li', '记数 5')
  await t.say('li', '好的')
  expect(await value()).toBe('5')
  await t.say('li', '记数 6')
  expect((await t.say('li', '算了')).text).toContain('已取消')
  await t.say('li', '记数 7')
  t.later(11 * 60)
  await t.say('li', '好')
  expect(await value()).toBe('5')
})

test('a correction shows what it changed, and the earlier card says that it is out of date', async () => {
  const shown = await t.say('li', '记数 5')
  const corrected = await t.say('li', '改成 7')
  expect(corrected.text).toContain('已改 数: 5 → 7')
  expect(t.paper.seenBy('li')[0]!.text).toContain('请看最新的卡片')
  await t.say('li', '保存')
  expect(await value()).toBe('7')
  expect(t.paper.seenBy('li').map(({ text }) => text.includes('现在是 7'))).not.toContain(false)
  expect(shown.id).toBe(t.paper.seenBy('li')[0]!.id)
})
