import { bad, type Finding, good } from './finding.ts'

/** Signatures and tokens are judged by the clock. */
const mostSeconds = 60

/** Our clock beside that of a platform. Nothing is found where the platform did not answer. */
export function checkClock(platform: string, ahead: number | undefined): Finding[] {
  if (ahead === undefined) return []
  const seconds = Math.round(Math.abs(ahead))
  if (seconds <= mostSeconds) return [good('the clocks agree')]
  const says = `the clock of this machine is ${seconds} s ${ahead > 0 ? 'ahead of' : 'behind'} that of ${platform}`
  return [bad(says, 'set the clock, best by a time server (NTP); what is signed now is refused')]
}
