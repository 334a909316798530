import type { Delivery } from '../delivery/deliver.ts'
import {
  closedPayload,
  commandPayload,
  messageActionPayload,
  submissionPayload,
  viewActionPayload,
  viewNow,
} from '../delivery/payloads.ts'
import type { Upload } from '../files.ts'
import { clientErrors, entryFor, stateValues } from '../forms.ts'
import type { OpenView } from '../views.ts'
import { isObject, type Json, type Message, object, type SeenMessage } from '../wire.ts'
import { escapeTyped, type Member } from '../workspace.ts'
import type { World } from '../world.ts'
import { applySubmissionAnswer, showCommandAnswer } from './ack-effects.ts'
import { actionOf, type Found, findElement } from './find-element.ts'
import { createScreen, type Screen, type ShownView } from './screen.ts'

export interface Place {
  channel?: string
  thread_ts?: string
}

/** A member of the workspace at their own client: what they do, and what they see. */
export interface Person extends Screen {
  id: string
  command(command: string, text?: string, place?: Place): Promise<Delivery>
  dm(text: string, place?: Place): Promise<Delivery>
  /** Undefined when the app is not told: it is not in the channel, or not subscribed. */
  say(channel: string, text: string, place?: Place): Promise<Delivery | undefined>
  mention(channel: string, text: string, place?: Place): Promise<Delivery | undefined>
  upload(file: Upload, text?: string, place?: Place): Promise<Delivery | undefined>
  /** Presses a button, by its words or ids; in a message from before an update, as it stood then. */
  press(where: SeenMessage | ShownView, what: string): Promise<Delivery>
  /** Picks in a select, date picker, list or overflow menu outside a form. */
  choose(where: SeenMessage | ShownView, what: string, value: unknown): Promise<Delivery>
  /** Types into an external select; the options the app offers. */
  suggest(view: ShownView, what: string, value: string): Promise<Json>
  /** Fills fields, by label or ids, without submitting. */
  fill(view: ShownView, values: Json): void
  /** Fills and submits; undefined when Slack's own form refuses, with the reason under the field. */
  submit(view: ShownView, values?: Json): Promise<Delivery | undefined>
  close(view: ShownView): Promise<Delivery | undefined>
  openHome(): Promise<Delivery | undefined>
}

