import { isMobile } from '../../../lib/phone-number.ts'
import type { Words } from '../../../lib/words.ts'
import {
  type Column,
  formed,
  needed,
  notAllowed,
  oneOf,
  partsOf,
  text,
  yesOrNo,
} from '../../lists/columns.ts'
import type { Row } from '../../lists/read-list.ts'
import { contactRecordOf } from '../contact-record.ts'
import { fieldWords } from '../field-words.ts'
import { type RecordField, recordOf } from '../record-of.ts'
import { gradeWords, statusWords } from '../standing.ts'
import { tierSaid, tierWords } from '../tiers.ts'

export interface ListedContact {
  name: string
  title?: string
  mobile?: string
  /** A land line. */
  phone?: string
}

const code = (heading: Words): Column<string> => {
  const column = formed(heading, /^[A-Za-z0-9][A-Za-z0-9-]{1,29}$/, {
    zh: '请用 2 到 30 个字母、数字或横线，例如 KH000123',
    en: 'Use 2 to 30 letters, digits and hyphens, such as KH000123',
  })
  return { ...column, read: (cell) => column.read(cell).toUpperCase() }
}

/** As the conversation keeps it. */
const kept = (field: RecordField): Column<string> => ({
  heading: fieldWords[field],
  read: (cell) => recordOf({ [field]: cell })[field]!,
})

const contacts: Column<ListedContact[]> = {
  heading: { zh: '联系人', en: 'contacts' },
  read: (cell) => partsOf(cell).map(contactOf),
}

function contactOf(said: string): ListedContact {
  const [name = '', title, number, ...more] = said.split('/').map((part) => part.trim() || undefined)
  if (more.length > 0) notAllowed(said, contactsAllowed)
  const reached = number && { [isMobile(number) ? 'mobile' : 'phone']: number }
  const read = contactRecordOf({ name, ...(title && { title }), ...reached })
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value)) as unknown as ListedContact
}

const contactsAllowed: Words = {
  zh: '一人写成 姓名/职务/电话，几个人用分号隔开，第一位是关键联系人，例如 王敏/店长/13810000010；李强/采购',
  en: 'Write each as name/title/phone with semicolons between them, the key contact first, such as Wang Min/manager/13810000010; Li Qiang/buyer',
}

/** The columns of a list of customers. `office` and `owner` are an office by name, code or path, and a colleague by code. */
export const customerColumns = {
  code: needed(code({ zh: '客户编号', en: 'code' })),
  name: needed(kept('name')),
  name_en: kept('nameEn'),
  mnemonic: kept('mnemonic'),
  tier: oneOf(fieldWords.tier, tierWords, tierSaid),
  office: text({ zh: '办事处', en: 'office' }, 200),
  owner: { ...text({ zh: '负责人', en: 'owner' }, 40), read: (cell: string) => cell.toLowerCase() },
  city: text(fieldWords.city, 60),
  address: text(fieldWords.address, 200),
  phone: kept('phone'),
  email: kept('email'),
  tax_id: kept('taxId'),
  upstream: code(fieldWords.upstream),
  grade: oneOf(fieldWords.grade, gradeWords),
  status: oneOf(fieldWords.status, statusWords),
  reports_stock: yesOrNo({ zh: '报进销存', en: 'reports stock' }),
  remarks: text(fieldWords.remarks, 500),
  contacts,
}

export type CustomerRow = Row<typeof customerColumns>
