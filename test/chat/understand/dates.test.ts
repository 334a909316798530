import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DateMention,
  type DateValue,
  dateDoubts,
  findDates,
  resolveMention,
  type Slot,
  singleDay,
} from '../../../src/chat/understand/dates.ts'
import { Temporal } from '../../../src/lib/time.ts'
import { officeCalendar } from '../../../src/lib/working-calendar.ts'

/** As known at the end of 2026: nothing of 2027 is announced. */
const calendar = officeCalendar({ coveredThrough: Temporal.PlainDate.from('2026-12-31') })
const moment = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Shanghai')
const dates = (text: string, slot: Slot, local = '2026-11-24T10:00') =>
  findDates(text, { now: moment(local), slot, calendar })

const hm = (time?: Temporal.PlainTime) => time?.toString().slice(0, 5)

function inFigures({ date, range, time, until, part }: DateValue): string {
  const day = date?.toString() ?? (range ? `${range.from}..${range.to}` : '')
  const clock = time ? `T${hm(time)}${until ? `-${hm(until)}` : ''}` : ''
  return [day + clock, part].filter(Boolean).join(' ')
}

/** As a cell of the table says it. */
function read(mentions: DateMention[]): string {
  if (mentions.length !== 1) return mentions.map(({ phrase }) => phrase).join(' + ') || 'nothing'
  const { value, doubt } = mentions[0]!
  return doubt ? `? ${doubt.candidates.map(inFigures).join(' / ')}`.trim() : inFigures(value!)
}

interface Row {
  slot: Slot
  phrase: string
  cells: { said: string; expected: string }[]
}

function tableRows(): Row[] {
  const rows: Row[] = []
  let slot: Slot = 'either'
  let moments: string[] = []
  for (const line of readFileSync(new URL('date-phrases.md', import.meta.url), 'utf8').split('\n')) {
    if (line.startsWith('## ')) slot = line.slice(3) as Slot
    if (!line.startsWith('| ')) continue
    const [phrase, ...cells] = line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim())
    if (phrase === 'phrase') moments = cells
    else if (!/^-+$/.test(phrase!)) rows.push({ slot, phrase: phrase!, cells: besides(moments, cells) })
  }
  return rows
}

function besides(moments: string[], cells: string[]): Row['cells'] {
  return cells.map((expected, i) => ({ said: moments[i]!, expected }))
}

/** A cell that lists what may be meant must find the same, in any order. */
function agrees(expected: string, actual: string): boolean {
  if (!expected.startsWith('?')) return expected === actual
  const candidates = (cell: string) => cell.slice(2).split(' / ').sort().join()
  return actual.startsWith('?') && (expected === '?' || candidates(expected) === candidates(actual))
}

describe('the table of phrases', () => {
  const rows = tableRows()

  test('is as long as it claims', () => {
    expect(new Set(rows.map(({ slot, phrase }) => slot + phrase)).size).toBeGreaterThanOrEqual(400)
    expect(rows.every(({ cells }) => cells.length === 6)).toBe(true)
  })

  test.each(rows)('$slot: $phrase', ({ slot, phrase, cells }) => {
    const meant = cells.map(({ said, expected }) => {
      const actual = read(dates(phrase, slot, said))
      return `${said} ${agrees(expected, actual) ? expected : actual}`
    })
    expect(meant).toEqual(cells.map(({ said, expected }) => `${said} ${expected}`))
  })
})

