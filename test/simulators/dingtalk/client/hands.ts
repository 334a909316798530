import { type Action, type Press, toCard } from '../callbacks/to-card.ts'
import { type Delivery, nowhere } from '../callbacks/to-robot.ts'
import type { Human } from '../state/directory.ts'
import type { Message } from '../state/timeline.ts'
import type { Streams } from '../stream/streams.ts'
import type { World } from '../world.ts'
import type { CardButton, CardView } from './card-view.ts'
import type { Eyes } from './eyes.ts'
import { type Entries, fillForm } from './form.ts'
import type { Mouth } from './mouth.ts'

const sendMessageLink = /^dtmd:\/\/dingtalkclient\/sendMessage\?content=(.*)$/

/** The text a link makes its reader say, if it is of that kind. */
export function sentenceOf(url: string): string | undefined {
  const content = sendMessageLink.exec(url)?.[1]
  return content === undefined ? undefined : decodeURIComponent(content)
}

const refused = (reason: string): Press => ({ outcome: 'refused', reason })

function findButton(card: CardView, text: string): CardButton {
  const button = card.buttons.find((one) => one.text === text)
  if (button) return button
  throw new Error(`no button ${text}, only ${card.buttons.map((one) => one.text).join(', ') || 'none'}`)
}

const pcUrl = (url: string | { pc?: string; ios?: string; android?: string } = '') =>
  typeof url === 'string' ? url : (url.pc ?? url.ios ?? url.android ?? '')

/** What one person does with cards and buttons. */
export function createHands(world: World, streams: Streams, human: Human, eyes: Eyes, mouth: Mouth) {
  const opened: string[] = []

  const act = (card: CardView, action: Action): Promise<Press> => {
    const stored = world.cards.get(card.outTrackId)
    if (!stored) throw new Error(`there is no card ${card.outTrackId}`)
    return toCard(world, streams, stored, human, action)
  }
  const open = (url: string, groupId?: string): Promise<Delivery> => {
    const sentence = sentenceOf(url)
    if (sentence === undefined) {
      opened.push(url)
      return Promise.resolve(nowhere)
    }
    const mention = world.settings.linksMentionRobot
    return groupId ? mouth.saysIn(groupId, sentence, { mention }) : mouth.says(sentence)
  }
  const pressOn = async (card: CardView, text: string): Promise<Press> => {
    const { status, action } = findButton(card, text)
    if (status === 'disabled') return refused('the button is disabled')
    if (action?.type === 'openLink') {
      const { push, callback } = await open(pcUrl(action.params?.url))
      return { outcome: 'unchanged', push, callback }
    }
    if (action?.type !== 'sendCardRequest') return refused(`a button with the action ${action?.type}`)
    const { actionId = '', params = {} } = action.params ?? {}
    return act(card, { actionIds: [actionId], params })
  }

  return {
    /** Addresses this person opened in a browser. */
    opened,
    /** Presses a button of a card as it is now. The card is named as for `card`. */
    presses: (card: CardView | string | undefined, button: string): Promise<Press> =>
      pressOn(eyes.card(typeof card === 'object' ? card.outTrackId : card), button),
    /** Presses a button of a card as it was when looked at, as on a screen that has not been refreshed. */
    pressesStale: (card: CardView, button: string): Promise<Press> => pressOn(card, button),
    /** Sends any action of a card, as a tampered client would. */
    forges: (card: CardView | string, action: Action): Promise<Press> =>
      act(typeof card === 'string' ? eyes.card(card) : card, action),
    /** Fills in and submits the form of a card; what is not entered keeps its default. */
    submits: async (card: CardView | string | undefined, entries: Entries): Promise<Press> => {
      const view = eyes.card(typeof card === 'object' ? card.outTrackId : card)
      if (!view.form) throw new Error(`the card has no form:\n${JSON.stringify(view.variables)}`)
      if (view.formDisabled) return refused('the form is disabled')
      const filled = fillForm(view.form, entries)
      if ('complaint' in filled) return refused(filled.complaint)
      return act(view, { actionIds: ['form'], params: { form: filled.values } })
    },
    /** Follows a button of an action card: says its sentence, or opens its address. */
    follows: (message: Message | undefined, button: string, groupId?: string): Promise<Delivery> => {
      const cards = eyes.messages().filter((one) => one.links.some((link) => link.title === button))
      const link = (message ?? cards.at(-1))?.links.find((one) => one.title === button)
      if (!link) throw new Error(`${human.name} sees no link ${button} but:\n${eyes.sees()}`)
      return open(link.url, groupId)
    },
  }
}
