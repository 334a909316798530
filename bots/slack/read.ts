import * as z from 'zod'
import type { FormValues } from '../../cards/card.ts'
import type { Address, FileRef, Incoming, PlatformUser, Say } from '../../src/chat/contract.ts'
import { directTo, home, type Lent, lending, messageId, platform, userIn } from './address.ts'
import { fieldOf, originOf } from './modal-origin.ts'
import {
  actionsPayload,
  commandPayload,
  type EventPayload,
  eventPayload,
  type SlackPayload,
  type SubmittedView,
  submissionPayload,
} from './payload.ts'
import { typedText } from './typed-text.ts'

const anything = z.object({ type: z.string().optional(), command: z.string().optional() })

/** What is said when Home is opened. */
const whatWaits = '日报'

/** One decoder for both transports: they carry the same payloads. */
export function read({ body, at }: SlackPayload): Incoming | null {
  const { type, command } = anything.parse(body)
  if (command !== undefined) return readCommand(commandPayload.parse(body), at)
  if (type === 'block_actions') return readPress(actionsPayload.parse(body), at)
  if (type === 'view_submission') return readSubmission(submissionPayload.parse(body), at)
  return type === 'event_callback' ? readEvent(eventPayload.parse(body), at) : null
}

/** A command is answered to the one who typed it; others do not see it either. */
function readCommand(payload: z.infer<typeof commandPayload>, at: number): Incoming {
  const { team_id, user_id, channel_id, text, trigger_id: trigger, response_url: responseUrl } = payload
  const from = userIn(team_id, user_id)
  const lent = { at, responseUrl, trigger }
  const replyTo = isDirect(channel_id)
    ? lending(directTo(from), { ...lent, dm: channel_id })
    : lending(channelOf(channel_id), { ...lent, asker: user_id })
  return { id: trigger, from, say: { text: typedText(text) || '帮助' }, replyTo, at }
}

/** A press on a message, on Home or in a modal. */
function readPress(payload: z.infer<typeof actionsPayload>, at: number): Incoming | null {
  const { user, team, trigger_id: trigger, view, actions } = payload
  const button = actions.find(({ type, value }) => type === 'button' && value)
  if (!button?.value) return null
  const from = userIn(user.team_id ?? team?.id ?? '', user.id)
  const replyTo = view ? pressedView(view, from, { at, trigger }) : pressedMessage(payload, from, at)
  return replyTo && { id: trigger, from, say: { press: button.value }, replyTo, at }
}

function pressedMessage(
  { container, message, response_url: responseUrl, trigger_id: trigger }: z.infer<typeof actionsPayload>,
  from: PlatformUser,
  at: number,
): Address | null {
  const { channel_id: channel, message_ts: ts, is_ephemeral: fleeting } = container
  if (!channel || !ts) return null
  const thread = message?.thread_ts ?? container.thread_ts
  const lent: Lent = { at, responseUrl, trigger, thread }
  const shown = fleeting ? { redrawable: false } : { message: messageId(channel, ts), redrawable: true }
  if (isDirect(channel))
    return { ...lending(directTo(from), { ...lent, ...(fleeting && { dm: channel }) }), ...shown }
  return { ...lending(channelOf(channel), lent), ...(fleeting && { user: from.id }), ...shown }
}

function pressedView({ id, type, private_metadata }: SubmittedView, from: PlatformUser, lent: Lent): Address {
  if (type === 'home')
    return { ...lending(directTo(from), { ...lent, home: 'pressed' }), message: home, redrawable: true }
  const origin = originOf(private_metadata)?.to ?? directTo(from)
  return {
    ...lending(origin, { ...origin.extra, ...lent, view: id }),
    message: undefined,
    redrawable: false,
  }
}

/** A form is sent: its submit sentence with what was entered, answered where it was opened. */
function readSubmission(
  { user, team, trigger_id, view }: z.infer<typeof submissionPayload>,
  at: number,
): Incoming | null {
  const origin = originOf(view.private_metadata)
  if (!origin?.say) return null
  const from = userIn(user.team_id ?? team?.id ?? '', user.id)
  return { id: trigger_id, from, say: { press: origin.say, values: enteredIn(view) }, replyTo: origin.to, at }
}

const enteredIn = ({ state }: SubmittedView): FormValues =>
  Object.fromEntries(
    Object.entries(state.values).flatMap(([blockId, elements]) => {
      const name = fieldOf(blockId)
      return name === undefined ? [] : [[name, entered(Object.values(elements)[0] ?? {})]]
    }),
  )

/** https://docs.slack.dev/reference/views: each kind of input has a field of its own; what was emptied is null. */
function entered(entry: Record<string, unknown>): string {
  const chosen = entry.selected_option as { value?: string } | null | undefined
  if (Array.isArray(entry.selected_options)) return entry.selected_options.length > 0 ? 'true' : ''
  return String(entry.value ?? entry.selected_date ?? entry.selected_time ?? chosen?.value ?? '')
}

function readEvent(payload: EventPayload, arrived: number): Incoming | null {
  const { event, event_id: id, team_id } = payload
  if (event.bot_id || !event.user) return null
  const from = userIn(event.user_team ?? event.team ?? team_id, event.user)
  const at = payload.event_time ? payload.event_time * 1000 : arrived
  if (event.type === 'app_home_opened') {
    if (event.tab !== undefined && event.tab !== home) return null
    const replyTo = { ...lending(directTo(from), { home: 'opened' }), message: home, redrawable: true }
    return { id, from, say: { press: whatWaits }, replyTo, at }
  }
  const replyTo = placeOf(event, from)
  const say = replyTo && sayOf(payload)
  return say && { id, from, say, replyTo, at }
}

/** Direct messages and mentions; what people say among themselves is not for us. */
function placeOf(
  { type, subtype, channel, channel_type, thread_ts }: EventPayload['event'],
  from: PlatformUser,
): Address | null {
  if (!channel || (subtype && !spoken.includes(subtype))) return null
  if (type === 'message' && channel_type === 'im') return lending(directTo(from), { thread: thread_ts })
  return type === 'app_mention' ? lending(channelOf(channel), { thread: thread_ts }) : null
}

/** Every other subtype tells of an edit, a deletion, somebody joining. */
const spoken = ['file_share', 'thread_broadcast', 'me_message']

function sayOf({ event, authorizations }: EventPayload): Say | null {
  const text = typedText(event.text ?? '', authorizations[0]?.user_id)
  const file = event.files?.[0]
  if (file) return { file: refOf(file), ...(text && { text }) }
  if (text) return { text }
  return event.type === 'app_mention' ? { text: '帮助' } : null
}

const refOf = ({
  name,
  size,
  url_private,
  url_private_download,
}: NonNullable<EventPayload['event']['files']>[number]): FileRef => ({
  id: url_private_download ?? url_private ?? '',
  name: name ?? '',
  ...(size !== undefined && { size }),
})

const isDirect = (channel: string) => channel.startsWith('D')

const channelOf = (channel: string): Address => ({ platform, conversation: channel, kind: 'group' })