describe('in sentences', () => {
  const summary = (text: string, slot: Slot) =>
    dates(text, slot).map((mention) => `${mention.phrase}=${read([mention])}`)

  test.each<[Slot, string, string[]]>([
    ['next', '拜访华联超市 跟王店长聊了国庆堆头 下周二再去', ['下周二=2026-12-01']],
    ['next', '拜訪華聯超市 跟王店長聊了國慶堆頭 下週二再去', ['下週二=2026-12-01']],
    ['done', '昨天去了hlcs，老板说竞品在降价', ['昨天=2026-11-23']],
    ['next', '老板说竞品在降价，周五给报价', ['周五=2026-11-27']],
    ['next', 'talked to manager Wang about the display, back next Tuesday', ['next Tuesday=2026-12-01']],
    ['next', '我下周三下午请假', ['下周三下午=2026-12-02 afternoon']],
    ['next', '下周三到周五请假', ['下周三到周五=2026-12-02..2026-12-04']],
    ['next', '12月1-3号请假', ['12月1-3号=2026-12-01..2026-12-03']],
    ['next', '12/1-12/3 on leave', ['12/1-12/3=2026-12-01..2026-12-03']],
    ['next', '明天下午２点到４点盘点', ['明天下午２点到４点=2026-11-25T14:00-16:00']],
    ['next', '约了李总12月1日（周二）下午三点见', ['12月1日（周二）下午三点=2026-12-01T15:00']],
    ['next', 'meet Li Dec 1 (Tue) at 3pm', ['Dec 1 (Tue) at 3pm=2026-12-01T15:00']],
    ['next', '在路上周三到', ['路上周三=2026-11-25']],
    ['next', '改到12.5', ['12.5=2026-12-05']],
    ['next', '本周一共进了30箱', ['本周=2026-11-23..2026-11-29']],
    ['next', '老周三点到店', ['三点=T15:00']],
    ['next', '一号店25号盘点', ['25号=2026-11-25']],
    ['next', '从周三改到周五', ['周三=2026-11-25', '周五=2026-11-27']],
    ['done', '去年国庆后换的老板', ['去年国庆后=2025-10-09']],
    ['done', '今天 周五给报价', ['今天=2026-11-24', '周五=2026-11-20']],
    [
      'next',
      'visit tomorrow at 9, then Friday afternoon',
      ['tomorrow at 9=2026-11-25T09:00', 'Friday afternoon=2026-11-27 afternoon'],
    ],
    ['next', '明天 visit Hualian at 15:30', ['明天=2026-11-25', '15:30=T15:30']],
  ])('%s: %s', (slot, text, found) => {
    expect(summary(text, slot)).toEqual(found)
  })

  test.each<[Slot, string]>([
    ['done', '明天拜访了华联'],
    ['done', '25号去了'],
    ['done', '下周二去了'],
    ['done', '今天下午三点去了'],
    ['next', '昨天再去'],
    ['next', '上周五给报价'],
    ['next', '11月31号再去'],
    ['next', '周三11月24号再去'],
    ['next', '今天上午9点去'],
    ['next', '周二再去'],
    ['next', '下周一起去华联'],
    ['next', '聊了三点'],
    ['next', '可乐 12.5'],
  ])('%s: asks about "%s"', (slot, text) => {
    const mentions = dates(text, slot)
    expect(mentions).toHaveLength(1)
    expect(mentions[0]!.value).toBeUndefined()
    expect(dateDoubts[mentions[0]!.doubt!.code].zh).not.toBe('')
  })
})

describe('what is no date', () => {
  test.each(
    `可乐12.5箱 | 1.2万 | 20箱 | 单价3.5 | 价格3.5元 | ¥12.5 | HT-2026-0031 | 退回HT-2026-0031 附件不清楚 | HT-2026-12-31 | 第二天
    一号店 | 2号库 | 3号线 | 人民路88号 | 5号电池 | 20号仓库 | 订单25号 | 13812345678 | 0512-66668888 | 提了三点意见 | 便宜一点 | 有一点问题
    3点建议 | 返3点 | 三点一线 | 统一 | 百事 | 周大福 | 周六福 | 周总 | 周黑鸭 | 小周一起去 | 每周一次 | 两周一次 | 本周边 | 下周转 | 周到
    目前天气 | 以后天天去 | 透明天花板 | 今日头条 | 早上好 | 下午茶 | 晚上好 | 午后红茶 | 十月稻田 | 五月花 | 十分满意 | 万一 | 三天 | 20天 | 3个月 | 半年
    聊了国庆堆头 | 元旦促销 | 中秋礼盒 | 春节档期 | 双十一活动 | 五一广场 | 十一路 | 打8.8折 | 3折 | 3-5箱 | 2-3家 | 1.5L | 330ml*24 | v2.1 | 12/24瓶
    明年陈列费 | 明年的返利政策 | 明年想加一个品项 | 今年销量 | 2027年陈列 | 这周要送到 | 下周到货
    3:2 | 24/7 | 做了10年 | 7-11便利店 | 12-1栋 | 门牌12号楼 | 季节后 | 礼节 | 生日 | 节日 | 周报 | 月结 | 年货 | 日销
    good morning | sat with Wang | may visit | march on | the 2nd floor | 20 cases | store 12.5% | A12-1 | HT20261201 | second visit | at 3 yuan | spring water
    half two cases | half six-pack | half ten of them | half a dozen | half price | half one dozen`
      .split(/\s*[|\n]\s*/)
      .map((phrase) => [phrase]),
  )('%s', (phrase) => {
    expect(dates(phrase, 'next').map((mention) => mention.phrase)).toEqual([])
  })
})

