import type { Words } from '../../lib/words.ts'
import { type Column, formed, needed, notAllowed, oneOf, text } from '../lists/columns.ts'
import type { Row } from '../lists/read-list.ts'
import { roleWords } from './roles.ts'

const code: Column<string> = {
  heading: { zh: '编号', en: 'code' },
  read: codeOf,
}

/** The columns of a list of people. `office` is the path of names from the head office down. */
export const peopleColumns = {
  code: needed(code),
  name: needed(text({ zh: '姓名', en: 'name' }, 60)),
  name_en: text({ zh: '英文名', en: 'English name' }, 60),
  role: needed(oneOf({ zh: '角色', en: 'role' }, roleWords)),
  office: needed(
    formed({ zh: '办事处', en: 'office' }, /^(?=.*[^/\s]).{1,200}$/, {
      zh: '请从总公司往下写，例如 总公司/华东分公司/上海办事处',
      en: 'Write it from the head office down, such as Head Office/East/Shanghai',
    }),
  ),
  email: inLowerCase(
    formed({ zh: '邮箱', en: 'e-mail' }, /^[^\s@]+@[^\s@]+\.[^\s@]+$/, {
      zh: '请写成 li@example.com 这样',
      en: 'Write it like li@example.com',
    }),
  ),
  mobile: mobile({ zh: '手机', en: 'mobile' }),
  language: oneOf(
    { zh: '语言', en: 'language' },
    { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
  ),
  lead: { heading: { zh: '主管', en: 'lead' }, read: codeOf } satisfies Column<string>,
}

export type PersonRow = Row<typeof peopleColumns>

function codeOf(said: string): string {
  const code = said.toLowerCase()
  if (/^[a-z][a-z0-9._-]{0,39}$/.test(code)) return code
  notAllowed(said, {
    zh: '请用字母开头，后面用字母、数字、点或横线，例如 li、wang.fang',
    en: 'Begin with a letter; letters, digits, dots and hyphens may follow, such as li or wang.fang',
  })
}

function inLowerCase({ heading, read }: Column<string>): Column<string> {
  return { heading, read: (said) => read(said).toLowerCase() }
}

function mobile(heading: Words): Column<string> {
  const column = formed(heading, /^\+?[\d -]{7,20}$/, {
    zh: '请写 7 到 20 位数字，例如 13810000001',
    en: 'Write 7 to 20 digits, such as 13810000001',
  })
  return { heading, read: (said) => column.read(said).replaceAll(/[ -]/g, '') }
}
