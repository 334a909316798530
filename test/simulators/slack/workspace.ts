import { randomBytes } from 'node:crypto'
import type { Settings } from './settings.ts'
import type { Block, Json, Message, SeenMessage } from './wire.ts'

/** A person, named as `users.info` names the fields. */
export interface Member {
  id: string
  name: string
  real_name?: string
  email?: string
  locale?: string
  tz?: string
  team_id?: string
  deleted?: boolean
  is_bot?: boolean
  is_restricted?: boolean
  is_ultra_restricted?: boolean
  /** Of another workspace, met in a shared channel. */
  is_stranger?: boolean
}

/** A channel, private group or direct message; the app is in it when its bot user is a member. */
export interface Conversation {
  id: string
  name: string
  members: string[]
  is_private?: boolean
  is_archived?: boolean
  is_ext_shared?: boolean
  is_im?: boolean
}

/** A message where it stands; `reader` is set when it is ephemeral and only they see it. */
export interface Posted {
  channel: string
  message: Message
  reader?: string
  /** What readers picked in the message's own selects, by block and action id. */
  typed: Record<string, Json>
}

export interface Workspace {
  members: Map<string, Member>
  conversations: Map<string, Conversation>
  nextId(prefix: string): string
  nextTs(): string
  /** The direct messages of the bot with a member, opened when first needed. */
  directMessages(user: string): Conversation
  post(channel: string, fields: Partial<Message>, reader?: string): Posted
  find(channel: string, ts: string): Posted | undefined
  remove(posted: Posted): void
  /** What this person sees there now, in order. */
  seenBy(user: string, channel: string): SeenMessage[]
}

export interface WorkspaceParts {
  settings: Settings
  clock: () => number
  changed: () => void
  members: Member[]
  conversations: Conversation[]
}

export function createWorkspace({
  settings,
  clock,
  changed,
  members,
  conversations,
}: WorkspaceParts): Workspace {
  const { botUser, name } = settings.app
  const everyone = [...members, { id: botUser, name, is_bot: true }]
  const ids = createIds(clock)
  const posted: Posted[] = []
  const workspace: Workspace = {
    ...ids,
    members: new Map(everyone.map((member) => [member.id, member])),
    conversations: new Map(conversations.map((conversation) => [conversation.id, conversation])),
    directMessages: (user) => {
      const id = `D${user.slice(1)}`
      const known = workspace.conversations.get(id)
      if (known) return known
      const opened = { id, name: 'directmessage', members: [user, botUser], is_im: true }
      workspace.conversations.set(id, opened)
      return opened
    },
    post: (channel, fields, reader) => {
      const ts = ids.nextTs()
      const blocks = fields.blocks && withIds(fields.blocks, ids.nextId)
      const message: Message = { text: '', ...fields, type: 'message', ts, ...(blocks && { blocks }) }
      const row: Posted = { channel, message, typed: {}, ...(reader && { reader }) }
      posted.push(row)
      changed()
      return row
    },
    find: (channel, ts) => posted.find((row) => row.channel === channel && row.message.ts === ts),
    remove: (row) => {
      const index = posted.indexOf(row)
      if (index >= 0) posted.splice(index, 1)
      changed()
    },
    seenBy: (user, channel) =>
      posted
        .filter((row) => row.channel === channel && (row.reader ?? user) === user)
        .map((row) => structuredClone({ ...row.message, channel, is_ephemeral: row.reader !== undefined })),
  }
  return workspace
}

/** Ids differ from run to run, so that an app which remembers them does not take a new event for an old one. */
function createIds(clock: () => number): Pick<Workspace, 'nextId' | 'nextTs'> {
  const run = randomBytes(3).toString('hex').toUpperCase()
  let count = 0
  let lastMicros = 0
  return {
    nextId: (prefix) => {
      count += 1
      return `${prefix}${run}${count.toString(36).toUpperCase().padStart(4, '0')}`
    },
    nextTs: () => {
      lastMicros = Math.max(clock() * 1000, lastMicros + 1)
      return `${Math.floor(lastMicros / 1e6)}.${String(lastMicros % 1e6).padStart(6, '0')}`
    },
  }
}

/** Blocks and elements that came without an id are given one, as Slack does. */
export function withIds(blocks: Block[], nextId: (prefix: string) => string): Block[] {
  const copy = structuredClone(blocks)
  for (const block of copy) {
    block.block_id ||= nextId('b')
    for (const element of elementsOf(block)) element.action_id ||= nextId('a')
  }
  return copy
}

/** The interactive elements of a block. */
export function elementsOf(block: Block): Json[] {
  if (block.type === 'actions') return block.elements as Json[]
  const only = block.type === 'section' ? block.accessory : block.type === 'input' ? block.element : undefined
  return only && (only as Json).type !== 'image' ? [only as Json] : []
}

/** What a person types arrives escaped; mentions of known members stay live. */
export function escapeTyped(text: string, isMember: (id: string) => boolean): string {
  const escaped = text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]!)
  return escaped.replace(/&lt;@(\w+)&gt;/g, (token, id) => (isMember(id) ? `<@${id}>` : token))
}
