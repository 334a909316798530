import { Refusal } from './api/refusal.ts'
import type { Settings } from './settings.ts'
import { type Block, type Json, list, type View } from './wire.ts'
import { withIds } from './workspace.ts'

const DEEPEST = 3

/** A view as it stands on someone's screen. */
export interface OpenView {
  user: string
  view: View
  /** What the person typed or picked, by block and action id, as `state.values` entries. */
  typed: Record<string, Json>
  /** What Slack shows under the fields, by block id. */
  errors: Record<string, string>
  /** What Slack shows above the form when an answer was no use. */
  notice?: string
}

export interface Views {
  /** Open modals of a person, the one on top last. */
  stack(user: string): OpenView[]
  home(user: string): OpenView | undefined
  find(id: { view_id?: unknown; external_id?: unknown }): OpenView | undefined
  open(user: string, spec: Json): OpenView
  push(user: string, spec: Json): OpenView
  /** Replaces the content; what was typed stays where block and action ids stay. */
  update(open: OpenView, spec: Json, hash?: unknown): OpenView
  publish(user: string, spec: Json, hash?: unknown): OpenView
  close(open: OpenView): void
  clear(user: string): void
}

export interface ViewParts {
  settings: Settings
  clock: () => number
  changed: () => void
  nextId: (prefix: string) => string
}

export function createViews({ settings, clock, changed, nextId }: ViewParts): Views {
  const stacks = new Map<string, OpenView[]>()
  const homes = new Map<string, OpenView>()
  const everyView = () => [...homes.values(), ...[...stacks.values()].flat()]

  const stack = (user: string) => stacks.get(user) ?? []
  const find: Views['find'] = ({ view_id, external_id }) =>
    everyView().find(({ view }) => view.id === view_id || (external_id && view.external_id === external_id))

  function build(spec: Json, kept: Partial<View>): View {
    const id = kept.id ?? nextId('V')
    return {
      callback_id: '',
      private_metadata: '',
      external_id: '',
      clear_on_close: false,
      notify_on_close: false,
      close: null,
      submit: null,
      title: { type: 'plain_text', text: 'View Title', emoji: true },
      previous_view_id: null,
      root_view_id: id,
      ...structuredClone(spec),
      ...kept,
      id,
      type: spec.type as View['type'],
      team_id: settings.team.id,
      app_id: settings.app.id,
      app_installed_team_id: settings.team.id,
      bot_id: settings.app.botId,
      blocks: withIds(list(spec.blocks) as Block[], nextId),
      hash: `${Math.floor(clock() / 1000)}.${nextId('h')}`,
      state: { values: {} },
    }
  }

  function place(user: string, spec: Json, below: OpenView[]): OpenView {
    if (find({ external_id: spec.external_id })) throw new Refusal('duplicate_external_id')
    const [root, previous] = [below[0]?.view, below.at(-1)?.view]
    const kept = root && previous ? { root_view_id: root.id, previous_view_id: previous.id } : {}
    const open: OpenView = { user, view: build(spec, kept), typed: {}, errors: {} }
    stacks.set(user, [...below, open])
    changed()
    return open
  }

  const views: Views = {
    stack,
    find,
    home: (user) => homes.get(user),
    open: (user, spec) => place(user, spec, []),
    push: (user, spec) => {
      const below = stack(user)
      if (below.length === 0) throw new Refusal('not_found')
      if (below.length >= DEEPEST) throw new Refusal('push_limit_reached')
      return place(user, spec, below)
    },
    update: (open, spec, hash) => {
      if (hash !== undefined && hash !== open.view.hash) throw new Refusal('hash_conflict')
      const { id, root_view_id, previous_view_id } = open.view
      open.view = build(spec, { id, root_view_id, previous_view_id })
      open.errors = {}
      delete open.notice
      changed()
      return open
    },
    publish: (user, spec, hash) => {
      const known = homes.get(user)
      if (known) return views.update(known, spec, hash)
      const open: OpenView = { user, view: build(spec, {}), typed: {}, errors: {} }
      homes.set(user, open)
      changed()
      return open
    },
    close: (open) => {
      const left = stack(open.user).filter((other) => other !== open)
      stacks.set(open.user, open.view.clear_on_close ? [] : left)
      changed()
    },
    clear: (user) => {
      stacks.set(user, [])
      changed()
    },
  }
  return views
}
