import { describe, expect, it } from 'vitest'
import { foldedSound, initialsOf, personPinyinOf, pinyinOf, spellingsOf } from '../../src/lib/pinyin.ts'

describe('pinyin', () => {
  it('spells names, with letters and digits as they are', () => {
    expect(pinyinOf('華聯超市')).toBe('hualianchaoshi')
    expect(pinyinOf('7-11便利店ABC')).toBe('711bianlidianabc')
    expect(pinyinOf('绿地')).toBe('lvdi')
  })

  it('reads what stands at the front of a person’s name as a surname', () => {
    expect(personPinyinOf('单雄信')).toBe('shanxiongxin')
    expect(personPinyinOf('欧阳店长')).toBe('ouyangdianzhang')
    expect(personPinyinOf('刘会计')).toBe('liukuaiji')
    expect(personPinyinOf('小单')).toBe('xiaoshan')
    expect(personPinyinOf('')).toBe('')
  })

  it('reads the words of the trade', () => {
    expect(pinyinOf('王店长')).toBe('wangdianzhang')
    expect(pinyinOf('老王烟酒行')).toBe('laowangyanjiuhang')
  })

  it('takes the first letters', () => {
    expect(initialsOf('华联超市')).toBe('hlcs')
    expect(initialsOf('绿地女装')).toBe('ldnz')
    expect(initialsOf('ABC便利店')).toBe('abcbld')
  })

  it('knows both readings of characters that have two', () => {
    expect(spellingsOf('乐购')).toEqual([
      { pinyin: 'legou', initials: 'lg' },
      { pinyin: 'yuegou', initials: 'yg' },
    ])
    expect(spellingsOf('7-11乐购')).toHaveLength(1)
  })

  it('folds what speakers mix up', () => {
    expect(foldedSound(pinyinOf('华良超市'))).toBe(foldedSound(pinyinOf('华联超四')))
    expect(foldedSound(pinyinOf('华良'))).not.toBe(foldedSound(pinyinOf('华龙')))
  })
})
