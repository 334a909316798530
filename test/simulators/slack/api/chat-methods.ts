import { blockComplaints, lengthOfTexts } from '../block-kit/blocks.ts'
import { LIMITS } from '../block-kit/limits.ts'
import { type Block, isObject, type Json, type Message } from '../wire.ts'
import { type Conversation, type Posted, withIds } from '../workspace.ts'
import type { World } from '../world.ts'
import type { Method } from './method.ts'
import { complaintsRefusal, Refusal } from './refusal.ts'

const WRITE = ['chat:write']

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': { scopes: WRITE, required: ['channel'], run: postMessage },
  'chat.update': { scopes: WRITE, required: ['channel', 'ts'], run: update },
  'chat.postEphemeral': { scopes: WRITE, required: ['channel', 'user'], run: postEphemeral },
  'chat.delete': {
    scopes: WRITE,
    required: ['channel', 'ts'],
    run: (args, world) => {
      const posted = ownMessage(args, world, 'cant_delete_message')
      world.workspace.remove(posted)
      return { channel: posted.channel, ts: posted.message.ts }
    },
  },
}

function postMessage(args: Json, world: World): Json {
  const channel = writableChannel(args.channel, world)
  const content = checkedContent(args, world)
  const texts = content.blocks ? [content.text] : splitLongText(content.text)
  const posted = texts.map((text) => {
    const thread = args.thread_ts ? { thread_ts: String(args.thread_ts) } : {}
    const metadata = isObject(args.metadata) ? { metadata: args.metadata } : {}
    return postAsApp(world, channel.id, { ...content, text, ...thread, ...metadata })
  })
  const first = posted[0]!.message
  return { channel: channel.id, ts: first.ts, message: first }
}

/** A message of the app, which it hears of itself if it is subscribed to the conversation. */
export function postAsApp(world: World, channel: string, fields: Partial<Message>): Posted {
  const { botUser, botId, id } = world.settings.app
  const author = { user: botUser, bot_id: botId, app_id: id, team: world.settings.team.id }
  const posted = world.workspace.post(channel, { ...author, ...fields })
  void world.deliveries.messageEvent(posted)
  return posted
}

function postEphemeral(args: Json, world: World): Json {
  const channel = writableChannel(args.channel, world)
  if (!channel.members.includes(String(args.user))) throw new Refusal('user_not_in_channel')
  const content = checkedContent(args, world)
  const author = { user: world.settings.app.botUser, bot_id: world.settings.app.botId }
  const { message } = world.workspace.post(channel.id, { ...author, ...content }, String(args.user))
  return { message_ts: message.ts }
}

function update(args: Json, world: World): Json {
  const { message, channel } = ownMessage(args, world, 'cant_update_message')
  if (typeof args.text === 'string' && args.text.length > LIMITS.postedText) throw new Refusal('msg_too_long')
  const content = checkedContent(args, world)
  const before = structuredClone(message)
  message.text = content.text
  if (content.blocks) message.blocks = withIds(content.blocks, world.workspace.nextId)
  message.edited = { user: world.settings.app.botUser, ts: world.workspace.nextTs() }
  world.changes.notify()
  world.deliveries.messageChanged(channel, message, before)
  return { channel, ts: message.ts, text: message.text, message }
}

/** The app's own message; an ephemeral one cannot be found again. */
function ownMessage(args: Json, world: World, otherwise: string): Posted {
  const channel = knownChannel(args.channel, world)
  const posted = world.workspace.find(channel.id, String(args.ts))
  if (!posted || posted.reader) throw new Refusal('message_not_found')
  if (posted.message.bot_id !== world.settings.app.botId) throw new Refusal(otherwise)
  return posted
}

export function knownChannel(id: unknown, { workspace }: World): Conversation {
  const channel = workspace.conversations.get(String(id))
  if (!channel) throw new Refusal('channel_not_found')
  return channel
}

/** A conversation the app may write to; a member's id stands for the direct messages with them. */
function writableChannel(id: unknown, world: World): Conversation {
  const { workspace, settings } = world
  const member = workspace.members.get(String(id))
  const channel = member ? workspace.directMessages(member.id) : knownChannel(id, world)
  if (channel.is_archived) throw new Refusal('is_archived')
  if (!channel.members.includes(settings.app.botUser)) throw new Refusal('not_in_channel')
  return channel
}

/** Text and blocks within Slack's limits. */
export function checkedContent(args: Json, { settings }: World): { text: string; blocks?: Block[] } {
  const text = typeof args.text === 'string' ? args.text : ''
  if (args.blocks === undefined || args.blocks === null || args.blocks === '') {
    if (!text) throw new Refusal('no_text')
    return { text: text.slice(0, LIMITS.truncatedText) }
  }
  if (!Array.isArray(args.blocks) || !args.blocks.every(isObject)) throw new Refusal('invalid_blocks_format')
  const blocks = args.blocks as Block[]
  const complaints = blockComplaints(blocks, 'message', settings)
  if (complaints.length) throw complaintsRefusal('invalid_blocks', complaints)
  if (lengthOfTexts(blocks) > LIMITS.messageBlocksText) throw new Refusal('msg_blocks_too_long')
  if (!text && blocks.length === 0) throw new Refusal('no_text')
  return { text, blocks }
}

/** A text beyond about 4,000 characters becomes several messages. */
function splitLongText(text: string): string[] {
  const pieces = Math.ceil(text.length / LIMITS.postedText)
  return Array.from({ length: pieces }, (_, i) =>
    text.slice(i * LIMITS.postedText, (i + 1) * LIMITS.postedText),
  )
}
