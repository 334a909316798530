import { afterEach, beforeEach, expect, test } from 'vitest'
import { importPeople } from '../../../src/crm/people/import-people.ts'
import { type OpenDatabase, openDatabase } from '../../../src/db/open-node.ts'

let open: OpenDatabase
beforeEach(async () => {
  open = await openDatabase(':memory:')
})
afterEach(() => open.close())

const li = {
  code: 'Li',
  name: '李明',
  role: '业务代表',
  office: '总公司/华东分公司/上海办事处',
  email: 'Li@Example.com',
  mobile: '138 1000 0001',
}
const wang = {
  code: 'wang',
  name: '王芳',
  role: 'office head',
  office: '上海办事处',
  language: 'en',
  lead: '',
}
const bring = (...lines: Record<string, string>[]) => importPeople(open.db, lines, '2026-11-24')

test('people arrive with their office, which is made where it does not exist', async () => {
  expect(await bring(li, { ...wang, name_en: 'Wang Fang' })).toEqual({ added: 2, changed: 0, errors: [] })
  const member = await open.db.member.findUniqueOrThrow({
    where: { code: 'li' },
    include: { unit: { include: { parent: { include: { parent: true } } } } },
  })
  expect(member).toMatchObject({
    role: 'rep',
    email: 'li@example.com',
    mobile: '13810000001',
    language: 'zh',
    pinyin: 'liming',
  })
  expect(member.unit).toMatchObject({
    kind: 'office',
    parent: { kind: 'sales_unit', parent: { kind: 'head_office' } },
  })
  expect(await open.db.orgUnit.count()).toBe(3)
  expect(await open.db.member.findUnique({ where: { code: 'wang' } })).toMatchObject({
    language: 'en',
    unitId: member.unitId,
  })
})

test('the same file again changes and does not double', async () => {
  await bring(li)
  expect(await bring({ ...li, name: '李小明', lead: 'wang' }, wang)).toMatchObject({ added: 1, changed: 1 })
  const member = await open.db.member.findUniqueOrThrow({ where: { code: 'li' }, include: { lead: true } })
  expect([member.name, member.lead?.code]).toEqual(['李小明', 'wang'])
})

test('a file with errors names each line and saves nothing', async () => {
  const { errors } = await bring(
    li,
    { ...wang, role: 'pirate' },
    { ...li, code: 'zhou' },
    { ...wang, code: 'sun', lead: 'nobody' },
  )
  expect(errors.map(({ line }) => line)).toEqual([3, 4, 4, 5])
  expect(errors[0]?.words.en).toContain('role')
  expect(await open.db.member.count()).toBe(0)
})
