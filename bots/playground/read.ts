import type { FormValues } from '../../cards/card.ts'
import type { Address, Incoming, Say } from '../../src/chat/contract.ts'
import type { Limits } from './limits.ts'

export const platform = 'playground'

/** What the page sends: somebody says, presses or drops something. */
export interface PlaygroundPayload {
  /** Unique; what a redelivery repeats. */
  id: string
  /** Epoch milliseconds. */
  at: number
  /** Code of the member who speaks. */
  as: string
  text?: string
  button?: string
  values?: FormValues
  /** The message that was pressed. */
  message?: string
  file?: { id: string; name: string; size: number }
  /** Imitates a surface that cannot be redrawn. */
  redrawable?: boolean
  limits?: Limits
}

export function read(payload: PlaygroundPayload): Incoming | null {
  const say = sayOf(payload)
  if (!say) return null
  return {
    id: payload.id,
    from: { platform, id: payload.as },
    say,
    replyTo: {
      ...directTo(payload.as),
      message: payload.message,
      redrawable: payload.redrawable ?? true,
      ...lent(payload),
    },
    at: payload.at,
  }
}

const lent = ({ limits }: PlaygroundPayload): Pick<Address, 'extra'> =>
  limits ? { extra: { ...limits } } : {}

export const directTo = (code: string): Address => ({
  platform,
  conversation: code,
  kind: 'direct',
  user: code,
})

function sayOf({ button, values, file, text }: PlaygroundPayload): Say | null {
  if (button) return { press: button, values }
  if (file) return { file, text }
  return text?.trim() ? { text } : null
}
