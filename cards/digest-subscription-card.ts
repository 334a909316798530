import type { Language } from '../src/lib/words.ts'
import { buttons, type Card, note, text } from './card.ts'

const words = {
  zh: {
    subscribe: '订阅周报',
    subscribed: (scope: string) => `已订阅：${scope}的周报每周一上午发到这个会话（节假日顺延）。`,
    asks: (scope: string) => `${scope}的周报将每周一上午发到这个会话（节假日顺延）。`,
    replaces: '这个会话原来的订阅由这次的代替。',
    seenByAll: '会话里的每个人都会看到周报里的合计数字。',
    unsubscribe: '退订周报',
    asksEnd: '这个会话将不再收到周报。',
    unsubscribed: '已退订：这个会话不再收到周报。',
    show: '现在看一份',
  },
  en: {
    subscribe: 'Weekly digest',
    subscribed: (scope: string) =>
      `Subscribed: the weekly digest of ${scope} comes to this conversation on Monday mornings, after a holiday on the next working day.`,
    asks: (scope: string) =>
      `The weekly digest of ${scope} will come to this conversation on Monday mornings, after a holiday on the next working day.`,
    replaces: 'It replaces the subscription this conversation has.',
    seenByAll: 'Everyone in this conversation will see the totals in it.',
    unsubscribe: 'Unsubscribe',
    asksEnd: 'This conversation will get no weekly digest any more.',
    unsubscribed: 'Unsubscribed: this conversation gets no weekly digest any more.',
    show: 'See one now',
  },
} satisfies Record<Language, object>

/** A subscription about to be made. */
export const subscribeDraftCard = (scope: string, replaces: boolean, language: Language): Card => ({
  title: words[language].subscribe,
  blocks: [
    text(words[language].asks(scope)),
    ...(replaces ? [note(words[language].replaces)] : []),
    note(words[language].seenByAll),
  ],
})

export const subscribedCard = (scope: string, language: Language): Card => ({
  title: words[language].subscribe,
  tone: 'good',
  blocks: [
    text(words[language].subscribed(scope)),
    buttons(
      { label: words[language].show, say: '周报' },
      { label: words[language].unsubscribe, say: '退订周报' },
    ),
  ],
})

export const unsubscribeDraftCard = (language: Language): Card => ({
  title: words[language].unsubscribe,
  blocks: [text(words[language].asksEnd)],
})

export const unsubscribedCard = (language: Language): Card => ({
  title: words[language].subscribe,
  blocks: [
    text(words[language].unsubscribed),
    buttons({ label: words[language].subscribe, say: '订阅周报' }),
  ],
})
