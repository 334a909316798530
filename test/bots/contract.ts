import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buttons, type Card } from '../../cards/card.ts'
import type { Address, Bot, Incoming } from '../../src/chat/contract.ts'
import type { Language } from '../../src/lib/words.ts'
import { cardSaying, hostileSentences, hostileTexts, sampleCards } from './sample-cards.ts'

/** What a bot has to tell of itself so that the suite can be run against it. */
export interface BotUnderTest<Payload, Message> {
  bot: Bot<Payload, Message>
  /** Payloads as the platform sends them, and what each says; null where it is not for us, like our own message. */
  fixtures: Record<string, { payload: Payload; reads: Incoming | null }>
  /** What arrives when each of the buttons drawn on the message is pressed, in the order they are drawn; forms are submitted as they stand. */
  presses(message: Message): Payload[]
  /** What the platform would refuse about the message; empty where it takes it. */
  complaints(message: Message): string[]
  /** What in the message would ring a phone or open a page that nobody meant. */
  pings(message: Message): string[]
  /** A platform to send to, and what has arrived there since. */
  platform(): Promise<Platform<Payload, Message>>
  /** Requests that the door must refuse, by what is wrong with them; true for one that was let in. */
  forgeries?: Record<string, () => Promise<boolean>>
}

export interface Platform<Payload, Message> {
  bot: Bot<Payload, Message>
  /** Where to send; each address stands for a conversation of its own. */
  addresses: Address[]
  /** How many messages stand in the conversation of an address. */
  count(to: Address): number
  /** The words of the newest of them. */
  newest(to: Address): string
  close(): Promise<void>
}

const languages: Language[] = ['zh', 'en']
/** As many buttons as a card has on every platform. */
const fewButtons = 10

/** What every bot keeps to, so that the core need not know which one it speaks through. */
export function botContract<Payload, Message>(name: string, under: BotUnderTest<Payload, Message>): void {
  const { bot } = under
  const draw = (card: Card, language: Language = 'zh') => bot.render(card, { language })
  const sound = (message: Message) => {
    expect(under.complaints(message)).toEqual([])
    expect(under.pings(message)).toEqual([])
  }

  describe(`${name}: reads what the platform sends`, () => {
    test.each(Object.entries(under.fixtures))('%s', (_what, { payload, reads }) => {
      const untouched = structuredClone(payload)
      expect(bot.read(payload)).toEqual(reads)
      expect(payload).toEqual(untouched)
    })

    test('what it reads can be stored', () => {
      for (const { payload } of Object.values(under.fixtures)) {
        const incoming = bot.read(payload)
        expect(incoming).toEqual(incoming && JSON.parse(JSON.stringify(incoming)))
      }
    })

    test('something of our own is among them, and it is not read', () => {
      expect(Object.values(under.fixtures).some(({ reads }) => reads === null)).toBe(true)
    })
  })

  describe(`${name}: draws what the core says`, () => {
    const cases = Object.entries(sampleCards).flatMap(([what, card]) =>
      languages.map((language) => ({ what, card, language })),
    )
    test.each(cases)('$what, in $language', ({ card, language }) => sound(draw(card, language)))

    test.each(Object.entries(hostileTexts))('%s does no harm', (_what, said) => sound(draw(cardSaying(said))))

    test('nor does any other text', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (said) => sound(draw(cardSaying(said)))),
        { numRuns: 200 },
      )
    })

    test('the same card is drawn the same', () => {
      for (const card of Object.values(sampleCards)) expect(draw(card)).toEqual(draw(structuredClone(card)))
    })
  })

  describe(`${name}: a button is a sentence`, () => {
    test.each(hostileSentences)('%s', (say) => {
      const message = draw({ title: '请选择', blocks: [buttons({ label: '这个', say })] })
      expect(under.presses(message).map(pressed)).toEqual([say])
    })

    test.each(Object.entries(sampleCards))('every button of %s says what it should', (_what, card) => {
      const said = under.presses(draw(card)).map(pressed)
      const meant = buttonsOf(card)
      expect(meant.slice(0, said.length).map((one, i) => one.includes(said[i]!))).toEqual(
        said.map(() => true),
      )
      expect(said.length).toBeGreaterThanOrEqual(Math.min(meant.length, fewButtons))
    })

    const pressed = (payload: Payload): string | undefined => {
      const say = bot.read(payload)?.say
      return say && 'press' in say ? say.press : undefined
    }
  })

  describe(`${name}: sends`, () => {
    test('once, to the right address', async () => {
      const { bot: sender, addresses, count, newest, close } = await under.platform()
      try {
        const before = addresses.map(count)
        const [to, ...others] = addresses
        const card: Card = { title: '您好', blocks: [] }
        await sender.send(to!, sender.render(card, { language: 'zh' }))
        expect(count(to!)).toBe(before[0]! + 1)
        expect(newest(to!)).toContain('您好')
        expect(others.map(count)).toEqual(before.slice(1))
      } finally {
        await close()
      }
    })

    test('what can be redrawn is redrawn in its place', async () => {
      const { bot: sender, addresses, count, newest, close } = await under.platform()
      try {
        const [to] = addresses
        const say = (title: string) => sender.render({ title, blocks: [] }, { language: 'zh' })
        const { message, redrawable } = await sender.send(to!, say('等待审批'))
        const before = count(to!)
        await sender.send({ ...to!, message, redrawable }, say('已批准'))
        expect(count(to!)).toBe(redrawable ? before : before + 1)
        expect(newest(to!)).toContain('已批准')
      } finally {
        await close()
      }
    })
  })

  if (under.forgeries)
    test.each(Object.entries(under.forgeries))(`${name} lets nobody in: %s`, async (_what, attempt) =>
      expect(await attempt()).toBe(false),
    )
}

/** What each button of a card may say: that of a form submits it, or opens it where forms are a page of their own. */
const buttonsOf = (card: Card): string[][] =>
  card.blocks.flatMap((block) => {
    if (block.type === 'buttons') return block.buttons.map(({ say }) => [say])
    return block.type === 'form' ? [[block.submit.say, block.open ?? '']] : []
  })
