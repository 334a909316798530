import type { PrismaClient } from '#prisma'
import { sha256 } from './lib/sha256.ts'

interface Occasion {
  what: string
  /** Done again at once where this is not what it was. */
  as: string
  wall(): Date
}

/** For a process that starts many times a day, and work that counts against a quota. Only what went through counts as done. */
export async function onceADay(
  db: PrismaClient,
  { what: key, as, wall }: Occasion,
  work: () => Promise<void>,
): Promise<void> {
  const value = `${wall().toISOString().slice(0, 10)} ${await sha256(as)}`
  const done = await db.setting.findUnique({ where: { key } })
  if (done?.value === value) return
  await work()
  await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}
