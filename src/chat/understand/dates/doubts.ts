import type { Words } from '../../../lib/words.ts'

/** Why a date is asked about, as the person reads it; what was said stands before it, the candidates after. */
export const dateDoubts = {
  'no-such-day': { zh: '没有这一天，是哪一天？', en: 'There is no such day. Which one is it?' },
  'weekday-mismatch': {
    zh: '日期和星期对不上，是哪一天？',
    en: 'Date and weekday do not agree. Which day is it?',
  },
  'future-in-done': {
    zh: '还没到，说的却是已经做了的事，是哪一天？',
    en: 'That is still to come, but this is about something done. Which day was it?',
  },
  'past-in-next': {
    zh: '已经过去了，说的却是以后的事，是哪一天？',
    en: 'That has passed, but this is about something to come. Which day is it?',
  },
  'time-passed': {
    zh: '这个时间今天已经过了，是什么时候？',
    en: 'That time of today has passed. When is it?',
  },
  'day-to-come': {
    zh: '这个月的还没到，说的是上一次吗？',
    en: 'This month’s is still to come. Was it the one before?',
  },
  'today-or-not': { zh: '是今天，还是另一天？', en: 'Is it today, or another day?' },
  'which-week': { zh: '是哪一周的？', en: 'In which week?' },
  'which-way': { zh: '是过去的还是将来的？', en: 'The past one or the coming one?' },
  'date-or-number': { zh: '是日期，还是数量或价格？', en: 'Is it a date, or a quantity or price?' },
  'day-or-month-first': { zh: '月和日哪个在前？', en: 'Which is the month and which the day?' },
  'not-announced': {
    zh: '那年的放假安排还没有公布，是哪一天？',
    en: 'The holidays of that year are not announced yet. Which day is it?',
  },
  'which-holiday': { zh: '是哪个节？', en: 'Which holiday?' },
  'open-ended': { zh: '之后的哪一天？', en: 'Which day after that?' },
  several: { zh: '说了几天，是哪一天？', en: 'Several days were named. Which one?' },
  recurring: { zh: '只能记一次，先记哪一天？', en: 'Only one date can be kept. Which one first?' },
  lunar: {
    zh: '不会换算农历，公历是哪一天？',
    en: 'Lunar dates are not read. Which date is it by the calendar?',
  },
  vague: { zh: '具体是哪一天？', en: 'Which day exactly?' },
  'odd-time': { zh: '是几点？', en: 'What time is it?' },
  'clock-or-points': { zh: '是几点钟，还是几条？', en: 'Is it a time, or a number of points?' },
  unclear: { zh: '没看明白，是哪一天？', en: 'That is not clear. Which day is it?' },
} as const satisfies Record<string, Words>

export type DateDoubtCode = keyof typeof dateDoubts
