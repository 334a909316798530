import { expect, test } from 'vitest'
import { within } from '../../bots/playground/limits.ts'
import { render } from '../../bots/playground/render.ts'
import { buttons, type Card, text } from '../../cards/card.ts'

const card: Card = {
  title: '退回合同',
  blocks: [
    text('一'.repeat(400)),
    {
      type: 'form',
      fields: [{ name: 'reason', label: '原因', kind: 'text' }],
      submit: { label: '保存', say: '保存 D7K2' },
      open: '修改 D7K2',
    },
    buttons({ label: '取消', say: '取消 D7K2' }),
  ],
}
const drawn = render(card, { language: 'zh' })

test('a form whose trigger has run out becomes a button that opens it again', () => {
  expect(within(drawn, { formsUntil: 1000 }, 999)).toEqual(drawn)
  const late = within(drawn, { formsUntil: 1000 }, 1001)
  expect(late.card.blocks[1]).toEqual(buttons({ label: '填写', say: '修改 D7K2', style: 'primary' }))
})

test('a message that is too long says so and keeps what can be pressed', () => {
  const short = within(drawn, { mostCharacters: 100 }, 0)
  expect(short.text).toContain('已省略')
  expect(short.text).toContain('[取消]')
  expect(short.text.length).toBeLessThan(130)
})
