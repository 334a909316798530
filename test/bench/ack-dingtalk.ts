import { parseArgs } from 'node:util'
import { latencyOf } from '../simulators/dingtalk/record.ts'
import { dingtalkDemo, type Via } from '../support/dingtalk-company.ts'

/**
 * How long DingTalk waits for an acknowledgement, in milliseconds, at the simulator: the demo company, everything
 * committed before it is acknowledged, and the redrawn card itself in that of a press.
 *
 *     node test/bench/ack-dingtalk.ts --rounds 300
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '300' } } })
const rounds = Number(values.rounds)

for (const via of ['stream', 'http'] as Via[]) {
  const demo = await dingtalkDemo({ via })
  const li = demo.person('li')
  const { acks, callbacks } = demo.sim.recorder
  const measured: Record<string, ReturnType<typeof latencyOf>> = {}
  const measure = async (what: string, once: () => Promise<unknown>) => {
    for (let i = 0; i < 20; i += 1) await once()
    await li.calm()
    const before = [acks.length, callbacks.length] as const
    for (let i = 0; i < rounds; i += 1) await once()
    await li.calm()
    const waited = via === 'stream' ? acks.slice(before[0]) : callbacks.slice(before[1])
    measured[what] = latencyOf(waited.map(({ ms }) => ms))
  }

  await measure('a message', () => li.person.says('客户 KH000002'))
  const customer = li.person.card('KH000002')
  await measure('a press, another card its answer', () => li.person.presses(customer, '看库存'))
  await li.says('报库存 华联超市')
  const report = li.person.cards().findLast(({ form }) => form)!
  const cola = report.form!.fields.find(({ label }) => label?.startsWith('可乐'))!
  await measure('a form with an error, redrawn in its place', () =>
    li.person.submits(report, { [cola.name]: '存十二只羊' }),
  )

  console.log(`\nDingTalk by ${via}, ${rounds} rounds each`)
  console.table(
    Object.fromEntries(
      Object.entries(measured).map(([what, { count, p50, p99 }]) => [
        what,
        { count, p50: p50.toFixed(1), p99: p99.toFixed(1) },
      ]),
    ),
  )
  await demo.close()
}
