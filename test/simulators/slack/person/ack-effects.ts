import { Refusal } from '../api/refusal.ts'
import { checkedView } from '../api/view-methods.ts'
import type { Delivery } from '../delivery/deliver.ts'
import { respond } from '../response-urls.ts'
import type { OpenView } from '../views.ts'
import { isObject, type Json, object } from '../wire.ts'
import type { World } from '../world.ts'

const SLACKBOT = 'USLACKBOT'
const TROUBLE = 'We had some trouble connecting. Try again?'

/** What the acknowledgement of a slash command shows to the one who typed it. */
export function showCommandAnswer(world: World, user: string, channel: string, delivery: Delivery): void {
  const fail = (code: string) => {
    const text = `${delivery.payload.command} failed with the error "${code}"`
    world.workspace.post(channel, { user: SLACKBOT, text }, user)
  }
  if (!delivery.acknowledged) {
    fail(delivery.attempts[0]?.outcome === 'timeout' ? 'operation_timeout' : 'dispatch_failed')
    return
  }
  const answer = object(delivery.response)
  if (!answer.text && !answer.blocks) return
  try {
    respond({ user, channel }, answer, world)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    fail('invalid_command_response')
  }
}

/** What the acknowledgement of a submitted modal does to it. */
export function applySubmissionAnswer(world: World, open: OpenView, delivery: Delivery): void {
  const answer = object(delivery.response)
  open.errors = {}
  delete open.notice
  if (!delivery.acknowledged || !applied(world, open, answer)) open.notice = TROUBLE
  world.changes.notify()
}

/** False when Slack can do nothing with the answer. */
function applied(world: World, open: OpenView, answer: Json): boolean {
  const { views } = world
  try {
    switch (answer.response_action) {
      case undefined:
        views.close(open)
        return true
      case 'clear':
        views.clear(open.user)
        return true
      case 'update':
        views.update(open, checkedView(answer.view, 'modal'))
        return true
      case 'push':
        views.push(open.user, checkedView(answer.view, 'modal'))
        return true
      case 'errors':
        return showErrors(open, answer.errors)
      default:
        return false
    }
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** Errors can only stand under input blocks of this view. */
function showErrors(open: OpenView, errors: unknown): boolean {
  const inputs = open.view.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id)
  if (!isObject(errors) || Object.keys(errors).length === 0) return false
  if (Object.keys(errors).some((blockId) => !inputs.includes(blockId))) return false
  open.errors = Object.fromEntries(Object.entries(errors).map(([blockId, words]) => [blockId, String(words)]))
  return true
}
