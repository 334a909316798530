import { parseArgs } from 'node:util'
import { fillDemo } from '../prisma/demo/fill-demo.ts'
import { emptyOutcome } from './chat/settle.ts'
import { buildCore } from './core.ts'
import type { Ctx } from './crm/context.ts'
import { meOf } from './crm/people/me-of.ts'
import { rulesOf } from './crm/rules-of.ts'
import { openDatabase } from './db/open-node.ts'
import { BUSINESS_ZONE, localDate, Temporal } from './lib/time.ts'

const usage = 'npm run understand -- --as li --now 2026-11-24T10:00 "拜访华联超市 聊了国庆堆头"'

const { values, positionals } = parseArgs({
  options: { as: { type: 'string' }, now: { type: 'string' }, customer: { type: 'string' } },
  allowPositionals: true,
})
const text = positionals.join(' ')
if (!values.as || text === '') {
  console.error(
    `${usage}\nQUDAO_DB names the database; without it a demo company is made up. --customer is the one spoken of before.`,
  )
  process.exit(2)
}

const now = values.now
  ? Temporal.PlainDateTime.from(values.now).toZonedDateTime(BUSINESS_ZONE).toInstant()
  : Temporal.Now.instant()
const today = localDate(now, BUSINESS_ZONE)
const { db, close } = await openDatabase(process.env.QUDAO_DB ?? ':memory:')
if (!process.env.QUDAO_DB) await fillDemo(db, { anchor: today })

const member = await db.member.findUnique({ where: { code: values.as }, select: { id: true } })
const me = member && (await meOf(db, member.id, today.toString()))
if (me) {
  const ctx: Ctx = { db, me, language: me.language, rules: await rulesOf(db), ...emptyOutcome(now) }
  const { command, input, asks, choices, records, why, nearest } = await buildCore().understand(ctx, text, {
    customer: values.customer,
  })
  console.info(
    JSON.stringify(
      { command, input, asks, choices, records, why, ...(command === null && { nearest }) },
      null,
      2,
    ),
  )
} else console.error(`There is nobody with the code ${values.as}.`)
await close()
