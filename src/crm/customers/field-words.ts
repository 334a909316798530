import type { Words } from '../../lib/words.ts'
import type { ContactField } from './contact-record.ts'
import type { RecordField } from './record-of.ts'
import { gradeWords, statusWords } from './standing.ts'
import { tierWords } from './tiers.ts'

/** What the fields of a customer's record are called. */
export const fieldWords: Record<RecordField | 'upstream', Words> = {
  name: { zh: '客户名称', en: 'Name' },
  nameEn: { zh: '英文名', en: 'English name' },
  mnemonic: { zh: '助记码', en: 'Mnemonic' },
  tier: { zh: '层级', en: 'Tier' },
  upstream: { zh: '上游', en: 'Upstream' },
  grade: { zh: '等级', en: 'Grade' },
  status: { zh: '状态', en: 'Status' },
  phone: { zh: '电话', en: 'Phone' },
  address: { zh: '地址', en: 'Address' },
  city: { zh: '城市', en: 'City' },
  taxId: { zh: '税号', en: 'Tax id' },
  email: { zh: '邮箱', en: 'E-mail' },
  parentGroup: { zh: '关联单位', en: 'Parent group' },
  remarks: { zh: '备注', en: 'Remarks' },
}

/** And those of a contact's. */
export const contactFieldWords: Record<ContactField, Words> = {
  name: { zh: '姓名', en: 'Name' },
  title: { zh: '职务', en: 'Title' },
  mobile: { zh: '手机', en: 'Mobile' },
  phone: { zh: '办公电话', en: 'Office phone' },
  email: { zh: '邮箱', en: 'E-mail' },
  birthday: { zh: '生日', en: 'Birthday' },
}

/** Fields with a closed set of values, and what the values are called. */
export const valueWords: Partial<Record<RecordField | 'upstream', Record<string, Words>>> = {
  tier: tierWords,
  grade: gradeWords,
  status: statusWords,
}