export function createPerson(world: World, member: Member): Person {
  const { workspace, deliveries, settings } = world
  const user = member.id
  const screen = createScreen(world, user)
  const botMention = `<@${settings.app.botUser}>`

  async function write(
    channel: string,
    text: string,
    extra: Partial<Message>,
  ): Promise<Delivery | undefined> {
    const typed = escapeTyped(text, (id) => workspace.members.has(id))
    const team = member.team_id ?? settings.team.id
    const said = { user, team, text: typed, client_msg_id: crypto.randomUUID(), blocks: richText(text) }
    const posted = workspace.post(channel, { ...said, ...extra })
    const heard = deliveries.messageEvent(posted)
    const conversation = workspace.conversations.get(channel)
    const isMentioned = typed.includes(botMention) && !conversation?.is_im
    const isThere = conversation?.members.includes(settings.app.botUser)
    if (!isMentioned || !isThere || !settings.events.includes('app_mention')) return heard
    const { ts } = posted.message
    const mention = deliveries.event({ ...posted.message, type: 'app_mention', channel, event_ts: ts })
    await heard
    return mention
  }

  async function act(
    where: SeenMessage | ShownView,
    find: (blocks: Message['blocks']) => Found,
    picked?: unknown,
  ) {
    if (isView(where)) {
      const open = openViewOf(where)
      const found = find(where.view.blocks)
      const entry = pick(open.typed, found, picked)
      return deliveries.deliver('interactive', viewActionPayload(world, member, open, actionOf(found, entry)))
    }
    const found = find(where.blocks)
    const typed = workspace.find(where.channel, where.ts)?.typed ?? {}
    const action = actionOf(found, pick(typed, found, picked))
    const values = stateValues(where.blocks ?? [], typed)
    return deliveries.deliver(
      'interactive',
      messageActionPayload(world, { member, message: where, action, values }),
    )
  }

  function openViewOf({ id, title }: ShownView): OpenView {
    const open = world.views.find({ view_id: id })
    if (!open || open.user !== user) throw new Error(`the view «${title}» is not open any more`)
    return open
  }

  const person: Person = {
    id: user,
    ...screen,
    command: async (command, text = '', place = {}) => {
      const channel = workspace.conversations.get(place.channel ?? '') ?? workspace.directMessages(user)
      const sent = settings.escapesCommandText ? escapeMentions(text, world) : text
      const payload = commandPayload(world, { member, channel, command, text: sent })
      const delivery = await deliveries.deliver('slash_commands', payload)
      showCommandAnswer(world, user, channel.id, delivery)
      return delivery
    },
    dm: async (text, { thread_ts } = {}) => {
      const heard = await write(workspace.directMessages(user).id, text, { ...(thread_ts && { thread_ts }) })
      if (!heard) throw new Error('the app is not subscribed to message.im')
      return heard
    },
    say: (channel, text, { thread_ts } = {}) => write(channel, text, { ...(thread_ts && { thread_ts }) }),
    mention: (channel, text, place) => person.say(channel, `${botMention} ${text}`, place),
    upload: (file, text = '', { channel = workspace.directMessages(user).id, thread_ts } = {}) => {
      const files = [world.files.add(user, file)]
      return write(channel, text, { subtype: 'file_share', files, ...(thread_ts && { thread_ts }) })
    },
    press: (where, what) => act(where, (blocks = []) => findElement(blocks, what)),
    choose: (where, what, value) => act(where, (blocks = []) => findElement(blocks, what), value),
    suggest: async (shown, what, value) => {
      const open = openViewOf(shown)
      const { block, element } = findElement(open.view.blocks, what)
      const { action_id } = element
      const asked = viewActionPayload(world, member, open, {})
      const { trigger_id, actions, ...rest } = asked
      const payload = { ...rest, type: 'block_suggestion', action_id, block_id: block.block_id, value }
      return object((await deliveries.deliver('interactive', payload)).response)
    },
    fill: (shown, values) => {
      const open = openViewOf(shown)
      for (const [name, value] of Object.entries(values)) {
        pick(open.typed, findElement(open.view.blocks, name), value)
      }
      world.changes.notify()
    },
    submit: async (shown, values = {}) => {
      const open = openViewOf(shown)
      person.fill(shown, values)
      open.errors = clientErrors(open.view.blocks, stateValues(open.view.blocks, open.typed))
      world.changes.notify()
      if (Object.keys(open.errors).length) return undefined
      const delivery = await deliveries.deliver('interactive', submissionPayload(world, member, open))
      applySubmissionAnswer(world, open, delivery)
      return delivery
    },
    close: async (shown) => {
      const open = openViewOf(shown)
      world.views.close(open)
      if (!open.view.notify_on_close) return undefined
      return deliveries.deliver('interactive', closedPayload(world, member, open))
    },
    openHome: async () => {
      if (!settings.events.includes('app_home_opened')) return undefined
      const channel = workspace.directMessages(user).id
      const shown = world.views.home(user)
      const event = { type: 'app_home_opened', user, channel, tab: 'home', event_ts: workspace.nextTs() }
      return deliveries.event({ ...event, ...(shown && { view: viewNow(shown) }) })
    },
  }
  return person
}

const isView = (where: SeenMessage | ShownView): where is ShownView => 'words' in where

/** Notes what was picked in a field, and gives the `state.values` entry of it. */
function pick(typed: Record<string, Json>, { block, element }: Found, value: unknown): Json {
  if (value === undefined) return {}
  const entry = entryFor(element, value)
  const blockId = String(block.block_id)
  typed[blockId] = { ...(isObject(typed[blockId]) ? typed[blockId] : {}), [String(element.action_id)]: entry }
  return entry
}

/** A slash command's text is left as typed, but for mentions of people by name. */
function escapeMentions(text: string, { workspace }: World): string {
  return text.replace(/@([\w.-]+)/g, (typed, name) => {
    const member = [...workspace.members.values()].find((each) => each.name === name)
    return member ? `<@${member.id}|${name}>` : typed
  })
}

const richText = (text: string) => [
  { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] },
]
