import type { Card } from '../../cards/card.ts'
import type { Address, Sent } from '../../src/chat/contract.ts'
import type { Log } from '../../src/lib/log.ts'
import type { Language } from '../../src/lib/words.ts'
import { lentBy } from './address.ts'
import type { SlackBot } from './bot.ts'
import { blockOf, originOf } from './modal-origin.ts'
import { isPlain } from './native.ts'
import { type SlackPayload, type SubmittedView, submissionPayload } from './payload.ts'
import { asOf, type SlackMessage } from './render.ts'
import { ephemeral } from './response-url.ts'
import { formOf, modal } from './views.ts'

/** Slack waits three seconds; what is not ready by then follows as a message. */
const within = 2000

/** An answer that the acknowledgement may carry. */
interface Carried {
  card: Card
  to: Address
  language: Language
  carried(sent: Sent): Promise<void>
  handBack(): Promise<void>
}

export interface Acknowledging {
  bot: SlackBot
  /** Commits what was sent; resolves to the answer where it was ready within so many milliseconds. */
  receive(payload: SlackPayload, within: number): Promise<Carried | null>
  /** Knows of work that goes on after the acknowledgement, so that a stop can wait for it. */
  background(work: Promise<unknown>): void
  wall(): Date
  log: Log
}

/** What is said within Slack's clock, and what is done once it was said. */
export interface Acknowledgement {
  body?: object
  /** Told whether it arrived, as far as that is known. */
  afterwards?(arrived: boolean): Promise<void>
}

/** Takes in a payload, whichever way it came. It is committed when this resolves; throws where it must not be acknowledged. */
export function acknowledging({ bot, receive, wall, log }: Omit<Acknowledging, 'background'>) {
  async function send(answer: Carried, message: SlackMessage): Promise<void> {
    try {
      await answer.carried(await bot.send(answer.to, message))
    } catch (error) {
      log.warn({ error: String(error) }, 'an answer was not taken: it is sent again')
      await answer.handBack()
    }
  }

  return async function acknowledge(body: unknown): Promise<Acknowledgement> {
    const answer = await receive({ body, at: wall().getTime() }, isEvent(body) ? 0 : within)
    if (!answer) return {}
    const message = bot.render(answer.card, { language: answer.language })
    const carrying = isCommand(body)
      ? commandAnswer(answer.to, message, wall())
      : isSubmission(body)
        ? submissionAnswer(submissionPayload.parse(body).view, answer.to, message)
        : null
    if (!carrying) return { afterwards: () => send(answer, message) }
    const settle = (arrived: boolean) => (arrived ? answer.carried({ redrawable: false }) : answer.handBack())
    return { body: carrying, afterwards: settle }
  }
}

const typeOf = (body: unknown) => (body as { type?: unknown }).type
const isEvent = (body: unknown) => typeOf(body) === 'event_callback'
const isSubmission = (body: unknown) => typeOf(body) === 'view_submission'
const isCommand = (body: unknown) => 'command' in (body as object)

/**
 * In a channel the reply of a command is the answer. It cannot be sent again should Slack refuse a block of it, so it
 * carries none that a workspace may refuse; forms open as modals.
 */
function commandAnswer(to: Address, message: SlackMessage, now: Date): object | null {
  if (to.kind !== 'group' || formOf(message.card) || !isPlain(message)) return null
  const { card, language, blocks } = message
  return ephemeral(message, card.subject ? [...blocks, asOf(language, now)] : blocks)
}

/**
 * The same form with errors: they are shown under its fields. Another form, or reasons that belong to no field: it takes
 * the place of the first. What was asked on Home is answered in the modal; everything else closes it.
 * https://docs.slack.dev/surfaces/modals#response_actions
 */
function submissionAnswer(view: SubmittedView, to: Address, message: SlackMessage): object | null {
  const form = formOf(message.card)
  const overHome = lentBy(to, 0).home === 'pressed'
  if (!form) return overHome ? { response_action: 'update', view: modal(message, to) } : null
  const errors = form.fields.flatMap(({ name, error }) => (error ? [[blockOf(name), error] as const] : []))
  const isSame = originOf(view.private_metadata)?.say === form.submit.say
  const placed = errors.every(([block]) => block in view.state.values)
  if (isSame && errors.length > 0 && placed)
    return { response_action: 'errors', errors: Object.fromEntries(errors) }
  return { response_action: 'update', view: modal(message, to) }
}
