import type { Callback } from '../record.ts'
import type { World } from '../world.ts'

export type NewCallback = Pick<Callback, 'kind' | 'url' | 'headers' | 'body'>

/** Posts a callback and waits as long as the platform would. */
export async function post(world: World, callback: NewCallback): Promise<Callback> {
  const { httpClock, cardClock } = world.settings
  const clock = callback.kind === 'robot' ? httpClock : cardClock
  const started = performance.now()
  const at = world.now()
  const answer = await send(callback, clock)
  const ms = performance.now() - started
  const written = { at, ...callback, ...answer, ms, inTime: answer !== undefined }
  world.recorder.callbacks.push(written)
  return written
}

async function send({ url, headers, body }: NewCallback, clock: number) {
  try {
    const signal = AbortSignal.timeout(clock)
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' })
    return { status: response.status, answer: await response.text() }
  } catch {
    return undefined
  }
}

/** The JSON object of an answer, or undefined. */
export function answerBody({ status, answer }: Callback): Record<string, unknown> | undefined {
  try {
    const body = status === 200 ? JSON.parse(answer ?? '') : undefined
    return typeof body === 'object' && body !== null ? body : undefined
  } catch {
    return undefined
  }
}
