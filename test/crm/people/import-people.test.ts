import { afterEach, beforeEach, expect, test } from 'vitest'
import { lists } from '../../../src/crm/lists.ts'
import { type OpenDatabase, openDatabase } from '../../../src/db/open-node.ts'
import { Temporal } from '../../../src/lib/time.ts'

let open: OpenDatabase
beforeEach(async () => {
  open = await openDatabase(':memory:')
})
afterEach(() => open.close())

const now = Temporal.Instant.from('2026-11-24T02:00:00Z')
const headings = 'code,name,name_en,role,office,email,mobile,language,lead'
const li = 'Li,李明,,业务代表,总公司/华东分公司/上海办事处,Li@Example.com,138 1000 0001,,'
const wang = 'wang,王芳,Wang Fang,office head,上海办事处,,,en,'

async function bring(...lines: string[]) {
  const { errors, save } = lists.people!.read(lines.join('\n'))
  return errors.length > 0 ? { errors } : open.db.$transaction((tx) => save(tx, now))
}

/** What is wrong, as `line: words`. */
async function wrong(...lines: string[]): Promise<string[]> {
  const { errors } = await bring(...lines)
  expect(await open.db.member.count()).toBe(0)
  return errors.map(({ line, words }) => `${line}: ${words.en}`)
}

test('people arrive with their office, which is made where it does not exist', async () => {
  expect(await bring(headings, li, wang)).toEqual({ added: 2, changed: 0, unchanged: 0, errors: [] })
  const member = await open.db.member.findUniqueOrThrow({
    where: { code: 'li' },
    include: { unit: { include: { parent: { include: { parent: true } } } } },
  })
  expect(member).toMatchObject({
    role: 'rep',
    nameEn: '李明',
    email: 'li@example.com',
    mobile: '13810000001',
    language: 'zh',
    pinyin: 'liming',
    joinedOn: '2026-11-24',
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

test('the same list again changes nobody; a changed line changes one', async () => {
  await bring(headings, li, wang)
  expect(await bring(headings, li, wang)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  const renamed = `${li.replace('李明', '李小明')}wang`
  expect(await bring(headings, renamed, wang)).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  const member = await open.db.member.findUniqueOrThrow({ where: { code: 'li' }, include: { lead: true } })
  expect([member.name, member.lead?.code]).toEqual(['李小明', 'wang'])
})

test('a column that the list lacks stays as it is, an empty cell clears', async () => {
  await bring(headings, wang, `${li}wang`)
  expect(await bring('编号,姓名,角色,办事处', 'li,李明,业务代表,上海办事处')).toMatchObject({ unchanged: 1 })
  expect(
    await bring('code,name,role,office,mobile,lead', 'li,李明,rep,上海办事处,13900000000,'),
  ).toMatchObject({
    changed: 1,
  })
  expect(await open.db.member.findUnique({ where: { code: 'li' } })).toMatchObject({
    email: 'li@example.com',
    mobile: '13900000000',
    leadId: null,
  })
})

test('an office is known by its name alone once it is there, in the list or before', async () => {
  let people = 0
  const at = (office: string) => `x${++people},王,rep,${office}`
  expect(await wrong('code,name,role,office', at('总公司'), at('上海办'))).toEqual([
    expect.stringContaining('2: there is no 总公司. Write a new office from the head office down'),
    expect.stringContaining('3: there is no 上海办'),
  ])
  expect(await bring('code,name,role,office', at('上海'), at('总公司/华东/上海'))).toMatchObject({ added: 2 })
  expect(await open.db.orgUnit.count()).toBe(3)
  const { errors } = await bring('code,name,role,office', at('上海'), at('上海办事出'))
  expect(errors.map(({ line }) => line)).toEqual([3])
})

test('headings may be Chinese or English, with the marks and separators that spreadsheets write', async () => {
  const byTab = [
    '\uFEFF编号*\t姓名\t角色\tOffice\tE-mail\t',
    'li\t"李明"\trep\tA/B/C\tli@example.com\t',
    '\t\t\t\t\t',
  ]
  expect(await bring(...byTab)).toMatchObject({ added: 1 })
})

test('a list with errors names each line, what is wrong and what to do, and saves nothing', async () => {
  expect(
    await wrong(
      headings,
      li,
      'sun,孙丽,,pirate,总公司,,,,',
      li.replace('Li,', 'zhou,'),
      '',
      'zhao,"赵\n红",,rep,总公司,nowhere,,,nobody',
      'qian,钱七,,rep',
      '9,吴九,,rep,总公司,,,,',
      'feng,,,rep,总公司,,,,',
    ),
  ).toEqual([
    '3: column role: “pirate” will not do. Allowed are rep, team_lead, office_head, info_clerk, unit_manager, sales_admin, admin',
    '6: column email: “nowhere” will not do. Write it like li@example.com',
    expect.stringMatching(/^8: this line has 4 cells, and the first line names 9 columns\. Keep the commas/),
    expect.stringMatching(/^9: column code: “9” will not do\. Begin with a letter/),
    '10: column name: it is empty. Please fill it in.',
  ])
  expect(
    await wrong(headings, li, wang.replace('wang', 'li'), `${li.replace('Li,', 'zhou,')}nobody`),
  ).toEqual([
    '3: the code li stands in line 2 already. Please give it another code, or take one of the lines away.',
    expect.stringContaining('4: there is nobody with the code nobody to be the lead'),
    expect.stringContaining("4: li@example.com is li's already"),
    expect.stringContaining("4: 13810000001 is li's already"),
  ])
})

test('a list that cannot be read as one says why', async () => {
  expect(await wrong('')).toEqual([expect.stringMatching(/^1: there is nothing in the file.*code,name/)])
  expect(await wrong(headings)).toEqual([expect.stringContaining('1: there is nothing in the file')])
  expect(await wrong('code,name,boss,name', li)).toEqual([
    expect.stringMatching(/^1: there is no column “boss”\. The columns are code,name/),
    '1: the column “name” occurs twice. Please take one away.',
    '1: the column role is missing. Please add it.',
    '1: the column office is missing. Please add it.',
  ])
  expect(await wrong(headings, li, 'wang,"王"芳,,rep,总公司,,,,')).toEqual([
    expect.stringContaining('3: a quotation mark does not fit'),
  ])
})
