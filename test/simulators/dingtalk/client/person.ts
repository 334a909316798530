import type { Human } from '../state/directory.ts'
import type { Streams } from '../stream/streams.ts'
import type { World } from '../world.ts'
import { createEyes } from './eyes.ts'
import { createHands } from './hands.ts'
import { createMouth } from './mouth.ts'

export type Person = ReturnType<typeof createPerson>

/** Somebody with a DingTalk client: says, sees, presses. */
export function createPerson(world: World, streams: Streams, human: Human) {
  const eyes = createEyes(world, human)
  const mouth = createMouth(world, streams, human)
  return { human, ...eyes, ...mouth, ...createHands(world, streams, human, eyes, mouth) }
}
