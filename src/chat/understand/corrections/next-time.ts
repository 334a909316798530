import type { Base } from './base.ts'

const clock =
  /(?:早上|上午|中午|下午|傍晚|晚上)?(?:\d{1,2}[:：]\d{2}|[\d一二两三四五六七八九十]{1,3}点(?:半|[一三]刻|[\d一二三四五]{1,3}分?)?)|早上|上午|中午|下午|傍晚|晚上|\b(?:at )?\d{1,2}(?::\d{2})? ?[ap]m\b/iu

/** The clock in a phrase: of 下周四下午三点 the 下午三点. */
export const clockIn = (phrase: string): string | undefined => clock.exec(phrase)?.[0]

/** The next visit has no field for the time: it stands before what is to be done. */
export function withNextTime({ command }: Base, input: Base['input'], time: string): Base['input'] | null {
  const { nextDate, nextStep } = input
  if (nextDate === undefined || !command.input.shape.nextStep) return null
  const old = typeof nextStep === 'string' ? nextStep : ''
  const before = clock.exec(old)
  const step = before?.index === 0 ? old.slice(before[0].length).trim() : old
  const gap = /[a-z\d]$/i.test(time) && /^[a-z]/i.test(step) ? ' ' : ''
  return { ...input, nextStep: `${time}${gap}${step}` }
}
