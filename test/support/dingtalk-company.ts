import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { dingtalkBot } from '../../bots/dingtalk/bot.ts'
import { dingtalkDoor } from '../../bots/dingtalk/http.ts'
import type { DingtalkPayload } from '../../bots/dingtalk/payload.ts'
import { registerDingtalkCallbacks } from '../../bots/dingtalk/register-callbacks.ts'
import type { DingtalkSettings } from '../../bots/dingtalk/settings.ts'
import { startDingtalkStream } from '../../bots/dingtalk/stream.ts'
import { fillDemo } from '../../prisma/demo/fill-demo.ts'
import { buildApp } from '../../src/app.ts'
import type { Bot } from '../../src/chat/contract.ts'
import { openCompany } from '../../src/company.ts'
import { buildCore } from '../../src/core.ts'
import { openDatabase } from '../../src/db/open-node.ts'
import type { Log } from '../../src/lib/log.ts'
import { instantOf, localDate } from '../../src/lib/time.ts'
import { type DingtalkSimulator, simulateDingtalk } from '../simulators/dingtalk/simulator.ts'
import { tuesday } from './playground-company.ts'

export type Via = 'stream' | 'http'

export interface DingtalkDemoOptions {
  via?: Via
  /** Whether a card template is configured. */
  template?: boolean
  at?: Date
  log?: Log
  settings?: Partial<DingtalkSettings>
  /** Further platforms of the same company. */
  others?: Bot[]
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }
export const pathSecret = 'a-path-nobody-knows'
export const cardSecret = 'a-secret-of-the-cards'
export const office = 'cid-office'

/** Fast reconnecting, for tests. */
export const impatient = { pingEvery: 500, firstPause: 20, longestPause: 200, drain: 500 }

/** Settings that lead to a simulator. */
export const settingsFor = (
  sim: DingtalkSimulator,
  { via = 'stream', template = true }: DingtalkDemoOptions = {},
): DingtalkSettings => ({
  clientId: sim.app.clientId,
  clientSecret: sim.app.clientSecret,
  ...(template && { templateId: 'universal.schema' }),
  apiUrl: sim.apiUrl,
  oapiUrl: sim.oapiUrl,
  cardValueBytes: 3072,
  callsPerSecond: 1000,
  transport:
    via === 'stream'
      ? { mode: 'stream' }
      : { mode: 'http', publicUrl: 'http://127.0.0.1', pathSecret, cardSecret },
})

/** The demo company with a simulated DingTalk as its door: by the real SDK's Stream, or over HTTP. */
export async function dingtalkDemo(options: DingtalkDemoOptions = {}) {
  let time = options.at ?? tuesday
  const wall = () => time
  const log = options.log ?? silentLog
  const { db, close: closeDatabase } = await openDatabase(':memory:')
  await fillDemo(db, { anchor: localDate(instantOf(time), 'Asia/Shanghai') })
  const members = await db.member.findMany({ select: { code: true, name: true, mobile: true } })
  const people = members.map(({ code, name, mobile }) => ({
    staffId: code,
    name,
    mobile: mobile?.replace('+86', '') ?? '',
  }))
  const group = { id: office, title: '办事处', members: ['li', 'wang', 'zhou'] }
  const began = performance.now()
  // The platform's clock runs: over HTTP it is what tells one press from the next.
  const now = () => Math.round(time.getTime() + performance.now() - began)
  const sim = await simulateDingtalk({ people, groups: [group], now, settings: { qps: 1000 } })
  const settings = { ...settingsFor(sim, options), ...options.settings }
  const onWay = watched(fetch)
  const bot = dingtalkBot({ settings, fetch: onWay.fetch, wall, log })
  const company = await openCompany({
    db,
    core: buildCore(),
    bots: [bot, ...(options.others ?? [])],
    wall,
    log,
  })
  const receive = (payload: DingtalkPayload, within: number) => company.receive(bot, payload, within)
  const { background } = company
  const parts = { bot, receive, background, settings, wall, log }
  const disconnect =
    options.via === 'http'
      ? await byHttp(sim, parts)
      : (await startDingtalkStream({ ...parts, fetch, timing: impatient })).stop

  return {
    sim,
    db,
    company,
    settings,
    person: (code: string) =>
      talker(sim, code, { template: options.template !== false, calm: () => onWay.calm(company) }),
    setWall: (to: Date) => {
      time = to
    },
    /** Moves business time, stopping at each due moment. */
    moveTo: (local: string) => company.moveTo(instantOf(new Date(`${local}:00+08:00`))),
    close: async () => {
      await disconnect()
      await company.settled()
      await sim.close()
      await closeDatabase()
    },
  }
}