describe('one phrase in another slot', () => {
  const at = (slot: Slot) => ({ now: moment('2026-11-24T10:00'), slot, calendar })

  test('a bare weekday looks back or ahead', () => {
    const [mention] = dates('周五', 'next')
    expect(read([mention!])).toBe('2026-11-27')
    expect(read([resolveMention(mention!, at('done'))])).toBe('2026-11-20')
    expect(read([resolveMention(mention!, at('either'))])).toBe('? 2026-11-27 / 2026-11-20')
  })

  test.each([
    ['今天', '2026-11-24'],
    ['下周二', '2026-12-01'],
    ['上周', '2026-11-16..2026-11-22'],
    ['12月1日', '2026-12-01'],
    ['11月', '2026-11-01..2026-11-30'],
    ['25号', '? 2026-11-25 / 2026-10-25'],
    ['25号周三', '2026-11-25'],
    ['一个月内', '? 2026-11-24..2026-12-24 / 2026-10-24..2026-11-24'],
    ['5月20日', '? 2027-05-20 / 2026-05-20'],
  ])('%s where nothing says which: %s', (phrase, expected) => {
    expect(agrees(expected, read(dates(phrase, 'either')))).toBe(true)
  })

  test('a deadline, a beginning and a rough date say so', () => {
    expect(dates('周五前', 'next')[0]).toMatchObject({ bound: 'by', kind: 'date' })
    expect(dates('by Friday', 'next')[0]).toMatchObject({ bound: 'by' })
    expect(dates('12月1日起', 'next')[0]).toMatchObject({ bound: 'from' })
    expect(dates('月底左右', 'next')[0]).toMatchObject({ about: true })
    expect(dates('下周', 'next')[0]).toMatchObject({ kind: 'range' })
    expect(singleDay(dates('下周', 'next')[0]!)).toBeNull()
    expect(singleDay(dates('下周二下午', 'next')[0]!)?.toString()).toBe('2026-12-01')
  })
})

describe('for any day', () => {
  const someNow = fc.integer({ min: 0, max: 2000 }).map((days) => moment('2024-01-01T10:00').add({ days }))
  const distance = fc.integer({ min: 0, max: 400 })
  const context = fc.constantFrom(
    (phrase: string) => phrase,
    (phrase: string) => `${phrase}再去`,
    (phrase: string) => `拜访华联超市，${phrase}给报价`,
    (phrase: string) => `聊了堆头 ${phrase}`,
  )

  /** Every way to write that day, with its weekday where that may be added. */
  const ways: ((day: Temporal.PlainDate, now: Temporal.PlainDate) => string | null)[] = [
    (day) => day.toString(),
    (day) => `${day.year}/${day.month}/${day.day}`,
    (day) => `${day.year}年${day.month}月${day.day}日`,
    (day) => `${day.month}月${day.day}号`,
    (day) => `${day.month}/${day.day}`,
    (day) => `${chinese(day.month)}月${chinese(day.day)}日`,
    (day) => `${day.month}月${day.day}日 周${'一二三四五六日'[day.dayOfWeek - 1]}`,
    (day) => `${day.day}号`,
    (day) => `周${'一二三四五六日'[day.dayOfWeek - 1]}`,
    (day) => (day.day === day.daysInMonth ? '月底' : day.day === 1 ? '月初' : null),
    (day) => `${english[day.month - 1]} ${day.day}, ${day.year}`,
    (day) => `${day.day} ${english[day.month - 1]}`,
    (day, now) => relativeDays(now.until(day, { largestUnit: 'days' }).days),
    (day, now) => relativeWeek(day, now),
    (day, now) => relativeMonth(day, now),
  ]

  test('a phrase comes back as the day it was made from, or is asked about', () => {
    fc.assert(
      fc.property(
        someNow,
        distance,
        fc.boolean(),
        fc.constantFrom(...ways),
        context,
        (now, days, back, way, within) => {
          const today = now.toPlainDate()
          const day = back ? today.subtract({ days }) : today.add({ days })
          const phrase = way(day, today)
          if (phrase === null) return
          const slot = back ? 'done' : 'next'
          const mentions = findDates(within(phrase), { now, slot, calendar })
          expect(mentions).toHaveLength(1)
          const found = singleDay(mentions[0]!)
          if (found && !isFarther(phrase, day, today)) expect(`${phrase} ${found}`).toBe(`${phrase} ${day}`)
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('what names its day fully is never asked about in its own direction', () => {
    fc.assert(
      fc.property(someNow, distance, fc.integer({ min: 0, max: 2 }), (now, days, way) => {
        const day = now.toPlainDate().add({ days })
        const phrase = ways[way]!(day, now.toPlainDate())!
        expect(singleDay(findDates(phrase, { now, slot: 'next', calendar })[0]!)?.toString()).toBe(
          day.toString(),
        )
      }),
    )
  })

  test('a time comes back as the time it was made from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
        const half = hour < 5 ? '凌晨' : hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
        const spoken = `明天${half}${hour > 12 ? hour - 12 : hour}点${minute ? `${minute}分` : ''}`
        for (const phrase of [`明天${time}`, spoken]) {
          expect(read(dates(phrase, 'next'))).toBe(`2026-11-25T${time}`)
        }
      }),
    )
  })

  test('a day and a time side by side keep both', () => {
    const quarter = fc.integer({ min: 32, max: 87 })
    const gap = fc.constantFrom('', ' ')
    fc.assert(
      fc.property(
        distance,
        fc.constantFrom(...ways),
        quarter,
        gap,
        fc.nat(3),
        (days, way, quarters, space, style) => {
          const now = moment('2026-11-24T10:00')
          const day = now.toPlainDate().add({ days: days + 1 })
          const [hour, minute] = [Math.floor(quarters / 4), 15 * (quarters % 4)]
          const phrase = way(day, now.toPlainDate())
          if (phrase === null || isFarther(phrase, day, now.toPlainDate())) return
          const clock = clocks[style]!(hour, minute)
          const apart = /[a-z\d]$/i.test(phrase) && /^\d/.test(clock) ? ' ' : space
          const found = read(dates(`${phrase}${apart}${clock}去`, 'next'))
          const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
          if (!found.startsWith('?')) expect(`${phrase} ${found}`).toBe(`${phrase} ${day}T${time}`)
        },
      ),
      { numRuns: 5000 },
    )
  })

  test('no text throws, and every phrase is where it says', () => {
    const words = fc.constantFrom(
      ...'下上周星期一二三十号月日年前后点半到 至-~.:/0123456789初底末国庆节内过个天 ()amponext friday dec'.split(
        '',
      ),
    )
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(words).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(text, fc.constantFrom<Slot>('done', 'next', 'either'), (typed, slot) => {
        let end = 0
        for (const mention of dates(typed, slot)) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(typed.slice(mention.start, mention.end)).toBe(mention.phrase)
          expect(mention.value === undefined).toBe(mention.doubt !== undefined)
          end = mention.end
        }
      }),
      { numRuns: 5000 },
    )
  })
})

