import type { Card, FormBlock } from '../../cards/card.ts'
import type { Address } from '../../src/chat/contract.ts'
import type { Language } from '../../src/lib/words.ts'
import { type Drawn, drawCard, inWords, type SlackBlock, small } from './blocks.ts'
import { fitInto, viewRoom } from './fit-into.ts'
import { inputOf, isEnterable } from './inputs.ts'
import { originInWords } from './modal-origin.ts'
import { plainText } from './texts.ts'
import { slackWords } from './words.ts'

export interface SlackView {
  type: 'modal' | 'home'
  blocks: SlackBlock[]
  [field: string]: unknown
}

interface Shown {
  card: Card
  language: Language
}

const mostTitle = 24
const mostInputs = 90

export const formOf = ({ blocks }: Card): FormBlock | undefined =>
  blocks.find((block) => block.type === 'form')

/** A card in a modal: its form to be filled in where it has one. Modals take no tables and charts: they are words there. */
export function modal({ card, language }: Shown, to: Address, extra: SlackBlock[] = []): SlackView {
  const form = formOf(card)
  const blocks = form
    ? formBlocks(card, form, language)
    : fitInto(drawCard(card, language, inWords), viewRoom, language)
  return {
    type: 'modal',
    callback_id: 'card',
    private_metadata: originInWords({ to, say: form?.submit.say }),
    title: plainText(card.title, mostTitle),
    close: plainText(slackWords(language).close, mostTitle),
    ...(form && { submit: plainText(form.submit.label, mostTitle) }),
    blocks: [...blocks, ...extra],
  }
}

/** Beside a form there are no buttons: sending and closing are the modal's own. */
function formBlocks(card: Card, form: FormBlock, language: Language): SlackBlock[] {
  const { title, tone } = card
  const named = title.length > mostTitle || (tone ?? 'plain') !== 'plain'
  const entered = form.fields.filter(isEnterable).slice(0, mostInputs)
  const inputs = entered.map((field): Drawn => ({ block: inputOf(field), vital: true }))
  const rest = form.fields.filter((field) => !entered.includes(field)).map(({ label }) => label)
  const drawn = card.blocks.flatMap((block) => {
    if (block === form) return inputs
    return block.type === 'buttons'
      ? []
      : drawCard({ title: '', blocks: [block] }, language, inWords).slice(1)
  })
  const untouched = rest.length > 0 ? [small(slackWords(language).untouched(rest.join(', ')))] : []
  const heading = named ? drawCard({ title, tone, blocks: [] }, language, inWords) : []
  return fitInto([...heading, ...drawn, ...untouched], viewRoom, language)
}

export const homeView = ({ card, language }: Shown, extra: SlackBlock[]): SlackView => ({
  type: 'home',
  blocks: [...fitInto(drawCard(card, language, inWords), viewRoom, language), ...extra],
})
