import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Card } from '../../cards/card.ts'
import { typedForm, typedValues } from '../../src/chat/typed-form.ts'
import { tinyCompany } from '../support/tiny-company.ts'

describe('a typed form', () => {
  test('is a sentence and a line for each field; a line without a label goes on', () => {
    expect(typedForm('保存 D7K2\n原因＊：数量不符，见照片\n请重报\n下次: 12月1日')).toEqual({
      sentence: '保存 D7K2',
      entries: [
        { label: '原因', value: '数量不符，见照片\n请重报' },
        { label: '下次', value: '12月1日' },
      ],
    })
  })

  test.each(['保存 D7K2', '拜访华联超市\n聊了堆头', ''])('%j is none', (text) =>
    expect(typedForm(text)).toBeNull(),
  )

  const form: Card = {
    title: '',
    blocks: [
      {
        type: 'form',
        submit: { label: '保存', say: '保存 D7K2' },
        fields: [
          { name: 'about', label: '内容', kind: 'lines', value: '堆头' },
          {
            name: 'kind',
            label: '方式',
            kind: 'select',
            value: 'visit',
            options: [
              { value: 'visit', label: '上门' },
              { value: 'call', label: '电话' },
            ],
          },
          { name: 'sure', label: '确认', kind: 'checkbox' },
        ],
      },
    ],
  }

  test('sends what stands there, with what was typed; choices by their words', () => {
    const { entries } = typedForm('保存\n方式: 电话\n确认: 是')!
    expect(typedValues(form, entries)).toEqual({ about: '堆头', kind: 'call', sure: 'true' })
  })

  test('names the fields there are where another was typed', () => {
    expect(() => typedValues(form, [{ label: '价格', value: '1' }])).toThrow(/价格.*内容, 方式, 确认/)
  })
})

describe('in a conversation', () => {
  let t: Awaited<ReturnType<typeof tinyCompany>>
  beforeEach(async () => {
    t = await tinyCompany()
  })
  afterEach(() => t.close())

  test('a form is filled in and sent by typing', async () => {
    const shown = await t.say('li', '记数 五')
    const code = t.codeOn(shown.card)
    const refused = await t.say('li', `保存 ${code}\n数: 六`)
    expect(refused.text).toContain('六')
    const saved = await t.say('li', `保存 ${code}\n数: 7`)
    expect(saved.text).toContain('现在是 7')
  })
})
