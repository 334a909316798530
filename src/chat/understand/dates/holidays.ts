import type { HolidayName } from '../../../lib/chinese-holidays.ts'
import { type Groups, type Meaning, type Rule, rule } from './meaning.ts'

/** 国庆后, 节前, after the National Day holiday. A holiday alone is a topic (聊了国庆堆头), not a date. */

const chineseNames: Record<HolidayName, string> = {
  'new-year': '元旦|新年',
  'spring-festival': '春节|过年|新春|农历新年',
  qingming: '清明',
  'labour-day': '五一|劳动节',
  'dragon-boat': '端午',
  'mid-autumn': '中秋',
  'national-day': '国庆|十一(?!月|号|日|点|家|个|箱|瓶)',
}

const englishNames: Record<HolidayName, string> = {
  'new-year': "new year(?:'?s)?(?: day)?",
  'spring-festival': '(?:the )?spring festival|(?:chinese|lunar) new year|cny',
  qingming: 'qing ?ming(?: festival)?|tomb[- ]sweeping(?: day)?',
  'labour-day': 'labou?r day|may day',
  'dragon-boat': 'dragon boat(?: festival)?',
  'mid-autumn': 'mid[- ]autumn(?: festival| day)?|moon festival',
  'national-day': 'national day|golden week',
}

const holidays = Object.keys(chineseNames) as HolidayName[]

/** Named groups cannot hold a hyphen. */
const groupOf = (name: HolidayName) => name.replace('-', '_')
const oneOf = (names: Record<HolidayName, string>) =>
  holidays.map((name) => `(?<${groupOf(name)}>${names[name]})`).join('|')

function nameIn(groups: Groups): HolidayName | 'any' {
  return holidays.find((name) => groups[groupOf(name)]) ?? 'any'
}

const off = '(?:节日?|节假日)?(?:小?长假|假期|放假|假|黄金周)?'
const side = '(?:之|以)?(?<side>前(?!后)|后)(?![台面勤备仓厨排])'

function edge(groups: Groups): Meaning {
  const before = groups.side === '前' || groups.before !== undefined
  return { day: { is: 'holidayEdge', name: nameIn(groups), edge: before ? 'before' : 'after' } }
}

/** Words that end in 节 or 年 and are no holiday: 季节后, 三年前, 今年前三季度. */
const ownWord = '[季情环细调关章礼气音枝骨管诞宵亲女童师棍物人九腊阳夕春秋午明庆]'
const countedYear = '[\\d两几半一二三四五六七八九十多百今明去本当每全上近]'
const unknown = '圣诞|元宵|七夕|重阳|教师|妇女|儿童|母亲|父亲|情人|双十[一二]|双1[12]'
const visiting = '(?=去|再|见|回来|过去|拜访)'

const chinese = [
  rule(`(?:${oneOf(chineseNames)})${off}(?:过|结束)?${side}`, edge, {
    notAfter: '[双满二三四五六七八九\\d]',
  }),
  rule(`过[完了](?:${oneOf(chineseNames)})节?`, (groups) => edge({ ...groups, side: '后' }), {
    notBefore: side,
  }),
  rule(`(?:小?长假|假期|放假|收假|黄金周|节假日|过节)(?:过|结束)?${side}`, edge, {
    notAfter: '[寒暑产病事婚年]',
  }),
  rule(`节${side}`, edge, { notAfter: ownWord }),
  rule('过[完了]节', () => edge({ side: '后' })),
  rule(`过[完了]年|(?<!${countedYear})年后`, () => edge({ side: '后', spring_festival: '年' })),
  rule(`(?<!${countedYear})年前`, () => edge({ side: '前', spring_festival: '年' })),
  rule(`(?:${oneOf(chineseNames)}|节)节?前后`, () => ({ noted: 'unclear' }), { notAfter: ownWord }),
  rule(`(?:${unknown})节?(?:之|以)?[前后]`, () => ({ noted: 'which-holiday' })),
  rule(`(?:${oneOf(chineseNames)})${off}(?:期间|当天|那天|那几天)`, during),
  rule(`(?:${oneOf(chineseNames)})节?${visiting}`, (groups) => ({ ...during(groups), noted: 'unclear' })),
]

const english = [
  rule(
    `\\b(?:after|(?<before>before)) (?:the )?(?:(?:${oneOf(englishNames)})(?: holidays?| break| week)?|(?:long |public )?holidays?)\\b`,
    edge,
  ),
  rule(`\\b(?:over|during) (?:the )?(?:${oneOf(englishNames)})(?: holidays?| break| week)?\\b`, during),
  rule('\\b(?:after|before) (?:the )?(?:christmas|easter|thanksgiving|xmas)\\b', () => ({
    noted: 'which-holiday',
  })),
]

function during(groups: Groups): Meaning | null {
  const name = nameIn(groups)
  return name === 'any' ? null : { span: { is: 'holiday', name } }
}

export const holidayRules: Rule[] = [...chinese, ...english]
