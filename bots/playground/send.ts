import { type Address, NotSent, type Sent } from '../../src/chat/contract.ts'
import type { Messages } from './messages.ts'
import type { PlaygroundMessage } from './render.ts'

export const sendTo =
  (messages: Messages) =>
  async (to: Address, message: PlaygroundMessage): Promise<Sent> => {
    const redrawable = to.redrawable !== false
    if (!to.message || !redrawable)
      return { message: await messages.post(to.conversation, message), redrawable }
    if (!(await messages.redraw(to.message, message)))
      throw new NotSent('gone', `there is no message ${to.message}`)
    return { message: to.message, redrawable }
  }
