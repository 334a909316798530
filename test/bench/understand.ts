import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fillDemo } from '../../prisma/demo/fill-demo.ts'
import { emptyOutcome } from '../../src/chat/settle.ts'
import { buildCore } from '../../src/core.ts'
import type { Ctx } from '../../src/crm/context.ts'
import { meOf } from '../../src/crm/people/me-of.ts'
import { rulesOf } from '../../src/crm/rules-of.ts'
import { openDatabase } from '../../src/db/open-node.ts'
import { instantOf, localDate } from '../../src/lib/time.ts'

// What understanding a sentence takes, with few customers and with many: node test/bench/understand.ts [customers]

const sentences = [
  '拜访华联超市 跟王店长聊了国庆堆头 下周二再去',
  '昨天去了hlcs，老板说竞品在降价，周五给报价',
  '华联 可乐 期初20 进30 存12箱',
  'visited Hualian, talked to manager Wang about the display, back next Tuesday',
  '批了 华联的合同',
  '谁还没交周报',
  '我下周三下午请假',
  '库存 华联',
  '查客户 永胜副食',
  '明天上午10点拜访永盛副食 谈春节备货',
  '华联超市盘点\n可乐 12箱\n雪碧 8箱6瓶\n芬达没了\n绿茶 6箱\n纯净水 15箱',
  '今天天气不错',
]
const now = instantOf(new Date('2026-11-24T10:00:00+08:00'))
const core = buildCore()

for (const customers of [600, Number(process.argv[2] ?? 100_000)]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'qudao-bench-'))
  const { db, close } = await openDatabase(path.join(folder, 'company.sqlite'))
  await fillDemo(db, { anchor: localDate(now, 'Asia/Shanghai'), customers })
  const rules = await rulesOf(db)
  const spent: number[] = []
  for (let round = 0; round < 40; round++) {
    for (const code of ['li', 'wang', 'chen', 'sun']) {
      const { id } = await db.member.findUniqueOrThrow({ where: { code } })
      const me = (await meOf(db, id, '2026-11-24'))!
      for (const text of sentences) {
        const ctx: Ctx = { db, me, language: me.language, rules, ...emptyOutcome(now) }
        const begun = performance.now()
        await core.understand(ctx, text, {})
        if (round >= 5) spent.push(performance.now() - begun)
      }
    }
  }
  global.gc?.()
  spent.sort((a, b) => a - b)
  const at = (share: number) => spent[Math.floor(spent.length * share)]!.toFixed(2)
  const heap = (process.memoryUsage().heapUsed / 2 ** 20).toFixed(0)
  console.info(`${customers} customers: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms a sentence; heap ${heap} MB`)
  await close()
  rmSync(folder, { recursive: true })
}
