import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Understood } from '../../src/chat/understand/understood.ts'
import { buttonsOf, playgroundDemo } from '../support/playground-company.ts'

let demo: Awaited<ReturnType<typeof playgroundDemo>>
beforeAll(async () => {
  demo = await playgroundDemo()
})
afterAll(() => demo.close())

const everyone = ['li', 'emma', 'wang', 'zhao', 'chen', 'sun', 'admin']

/** The sentences that a card of help offers, without what they are for. */
const sentencesOf = (words: string) =>
  [...words.matchAll(/^· (?:[^:\n]+: )?(.+)$/gm)].map(([, sentence]) => sentence!)

describe('help', () => {
  test('begins with what one does most; the rest is a button away, by what it is about', async () => {
    const li = demo.person('li')
    await li.says('帮助')
    expect(sentencesOf(li.sees())).toEqual([
      '查客户 华联超市',
      '拜访华联超市 跟王店长聊了国庆堆头 下周二再去',
      '华联超市 可乐 期初20 进30 存12箱',
      '起草合同 华联超市 可乐1200箱 雪碧600箱',
      '日报',
      '我下周三下午请假',
    ])
    await li.presses('拜访')
    expect(li.sees()).toContain('未拜访 华联超市 客户改期')
    await li.presses('其他')
    expect(li.sees()).toContain('稍后提醒 1小时')
  })

  test('can be asked in words, in either language', async () => {
    const emma = demo.person('emma')
    for (const words of ['帮助 进销存', 'help stock', '怎么报库存']) {
      await emma.says(words)
      expect(emma.sees()).toMatch(/^Stock: you can say\n· report stock Qingfeng/)
    }
  })

  test.each(everyone)('of %s: everything is on some card, and all of it is understood', async (code) => {
    const person = demo.person(code)
    await person.says('帮助')
    const first = sentencesOf(person.sees())
    expect(first.length).toBeLessThanOrEqual(7)
    const topics = buttonsOf(person.card()).filter(({ say }) => say.startsWith('帮助'))
    const all = []
    for (const { say } of topics) {
      await person.says(say)
      const offered = sentencesOf(person.sees())
      expect(offered.length).toBeLessThanOrEqual(13)
      all.push(...offered)
    }
    expect(all).toEqual(expect.arrayContaining(first))
    for (const sentence of all) {
      const { command, asks, choices, nearest } = (await person.understands(sentence)) as Understood
      const doubts = asks.filter(({ missing }) => !missing)
      expect({ sentence, command, doubts, choices, nearest }).toEqual({
        sentence,
        command: expect.any(String),
        doubts: [],
        choices: [],
        nearest: [],
      })
    }
  })
})
