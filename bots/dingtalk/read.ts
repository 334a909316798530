import type { Address, FileRef, Incoming, Say } from '../../src/chat/contract.ts'
import { directTo, groupOf, platform, staff, stranger, withSession } from './address.ts'
import { formOf } from './form-variable.ts'
import {
  type DingtalkPayload,
  type MessageBody,
  messageBody,
  type PressBody,
  pressBody,
  pressContent,
} from './payload.ts'

/** One decoder for both transports: they carry the same payloads. */
export function read(payload: DingtalkPayload): Incoming | null {
  return payload.kind === 'message'
    ? readMessage(messageBody.parse(payload.body))
    : readPress(pressBody.parse(payload.body), payload)
}

function readMessage(message: MessageBody): Incoming | null {
  const { msgId: id, createAt: at, senderStaffId, senderId = '', senderNick } = message
  if (senderId !== '' && senderId === message.chatbotUserId) return null
  const say = message.errorCode === undefined ? sayOf(message) : null
  if (!say) return null
  const who = senderStaffId ? staff(senderStaffId) : stranger(senderId)
  const from = senderNick ? { ...who, name: senderNick } : who
  const place = isGroup(message) ? groupOf(message.conversationId) : directTo(from)
  return { id, from, say, replyTo: answerable(place, message), at }
}

const isGroup = ({ conversationType }: MessageBody) => conversationType === '2'

const answerable = (
  place: Address,
  { sessionWebhook: url, sessionWebhookExpiredTime: until }: MessageBody,
): Address => (url && until !== undefined ? withSession(place, { url, until }) : place)

/** Someone who mentions us without a word wants to know what we can do. */
function sayOf(message: MessageBody): Say | null {
  const words = wordsIn(message).trim()
  if (words) return { text: words }
  if (message.msgtype === 'text') return isGroup(message) ? { text: '帮助' } : null
  return { file: fileIn(message) }
}

/** Typed, or spoken and understood by the platform. Pictures among the words are left out. */
const wordsIn = ({ text, content }: MessageBody): string =>
  text?.content ?? content?.recognition ?? content?.richText?.map((part) => part.text ?? '').join('') ?? ''

/** Anything else is a file, be it one that cannot be read: then the person is told so. */
const fileIn = ({ msgtype, content }: MessageBody): FileRef => ({
  id: content?.downloadCode ?? '',
  name: content?.fileName ?? names[msgtype] ?? msgtype,
})

const names: Record<string, string> = {
  picture: '图片.jpg',
  richText: '图片.jpg',
  audio: '语音.amr',
  video: '视频.mp4',
}

function readPress(press: PressBody, { frame, at }: { frame: string; at: number }): Incoming | null {
  const { actionIds, params } = pressContent.parse(
    JSON.parse(press.content ?? press.value ?? '{}'),
  ).cardPrivateData
  const say = saidBy(actionIds, params)
  if (!say) return null
  const id = ['card', press.outTrackId, actionIds.join(','), press.userId, frame].join(':')
  const from = press.userIdType === 2 ? stranger(press.userId) : staff(press.userId)
  return { id, from, say, replyTo: pressedOn(press, from.id), at }
}

/** Buttons carry their sentence; a form carries it in a hidden field. */
function saidBy(actionIds: string[], { say, form }: Record<string, unknown>): Say | null {
  if (typeof say === 'string' && say !== '') return { press: say }
  const submitted = actionIds.includes('form') ? formOf(form) : null
  return submitted && { press: submitted.say, values: submitted.values }
}

/** The conversation of a card sent to one person is that person, whatever the platform calls it. */
const pressedOn = ({ outTrackId, spaceId, spaceType }: PressBody, presser: string): Address => ({
  ...(spaceType === 'IM_GROUP' && spaceId ? groupOf(spaceId) : directTo({ id: presser })),
  platform,
  message: outTrackId,
  redrawable: true,
})
