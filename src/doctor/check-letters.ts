import type { Look } from '../db/look-node.ts'
import { type Finding, good, mind } from './finding.ts'

/** What could neither be delivered nor worked through, and will not be tried again by itself. */
export function checkLetters(look: Look): Finding[] {
  const [undelivered, unworked] = [deadIn(look, 'Outbox'), deadIn(look, 'Inbox')]
  return [
    undelivered === 0
      ? good('no dead letters')
      : mind(
          `messages that could not be delivered: ${undelivered}`,
          'an admin sends 死信 (dead letters) and retries them',
        ),
    unworked === 0
      ? good('everything that came in was worked through')
      : mind(
          `messages that came in and could not be worked through: ${unworked}`,
          'the log says why; ask whoever wrote them to write again',
        ),
  ]
}

const deadIn = (look: Look, table: 'Inbox' | 'Outbox'): number =>
  Number(look(`SELECT count(*) AS dead FROM ${table} WHERE state = 'dead'`)[0]?.dead)
