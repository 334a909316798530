import { fillDemo } from '../../prisma/demo/fill-demo.ts'
import { openCompany } from '../../src/company.ts'
import { buildCore } from '../../src/core.ts'
import { openDatabase } from '../../src/db/open-node.ts'
import { instantOf, localDate } from '../../src/lib/time.ts'
import { plainWords } from '../simulators/slack/person/plain-words.ts'
import type { Person } from '../simulators/slack/person/user.ts'
import type { SeenMessage } from '../simulators/slack/wire.ts'
import { tuesday } from './playground-company.ts'
import { slackBeside, type Transport } from './slack-beside.ts'

const silent = { info: () => {}, warn: () => {}, error: () => {} }
const botUser = 'U0SIMBOT'

/** The demo company in a Slack, through the real Bolt socket or through signed HTTP. `#sales` has everybody in it. */
export async function slackDemo(via: Transport, options: { at?: Date } = {}) {
  let time = options.at ?? tuesday
  const { db, close: closeDatabase } = await openDatabase(':memory:')
  await fillDemo(db, { anchor: localDate(instantOf(time), 'Asia/Shanghai') })
  const members = (await db.member.findMany()).map(({ code, name, email, language }) => ({
    id: `U0${code.toUpperCase()}`,
    name: code,
    real_name: name,
    email: email ?? undefined,
    locale: language === 'en' ? 'en-US' : 'zh-CN',
  }))
  const sales = { id: 'C0SALES', name: 'sales', members: [...members.map(({ id }) => id), botUser] }
  const world = { members, conversations: [sales], rateLimits: 'off' as const }
  const { slack, bot, connect } = await slackBeside(world, () => time, silent)
  const company = await openCompany({ db, core: buildCore(), bots: [bot], wall: () => time, log: silent })
  const { quiet, leave } = await connect(company, via)
  return {
    slack,
    bot,
    db,
    company,
    quiet,
    sales: sales.id,
    person: (code: string) => talker(slack.user(`U0${code.toUpperCase()}`), quiet),
    setWall: (to: Date) => {
      time = to
    },
    /** Moves business time, stopping at each due moment. */
    moveTo: async (local: string) => {
      await company.moveTo(instantOf(new Date(`${local}:00+08:00`)))
      await quiet()
    },
    close: async () => {
      await leave()
      await company.settled()
      await slack.close()
      await closeDatabase()
    },
  }
}

/** A member at their Slack client, in their direct messages with the app. */
function talker(person: Person, quiet: () => Promise<void>) {
  const has = (label: string) => (message: SeenMessage) => plainWords(message).includes(`[${label}]`)
  const self = {
    person,
    async says(text: string) {
      await person.dm(text)
      await quiet()
      return self
    },
    /** Presses a button by its label, in the modal that is open or on the newest message that has it. */
    async presses(label: string) {
      const shown = person.view()?.words.includes(`[${label}]`)
        ? person.view()
        : person.messages().findLast(has(label))
      if (!shown) throw new Error(`nobody sees a button ${label} but:\n${person.sees()}`)
      await person.press(shown, label)
      await quiet()
      return self
    },
    /** Fills in the form that is open, or the newest that can be opened, and sends it. Fields by how their labels begin. */
    async fills(values: Record<string, string>) {
      if (!person.view()) await self.presses('填写')
      const form = person.view()!
      const labels = form.view.blocks.map(({ label }) => (label as { text: string } | undefined)?.text ?? '')
      const entered = Object.entries(values).map(([name, value]) => {
        const label = labels.find((one) => one.startsWith(name))
        if (!label) throw new Error(`no field ${name}, only ${labels.filter(Boolean).join(', ')}`)
        return [label, value]
      })
      await person.submit(form, Object.fromEntries(entered))
      await quiet()
      return self
    },
    /** All that is on the screen: the messages, and the modal over them. */
    sees: () => [person.sees(), person.view()?.words].filter(Boolean).join('\n'),
    /** What came last: the modal, or the newest message. */
    last: () => person.view()?.words ?? plainWords(person.lastMessage()!),
  }
  return self
}
