import { randomUUID } from 'node:crypto'
import { Refusal } from '../hosts/refusal.ts'
import type { World } from '../world.ts'
import type { Connection } from './connection.ts'

export type Subscriptions = Connection['subscriptions']

function readSubscriptions(list: unknown): Subscriptions {
  const sound = (one: Subscriptions[number] | undefined) => one?.type && typeof one.topic === 'string'
  if (Array.isArray(list) && list.length > 0 && list.every(sound)) return list
  throw new Refusal('InvalidParameter', 'subscriptions')
}

/** Tickets for the gateway: each lives shortly and opens one connection. */
export function createTickets({ app, settings, recorder, now }: World) {
  const tickets = new Map<string, { subscriptions: Subscriptions; until: number }>()
  const openings: { at: number; subscriptions: Subscriptions; localIp?: string }[] = []
  return {
    /** Every call for a ticket that was granted. */
    openings,
    issue: (body: Record<string, unknown>): string => {
      if (body.clientId !== app.clientId || body.clientSecret !== app.clientSecret) {
        throw new Refusal('authFailed', '鉴权失败')
      }
      const subscriptions = readSubscriptions(body.subscriptions)
      const ticket = randomUUID()
      recorder.charged.opens += 1
      openings.push({ at: now(), subscriptions, localIp: body.localIp as string | undefined })
      tickets.set(ticket, { subscriptions, until: now() + settings.ticketLife })
      return ticket
    },
    /** What a ticket subscribes to; nothing if it was used before or is too old. */
    spend: (ticket: string): Subscriptions | undefined => {
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      return found && now() < found.until ? found.subscriptions : undefined
    },
  }
}
