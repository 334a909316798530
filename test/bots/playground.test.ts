import { playgroundBot } from '../../bots/playground/bot.ts'
import type { Messages, Shown } from '../../bots/playground/messages.ts'
import { directTo, type PlaygroundPayload } from '../../bots/playground/read.ts'
import type { PlaygroundMessage } from '../../bots/playground/render.ts'
import { botContract } from './contract.ts'

const at = 1_795_485_600_000
const from = { platform: 'playground', id: 'li' }
const replyTo = { ...directTo('li'), message: undefined, redrawable: true }

botContract<PlaygroundPayload, PlaygroundMessage>('playground', {
  bot: playgroundBot({ messages: onPaper().messages, ...nobody() }),
  fixtures: {
    'a sentence': {
      payload: { id: 'm1', at, as: 'li', text: '客户 KH000123' },
      reads: { id: 'm1', from, say: { text: '客户 KH000123' }, replyTo, at },
    },
    'a press': {
      payload: { id: 'm2', at, as: 'li', button: '保存 D7K2', message: '7', redrawable: false },
      reads: {
        id: 'm2',
        from,
        say: { press: '保存 D7K2', values: undefined },
        replyTo: { ...replyTo, message: '7', redrawable: false },
        at,
      },
    },
    'a form': {
      payload: { id: 'm3', at, as: 'li', button: '保存 D7K2', values: { days: '3' } },
      reads: { id: 'm3', from, say: { press: '保存 D7K2', values: { days: '3' } }, replyTo, at },
    },
    'a file': {
      payload: { id: 'm4', at, as: 'li', file: { id: '9', name: '库存.csv', size: 12 } },
      reads: {
        id: 'm4',
        from,
        say: { file: { id: '9', name: '库存.csv', size: 12 }, text: undefined },
        replyTo,
        at,
      },
    },
    'a message without words': { payload: { id: 'm5', at, as: 'li', text: ' ' }, reads: null },
  },
  presses: ({ card }) =>
    card.blocks.flatMap((block, n) => {
      const drawn = block.type === 'buttons' ? block.buttons : block.type === 'form' ? [block.submit] : []
      return drawn.map(({ say }, i) => ({ id: `p${n}.${i}`, at, as: 'li', button: say }))
    }),
  complaints: () => [],
  pings: () => [],
  platform: async () => {
    const paper = onPaper()
    const shownTo = (who: string | undefined) => paper.shown.filter(({ to }) => to === who)
    return {
      bot: playgroundBot({ messages: paper.messages, ...nobody() }),
      addresses: [directTo('li'), directTo('wang')],
      count: ({ conversation }) => shownTo(conversation).length,
      newest: ({ conversation }) => shownTo(conversation).at(-1)?.text ?? '',
      close: async () => {},
    }
  },
})

function nobody() {
  return { wall: () => new Date(0), personOf: async () => null, codeOf: async () => null }
}

/** A messenger without a database. */
function onPaper() {
  const shown: Shown[] = []
  const messages: Pick<Messages, 'post' | 'redraw'> = {
    post: async (to, { card, text }) => {
      shown.push({ id: String(shown.length + 1), to, at: '', card, text })
      return String(shown.length)
    },
    redraw: async (id, { card, text }) => {
      const known = shown.find((message) => message.id === id)
      if (known) Object.assign(known, { card, text })
      return known !== undefined
    },
  }
  return { shown, messages: messages as Messages }
}
