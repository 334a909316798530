import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cardParams } from '../../bots/dingtalk/card-params.ts'
import { formOf, formVariable } from '../../bots/dingtalk/form-variable.ts'
import { plainMessage, plainPost } from '../../bots/dingtalk/plain-message.ts'
import { documentedRoom } from '../../bots/dingtalk/render.ts'
import { bytesIn, clean, clip, escaped } from '../../bots/dingtalk/texts.ts'
import { buttons, type Card, type FormBlock, text } from '../../cards/card.ts'
import { cardSaying, hostileTexts, sampleCards } from './sample-cards.ts'

describe('texts', () => {
  test('are cut by bytes, between characters', () => {
    expect(clip('渠道助手', 12)).toBe('渠道助手')
    expect(clip('渠道助手', 11)).toBe('渠道…')
    expect(clip('👍👍', 7)).toBe('👍…')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (said, most) => {
        expect(bytesIn(clip(said, most))).toBeLessThanOrEqual(most)
      }),
    )
  })

  test('keep their meaning where they would come alive', () => {
    expect(escaped('<@U1> *重要* [银行](https://evil.example) @所有人')).toBe(
      '＜＠U1＞ ＊重要＊ ［银行］(https：//evil.example) ＠所有人',
    )
    expect(escaped('li@example.com 第1-3箱 a-b')).toBe('li@example.com 第1-3箱 a-b')
    expect(escaped('标题\n---\n# 一')).toBe('标题\n－－－\n＃ 一')
  })

  test('and are the same when they are typed back', () => {
    for (const said of Object.values(hostileTexts))
      expect(escaped(said).normalize('NFKC')).toBe(clean(said).normalize('NFKC'))
  })
})

describe('a card for the template', () => {
  const cards = { ...sampleCards, hostile: cardSaying('渠'.repeat(500)) }
  test.each(Object.entries(cards))('%s keeps to the documented size', (_what, card) => {
    for (const [name, value] of Object.entries(cardParams(card, 'zh', documentedRoom)))
      expect(bytesIn(value), name).toBeLessThanOrEqual(documentedRoom)
  })

  test('has every variable, always: a redraw leaves nothing behind', () => {
    const names = Object.keys(cardParams({ title: '空', blocks: [] }, 'zh', 3072))
    for (const card of Object.values(sampleCards))
      expect(Object.keys(cardParams(card, 'zh', 3072))).toEqual(names)
  })

  test('a table pages, and says how much is missing', () => {
    const { table, content } = cardParams(sampleCards['long tables']!, 'zh', 3072)
    const { data } = JSON.parse(table) as { data: object[] }
    expect(data.length).toBeGreaterThan(20)
    expect(content).toContain(`还有 ${150 - data.length} 行没有显示`)
  })

  test('a chart has gaps where figures are absent, and its latest weeks where there are too many', () => {
    const drawn = (what: string) =>
      JSON.parse(cardParams(sampleCards[what]!, 'zh', 3072).chart) as {
        data: { x: string; y: number; type: string }[]
      }
    const gap = drawn('a line chart with a gap').data.filter(({ type }) => type === '可乐')
    expect(gap.map(({ x }) => x)).toEqual(['W1', 'W2', 'W4', 'W5', 'W6'])
    expect(drawn('three bar charts of more weeks than fit').data.at(-1)!.x).toBe('W30')
    expect(cardParams(sampleCards['a chart without figures']!, 'zh', 3072).chart).toBe('')
  })

  test('buttons that find no room can be typed', () => {
    const card: Card = {
      title: '请选',
      blocks: [
        buttons(...Array.from({ length: 12 }, (_, i) => ({ label: `客户${i}`, say: `选 D7K2 ${i}` }))),
      ],
    }
    const { btns, content } = cardParams(card, 'zh', documentedRoom)
    const drawn = (JSON.parse(btns) as object[]).length
    expect(drawn).toBeLessThan(12)
    expect(content).toContain('客户11：发“选 D7K2 11”')
  })
})

describe('a form', () => {
  const form = sampleCards['a form with every field']!.blocks.find((block) => block.type === 'form')!
  const field = (name: string, block: FormBlock = form) =>
    (JSON.parse(formVariable(block, 'zh', 3072).value) as { fields: Record<string, unknown>[] }).fields.find(
      (one) => one.name === name,
    )

  test('has a kind for every field; what a picker cannot show stays as it was typed', () => {
    expect(field('about')).toMatchObject({ type: 'TEXT_AREA', required: true, requiredMsg: '请填写谈了什么' })
    expect(field('date')).toMatchObject({ type: 'DATE', defaultValue: '2026-11-24' })
    expect(field('nextDate')).toMatchObject({
      type: 'TEXT',
      defaultValue: '下周二',
      label: expect.stringContaining('⚠️'),
    })
    expect(field('kind')).toMatchObject({ type: 'SELECT', defaultValue: { index: 1, value: 'call' } })
    expect(field('sure')).toMatchObject({ type: 'CHECKBOX', defaultValue: true })
  })

  test('sent as it stands, says what it held', () => {
    const { fields } = JSON.parse(formVariable(form, 'zh', 3072).value) as {
      fields: { name: string; defaultValue?: unknown }[]
    }
    const sent = Object.fromEntries(fields.map(({ name, defaultValue }) => [name, defaultValue]))
    expect(formOf(JSON.parse(JSON.stringify(sent)))).toEqual({
      say: '保存 D7K2',
      values: Object.fromEntries(form.fields.map(({ name, value = '' }) => [name, value])),
    })
  })

  test('where room is short, what must be filled or mended stays, and the rest is named', () => {
    const { value, left } = formVariable(form, 'zh', 700)
    const names = (JSON.parse(value) as { fields: { name: string }[] }).fields.map(({ name }) => name)
    expect(names).toContain('nextDate')
    expect(left.length).toBeGreaterThan(0)
    expect(left.length + names.length).toBe(form.fields.length + 2)
  })
})

describe('words for those without a template', () => {
  test('a form is lines to copy, with what is known', () => {
    const message = plainMessage(sampleCards['a form with every field']!, 'zh')
    const shown = plainPost(message, 'direct')
      .text.split('\n')
      .map((one) => one.trim())
    const start = shown.indexOf('保存 D7K2')
    expect(shown.slice(start, start + 3)).toEqual(['保存 D7K2', '客户＊: 华联超市', '谈了什么＊: 国庆堆头'])
    expect(shown).toContain('方式: 电话')
    expect(shown).toContain('⚠️ 下次: 请写明日期，例如 12月1日')
    expect(shown.join()).toContain('方式（可选：上门 / 电话）')
  })

  test('what is too long is cut and says so', () => {
    const message = plainMessage({ title: '长', blocks: [text('长'.repeat(9000))] }, 'zh')
    expect(bytesIn(message.text)).toBeLessThan(7100)
    expect(message.text).toMatch(/只显示了一部分。$/)
  })
})
