import { stateValues } from '../forms.ts'
import type { OpenView } from '../views.ts'
import { type Json, type SeenMessage, textOf, type View } from '../wire.ts'
import type { World } from '../world.ts'
import { blocksInWords, plainWords } from './plain-words.ts'

/** A modal or Home view as its reader sees it at one moment. */
export interface ShownView {
  id: string
  title: string
  view: View
  /** `state.values` at this moment. */
  values: Record<string, Json>
  /** Words under a field, by the field's label. */
  errors: Record<string, string>
  /** Slack's own words above the form. */
  notice?: string
  /** All of it in words: title, blocks, errors, notice. */
  words: string
}

export interface Screen {
  /** Direct messages with the app unless another conversation is named. */
  messages(channel?: string): SeenMessage[]
  lastMessage(channel?: string): SeenMessage | undefined
  /** All messages there, in words. */
  sees(channel?: string): string
  /** Open modals, the one on top last. */
  views(): ShownView[]
  view(): ShownView | undefined
  home(): ShownView | undefined
}

export function createScreen(world: World, user: string): Screen {
  const { workspace, views } = world
  const screen: Screen = {
    messages: (channel = workspace.directMessages(user).id) => {
      const isMember = workspace.conversations.get(channel)?.members.includes(user)
      return isMember ? workspace.seenBy(user, channel) : []
    },
    lastMessage: (channel) => screen.messages(channel).at(-1),
    sees: (channel) => screen.messages(channel).map(plainWords).join('\n'),
    views: () => views.stack(user).map(show),
    view: () => screen.views().at(-1),
    home: () => {
      const open = views.home(user)
      return open && show(open)
    },
  }
  return screen
}

function show({ view, typed, errors, notice }: OpenView): ShownView {
  const labelOf = (id: string) => textOf(view.blocks.find(({ block_id }) => block_id === id)?.label) || id
  const byLabel = Object.fromEntries(Object.entries(errors).map(([id, words]) => [labelOf(id), words]))
  const title = view.type === 'modal' ? textOf(view.title) : ''
  const problems = Object.entries(byLabel).map(([label, words]) => `${label}: ${words}`)
  return {
    id: view.id,
    title,
    view: structuredClone(view),
    values: structuredClone(stateValues(view.blocks, typed)),
    errors: byLabel,
    ...(notice && { notice }),
    words: [notice, title, blocksInWords(view.blocks), ...problems].filter(Boolean).join('\n'),
  }
}
