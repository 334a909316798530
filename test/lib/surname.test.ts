import { expect, it } from 'vitest'
import { surnameOf } from '../../src/lib/surname.ts'

it.each([
  ['王建国', '王'],
  ['欧阳娜', '欧阳'],
  ['欧阳', '欧'],
  ['小陈', '陈'],
  ['老王', '王'],
  ['老舍先生', '老'],
])('the surname of %s is %s', (name, surname) => expect(surnameOf(name)).toBe(surname))
