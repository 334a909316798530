import { smallNumber } from '../../../lib/numerals.ts'
import { midNumeral } from './chinese-parts.ts'
import { begins, clockOf, figure, half, hour, minutes, oClock, partOfDay, partWords } from './clock-words.ts'
import { type Groups, type Meaning, type Rule, rule } from './meaning.ts'

/** Times of day in Chinese and in figures: 三点半, 下午三点一刻, 2点到4点, 15:30, 上午. */

function at(groups: Groups): Meaning | null {
  const clock = clockOf(groups)
  return clock && { time: { is: 'clock', clock } }
}

function doubtful(groups: Groups, noted: Meaning['noted']): Meaning | null {
  const meaning = at(groups)
  return meaning && { ...meaning, noted }
}

/** 三点 counts what was said as well: 提了三点, 三点建议; and 一点 is a little. */
const points =
  '个|点|心|重要|主要|意见|建议|要求|问题|原因|反馈|内容|看法|想法|需求|事|好处|优势|不足|改进|感受|说明|希望|注意|共识'
const rates = '[返涨降让扣加第多少]'
const saying = '(?:说|提|讲|聊|谈|列|总结|反馈|强调|补充|有|就|这|那)(?:了|出|到)?'
const goesOn = `[\\d.万千百箱瓶件]|${figure}|十`

const withMinutes = rule(`${begins}${hour}${oClock}(?:${minutes})`, at, {
  notBefore: `[\\d箱瓶件家个]|[一二三四五六七八九十](?!点)`,
})
const withHalf = rule(`${half}${hour}${oClock}`, at, { notBefore: goesOn })
const hourOnly = rule(`(?!一点)${hour}${oClock}`, at, {
  notAfter: `[\\d.:]|${midNumeral}|${rates}|${saying}|[几小]`,
  notBefore: `${goesOn}|${points}|[:是多几]`,
})
const hourOrPoints = rule(`${hour}${oClock}`, (groups) => doubtful(groups, 'clock-or-points'), {
  notAfter: `[\\d.:]|${midNumeral}|${rates}|[^说提讲聊谈列结馈调充有就这那了出到]|^`,
  notBefore: `${goesOn}|${points}`,
})
const hourAndColon = rule(`${hour}点(?=[:是])`, (groups) => doubtful(groups, 'clock-or-points'), {
  notAfter: `[\\d.:]|${midNumeral}|${rates}`,
})
const oneOnly = rule('(?<hour>一)点(?:钟|(?=去|到|见|来|开|在|出|碰|前|后|左右))', at, {
  notAfter: '[^\\s,。;、天日号午一二三四五六]',
})

const roughly = [
  rule(
    `${half}?(?:[一二三四五六七八九][两二三四五六七八九十]|\\d{1,2}[、,]\\d{1,2}|${hour})点(?:多|几分|过几分)`,
    () => ({
      noted: 'odd-time',
    }),
  ),
  rule(
    `(?:${half}|(?<![十几\\d]))(?:${figure}[两二三四五六七八九十]|\\d{1,2}、\\d{1,2})点(?:半|钟|左右)?`,
    () => ({ noted: 'odd-time' }),
    { notBefore: `${points}|${goesOn}` },
  ),
]

/** 差五分三点, 差一刻三点 */
const short = rule(
  `${half}?差(?:(?<quarters>[一])刻|(?<minute>\\d{1,2}|${figure}|十|二十)分)${hour}点`,
  (groups) => {
    const clock = clockOf({ ...groups, quarters: undefined, minute: undefined })
    const less = groups.quarters ? 15 : smallNumber(groups.minute!)
    if (!clock || !less || clock.hour < 1) return null
    return { time: { is: 'clock', clock: { ...clock, hour: clock.hour - 1, minute: 60 - less } } }
  },
)

/** 2-4点, 下午2到4点: the first hour lacks its 点. */
const hours = rule(
  `${begins}${hour} ?(?:-|~|到|至) ?${hour.replace('hour', 'hour2')}点(?<thirty2>半)?`,
  (groups) => {
    const clock = clockOf(groups)
    const until = clockOf({ hour: groups.hour2, thirty: groups.thirty2 })
    return clock && until && { time: { is: 'clock', clock, until } }
  },
  { notBefore: `${goesOn}|${points}` },
)

/** 15:30, 下午3:30. A clock of 24 hours where its hour is written 03 or is past 12. */
const digital = rule(
  `(?:${half}|(?<![\\d:.]|(?<!\\d)t|[a-su-z]))(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?::[0-5]\\d)?`,
  (groups) => {
    const clock = clockOf(groups)
    const exact = groups.hour!.startsWith('0') || Number(groups.hour) > 12
    return clock && { time: { is: 'clock', clock: { ...clock, ...(exact && { exact }) } } }
  },
  { notBefore: '[\\d:]| ?[ap]\\.?m\\b' },
)

const parts = [
  rule(`(?<half>${partWords})`, ({ half: word }) => partOfDay(word!), {
    // 聊了一下午 is how long; 周一早上 is no 一早.
    notAfter: '(?<![二三十廿卅初月周期拜])[一半整]个?|[周期拜]',
    notBefore: '好|茶|安|饭|餐|[红奶]茶',
  }),
  rule('(?<=[日天号一二三四五六])(?<half>[早晚])', ({ half: word }) => partOfDay(word!), {
    notBefore: '点|会|餐|饭|班|报|了|到|些|间|期|于|已|就',
  }),
]

export const clockRules: Rule[] = [
  withMinutes,
  withHalf,
  hourOnly,
  hourOrPoints,
  hourAndColon,
  oneOnly,
  ...roughly,
  short,
  hours,
  digital,
  ...parts,
]
