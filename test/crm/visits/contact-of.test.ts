import { expect, test } from 'vitest'
import { contactOf } from '../../../src/crm/visits/contact-of.ts'

const wang = { name: '王建国', nameEn: 'Wang Jianguo', title: '店长' }
const otherWang = { name: '王小红', nameEn: null, title: '采购' }
const li = { name: '李店长', nameEn: null, title: null }

test.each([
  ['王建国', wang],
  ['wang jianguo', wang],
  ['王店长', wang],
  ['王採購', otherWang],
  ['李店长', li],
  ['老板', null],
  ['王', null],
])('%s', (said, meant) => expect(contactOf([wang, otherWang, li], said)).toBe(meant))

test('two who could be meant are not guessed', () => {
  expect(contactOf([wang, { ...otherWang, title: '店长' }], '王店长')).toBeNull()
})
