import { randomUUID } from 'node:crypto'
import type { Settings } from '../settings.ts'

export type Sessions = ReturnType<typeof createSessions>

/** Session webhooks: reply addresses that come with a message and expire. */
export function createSessions({ now, settings }: { now: () => number; settings: Settings }) {
  const open = new Map<string, { conversationId: string; until: number }>()
  return {
    open: (conversationId: string) => {
      const session = randomUUID().replaceAll('-', '')
      const until = now() + settings.sessionLife
      open.set(session, { conversationId, until })
      return { session, until }
    },
    /** The conversation a session replies to; nothing once it has expired. */
    conversationOf: (session: string): string | undefined => {
      const found = open.get(session)
      return found && now() < found.until ? found.conversationId : undefined
    },
    expireAll: () => open.clear(),
  }
}
