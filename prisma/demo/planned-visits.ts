import { type MissReason, missReasons } from '../../src/crm/visits/miss-visit.ts'
import { agendaOf, blankVisit, type Scene, type Told } from './told-visit.ts'

const reasons = (Object.keys(missReasons) as MissReason[]).filter((reason) => reason !== 'made_later')
const times = ['09:30', '11:00', '14:00', '15:30']

/** Now and then a visit was planned for the day before, and came to nothing. */
export function missedBefore(scene: Scene, last: Told | undefined, day: number): Told | null {
  const { random, calendar, words } = scene
  const planned = calendar.workday(day, -1)
  if (!last || planned <= last.day || !random.chance(0.05)) return null
  return {
    ...blankVisit(scene, planned, calendar.moment(last.day, 18, 30)),
    state: 'missed',
    time: random.pick(times),
    about: words.nextStep(planned),
    reason: random.pick(reasons),
    recordedAt: calendar.moment(planned, 18),
  }
}

/** A visit planned for one of the next days; a few plans of the last days have not been reported on. */
export function planAfter(scene: Scene, last: Told | undefined): Told | null {
  const { customer, words, busy } = scene
  const day = plannedDay(scene)
  if (!last || day === null || day <= last.day) return null
  const time = times[busy.get(`${customer.ownerId}:${day}`) ?? 0]
  if (!time) return null
  busy.set(`${customer.ownerId}:${day}`, times.indexOf(time) + 1)
  const about = last.nextStep ?? words.nextStep(day)
  return { ...blankVisit(scene, day, last.createdAt), state: 'planned', time, about }
}

function plannedDay({ customer, random, calendar }: Scene): number | null {
  const yesterday = calendar.workday(0, -1)
  const today = calendar.works(0) ? 0 : calendar.workday(0, 1)
  switch (agendaOf(customer)) {
    case 'planned':
      return today
    case 'unreported':
      return yesterday
    case undefined:
      if (!random.chance(0.35)) return null
      return random.chance(0.06) ? yesterday : calendar.workday(today, random.between(0, 4))
    default:
      return null
  }
}