type HttpParts = Parameters<typeof dingtalkDoor>[0]

/** The service as DingTalk calls it. */
async function byHttp(sim: DingtalkSimulator, parts: HttpParts): Promise<() => Promise<void>> {
  const app = buildApp({ ready: async () => {}, doors: [{ path: '/dingtalk', app: dingtalkDoor(parts) }] })
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () =>
      resolve(started as Server),
    )
  })
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  sim.settings.robotDelivery = { by: 'http', url: `${publicUrl}/dingtalk/${pathSecret}/message` }
  const transport = { ...parts.settings.transport, publicUrl } as DingtalkSettings['transport']
  await registerDingtalkCallbacks({ ...parts, settings: { ...parts.settings, transport }, fetch })
  return () =>
    new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
}

/** Knows whether something is still on its way to the platform. */
function watched(real: typeof fetch) {
  let underWay = 0
  const breath = () => new Promise((resolve) => setTimeout(resolve, 2))
  return {
    fetch: (async (...args) => {
      underWay += 1
      return real(...args).finally(() => {
        underWay -= 1
      })
    }) as typeof fetch,
    calm: async (company: { settled(): Promise<void> }) => {
      for (let quiet = 0; quiet < 3; quiet = underWay > 0 ? 0 : quiet + 1) {
        await company.settled()
        await breath()
      }
    },
  }
}

interface Talking {
  template: boolean
  /** Resolves when nothing is under way. */
  calm(): Promise<void>
}

/** A member with a DingTalk client, who does the same with cards of a template and with buttons that send sentences. */
function talker(sim: DingtalkSimulator, code: string, { template, calm }: Talking) {
  const person = sim.user(code)
  let before = 0
  const posts = () => sim.timeline.posts.length
  const self = {
    person,
    calm,
    async says(text: string) {
      before = posts()
      await person.says(text)
      await calm()
      return self
    },
    async saysIn(group: string, text: string) {
      before = posts()
      await person.saysIn(group, text)
      await calm()
      return self
    },
    /** Presses a button by its label, on the newest card or message that has it. */
    async presses(label: string) {
      before = posts()
      if (template) {
        const card = person.cards().findLast(({ buttons }) => buttons.some(({ text }) => text === label))
        if (!card) throw new Error(`${code} sees no button ${label} but:\n${person.sees()}`)
        expectAnswered(await person.presses(card, label))
      } else await person.follows(undefined, label)
      await calm()
      return self
    },
    /** Fills in the newest form: natively, or by typing the lines that were asked for. Entries by label. */
    async fills(entries: Record<string, string>) {
      before = posts()
      if (template) {
        const card = person.cards().findLast(({ form }) => form !== undefined)
        if (!card) throw new Error(`${code} sees no form but:\n${person.sees()}`)
        const fields = card.form!.fields.filter(({ hidden }) => !hidden)
        const named = Object.entries(entries).map(([label, value]) => {
          const field = fields.find((one) => one.label?.startsWith(label))
          if (!field) throw new Error(`no field ${label}, only ${fields.map((one) => one.label).join(', ')}`)
          return [field.name, value]
        })
        expectAnswered(await person.submits(card, Object.fromEntries(named)))
      } else await person.says(typed(person.seesLast(), entries))
      await calm()
      return self
    },
    /** Everything on show now. */
    sees: () => person.sees(),
    /** What came last, a message or the card that was changed. */
    last: () => person.seesLast(),
    newMessages: () => posts() - before,
  }
  return self
}

function expectAnswered({ outcome, reason }: { outcome: string; reason?: string }): void {
  if (outcome !== 'changed' && outcome !== 'unchanged') throw new Error(`the press was ${outcome}: ${reason}`)
}

/** The lines of the typed form in a message, changed as a person would. */
function typed(shown: string, entries: Record<string, string>): string {
  const lines = shown.split('\n').map((one) => one.trim())
  const start = lines.findLastIndex((one) => /^保存 [0-9A-Z]{4}$/.test(one))
  if (start < 0) throw new Error(`no form to copy in:\n${shown}`)
  const changes = Object.entries(entries).map(([label, value]) => {
    const asked = lines.slice(start + 1).find((one) => one.startsWith(label))
    if (!asked) throw new Error(`no line ${label} in:\n${shown}`)
    return `${asked.slice(0, asked.indexOf(':'))}: ${value}`
  })
  return [lines[start], ...changes].join('\n')
}
