import { createIntruder } from './callbacks/intruder.ts'
import { createPerson, type Person } from './client/person.ts'
import { createApi } from './hosts/api.ts'
import { createFaults } from './hosts/faults.ts'
import { createOapi } from './hosts/oapi.ts'
import { createQuota } from './hosts/quota.ts'
import { serve, stop } from './hosts/serve.ts'
import { createRecorder } from './record.ts'
import { defaultSettings, type Settings } from './settings.ts'
import { createCards } from './state/cards.ts'
import { createDirectory, type Human, type NewGroup, type NewStaff } from './state/directory.ts'
import { createFiles } from './state/files.ts'
import { createSessions } from './state/sessions.ts'
import { createThrottling } from './state/throttling.ts'
import { createTimeline } from './state/timeline.ts'
import { createTokens } from './state/tokens.ts'
import { createStreams } from './stream/streams.ts'
import { createTimers } from './timers.ts'
import type { App, World } from './world.ts'

export interface SimulatorOptions extends Partial<App> {
  people?: NewStaff[]
  groups?: NewGroup[]
  settings?: Partial<Settings>
  /** 0, the default, takes any free port. */
  apiPort?: number
  oapiPort?: number
  /** Milliseconds since 1970. */
  now?: () => number
  /** Chooses the connection of a push and who meets an injected fault. */
  random?: () => number
}

function createApp(options: SimulatorOptions): App {
  const { clientId = 'ding-simulated', clientSecret = 'simulated-secret', corpId = 'ding-corp' } = options
  const { robotCode = clientId, templateIds = ['universal.schema'] } = options
  return { clientId, clientSecret, corpId, robotCode, templateIds }
}

export type DingtalkSimulator = Awaited<ReturnType<typeof simulateDingtalk>>

/** A DingTalk on this machine: the gateway and the new API on one address, the old API on another. */
export async function simulateDingtalk(options: SimulatorOptions = {}) {
  const { people = [], groups = [], now = () => Date.now(), random = Math.random } = options
  const settings = { ...defaultSettings(), ...options.settings }
  const timers = createTimers()
  const recorder = createRecorder(now)
  const directory = createDirectory(people, groups)
  const at = { api: '', oapi: '' }
  const world: World = {
    app: createApp(options),
    ...{ settings, now, random, recorder, directory, at },
    later: timers.later,
    closing: timers.closing,
    timeline: createTimeline(now),
    cards: createCards(),
    files: createFiles({ now, settings }),
    sessions: createSessions({ now, settings }),
    tokens: createTokens({ now, settings }),
    throttled: createThrottling(),
    faults: createFaults(random),
    quota: createQuota({ now, settings, recorder }),
  }
  const streams = createStreams(world)
  const api = await serve(createApi(world, streams), options.apiPort ?? 0)
  const oapi = await serve(createOapi(world), options.oapiPort ?? 0)
  Object.assign(at, { api: api.address, oapi: oapi.address })
  streams.listen(api.server)

  const persons = new Map<Human, Person>()
  const personOf = (human: Human): Person => {
    const person = persons.get(human) ?? createPerson(world, streams, human)
    persons.set(human, person)
    return person
  }
  const close = async () => {
    timers.close()
    streams.close()
    await Promise.all([stop(api.server), stop(oapi.server)])
  }
  return {
    apiUrl: api.address,
    oapiUrl: oapi.address,
    app: world.app,
    ...{ settings, directory, recorder },
    timeline: world.timeline,
    cards: world.cards,
    files: world.files,
    sessions: world.sessions,
    tokens: world.tokens,
    throttled: world.throttled,
    faults: world.faults,
    stream: streams,
    intruder: createIntruder(world),
    /** Somebody of the organisation. */
    user: (staffId: string) => {
      const human = directory.byStaffId(staffId)
      if (!human) throw new Error(`there is no ${staffId}`)
      return personOf(human)
    },
    /** Somebody from outside the organisation. */
    outsider: (name: string) => personOf(directory.meets(name)),
    close,
    [Symbol.asyncDispose]: close,
  }
}
