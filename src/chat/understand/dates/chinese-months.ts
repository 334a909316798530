import { smallNumber } from '../../../lib/numerals.ts'
import {
  dayNumber,
  figure,
  measured,
  midNumber,
  midNumeral,
  monthOf,
  numberedMonth,
  relativeMonth,
} from './chinese-parts.ts'
import { type Groups, type Meaning, type Rule, rule } from './meaning.ts'

/** Days by their number: 12月1号, 下月5号, 25号. */

/** 35号 is no day but a house; 11月35号 is a slip. */
function dayInMonth(groups: Groups): Meaning | null {
  return dayOfMonth(groups) ?? { noted: 'no-such-day' }
}

function dayOfMonth(groups: Groups): Meaning | null {
  const month = monthOf(groups)
  const day = smallNumber(groups.day!)
  if (month === null || day === null || day < 1 || day > 31) return null
  return { day: { is: 'monthDay', month, day } }
}

function doubtful(meaning: Meaning | null, noted: Meaning['noted']): Meaning | null {
  return meaning && { ...meaning, noted }
}

/** 26,27号 are two days; 存20,25号再来 names one. */
function inARow({ first, second }: Groups): Meaning | null {
  return Number(second) === Number(first) + 1 ? { noted: 'several' } : null
}

/** Before 25号: a street, an order or a machine that is numbered. After it: what has that number. */
const numbered = `(?<![\\u4e00-\\u9fff])/|[\\d.\\-第年月路街弄巷道村幢楼栋室单编型批账代序桌座房工#a-z]|${midNumeral}`
const things = '[店库楼线仓门桌柜档摊位院馆厅架字码铺街井电池球选路机色均本元用常化历式]'
const maybeThings = '[货车工人地场产样种主厂站台]'
const listed = '\\d[、/和或跟~到至]'
const noSuffix = { notAfter: midNumber, notBefore: `${figure}|[日号]|${measured}` }

const lunar = [
  rule('除夕|大?年三十|小年夜', () => ({ noted: 'lunar' })),
  rule(`(?:农历|阴历|旧历)${numberedMonth}?的?初?${dayNumber}?[日号]?`, () => ({ noted: 'lunar' })),
  rule(`(?:(?:[正腊冬]|${figure}{1,2})月|大?年|月)初${figure}{1,2}`, () => ({ noted: 'lunar' }), {
    notBefore: '家|个|次',
  }),
  rule(`[正腊冬]月(?:${figure}{1,3})?`, () => ({ noted: 'lunar' })),
]

export const chineseMonths: Rule[] = [
  rule(`${numberedMonth}的?${dayNumber}[日号]`, dayInMonth, { notAfter: midNumber }),
  rule(`${numberedMonth}${dayNumber}`, dayOfMonth, noSuffix),
  rule(`${relativeMonth}的?${dayNumber}[日号]`, dayInMonth),
  rule(`${relativeMonth}${dayNumber}`, dayOfMonth, noSuffix),
  rule(`${dayNumber}[日号]`, dayOfMonth, {
    notAfter: `${numbered}|每个?月|${listed}`,
    notBefore: `${things}|${maybeThings}`,
  }),
  rule(`${dayNumber}号(?=${maybeThings})`, (groups) => doubtful(dayOfMonth(groups), 'date-or-number'), {
    notAfter: `${numbered}|${listed}`,
  }),
  rule(`每个?月的?${dayNumber}[号日]`, (groups) => doubtful(dayOfMonth(groups), 'recurring')),
  rule(`(?<first>\\d{1,2}),(?<second>\\d{1,2})[号日]`, inARow, { notAfter: numbered, notBefore: things }),
  rule(
    `(?:${numberedMonth}|${relativeMonth})?的?(?:\\d{1,2}|${figure}{1,2})[号日]?[、/和或跟](?:\\d{1,2}|${figure}{1,3})[号日]`,
    () => ({ noted: 'several' }),
    { notAfter: midNumber, notBefore: things },
  ),
  rule(`(?:${numberedMonth}|${relativeMonth})?的?(?:\\d0|[二三]?十)[多几来]号`, () => ({ noted: 'vague' })),
  // 一上午 is a whole morning.
  rule(
    `(?!一[上下早晚中])(?:${dayNumber})(?=上午|下午|早上|晚上|中午)`,
    (groups) => doubtful(dayOfMonth(groups), 'date-or-number'),
    {
      notAfter: `${numbered}|${listed}|[,.]`,
    },
  ),
  ...lunar,
]
