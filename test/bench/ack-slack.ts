import { parseArgs } from 'node:util'
import type { Kind } from '../simulators/slack/delivery/deliver.ts'
import type { Latencies } from '../simulators/slack/records.ts'
import { slackDemo } from '../support/slack-company.ts'

/**
 * How long Slack waits for an acknowledgement, in milliseconds, at the simulator: the demo company, everything committed
 * before it is acknowledged, and the answer itself in it where Slack takes one.
 *
 *     node test/bench/ack-slack.ts --rounds 300
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '300' } } })
const rounds = Number(values.rounds)

for (const via of ['socket', 'http'] as const) {
  const { slack, quiet, sales, person, close } = await slackDemo(via)
  const li = person('li')
  const measured: Record<string, Latencies> = {}
  const measure = async (what: string, kind: Kind, once: () => Promise<unknown>) => {
    for (let i = 0; i < 20; i += 1) await once()
    await quiet()
    slack.records.clear()
    for (let i = 0; i < rounds; i += 1) await once()
    await quiet()
    measured[what] = slack.records.latencies(kind)
  }

  await measure('a command, its answer a customer', 'slash_commands', () =>
    li.person.command('/qd', '客户 KH000002', { channel: sales }),
  )
  await measure('a message', 'events_api', () => li.person.dm('客户 KH000002'))
  await li.says('客户 KH000002')
  const card = li.person.lastMessage()!
  await measure('a press', 'interactive', () => li.person.press(card, '看库存'))
  await measure('a form with an error', 'interactive', async () => {
    if (!li.person.view()) {
      await li.says('报库存 华联超市')
      await li.presses('填写')
    }
    await li.person.submit(li.person.view()!, {})
  })

  console.log(`\nSlack by ${via}, ${rounds} rounds each`)
  console.table(
    Object.fromEntries(
      Object.entries(measured).map(([what, { count, p50, p99, max }]) => [
        what,
        { count, p50: p50.toFixed(1), p99: p99.toFixed(1), max: max.toFixed(1) },
      ]),
    ),
  )
  await close()
}
