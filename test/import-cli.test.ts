import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../src/db/open-node.ts'

const root = path.resolve(import.meta.dirname, '..')
let folder: string
const at = (name: string) => path.join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** What `npm run <list> -- <file>` prints, and how it ends. */
function bring(list: string, ...files: string[]) {
  const env = { ...process.env, QUDAO_DB: at('company.sqlite') }
  const program = [path.join(root, 'src/import-cli.ts'), list, ...files]
  const { status, stdout, stderr } = spawnSync(process.execPath, program, {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  expect(stderr).not.toMatch(/^\s+at /m)
  return { status, said: stdout + stderr }
}

const people = '编号,姓名,角色,办事处\nli,李明,业务代表,总公司/华东分公司/上海办事处\n'
/** 编号,姓名,角色,办事处 and 李明 as 业务代表 of 上海, as a spreadsheet in China saves them. */
const inGbk = Buffer.from(
  'b1e0bac52cd0d5c3fb2cbdc7c9ab2cb0eccac2b4a60d0a6c692cc0eec3f72cd2b5cef1b4fab1ed2cc9cfbaa30d0a',
  'hex',
)

test('people come from UTF-8 and from GBK, and the second time nothing changes', async () => {
  writeFileSync(at('people.csv'), `\uFEFF${people}`)
  expect(bring('people', 'people.csv')).toMatchObject({ status: 0, said: expect.stringContaining('1 added') })
  expect(bring('people', 'people.csv').said).toContain('0 added, 0 changed, 1 unchanged')
  writeFileSync(at('gbk.csv'), inGbk)
  rmSync(at('company.sqlite'))
  expect(bring('people', 'gbk.csv').said).toContain('1 added')
  const { db, close } = await openDatabase(at('company.sqlite'))
  expect(await db.member.findFirst({ include: { unit: true } })).toMatchObject({
    name: '李明',
    unit: { name: '上海' },
  })
  await close()
})

test('a file that is not there, is no text or has wrong lines is explained, and nothing is made', () => {
  expect(bring('people', 'peple.csv')).toMatchObject({
    status: 1,
    said: expect.stringMatching(/peple\.csv does not exist\..*npm run people -- people\.csv\n.*不存在/),
  })
  expect(bring('people', '.').said).toContain('is a folder')
  writeFileSync(at('book.csv'), Buffer.from('504b030414000600080000002100', 'hex'))
  expect(bring('people', 'book.csv').said).toMatch(/is no CSV text.*CSV UTF-8.*\n.*另存为/)
  writeFileSync(at('people.csv'), people.replace('业务代表', '海盗'))
  expect(bring('people', 'people.csv').said).toMatch(
    /^line 2: column role: “海盗”.* · 第 2 行：“角色”一栏（role）：“海盗”不行。可以写：业务代表.*\nNothing was saved/,
  )
  expect(bring('people')).toMatchObject({
    status: 2,
    said: expect.stringContaining('code,name,name_en,role'),
  })
  expect(existsSync(at('company.sqlite'))).toBe(false)
})

test('a database that another program writes to is said to be busy', async () => {
  writeFileSync(at('people.csv'), people)
  const { db, close } = await openDatabase(at('company.sqlite'))
  await db.$transaction(
    async (tx) => {
      await tx.setting.create({ data: { key: 'a', value: '1' } })
      expect(bring('people', 'people.csv').said).toMatch(/Nothing was saved. Try again.*\n.*过一会儿/)
    },
    { timeout: 30_000 },
  )
  await close()
})
