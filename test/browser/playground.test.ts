import { type ServerType, serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'
import { noBrowser, openBrowser } from './chromium.ts'

if (noBrowser) process.stderr.write(`the browser tests are left out: ${noBrowser}\n`)
test.runIf(process.env.CI)('there is a browser to test with', () => expect(noBrowser).toBeNull())

describe.skipIf(noBrowser)('the playground, in a real browser', () => {
  let demo: Awaited<ReturnType<typeof playgroundDemo>>
  let server: ServerType
  let browser: Browser
  let address = ''

  beforeAll(async () => {
    demo = await playgroundDemo()
    address = await new Promise((resolve) => {
      server = serve({ fetch: demo.app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
        resolve(`http://127.0.0.1:${port}/playground`),
      )
    })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
    await demo?.close()
  })

  const pages = new Map<string, Promise<Page>>()
  const pageOf = (code: string, viewport = { width: 1280, height: 900 }) => {
    const known = pages.get(code) ?? browser.newPage({ viewport })
    pages.set(code, known)
    return known
  }
  /** Opens the page as somebody, in a window of their own. */
  async function being(code: string) {
    const page = await pageOf(code)
    if (!page.url().includes(`as=${code}`)) await page.goto(`${address}?as=${code}`)
    await page.waitForSelector(`.person.chosen[data-code="${code}"]`)
    const messages = page.locator('#messages .card')
    const settle = async (before: string) => {
      await page.waitForFunction(
        `document.querySelector('#messages').textContent !== ${JSON.stringify(before)} && !document.body.matches('.busy')`,
      )
    }
    const content = async () => (await page.locator('#messages').textContent()) ?? ''
    return {
      page,
      sees: content,
      last: () => messages.last(),
      says: async (text: string) => {
        const before = await content()
        await page.fill('#words', text)
        await page.press('#words', 'Enter')
        await settle(before)
      },
      presses: async (label: string) => {
        const before = await content()
        await page.locator('#messages button', { hasText: label }).last().click()
        await settle(before)
      },
      fills: async (label: string, text: string) => {
        const field = page.locator('#messages form').last().locator('label', { hasText: label }).first()
        await field.locator('input, textarea').fill(text)
      },
    }
  }

  test.each(['li', 'emma', 'wang'])('%s sees all of help on a phone', async (code) => {
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 } })
    await phone.goto(`${address}?as=${code}`)
    const card = await phone.locator('.greeting .card').boundingBox()
    const composer = await phone.locator('#composer').boundingBox()
    expect(card!.y + card!.height).toBeLessThan(composer!.y)
    await phone.close()
  })

  test('who has said nothing yet is greeted with what they may say, in their language; nothing of it is kept', async () => {
    const { page, sees, presses, says } = await being('emma')
    await page.waitForSelector('.greeting .card')
    expect(await sees()).toMatch(/Emma Lin, you can say.*record a visit: visited /s)
    expect(await demo.db.playgroundMessage.count()).toBe(0)
    expect(await demo.db.inbox.count()).toBe(0)
    await presses('My day')
    expect(await page.locator('#messages .card').count()).toBe(2)
    await says('help')
    expect(await page.locator('#messages .card').last().textContent()).toContain('you can say')
    await page.reload()
    await page.waitForSelector('#messages .card')
    expect(await page.locator('.greeting').count()).toBe(0)
  })

  test('what one might try is in one’s own language, and works when it is pressed and sent', async () => {
    const { page } = await being('emma')
    const chips = page.locator('#suggestions button')
    expect((await chips.allTextContents()).join()).not.toMatch(/^$|\p{Script=Han}/u)
    expect(await page.textContent('#who-name')).toBe('Emma Lin')
    await chips.filter({ hasText: 'find Qingfeng Beverages' }).click()
    await page.click('#send')
    await page.locator('#messages .card', { hasText: 'KH000048' }).waitFor()
  })

  test('the page follows whoever asks for another language', async () => {
    const { page, says } = await being('grace')
    expect(await page.textContent('#send')).toBe('Send')
    await says('language zh')
    await page.locator('#suggestions button', { hasText: '查客户' }).waitFor()
    expect(await page.textContent('#send')).toBe('发送')
  })

  test('what could not be saved is said in words and stays to be sent again', async () => {
    const { page } = await being('zhou')
    await page.route('**/playground/say', (route) => route.fulfill({ status: 503, json: { error: 'busy' } }))
    await page.fill('#words', '查客户 华联')
    await page.press('#words', 'Enter')
    await page.waitForSelector('.toast')
    expect(await page.textContent('.toast')).toBe('数据库正忙，什么都没有保存，请过一会儿再发一次。')
    expect(await page.inputValue('#words')).toBe('查客户 华联')
  })

  test('a customer is found', async () => {
    const li = await being('li')
    await li.says('查客户 华联')
    expect(await li.last().textContent()).toContain('王店长')
  })

  test('a visit is recorded with one message and one tap', async () => {
    const li = await being('li')
    await li.says('拜访华联超市 跟王店长聊了国庆堆头怎么摆放 下周二再去')
    expect(await li.last().textContent()).toContain('12月1日 周二')
    await li.presses('保存')
    expect(await li.last().textContent()).toContain('已记录')
  })

  test('a stock count is filled in on its form and accepted by the clerk', async () => {
    const li = await being('li')
    await li.says('报库存 华联超市')
    await li.fills('可乐', '进10箱 存20箱')
    await li.presses('保存')
    expect(await li.last().textContent()).toMatch(/已提交|待审核|待接收/)
    const zhao = await being('zhao')
    await zhao.says('接收 KH000002 2026-W47')
    expect(await zhao.sees()).toContain('已接收')
  })

  test('a contract goes through four hands; the first card ends like the last', async () => {
    const { number } = await demo.db.contract.findFirstOrThrow({
      where: {
        state: 'in_review',
        steps: { some: { role: 'office_head', state: 'open' } },
        customer: { office: { members: { some: { code: 'wang' } } } },
      },
    })
    for (const code of ['wang', 'zhao', 'chen', 'sun']) {
      const person = await being(code)
      await person.says(`合同 ${number}`)
      await person.presses('批准')
    }
    const wang = await being('wang')
    await wang.page.waitForFunction(`document.querySelector('#messages').textContent.includes('已批准')`)
    expect(await wang.sees()).toContain('孙丽娟')
  })

  test('the time machine shows who is told what', async () => {
    const li = await being('li')
    await li.page.fill('#travel-to', '2026-11-30T09:30')
    await li.page.click('#travel-go')
    await li.page.waitForSelector('#told .chips button')
    expect(await li.page.locator('#clock').textContent()).toContain('11月30日')
    expect(await li.page.locator('#told').textContent()).toContain('李明')
  })

  test('both dresses, the raw message, and a phone’s width without sideways scrolling', async () => {
    const li = await being('li')
    await li.page.click('#dress [data-dress=slack]')
    expect(await li.page.locator('body').getAttribute('data-dress')).toBe('slack')
    await li.page.locator('.json').last().click()
    await li.page.waitForSelector('#raw[open]')
    expect(await li.page.locator('#raw-json').textContent()).toContain('"title"')
    const phone = await browser.newPage({ viewport: { width: 375, height: 740 } })
    await phone.goto(`${address}?as=li`)
    await phone.waitForSelector('#messages .card')
    const wide = await phone.evaluate('document.documentElement.scrollWidth > innerWidth')
    expect(wide).toBe(false)
  })
})
