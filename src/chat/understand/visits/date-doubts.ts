import { datePhrase, tenseOf } from '../moments.ts'
import { thingsIn } from '../outline.ts'
import { ask, type Reading } from '../reading.ts'
import { comesBack } from './later-cues.ts'
import { talk } from './talk-cues.ts'
import { isDay, type Told, type VisitTold } from './told.ts'
import { anyVisit } from './visit-verbs.ts'

/** Asks about days that stand where they may be the visit's or the next one's, or merely part of what was told. */
export function askAboutDays(reading: Reading, told: VisitTold): void {
  if (told.unclearDays[0]) ask(reading, 'date', isItThen(told.unclearDays[0].date.phrase))
  if (toldOfADay(reading, told)) ask(reading, 'date', wasItToday)
  if (saysToday(reading, told)) ask(reading, 'date', todayOrThen)
  if (told.nextDays.length === 0 && comesBackSometime(reading, told)) ask(reading, 'nextDate', whenNext)
}

const contents = ({ about, feedback }: VisitTold): Told[] => [...about, ...feedback]

/** 昨天他打来要我今天去: of the two it may be either. */
function saysToday(reading: Reading, told: VisitTold): boolean {
  const { sentence, ctx } = reading
  const past = told.days.some(({ date }) => date.kind !== 'time' && tenseOf(ctx, date) === 'past')
  return (
    past &&
    contents(told).some((part) =>
      thingsIn(sentence.outline, part).some(
        (thing) => thing.mark === 'D' && /今[天日]|today/.test(thing.date.phrase) && isDay(thing),
      ),
    )
  )
}

/** 45号再去, xiazhouer再去, back 20th: a day that could not be read. */
const unread =
  /(?:\d+\S{0,4}|[a-z]{4,}|[周号日底初末旬])\s*(?:[就要得会我们]*再[去来谈聊访说]|(?:再次|继续)(?:拜访|回访|跟进))|\b\d{1,2}(?:st|nd|rd|th)\b|\b(?:back|return|come again|revisit|visit again|follow up)(?: on| at| by)?(?: the)? ?(?:\d|next|this|mon|tue|wed|thu|fri|sat|sun)/u

function comesBackSometime({ sentence: { outline } }: Reading, told: VisitTold): boolean {
  return [...contents(told), ...told.next].some(({ from, end }) => {
    const text = outline.text.slice(from, end)
    return (
      unread.test(text) ||
      Array.from(text.matchAll(/D/g)).some(({ index }) => comesBack.test(text.slice(index + 1)))
    )
  })
}

const visit = new RegExp(anyVisit, 'u')

const talkNext = new RegExp(`^[^\\s,，。]{0,3}?(?:${talk})`, 'u')
/** 他昨天刚回来，今天聊了聊春节的货 */
const talkedToday = ({ text, things }: Reading['sentence']['outline']): boolean =>
  [...things].some(
    ([at, thing]) =>
      thing.mark === 'D' && /今[天日早]/.test(thing.date.phrase) && talkNext.test(text.slice(at + 1)),
  )

/** 老丁昨儿跟我说…: nobody says when the talk was but for a day among what was told. */
function toldOfADay({ sentence: { outline }, ctx }: Reading, told: VisitTold): boolean {
  if (told.days.length > 0 || talkedToday(outline)) return false
  const wasThere = visit.test(outline.text)
  return told.about.some(
    ({ from, end, beside }) =>
      (beside || !wasThere) &&
      [...outline.things].some(
        ([at, thing]) =>
          at >= from &&
          at < end &&
          thing.mark === 'D' &&
          isDay(thing) &&
          outline.text[at + 1] !== '的' &&
          tenseOf(ctx, thing.date) === 'past',
      ),
  )
}

const wasItToday = {
  zh: '说了以前的日子，是今天沟通的，还是那天？请填写日期。',
  en: 'An earlier day is named. Was this today, or then? Please give the day.',
}
const isItThen = (phrase: string) => ({
  zh: `“${phrase}”是拜访的日子，还是说的事情的日子？请填写拜访是哪一天。`,
  en: `Is “${datePhrase(phrase)}” the day of the visit, or of what was told? Please give the day of the visit.`,
})
const todayOrThen = {
  zh: '说了今天，也说了以前的日子，是哪一天拜访的？',
  en: 'Both today and an earlier day are named. Which day was the visit?',
}
const whenNext = {
  zh: '下次是哪一天？没有看明白，请填写日期。',
  en: 'When is the next visit? That was not clear, please give the date.',
}
