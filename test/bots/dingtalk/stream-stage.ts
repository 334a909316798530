import { setTimeout as sleep } from 'node:timers/promises'
import { vi } from 'vitest'
import { dingtalkBot } from '../../../bots/dingtalk/bot.ts'
import { type DingtalkStreamParts, startDingtalkStream } from '../../../bots/dingtalk/stream.ts'
import { simulateDingtalk } from '../../simulators/dingtalk/simulator.ts'
import { settingsFor } from '../../support/dingtalk-company.ts'
import { patience } from '../../support/patience.ts'

export type Receive = DingtalkStreamParts['receive']

/** Connections of the bot to a simulator, and what they said. */
export async function streamStage() {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  const sim = await simulateDingtalk({ people: [{ staffId: 'li', name: '李明' }] })
  const logged: { level: string; fields: object; message: string }[] = []
  const note = (level: string) => (fields: object, message: string) => logged.push({ level, fields, message })
  const log = { info: note('info'), warn: note('warn'), error: note('error') }
  const settings = settingsFor(sim)
  const wall = () => new Date()
  const bot = dingtalkBot({ settings, fetch, wall, log })
  const started: Awaited<ReturnType<typeof startDingtalkStream>>[] = []

  return {
    sim,
    bot,
    logged,
    li: sim.user('li'),
    /** Connects; pauses are short. */
    connect: async (options: { receive?: Receive } & Partial<DingtalkStreamParts> = {}) => {
      const receive: Receive = async () => null
      const timing = { pingEvery: 100, firstPause: 20, longestPause: 100, drain: 300, ...options.timing }
      const stream = await startDingtalkStream({
        bot,
        receive,
        settings,
        fetch,
        wall,
        log,
        ...options,
        timing,
      })
      started.push(stream)
      return stream
    },
    /** A card in front of 李明, with one button. */
    card: async () => {
      const to = bot.direct({ platform: 'dingtalk', id: 'li' })
      const buttons = [{ label: '批准', say: '批准 HT-1' }]
      await bot.send(
        to,
        bot.render({ title: '合同', blocks: [{ type: 'buttons', buttons }] }, { language: 'zh' }),
      )
    },
    openings: () => sim.stream.openings.length,
    connections: () => sim.stream.connections().length,
    until: (holds: () => unknown, ms = patience) =>
      vi.waitFor(
        () => {
          if (!holds()) throw new Error('not yet')
        },
        { timeout: ms, interval: 5 },
      ),
    close: async () => {
      for (const stream of started.splice(0)) await stream.stop()
      await sleep(20)
      await sim.close()
      vi.restoreAllMocks()
    },
  }
}
