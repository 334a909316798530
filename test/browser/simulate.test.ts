import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Simulation, startSimulation } from '../simulators/simulate/simulation.ts'
import { noBrowser, openBrowser } from './chromium.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
let browser: Browser
let simulation: Simulation
let page: Page
const pane = (name: string): Locator => page.locator(`#${name}`)
const complaints: string[] = []

async function says(name: string, text: string): Promise<void> {
  await pane(name).locator('.words').fill(text)
  await pane(name).locator('.words').press('Enter')
}
/** The last message that reads like this, once it is there. */
const newest = (name: string, words: string): Locator =>
  pane(name).locator('.item:not(.mine)', { hasText: words }).last()
const be = (name: string, code: string) => pane(name).locator('.who').selectOption(code)

describe.skipIf(noBrowser)('the page with both messengers', () => {
  beforeAll(async () => {
    const database = path.join(folder, 'simulate.sqlite')
    simulation = await startSimulation({ database, template: true, pagePort: 0, servicePort: 0 })
    browser = await openBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    page.on('pageerror', ({ message }) => complaints.push(message))
    await page.goto(simulation.url)
    await pane('slack').locator('option').first().waitFor({ state: 'attached' })
  })
  afterAll(async () => {
    await browser?.close()
    await simulation?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a card with a table and buttons at DingTalk, by typing and pressing', async () => {
    await says('dingtalk', '查客户 华联超市')
    await newest('dingtalk', 'KH000002').getByRole('button', { name: '看库存' }).click()
    await newest('dingtalk', '华联超市 库存').locator('table').waitFor()
    expect(await newest('dingtalk', '华联超市 库存').textContent()).toContain('期末库存')
  })

  test('a form at DingTalk says what is wrong beside its field', async () => {
    await says('dingtalk', '报库存 华联超市')
    const form = newest('dingtalk', '报库存 华联超市').locator('form')
    await form.getByLabel('可乐').fill('进10 存十二只羊')
    await form.locator('button.primary').click()
    await newest('dingtalk', '没看懂').waitFor()
  })

  test('a modal at Slack says what is wrong below its field, and closes when it is right', async () => {
    await says('slack', '/qd 报库存 永盛副食商行')
    const modal = pane('slack').locator('.modal')
    await modal.getByLabel('可乐').fill('进10 存十二只羊')
    await modal.locator('button.primary').click()
    await modal.locator('.error').waitFor()
    expect(await modal.getByLabel('可乐').inputValue()).toBe('进10 存十二只羊')
    await modal.getByLabel('可乐').fill('进10 存20')
    await modal.locator('button.primary').click()
    await modal.waitFor({ state: 'detached' })
  })

  test('approved at Slack by whoever has news, changed at DingTalk', async () => {
    await says('dingtalk', '起草合同 永盛副食商行 可乐1200箱')
    await newest('dingtalk', '1200箱').getByRole('button', { name: '保存' }).click()
    await newest('dingtalk', '草稿').getByRole('button', { name: '提交' }).click()
    await pane('slack').locator('option', { hasText: '● 王建华' }).waitFor({ state: 'attached' })
    await be('slack', 'wang')
    await newest('slack', '→ 办事处主任').getByRole('button', { name: '批准', exact: true }).click()
    await newest('dingtalk', '✓ 王建华').waitFor()
  })

  test('the Home tab', async () => {
    await be('slack', 'li')
    await pane('slack').locator('[data-tab=home]').click()
    await pane('slack').getByText('日报').first().waitFor()
  })

  test('on a phone one messenger at a time, nothing wider than the screen, no error', async () => {
    await page.setViewportSize({ width: 390, height: 800 })
    for (const name of ['slack', 'dingtalk']) {
      await page.locator(`[data-pane=${name}]`).click()
      expect(await pane(name).isVisible()).toBe(true)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390)
    }
    expect(await pane('slack').isVisible()).toBe(false)
    expect(complaints).toEqual([])
  })
})
