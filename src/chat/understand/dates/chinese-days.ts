import { count, stepsAhead } from './chinese-parts.ts'
import { type DayPart, type Meaning, type Rule, rule } from './meaning.ts'

/** Days by their names: 今天, 大后天, 今晚; and what names none: 过几天, 改天. */

const daysAhead: Record<string, number> = {
  大大前天: -4,
  大前天: -3,
  前天: -2,
  前日: -2,
  昨: -1,
  今: 0,
  明: 1,
  后天: 2,
  大后天: 3,
  大大后天: 4,
}

const ahead = (days: number): Meaning => ({ day: { is: 'offset', by: { days } } })

const today = rule('(?<day>[今明昨])(?:[天日]|儿个?)', ({ day }) => ahead(daysAhead[day!]!), {
  notAfter: '透',
  notBefore: '头条|之星|系|花板',
})
const dayBeforeLast = rule('(?<day>前天|前日|后天)', ({ day }) => ahead(daysAhead[day!]!), {
  notAfter: '[以之然目此先提午饭年月日周期节今]',
  notBefore: '性|天',
})
const daysFurther = rule('(?<day>大{1,2}(?:前天|后天))', ({ day }) => ahead(daysAhead[day!]!))

const parts: Record<string, DayPart> = { 早: 'morning', 晨: 'morning', 晚: 'evening', 夜: 'evening' }
const todayAndPart = rule(
  '(?<day>[今明昨])(?<part>[早晨晚夜])(?:上|里)?',
  ({ day, part }) => ({ ...ahead(daysAhead[day!]!), time: { is: 'part', part: parts[part!]! } }),
  { notBefore: '报|会|餐|饭|茶|班' },
)

/** 下个工作日 */
const workingDay = rule('(?<steps>上|下)一?个工作日', (groups) => ({
  day: { is: 'workingDays', days: stepsAhead(groups)! },
}))

const fewer = '[一二两三四五六七八][两二三四五六七八九]'
const few = `(?:好?几|十[几来多]|三五|${fewer}|\\d{1,2}[、~到至-]\\d{1,2}|${count}[多来几])`
const units = '(?:天|日|周|个?星期|个?礼拜|个?月|年|个?工作日|个?小时|分钟)'
const vaguely = (): Meaning => ({ noted: 'vague' })

/** Nothing to compute with: 过几天, 前两天, 三五天后, 改天. */
const vague: Rule[] = [
  rule('(?:今明后?|明后|昨前|前昨|昨今)[两三]?[天日]', () => ({ noted: 'several' })),
  rule(`(?:再?过|前|这|近|后)(?:${few}|${count})${units}`, vaguely, {
    notAfter: '[以之最]',
    notBefore: '(?:之|以)?[后前内]',
  }),
  rule(`(?:再?过)?${few}${units}(?:之|以)?[后前内]`, vaguely, { notAfter: '[\\d.第每/-]' }),
  rule('改天|改日|(?:过|前)(?:些天|些日子|阵子|段时间|一阵子?|一段时间)|隔(?:天|几天|两天)', vaguely),
  rule('年中|(?:[上下]{1,2}个?|[这本])?周[初中]', vaguely, { notBefore: '国|秋|旬|央|心|间|华' }),
]

export const chineseDays: Rule[] = [today, dayBeforeLast, daysFurther, todayAndPart, workingDay, ...vague]
