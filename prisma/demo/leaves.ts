import type { Prisma } from '#prisma'
import type { DemoCalendar } from './demo-calendar.ts'
import type { MemberRow } from './organisation.ts'

/** Who is away: a rep and an office head this week with someone who stands in, others soon or not long ago. */
export function leaveRows(members: MemberRow[], calendar: DemoCalendar): Prisma.LeaveCreateManyInput[] {
  const id = (code: string) => members.find((member) => member.code === code)!.id
  const day = (n: number) => calendar.iso(n === 0 ? 0 : calendar.workday(0, n))
  const leave = (
    code: string,
    from: number,
    to: number,
    standIn: string | null,
    half: 'am' | 'pm' | null = null,
  ) => ({
    memberId: id(code),
    fromDate: day(from),
    toDate: day(to),
    half,
    standInId: standIn === null ? null : id(standIn),
  })
  return [
    leave('fengyan', -1, 2, 'zhou'),
    leave('liang', 0, 1, 'huang'),
    leave('emma', 3, 3, 'qian', 'pm'),
    leave('moyan', 5, 9, 'xiaohan'),
    leave('zengli', -12, -8, 'yejia'),
    leave('wang', -20, -18, 'chen'),
  ]
}
