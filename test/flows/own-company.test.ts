import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lists } from '../../src/crm/lists.ts'
import { openDatabase } from '../../src/db/open-node.ts'
import { instantOf } from '../../src/lib/time.ts'
import { playgroundDemo, tuesday } from '../support/playground-company.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const files = {
  people: `code,name,role,office
li,李明,业务代表,总公司/华东分公司/上海办事处
wang,王建华,办事处主任,总公司/华东分公司/上海办事处`,
  products: `code,name,aliases,units,price
YM1,燕麦奶,燕麦,箱=12；盒=1,8.50`,
  customers: `code,name,tier,owner,city,address,contacts
KH000041,上海福满多商贸有限公司,经销商,li,上海,中山路1号,赵敏/老板/13810000041`,
}

test('a company that was brought along in three lists works: visits, stock, contracts, further customers', async () => {
  const file = path.join(folder, 'company.sqlite')
  const { db, close } = await openDatabase(file)
  for (const [name, csv] of Object.entries(files)) {
    const { errors, save } = lists[name]!.read(csv)
    expect(errors).toEqual([])
    await db.$transaction((tx) => save(tx, instantOf(tuesday)))
  }
  await close()
  const demo = await playgroundDemo({ file })
  const li = demo.person('li')

  expect((await li.says('fmd')).sees()).toContain('KH000041')
  await li.says('拜访福满多 跟赵老板聊了燕麦奶的陈列和新年订货 下周二再去')
  expect((await li.presses('保存')).sees()).toContain('已记录')
  expect((await li.says('福满多 燕麦奶 期初10 进30 存12箱')).sees()).toContain('12箱')
  expect((await li.presses('保存')).sees()).toContain('28箱')
  expect((await li.says('起草合同 福满多 燕麦奶1200箱')).sees()).toContain('1200箱')
  await li.says('新建客户 鑫源便利店 终端门店')
  expect((await li.presses('保存')).sees()).toContain('KH000042')
  await demo.close()
})
