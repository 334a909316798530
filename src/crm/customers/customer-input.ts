import * as z from 'zod'
import type { Words } from '../../lib/words.ts'
import { choiceField, type Field } from '../fields.ts'
import { gradeWords, statusWords } from './standing.ts'
import { tierSaid, tiers, tierWords } from './tiers.ts'

/** A text of a record; an empty one clears it. */
const written = (label: Words, kind: Field['kind'] = 'words') =>
  z
    .string()
    .trim()
    .max(500)
    .meta({ label, kind, quiet: true } satisfies Field)
    .optional()

const choices = (words: Record<string, Words>) =>
  Object.entries(words).map(([value, of]) => ({ value, words: of }))

export const customerName = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .meta({ label: { zh: '客户名称', en: 'Name' }, kind: 'words' } satisfies Field)

export const tierChoice = choiceField(
  { zh: '层级', en: 'Tier' },
  tiers.map((tier) => ({ value: tier, words: tierWords[tier], said: tierSaid[tier] })),
)

/** The fields of a record that may be filled at once or later. */
export const recordFields = {
  phone: written({ zh: '电话', en: 'Phone' }, 'phone'),
  address: written({ zh: '地址', en: 'Address' }),
  city: written({ zh: '城市', en: 'City' }),
  upstream: written({ zh: '上游', en: 'Upstream' }, 'customer'),
  taxId: written({ zh: '税号', en: 'Tax id' }),
  nameEn: written({ zh: '英文名', en: 'English name' }),
}

/** Fields that are only changed later. */
export const laterFields = {
  mnemonic: written({ zh: '助记码', en: 'Mnemonic' }),
  grade: choiceField({ zh: '等级', en: 'Grade' }, choices(gradeWords)).optional(),
  status: choiceField({ zh: '状态', en: 'Status' }, choices(statusWords)).optional(),
  email: written({ zh: '邮箱', en: 'E-mail' }),
  parentGroup: written({ zh: '关联单位', en: 'Parent group' }),
  remarks: written({ zh: '备注', en: 'Remarks' }),
}

/** The answer to a list of likely duplicates. */
export const despite = choiceField({ zh: '有相似客户时', en: 'Where a similar one exists' }, [
  {
    value: 'another',
    words: { zh: '不是同一家，照样保存', en: 'It is another one: save all the same' },
    said: ['不是同一家', '仍要新建', 'another one', 'create anyway'],
  },
]).optional()

export const title = written({ zh: '职务', en: 'Title' })

export const contactName = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .meta({ label: { zh: '姓名', en: 'Name' }, kind: 'contact' } satisfies Field)

export const contactFields = {
  title,
  mobile: written({ zh: '手机', en: 'Mobile' }, 'phone'),
  phone: written({ zh: '办公电话', en: 'Office phone' }, 'phone'),
  email: written({ zh: '邮箱', en: 'E-mail' }),
  birthday: written({ zh: '生日', en: 'Birthday' }),
}

export const keyChoice = choiceField({ zh: '关键联系人', en: 'Key contact' }, [
  { value: 'yes', words: { zh: '是', en: 'yes' }, said: ['关键联系人', 'key contact'] },
  { value: 'no', words: { zh: '否', en: 'no' } },
])
