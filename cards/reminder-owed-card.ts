import type { Owing } from '../src/crm/reminders/owing.ts'
import { momentInWords } from '../src/lib/date-in-words.ts'
import { localDate, zoned } from '../src/lib/time.ts'
import { type Language, nameIn } from '../src/lib/words.ts'
import { type Block, type Button, buttons, type Card, note, text } from './card.ts'
import { atRiskBlocks, type Drawing, dueBlocks, escalatedBlocks, reportBlocks } from './reminder-items.ts'

const words = {
  zh: {
    title: (count: number) => `您有 ${count} 件事要办`,
    people: (count: number) => `下属有 ${count} 件事逾期`,
    none: '都办完了',
    noneText: '现在没有要您办的事，谢谢。',
    later: '好的，稍后提醒您',
    putOff: (items: string, count: number, at: string) =>
      `${at} 再提醒：${items}${count > 0 ? ` 等${count}件` : ''}`,
    hour: '1小时后提醒',
    afternoon: '下午提醒',
    tomorrow: '明早提醒',
  },
  en: {
    title: (count: number) => `${count} ${count === 1 ? 'thing is' : 'things are'} waiting for you`,
    people: (count: number) => `${count} overdue with your people`,
    none: 'All done',
    noneText: 'Nothing is waiting for you now. Thank you.',
    later: 'You will be reminded later',
    putOff: (items: string, count: number, at: string) =>
      `Again ${at}: ${items}${count > 0 ? `, ${count} in all` : ''}`,
    hour: 'In an hour',
    afternoon: 'This afternoon',
    tomorrow: 'Tomorrow morning',
  },
} satisfies Record<Language, object>

const noon = 12

/** All that a person owes, in one message, with a button for each. */
export function owedCard(owing: Owing, drawing: Drawing): Card {
  const w = words[drawing.language]
  const own = owing.mine.length + owing.atRisk.length
  const open = own + owing.escalated.length
  if (open === 0) return nothingOpen(owing, drawing)
  return {
    title: own > 0 ? w.title(own) : w.people(owing.escalated.length),
    tone: 'warning',
    blocks: [
      ...reportBlocks(owing, drawing),
      ...dueBlocks(owing, drawing),
      ...atRiskBlocks(owing, drawing),
      ...escalatedBlocks(owing, drawing),
      ...putOffNotes(owing, drawing),
      buttons(...snoozeButtons(owing, drawing)),
    ],
  }
}

function nothingOpen(owing: Owing, drawing: Drawing): Card {
  const w = words[drawing.language]
  if (owing.putOff.length > 0) return { title: w.later, blocks: putOffNotes(owing, drawing) }
  return { title: w.none, tone: 'good', blocks: [text(w.noneText)] }
}

const namesShown = 3

/** What was put off, and until when. */
export function putOffNotes({ putOff, person }: Owing, { now, language }: Drawing): Block[] {
  const byMoment = Map.groupBy(putOff, ({ until }) => until.toString())
  return [...byMoment.values()].map((items) => {
    const names = [...new Set(items.map(({ item }) => nameIn(item.customer, language)))]
    const shown = names.slice(0, namesShown).join(language === 'zh' ? '、' : ', ')
    const at = momentInWords(items[0]!.until, person.zone, language, localDate(now, person.zone))
    return note(words[language].putOff(shown, names.length > namesShown ? items.length : 0, at))
  })
}

export function snoozeButtons({ person }: Owing, { now, language }: Drawing): Button[] {
  const w = words[language]
  const isMorning = zoned(now, person.zone).hour < noon
  return [
    { label: w.hour, say: '稍后提醒 1h' },
    ...(isMorning ? [{ label: w.afternoon, say: '稍后提醒 afternoon' }] : []),
    { label: w.tomorrow, say: '稍后提醒 tomorrow' },
  ]
}
