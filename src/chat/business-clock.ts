import type { PrismaClient } from '#prisma'
import { dateOf, instantOf, type Temporal } from '../lib/time.ts'

/** Business time: wall time, moved forward by what the company's clock was set to. It survives a restart. */
export async function businessClock(db: PrismaClient, wall: () => Date) {
  const key = 'clock.ahead'
  const row = await db.setting.findUnique({ where: { key } })
  let ahead = row ? (JSON.parse(row.value) as number) : 0
  const now = () => instantOf(wall()).add({ milliseconds: ahead })

  /** Never back: what was due has happened. */
  async function moveTo(to: Temporal.Instant): Promise<void> {
    const forward = dateOf(to).getTime() - dateOf(now()).getTime()
    if (forward <= 0) return
    ahead += forward
    const value = JSON.stringify(ahead)
    await db.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
  }

  return { now, moveTo, wallOf: (moment: Temporal.Instant) => moment.subtract({ milliseconds: ahead }) }
}
