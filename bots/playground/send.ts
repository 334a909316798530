import { type Address, NotSent, type Sent } from '../../src/chat/contract.ts'
import { limitsOf, within } from './limits.ts'
import type { Messages } from './messages.ts'
import type { PlaygroundMessage } from './render.ts'

export const sendTo =
  (messages: Messages, wall: () => Date) =>
  async (to: Address, drawn: PlaygroundMessage): Promise<Sent> => {
    const message = within(drawn, limitsOf(to), wall().getTime())
    const redrawable = to.redrawable !== false
    if (!to.message || !redrawable)
      return { message: await messages.post(to.conversation, message), redrawable }
    if (!(await messages.redraw(to.message, message)))
      throw new NotSent('gone', `there is no message ${to.message}`)
    return { message: to.message, redrawable }
  }
