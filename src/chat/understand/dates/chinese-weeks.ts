import { figure, relative, stepsAhead } from './chinese-parts.ts'
import { type Groups, type Meaning, type Rule, rule } from './meaning.ts'

/** Weeks begin on Monday: 周二, 下周二, 上上周五, 周末, and whole weeks. */

const week = '(?:周|星期|礼拜)'
const day = '(?<day>[一二三四五六日天])'
const numbers: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 日: 7, 天: 7 }

/** Before 周: a count of weeks, 每周, or a person called 周; but 12/1周二 is a day. */
const otherWeek = '[每各隔单双两几半老小]|(?<!\\d[/.-]\\d?)\\d|(?<!周|星期|礼拜)[一二三四五六七八九十]'
/** What makes 周一 something else: 周三家店, 周一共, 周日均. */
const measure =
  '家|个|次|箱|件|瓶|罐|包|盒|台|位|场|趟|款|种|人|遍|倍|套|条|万|千|百|十(?![一二三四五六七八九]?[点月号日])|点半|成|折|路|店|号'
const longerWord = '用品|共|定|直|般|样|些|均|常|报|福|百|边|方'
const together = '起[去来吃做开看聊]'

function weekday({ day: word, ...groups }: Groups): Meaning | null {
  const ahead = stepsAhead(groups)
  if (groups.steps && ahead === undefined) return null
  return { day: { is: 'weekday', weekday: numbers[word!] ?? Number(word), week: ahead ?? null } }
}

function doubtful(groups: Groups, noted: Meaning['noted']): Meaning | null {
  const meaning = weekday(groups)
  return meaning && { ...meaning, noted }
}

const named = rule(`(?:${relative}的?)?${week}(?<day>[一二三四五六日天]|[1-7](?![\\d.:/-]))`, weekday, {
  notAfter: otherWeek,
  notBefore: `${measure}|${longerWord}|${together}`,
})

/** 剩下周二, 签下周二: the 下 may belong to the word before. 路上周三 is no 上周三. */
const afterVerb = rule(`[剩放留余拿签定订谈接收存](?<steps>下)${week}${day}`, (groups) =>
  doubtful(groups, 'which-week'),
)
const afterPlace = rule(`[路网线晚早市架桌群车][上下]${week}${day}`, weekday)

/** 本周三家店 and 下周一起去 may name the day, or only the week. */
const weekOrDay = rule(`${relative}${week}${day}(?=${measure}|${together})`, (groups) =>
  doubtful(groups, 'unclear'),
)

const several = rule(
  `${relative}?${week}[一二三四五六日天](?:[、/]?[一二三四五六日天])+`,
  () => ({ noted: 'several' }),
  {
    notAfter: otherWeek,
    // 周一一早 is one day.
    notBefore: `[点号月刻十]|${measure}|${longerWord}|起|(?<=一一)早`,
  },
)

const everyWeek = rule(`[每各隔单双]个?${week}${day}`, (groups) => doubtful(groups, 'recurring'), {
  notBefore: '次|个|家|趟|场|遍|共|定|起',
})

function saturday(groups: Groups): Meaning | null {
  const meaning = weekday({ ...groups, day: '六' })
  return meaning?.day?.is === 'weekday' ? { day: { ...meaning.day, weekend: true } } : null
}

const weekend = rule(`${relative}?${week}末`, saturday, { notAfter: '[每各]个?' })

const wholeWeek = rule(
  `${relative}${week}`,
  (groups) => {
    const ahead = stepsAhead(groups)
    return ahead === undefined ? null : { span: { is: 'week', ahead } }
  },
  // 这周要送到 is what is wanted, not when one goes.
  {
    notBefore:
      '年|期|边|转|围|旋|密|刊|黑鸭|总|末|(?:一定|必须|要|得|就要)+(?:送到|送过?来|到货|发货|到位)|到货',
  },
)

const restOfWeek = rule(`(?:本|这)?${week}内`, () => ({ span: { is: 'restOf', unit: 'week' } }), {
  notAfter: `(?:[\\d两几半]|${figure})个?`,
  notBefore: '容|部',
})

export const chineseWeeks: Rule[] = [
  named,
  afterVerb,
  afterPlace,
  weekOrDay,
  several,
  everyWeek,
  weekend,
  wholeWeek,
  restOfWeek,
]
