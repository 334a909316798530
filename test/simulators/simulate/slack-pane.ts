import { Hono } from 'hono'
import * as z from 'zod'
import { unformatted } from '../slack/person/plain-words.ts'
import type { ShownView } from '../slack/person/screen.ts'
import type { Person } from '../slack/person/user.ts'
import type { SlackSimulator } from '../slack/simulate-slack.ts'
import type { SeenMessage } from '../slack/wire.ts'
import { slackId } from './people.ts'

const who = z.object({ as: z.string() })
const said = who.extend({ text: z.string().min(1).max(20_000) })
/** Where something was pressed: a message, an open modal or the Home tab, by its id. */
const pressed = who.extend({
  on: z.string(),
  block: z.string(),
  element: z.string(),
  value: z.unknown().optional(),
})
const submitted = who.extend({ on: z.string(), values: z.record(z.string(), z.unknown()) })
const closed = who.extend({ on: z.string() })
const uploaded = z.object({ as: z.string(), file: z.instanceof(File) })

/** The messenger on the page for a simulated Slack: what a member sees in the app's conversation, and does there. */
export function slackPane(slack: SlackSimulator): Hono {
  const pane = new Hono()
  const person = (code: string) => slack.user(slackId(code))
  const done = (delivery: { acknowledged: boolean } | undefined) => {
    const lost = delivery && !delivery.acknowledged
    return lost ? { problem: 'The app did not answer in time · 应用没有及时应答' } : {}
  }
  pane.get('/', (c) => c.json(screenOf(person(c.req.query('as') ?? ''))))
  pane.post('/say', async (c) => {
    const { as, text } = said.parse(await c.req.json())
    const command = /^(\/\w+)\s*(.*)$/s.exec(text)
    const delivery = command ? person(as).command(command[1]!, command[2]) : person(as).dm(text)
    return c.json(done(await delivery))
  })
  pane.post('/press', async (c) => {
    const { as, on, block, element, value } = pressed.parse(await c.req.json())
    const where = placeOf(person(as), on)
    const what = `${block} ${element}`
    return c.json(
      done(
        await (value === undefined ? person(as).press(where, what) : person(as).choose(where, what, value)),
      ),
    )
  })
  pane.post('/submit', async (c) => {
    const { as, on, values } = submitted.parse(await c.req.json())
    return c.json(done(await person(as).submit(viewOf(person(as), on), values)))
  })
  pane.post('/close', async (c) => {
    const { as, on } = closed.parse(await c.req.json())
    return c.json(done(await person(as).close(viewOf(person(as), on))))
  })
  pane.post('/home', async (c) => c.json(done(await person(who.parse(await c.req.json()).as).openHome())))
  pane.post('/file', async (c) => {
    const { as, file } = uploaded.parse(await c.req.parseBody())
    const content = new Uint8Array(await file.arrayBuffer())
    return c.json(done(await person(as).upload({ name: file.name, content, mimetype: file.type })))
  })
  return pane
}

/** How much the app has to show this member by now. */
export const seenInSlack = (slack: SlackSimulator, code: string): number =>
  slack.user(slackId(code)).messages().filter(isFromApp).length

function screenOf(person: Person) {
  return {
    messages: person.messages().map(shownMessage),
    views: person.views().map(shownView),
    home: person.home() && shownView(person.home()!),
  }
}

const isFromApp = ({ user, bot_id }: SeenMessage): boolean => bot_id !== undefined || user === 'USLACKBOT'

const shownMessage = (message: SeenMessage) => ({
  id: message.ts,
  mine: !isFromApp(message),
  ephemeral: message.is_ephemeral,
  edited: message.edited !== undefined,
  blocks: message.blocks ?? [],
  text: unformatted(message.text),
  files: (message.files ?? []).map(({ name }) => name),
})

const shownView = ({ id, title, view, values, errors, notice }: ShownView) => {
  const { blocks, submit, close } = view
  return { id, title, blocks, submit, close, values, errors, notice }
}

function placeOf(person: Person, on: string): SeenMessage | ShownView {
  const places = [...person.messages().filter(({ ts }) => ts === on), ...viewsOf(person, on)]
  return places.at(-1) ?? gone()
}

const viewOf = (person: Person, on: string): ShownView => viewsOf(person, on)[0] ?? gone()

const viewsOf = (person: Person, on: string): ShownView[] =>
  [...person.views(), ...(person.home() ? [person.home()!] : [])].filter(({ id }) => id === on)

function gone(): never {
  throw new RangeError('This is not on the screen any more · 这里已经变了')
}
