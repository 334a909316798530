import * as z from 'zod'
import { buttons, type Card, fields, text } from '../../cards/card.ts'
import { plain } from '../../cards/plain.ts'
import { conversationCommands } from '../../src/chat/commands.ts'
import type { Address, Bot, Incoming, Sent } from '../../src/chat/contract.ts'
import { type Core, gather } from '../../src/chat/core.ts'
import { draftSubject } from '../../src/chat/draft-subject.ts'
import { canonical } from '../../src/chat/understand/canonical.ts'
import { nothing } from '../../src/chat/understand/understood.ts'
import { openCompany } from '../../src/company.ts'
import { type Capability, command } from '../../src/crm/command.ts'
import { owe, record } from '../../src/crm/context.ts'
import { field } from '../../src/crm/fields.ts'
import { refuse } from '../../src/crm/refusal.ts'
import { openDatabase } from '../../src/db/open-node.ts'

/** A business as small as can be: one number that anybody may set, kept as a setting, and approved by the boss once. */
const numbers: Capability = {
  commands: [
    command({
      name: 'number.set',
      title: { zh: '记数', en: 'Set the number' },
      words: { zh: ['记数'], en: ['set'] },
      examples: { zh: ['记数 5'], en: ['set 5'] },
      input: z.object({ value: field({ label: { zh: '数', en: 'Number' }, kind: 'query' }) }),
      may: 'everyone',
      writes: true,
      confirm: async (_ctx, { value }) => ({ title: '记数', blocks: [fields([['数', value]])] }),
      run: async (ctx, { value }) => {
        if (value === 'crash') throw new TypeError('a defect')
        if (!/^\d+$/.test(value))
          refuse(
            'number.none',
            { zh: `“${value}”不是数`, en: `“${value}” is no number` },
            {
              value: { zh: '只能是数字', en: 'digits only' },
            },
          )
        await ctx.db.setting.upsert({
          where: { key: 'number' },
          create: { key: 'number', value },
          update: { value },
        })
        record(ctx, 'number.set', 'number:1', { value })
        const boss = await ctx.db.member.findUniqueOrThrow({ where: { code: 'boss' } })
        owe(ctx, 'number:1', [boss.id])
        return numberCard(value)
      },
      undo: async (ctx) => {
        await ctx.db.setting.delete({ where: { key: 'number' } })
        record(ctx, 'number.undone', 'number:1')
        return numberCard('–')
      },
    }),
    command({
      name: 'number.approve',
      title: { zh: '批准', en: 'Approve' },
      words: { zh: ['批准'], en: ['approve'] },
      examples: { zh: ['批准'], en: ['approve'] },
      input: z.object({}),
      may: ['office_head'],
      writes: true,
      run: async (ctx) => {
        const { count } = await ctx.db.setting.updateMany({
          where: { key: 'number', value: { not: { endsWith: '!' } } },
          data: { value: '9!' },
        })
        if (count === 0) refuse('number.approved', { zh: '已经批准过了', en: 'already approved' })
        record(ctx, 'number.approved', 'number:1')
        return numberCard('9!')
      },
    }),
  ],
  subjects: [
    {
      kind: 'number',
      card: async (ctx) =>
        numberCard((await ctx.db.setting.findUnique({ where: { key: 'number' } }))?.value ?? '–'),
    },
  ],
  jobs: [],
}

const numberCard = (value: string): Card => ({
  title: '数',
  subject: 'number:1',
  blocks: [text(`现在是 ${value}`), buttons({ label: '批准', say: '批准' })],
})

function tinyCore(): Core {
  const core: Core = {
    ...gather([numbers]),
    understand: async (_ctx, said) => {
      const corrected = /^改成 (\S+)$/.exec(said)
      if (corrected)
        return { ...nothing(), command: 'number.set', input: { value: corrected[1] }, corrects: 'draft' }
      const set = /^记数 (\S+)$/.exec(said)
      if (set) return { ...nothing(), command: 'number.set', input: { value: set[1] } }
      return canonical(core.commands, said) ?? nothing()
    },
    understandField: async (_ctx, _field, typed) => ({ value: typed }),
    fieldInWords: async (_ctx, _field, value) => String(value),
  }
  core.subjects.push(draftSubject(() => core))
  core.commands.push(...conversationCommands(() => core))
  return core
}

