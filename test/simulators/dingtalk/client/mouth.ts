import { type Content, chargedContent, robotPayload } from '../callbacks/robot-payload.ts'
import { type Delivery, nowhere, toRobot } from '../callbacks/to-robot.ts'
import type { Conversation, Human } from '../state/directory.ts'
import type { Streams } from '../stream/streams.ts'
import type { World } from '../world.ts'

export type Mouth = ReturnType<typeof createMouth>

type RichPart = { text: string } | { picture: Uint8Array }

/** What one person sends to the robot. Each returns once the service has taken it, or the clock has run out. */
export function createMouth(world: World, streams: Streams, human: Human) {
  const single = () => world.directory.single(human)
  const groupOf = (id: string): Conversation => {
    const group = world.directory.group(id)
    if (!group) throw new Error(`there is no group ${id}`)
    return group
  }
  const send = (conversation: Conversation, content: Content, words: string) => {
    const message = { kind: 'text' as const, text: words, links: [] }
    world.timeline.add({ conversationId: conversation.id, from: human.key, message })
    const isDeaf = conversation.kind === 'group' && !world.directory.groups.get(conversation.id)?.hasRobot
    if (isDeaf) return Promise.resolve(nowhere)
    return toRobot(world, streams, robotPayload(world, human, conversation, chargedContent(world, content)))
  }
  const keep = (bytes: Uint8Array, name: string) => world.files.keep({ bytes, name })
  const asRich = (part: RichPart) =>
    'text' in part
      ? part
      : { type: 'picture', downloadCode: keep(part.picture, 'picture.jpg'), pictureDownloadCode: '' }

  return {
    /** Writes to the robot, one to one. */
    says: (text: string): Promise<Delivery> =>
      send(single(), { msgtype: 'text', text: { content: text } }, text),
    /** Writes in a group. Without mentioning the robot, the robot hears nothing. */
    saysIn: (groupId: string, text: string, { mention = true } = {}): Promise<Delivery> => {
      const group = groupOf(groupId)
      if (mention) return send(group, { msgtype: 'text', text: { content: ` ${text}` } }, text)
      const message = { kind: 'text' as const, text, links: [] }
      world.timeline.add({ conversationId: group.id, from: human.key, message })
      return Promise.resolve(nowhere)
    },
    /** A voice note with what the platform understood; milliseconds. */
    speaks: (recognition: string, duration = 4_000) => {
      const downloadCode = keep(new Uint8Array([0]), 'voice.amr')
      return send(
        single(),
        { msgtype: 'audio', content: { downloadCode, recognition, duration } },
        recognition,
      )
    },
    sendsPicture: (bytes: Uint8Array, groupId?: string) => {
      const content = { downloadCode: keep(bytes, 'picture.jpg') }
      return send(groupId ? groupOf(groupId) : single(), { msgtype: 'picture', content }, '(picture)')
    },
    sendsFile: (fileName: string, bytes: Uint8Array) => {
      const downloadCode = keep(bytes, fileName)
      const ids = { spaceId: '1', fileId: crypto.randomUUID() }
      return send(single(), { msgtype: 'file', content: { downloadCode, fileName, ...ids } }, fileName)
    },
    sendsVideo: (bytes: Uint8Array) => {
      const downloadCode = keep(bytes, 'video.mp4')
      return send(
        single(),
        { msgtype: 'video', content: { downloadCode, videoType: 'mp4', duration: 4_000 } },
        '(video)',
      )
    },
    /** Text and pictures in one message. */
    sendsRich: (parts: RichPart[], groupId?: string) => {
      const words = parts.map((part) => ('text' in part ? part.text : '(picture)')).join('')
      const content = { richText: parts.map(asRich) }
      return send(groupId ? groupOf(groupId) : single(), { msgtype: 'richText', content }, words)
    },
    /** A kind of message the platform may send without documenting it. */
    sendsKind: (msgtype: string, content: object) => send(single(), { msgtype, content }, `(${msgtype})`),
  }
}