const english = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** Ways to say an hour between 8 and 21 and a quarter of it. */
const clocks: ((hour: number, minute: number) => string)[] = [
  (hour, minute) => `${hour}:${String(minute).padStart(2, '0')}`,
  (hour, minute) =>
    `${halfOfDay(hour)}${hour > 12 ? hour - 12 : hour}点${['', '一刻', '半', '三刻'][minute / 15]}`,
  (hour, minute) =>
    `${halfOfDay(hour)}${chinese(hour > 12 ? hour - 12 : hour)}点${minute ? `${chinese(minute)}分` : ''}`,
  (hour, minute) => `${halfOfDay(hour)}${hour > 12 ? hour - 12 : hour}:${String(minute).padStart(2, '0')}`,
]

function halfOfDay(hour: number): string {
  return hour < 12 ? '上午' : hour < 13 ? '中午' : hour < 18 ? '下午' : '晚上'
}

function chinese(n: number): string {
  const digit = '零一二三四五六七八九'
  if (n < 10) return digit[n]!
  return `${n < 20 ? '' : digit[Math.floor(n / 10)]}十${n % 10 ? digit[n % 10] : ''}`
}

function relativeDays(days: number): string {
  const named: Record<number, string> = {
    0: '今天',
    1: '明天',
    2: '后天',
    3: '大后天',
    [-1]: '昨天',
    [-2]: '前天',
    [-3]: '大前天',
  }
  return named[days] ?? `${Math.abs(days)}天${days > 0 ? '后' : '前'}`
}

function relativeWeek(day: Temporal.PlainDate, now: Temporal.PlainDate): string | null {
  const monday = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 })
  const weeks = monday(now).until(monday(day), { largestUnit: 'days' }).days / 7
  if (Math.abs(weeks) > 2) return null
  return `${weeks === 0 ? '这' : (weeks > 0 ? '下' : '上').repeat(Math.abs(weeks))}周${'一二三四五六日'[day.dayOfWeek - 1]}`
}

function relativeMonth(day: Temporal.PlainDate, now: Temporal.PlainDate): string | null {
  const months = (day.year - now.year) * 12 + day.month - now.month
  if (Math.abs(months) > 1) return null
  return `${months === 0 ? '本' : months > 0 ? '下个' : '上个'}月${day.day}号`
}

/** 25号 and 周二 mean the nearest one: a day further off has to be named otherwise. */
function isFarther(phrase: string, day: Temporal.PlainDate, now: Temporal.PlainDate): boolean {
  const distance = Math.abs(now.until(day, { largestUnit: 'days' }).days)
  if (/^周/.test(phrase)) return distance > 7
  if (/^\d+号$|^月[初底]$/.test(phrase)) return distance > 27
  return !/\d{4}|[天周]|个月|本月/.test(phrase) && distance > 180
}