/** A platform that writes on paper: everything sent is kept, and it can be told to fail. */
export function paperBot() {
  const sheets: { id: string; conversation: string; text: string; card: Card }[] = []
  const log: string[] = []
  let failure: (() => Error | undefined) | undefined
  const bot: Bot<Incoming, Card> = {
    platform: 'paper',
    read: (payload) => payload,
    render: (card) => card,
    whois: async ({ id }) => (id === 'stranger' ? null : { name: id, email: `${id}@example.com` }),
    direct: ({ id }) => ({ platform: 'paper', conversation: id, kind: 'direct', user: id }),
    find: async ({ email }) => (email ? { platform: 'paper', id: email.split('@')[0]! } : null),
    send: async (to: Address, card: Card): Promise<Sent> => {
      const error = failure?.()
      if (error) throw error
      log.push(`${to.conversation}: ${plain(card).replaceAll('\n', ' / ')}`)
      const known = sheets.find(({ id }) => id === to.message)
      if (known) {
        Object.assign(known, { card, text: plain(card) })
        return { message: known.id, redrawable: true }
      }
      sheets.push({ id: String(sheets.length + 1), conversation: to.conversation, text: plain(card), card })
      return { message: String(sheets.length), redrawable: true }
    },
  }
  const seenBy = (who: string) => sheets.filter(({ conversation }) => conversation === who)
  return { bot, sheets, log, seenBy, fail: (how: typeof failure) => (failure = how) }
}

export async function tinyCompany(file = ':memory:', others: Bot[] = []) {
  const { db, close } = await openDatabase(file)
  let time = new Date('2026-11-24T02:00:00Z')
  const wall = () => time
  if ((await db.member.count()) === 0) await fill(db)
  const logged: { level: string; fields: object; message: string }[] = []
  const keep = (level: string) => (given: object, message: string) =>
    void logged.push({ level, fields: given, message })
  const log = { info: keep('info'), warn: keep('warn'), error: keep('error') }
  const paper = paperBot()
  const company = await openCompany({ db, core: tinyCore(), bots: [...others, paper.bot], wall, log })
  let count = 0
  const send = async (who: string, say: Incoming['say'], on?: string, id = `m${++count}`) => {
    const replyTo = { ...paper.bot.direct({ platform: 'paper', id: who }), message: on, redrawable: true }
    const incoming = { id, from: { platform: 'paper', id: who }, say, replyTo, at: time.getTime() }
    await company.receive(paper.bot, incoming, 0)
    await company.settled()
    return paper.seenBy(who).at(-1)!
  }
  return {
    db,
    close,
    company,
    paper,
    logged,
    wall,
    later: (seconds: number) => {
      time = new Date(time.getTime() + seconds * 1000)
    },
    say: (who: string, words: string, id?: string) => send(who, { text: words }, undefined, id),
    press: (who: string, sentence: string, on?: string, values?: Record<string, string>) =>
      send(who, { press: sentence, values }, on),
    codeOn: (card: Card) => card.subject!.slice('draft:'.length),
  }
}

async function fill(db: Awaited<ReturnType<typeof openDatabase>>['db']) {
  const office = await db.orgUnit.create({
    data: { code: 'SH', kind: 'office', name: '上海', nameEn: 'Shanghai' },
  })
  for (const [code, role] of [
    ['li', 'rep'],
    ['boss', 'office_head'],
    ['vice', 'office_head'],
  ] as const) {
    const names = { name: code, nameEn: code, pinyin: code }
    const data = {
      code,
      ...names,
      role,
      unitId: office.id,
      email: `${code}@example.com`,
      joinedOn: '2020-01-01',
    }
    await db.member.create({ data })
  }
}
