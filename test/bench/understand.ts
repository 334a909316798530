import { tmpdir } from 'node:os'
import path from 'node:path'
import { fillDemo } from '../../prisma/demo/fill-demo.ts'
import { emptyOutcome } from '../../src/chat/settle.ts'
import { buildCore } from '../../src/core.ts'
import type { Ctx } from '../../src/crm/context.ts'
import { meOf } from '../../src/crm/people/me-of.ts'
import { rulesOf } from '../../src/crm/rules-of.ts'
import { openDatabase } from '../../src/db/open-node.ts'
import { BUSINESS_ZONE, Temporal } from '../../src/lib/time.ts'
import { corpus } from '../chat/understand/corpus/corpus.ts'

/**
 * How long a sentence takes with so many customers: `node test/bench/understand.ts [customers] [rounds]`. A message that
 * holds several records is as many sentences; how long whole messages take is printed beside.
 */
const [customers, rounds] = [Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 4)]

const anchor = Temporal.PlainDate.from('2026-11-24')
const { db, close } = await openDatabase(path.join(tmpdir(), `qudao-understand-${customers}.sqlite`))
if ((await db.member.count()) === 0) await fillDemo(db, { anchor, customers })

const now = anchor.toZonedDateTime({ timeZone: BUSINESS_ZONE, plainTime: '10:00' }).toInstant()
const core = buildCore()
const rules = await rulesOf(db)
const rows = Object.values(corpus).flat()
const people = new Map<string, Ctx['me']>()
for (const code of new Set(rows.map(({ as = 'li' }) => as))) {
  const { id } = await db.member.findUniqueOrThrow({ where: { code } })
  people.set(code, (await meOf(db, id, anchor.toString()))!)
}

const messages: number[] = []
const sentences: number[] = []
for (let round = 0; round <= rounds; round++) {
  for (const { says, as = 'li', spokenOf = {} } of rows) {
    const me = people.get(as)!
    const started = performance.now()
    const { records } = await core.understand(
      { db, me, language: me.language, rules, ...emptyOutcome(now) },
      says,
      spokenOf,
    )
    const took = performance.now() - started
    if (round === 0) continue
    messages.push(took)
    for (const _ of records ?? [says]) sentences.push(took / (records?.length ?? 1))
  }
}
const at = (times: number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length * share)]!.toFixed(2)
const heap = (process.memoryUsage().heapUsed / 1e6).toFixed(0)
console.info(
  `${customers} customers, ${sentences.length} sentences: p50 ${at(sentences, 0.5)} ms, p99 ${at(sentences, 0.99)} ms (messages ${at(messages, 0.99)}), heap ${heap} MB`,
)
await close()
