import { collectDefaultMetrics, Gauge, Registry } from '@prometheus-io/client'
import type { PrismaClient } from '#prisma'

/** Figures about the process and about what the company has taken in and owes, counted when they are asked for. */
export function metricsOf(db: PrismaClient): () => Promise<string> {
  const register = new Registry()
  collectDefaultMetrics({ register })
  const inbox = new Gauge({
    name: 'qudao_inbox_messages',
    help: 'Accepted messages by state',
    labelNames: ['platform', 'state'],
    registers: [register],
  })
  const outbox = new Gauge({
    name: 'qudao_outbox_messages',
    help: 'Messages owed by state; dead ones need an admin',
    labelNames: ['platform', 'kind', 'state'],
    registers: [register],
  })
  return async () => {
    const taken = await db.inbox.groupBy({ by: ['platform', 'state'], _count: true })
    const owed = await db.outbox.groupBy({ by: ['platform', 'kind', 'state'], _count: true })
    inbox.reset()
    outbox.reset()
    for (const { platform, state, _count } of taken) inbox.set({ platform, state }, _count)
    for (const { platform, kind, state, _count } of owed) outbox.set({ platform, kind, state }, _count)
    return register.metrics()
  }
}
