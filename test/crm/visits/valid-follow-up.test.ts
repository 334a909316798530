import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultRules } from '../../../src/crm/rules.ts'
import { lacksOf, type Said } from '../../../src/crm/visits/valid-follow-up.ts'

const lacks = (said: Said) => lacksOf(said, defaultRules)

describe('a valid follow-up names who and what', () => {
  test.each<[string, Said]>([
    ['the least a rep has to say', { contact: '王店长', about: '国庆堆头', nextDate: '2026-12-01' }],
    ['in English', { contact: 'manager Wang', about: 'display', nextDate: '2026-12-01' }],
    ['without a next date, more of it', { contact: '王店长', about: '国庆堆头的位置和费用' }],
    ['the feedback counts', { contact: '王店长', about: '堆头', feedback: '竞品在降价' }],
    ['what is done beside the talk', { contact: '店员', about: '老板外出，和店员沟通了国庆堆头位置' }],
    ['eight words', { contact: 'Wang', about: 'wants a bigger display for the holiday week' }],
  ])('%s', (_, said) => expect(lacks(said)).toEqual([]))

  test.each<[Said, string[]]>([
    [{ about: '聊了国庆堆头和竞品价格' }, ['contact']],
    [{ contact: '王店长', about: '没找到人' }, ['subject']],
    [{ contact: '王店长', about: '外出' }, ['subject']],
    [{ contact: '王店长', about: '沟通' }, ['subject']],
    [{ contact: '王店长', about: '电话沟通了一下', nextDate: '2026-12-01' }, ['subject']],
    [{ contact: '王店长', about: '例行拜访，一切正常' }, ['subject']],
    [{ contact: '没人', about: '国庆堆头的位置和费用' }, ['contact']],
    [{ contact: '王店长', about: '堆头' }, ['content']],
    [{ contact: 'Wang', about: 'nobody there' }, ['subject']],
    [{ contact: 'Wang', about: 'had a chat as usual' }, ['subject']],
    [{ contact: 'Wang', about: 'talked about display' }, ['content']],
    [{ about: '没见到人' }, ['contact', 'subject']],
  ])('%j lacks %j', (said, missing) => expect(lacks(said)).toEqual(missing))
})

const fillers = [
  '没找到人',
  '外出',
  '沟通',
  '联系了一下',
  '拜访',
  '电话沟通',
  '不在',
  '例行跟进',
  '一切正常',
  'nobody there',
  'called',
]
const filler = fc.array(fc.constantFrom(...fillers), { maxLength: 12 }).map((parts) => parts.join('，'))
const substance = fc
  .array(fc.constantFrom(...'堆头价格竞品促销陈列费用可乐雪碧货架'), { minLength: 8, maxLength: 40 })
  .map((characters) => characters.join(''))
const anything = fc.string({ unit: 'grapheme', maxLength: 40 })

describe('whatever is said', () => {
  test('fillers alone never make a follow-up, however many', () => {
    fc.assert(
      fc.property(filler, filler, (about, feedback) => {
        expect(lacks({ contact: '王店长', about, feedback, nextDate: '2026-12-01' })).toContain('subject')
      }),
    )
  })

  test('nobody named, nothing valid', () => {
    fc.assert(
      fc.property(anything, (about) => {
        expect(lacks({ about })).toContain('contact')
      }),
    )
  })

  test('a contact and eight characters of substance are enough', () => {
    fc.assert(
      fc.property(substance, (about) => {
        expect(lacks({ contact: '王店长', about })).toEqual([])
      }),
    )
  })

  test('saying more never makes it worse', () => {
    fc.assert(
      fc.property(anything, anything, anything, (contact, about, more) => {
        const before = lacks({ contact, about })
        const after = lacks({ contact, about: `${about}，${more}` })
        // Naming a subject can only turn "nothing is said" into "too little is said".
        expect(after.filter((lack) => lack !== 'content').every((lack) => before.includes(lack))).toBe(true)
        if (before.length === 0) expect(after).toEqual([])
      }),
    )
  })

  test('less than eight of anything, with no date agreed, is too little', () => {
    const short = fc
      .array(fc.constantFrom(...'堆头价格竞品促销'), { maxLength: 4 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(short, (about) => {
        expect(lacks({ contact: '老王', about })).not.toEqual([])
      }),
    )
  })
})
