import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')
const sources = globSync('{src,bots,cards}/**/*.ts', { cwd: root }).sort()

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const importing = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?from\s+)?['"]([^'"]+)['"]/gm

const importsOf = (from: string): Import[] =>
  [...readFileSync(path.join(root, from), 'utf8').matchAll(importing)].map(([, typeOnly, to]) => ({
    from,
    to: to!.startsWith('.') ? path.join(path.dirname(from), to!) : to!,
    typeOnly: typeOnly !== undefined,
  }))

const imports = sources.flatMap(importsOf)
const offending = (rule: (one: Import) => boolean) =>
  imports.filter(rule).map(({ from, to }) => `${from} imports ${to}`)

/** The doors of the business: what in src/crm draws cards, itself or through another. Rules and verbs do not. */
const doors = drawing(new Set(imports.filter(({ to }) => drawsCards(to)).map(({ from }) => from)))

function drawing(known: Set<string>): Set<string> {
  const more = imports.filter(
    ({ from, to }) => from.startsWith('src/crm/') && known.has(to) && !known.has(from),
  )
  return more.length === 0 ? known : drawing(new Set([...known, ...more.map(({ from }) => from)]))
}

/** The vocabulary of cards and the declaration of a command are words that both sides use. */
function drawsCards(to: string): boolean {
  return to.startsWith('cards/') && to !== 'cards/card.ts'
}

/** From the ground up; a file imports its own storey and those below. */
const storeys: ((file: string) => boolean)[] = [
  (file) => file.startsWith('src/lib/'),
  (file) => file.startsWith('src/db/'),
  (file) => file === 'cards/card.ts' || file === 'src/crm/command.ts',
  (file) => file.startsWith('src/crm/') && !doors.has(file),
  (file) => file.startsWith('cards/'),
  (file) => file.startsWith('src/crm/'),
  (file) => file.startsWith('src/chat/'),
  (file) => /^src\/(core|company)\.ts$/.test(file),
  (file) => /^src\/[a-z-]+\.ts$/.test(file),
]

const storeyOf = (file: string) => storeys.findIndex((holds) => holds(file))

test('imports point one way, from the doors to the rules', () => {
  expect(
    offending(({ from, to, typeOnly }) => {
      if (storeyOf(from) < 0 || storeyOf(to) < 0 || (typeOnly && storeyOf(from) === 2)) return false
      return storeyOf(to) > storeyOf(from)
    }),
  ).toEqual([])
})

test('bots know the chat contract, cards and lib, and not each other', () => {
  const known = /^(src\/chat\/contract\.ts|src\/lib\/.*|cards\/.*)$/
  expect(
    offending(({ from, to }) => {
      const bot = /^bots\/([a-z]+)\//.exec(from)?.[1]
      if (!bot || !/^(src|cards|bots|prisma)\//.test(to)) return to === '#prisma' && bot !== undefined
      return !known.test(to) && !to.startsWith(`bots/${bot}/`)
    }),
  ).toEqual([])
})

test('the core names no platform', () => {
  const named = sources
    .filter((file) => /^(src\/(chat|crm)|cards)\//.test(file))
    .filter((file) => /slack|dingtalk/i.test(readFileSync(path.join(root, file), 'utf8')))
  expect(named).toEqual([])
})

test('the core runs anywhere: nothing of Node in it', () => {
  const nodeOnly = /^(node:|better-sqlite3$|@prisma\/adapter-better-sqlite3$|pino$|@hono\/node-server$)/
  const mayUse =
    /^(src\/node\.ts|src\/(db|lib)\/.*-?node.*\.ts|src\/metrics\.ts|bots\/.*|src\/[a-z-]*cli\.ts|src\/(doctor|simulate|import)[a-z-]*\.ts)$/
  expect(offending(({ from, to }) => nodeOnly.test(to) && !mayUse.test(from))).toEqual([])
})

test.each(['@slack/bolt', 'dingtalk-stream', 'node-cron'])('%s is imported by one file at most', (name) => {
  expect(new Set(offending(({ to }) => to === name)).size).toBeLessThanOrEqual(1)
})

test('every import is written out: none is computed at run time', () => {
  const dynamic = sources.filter((file) => /[^.\w]import\(/.test(readFileSync(path.join(root, file), 'utf8')))
  expect(dynamic).toEqual([])
})

test('every bot has the same rooms', () => {
  const bots = new Set(sources.flatMap((file) => /^bots\/([a-z]+)\//.exec(file)?.[1] ?? []))
  for (const bot of bots)
    for (const room of ['read', 'render', 'send', 'http'])
      expect(sources, `bots/${bot}/${room}.ts`).toContain(`bots/${bot}/${room}.ts`)
})

test('files are named for what they export', () => {
  const vague = sources.filter((file) =>
    /(manager|service|handler|util|helper|data)/.test(path.basename(file)),
  )
  expect(vague).toEqual([])
})
