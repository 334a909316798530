import type { Shown } from '../../bots/playground/messages.ts'
import { playgroundDoor } from '../../bots/playground/page.ts'
import type { Button, Card } from '../../cards/card.ts'
import { fillDemo } from '../../prisma/demo/fill-demo.ts'
import { buildApp } from '../../src/app.ts'
import { type Company, openCompany } from '../../src/company.ts'
import { buildCore } from '../../src/core.ts'
import { openDatabase } from '../../src/db/open-node.ts'
import { instantOf, localDate } from '../../src/lib/time.ts'
import { playgroundCompany, playgroundFor } from '../../src/playground.ts'
import { playgroundMessages } from '../../src/playground-messages.ts'

/** Tuesday, 24 November 2026, 10:00 in Shanghai: the week of 2026-W48; the week before is the last finished one. */
export const tuesday = new Date('2026-11-24T10:00:00+08:00')

const silent = { info: () => {}, warn: () => {}, error: () => {} }

/** The demo company with the playground as its door, spoken to over HTTP. Wall time stands still until it is set. */
export async function playgroundDemo(options: { at?: Date; file?: string; log?: typeof silent } = {}) {
  let time = options.at ?? tuesday
  const wall = () => time
  const { db, close } = await openDatabase(options.file ?? ':memory:')
  if ((await db.member.count()) === 0)
    await fillDemo(db, { anchor: localDate(instantOf(time), 'Asia/Shanghai') })
  let company: Company | undefined
  const messages = await playgroundMessages(db, () => company!.now())
  const bot = playgroundFor(db, messages, wall)
  company = await openCompany({ db, core: buildCore(), bots: [bot], wall, log: options.log ?? silent })
  const door = playgroundDoor(playgroundCompany(company, bot, messages))
  const app = buildApp({ ready: async () => {}, doors: [{ path: '/playground', app: door }] })
  return {
    db,
    company,
    app,
    person: (code: string) => person(app.request.bind(app), code),
    setWall: (to: Date) => {
      time = to
    },
    /** Moves business time, stopping at each due moment. */
    moveTo: (now: string) => post(app.request.bind(app), 'clock', { now }),
    close: async () => {
      await company.settled()
      await close()
    },
  }
}

type Request = (path: string, init?: RequestInit) => Response | Promise<Response>

export type Talker = ReturnType<typeof person>

/** Someone at the playground’s page, wherever it is served. */
export function person(request: Request, as: string) {
  let last: Shown[] = []
  const all = async () => {
    const response = await request(`/playground/messages?as=${as}`)
    return ((await response.json()) as { messages: Shown[] }).messages
  }
  const talker = {
    as,
    async says(text: string, extra: object = {}) {
      last = await post(request, 'say', { as, text, ...extra })
      return talker
    },
    /** Presses the button with that label (or sentence) on the newest message that has it. */
    async presses(label: string, values?: Record<string, string>) {
      const { button, message } = await find(await all(), label)
      last = await post(request, 'press', { as, button: button.say, values, message })
      return talker
    },
    /** Fills the form on the newest card and submits it. */
    async fills(values: Record<string, string>) {
      const shown = (await all()).findLast(({ card }) => card && formOf(card))
      const form = shown?.card && formOf(shown.card)
      if (!form) throw new Error(`${as} sees no form`)
      const given = Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? '']))
      last = await post(request, 'press', {
        as,
        button: form.submit.say,
        values: { ...given, ...values },
        message: shown.id,
      })
      return talker
    },
    async drops(name: string, content: string | Uint8Array<ArrayBuffer>) {
      const body = new FormData()
      body.set('as', as)
      body.set('file', new File([content], name))
      const response = await request('/playground/file', { method: 'POST', body })
      last = ((await response.json()) as { messages: Shown[] }).messages
      return talker
    },
    /** The words of what came back last. */
    sees: () => last.map(({ text }) => text).join('\n---\n'),
    card: (): Card => {
      const card = last.at(-1)?.card
      if (!card) throw new Error(`${as} sees no card`)
      return card
    },
    messages: all,
    /** The words of everything in the conversation. */
    screen: async () => (await all()).map(({ text }) => text).join('\n---\n'),
    understands: async (text: string, now?: string) => {
      const query = new URLSearchParams({ as, text, ...(now ? { now } : {}) })
      return (await request(`/playground/understand?${query}`)).json()
    },
  }
  return talker
}

const formOf = (card: Card) => card.blocks.find((block) => block.type === 'form')

async function find(messages: Shown[], label: string): Promise<{ button: Button; message: string }> {
  for (const { id, card } of messages.toReversed()) {
    const button = card && buttonsOf(card).find((one) => one.label === label || one.say === label)
    if (button) return { button, message: id }
  }
  throw new Error(`no button “${label}” on:\n${messages.map(({ text }) => text).join('\n---\n')}`)
}

export const buttonsOf = (card: Card): Button[] =>
  card.blocks.flatMap((block) =>
    block.type === 'buttons' ? block.buttons : block.type === 'form' ? [block.submit] : [],
  )

async function post(request: Request, path: string, body: object): Promise<Shown[]> {
  const response = await request(`/playground/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return ((await response.json()) as { messages: Shown[] }).messages ?? []
}
