import type { PrismaClient } from '#prisma'
import type { Messages, Shown } from '../bots/playground/messages.ts'
import { dateOf, type Temporal } from './lib/time.ts'

interface Body {
  card: Shown['card']
  text: string
  file?: { name: string; base64: string }
}

/** The playground's own side of a conversation, kept in the company's database. */
export async function playgroundMessages(db: PrismaClient, now: () => Temporal.Instant): Promise<Messages> {
  const show = (row: { id: number; conversation: string; body: string; at: Date }) => {
    const { card, text } = JSON.parse(row.body) as Body
    return { id: String(row.id), to: row.conversation, at: row.at.toISOString(), card, text }
  }
  let changes = (await db.playgroundMessage.aggregate({ _max: { version: true } }))._max.version ?? 0
  const add = async (conversation: string, fromMember: boolean, body: Body) => {
    const version = ++changes
    const data = { conversation, fromMember, body: JSON.stringify(body), at: dateOf(now()), version }
    return String((await db.playgroundMessage.create({ data })).id)
  }
  return {
    post: (to: string, message: Body) => add(to, false, message),
    redraw: async (id: string, message: Body) => {
      const version = ++changes
      const data = { body: JSON.stringify(message), version }
      return (await db.playgroundMessage.updateMany({ where: { id: Number(id) }, data })).count === 1
    },
    keep: (from: string, said: { text: string; file?: { name: string; bytes: Uint8Array } }) =>
      add(from, true, {
        card: null,
        text: said.text,
        file: said.file && { name: said.file.name, base64: Buffer.from(said.file.bytes).toString('base64') },
      }),
    bytesOf: async (id: string) => {
      const row = await db.playgroundMessage.findUnique({ where: { id: Number(id) } })
      const file = row && (JSON.parse(row.body) as Body).file
      return file ? new Uint8Array(Buffer.from(file.base64, 'base64')) : null
    },
    of: async (code: string, mine: boolean) => {
      const where = { conversation: code, ...(mine ? {} : { fromMember: false }) }
      const rows = await db.playgroundMessage.findMany({ where, orderBy: { id: 'desc' }, take: 200 })
      return rows.reverse().map((row) => ({ ...show(row), mine: row.fromMember || undefined }))
    },
    latest: async () => {
      const rows = await db.playgroundMessage.groupBy({
        by: ['conversation'],
        where: { fromMember: false },
        _max: { version: true },
      })
      return Object.fromEntries(rows.map(({ conversation, _max }) => [conversation, _max.version ?? 0]))
    },
    version: async () => changes,
    since: async (code: string, version: number) => {
      const where = { conversation: code, fromMember: false, version: { gt: version } }
      const rows = await db.playgroundMessage.findMany({ where, orderBy: { version: 'asc' } })
      return rows.map(show)
    },
  }
}
