import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
let folder: string
let service: ChildProcess | undefined

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
})
afterEach(() => {
  service?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

function start(env: Record<string, string>): ChildProcess {
  const settings = { PORT: '0', QUDAO_DB: path.join(folder, 'company.sqlite'), QUDAO_DEMO: '0', ...env }
  service = spawn(process.execPath, ['src/node.ts'], { cwd: root, env: { ...process.env, ...settings } })
  return service
}

/** The port it says it listens at. */
async function portOf(started: ChildProcess): Promise<number> {
  for await (const chunk of started.stdout!) {
    const port = /localhost:(\d+)/.exec(String(chunk))?.[1]
    if (port) return Number(port)
  }
  throw new Error('the service did not start')
}

/** What it says at its end, and how it ends. */
async function endOf(started: ChildProcess): Promise<{ said: string; code: number }> {
  const [said, [code]] = await Promise.all([text(started.stderr!), once(started, 'exit')])
  return { said, code }
}

test('a connection that never sends the rest of its request does not hold the stop up', async () => {
  const started = start({})
  const port = await portOf(started)
  const slow = connect(port, '127.0.0.1')
  slow.on('error', () => {})
  slow.write('POST /playground/say HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{')
  connect(port, '127.0.0.1').on('error', () => {})
  await new Promise((resolve) => setTimeout(resolve, 200))
  const asked = Date.now()
  started.kill('SIGTERM')
  const [code] = await once(started, 'exit')
  expect(code).toBe(0)
  expect(Date.now() - asked).toBeLessThan(10_000)
}, 30_000)

/** Everything that was started dies with the test, whoever started it. */
const group = (started: ChildProcess, signal: NodeJS.Signals) => process.kill(-started.pid!, signal)

test.each([
  ['SIGTERM to npm', (npm: ChildProcess) => npm.kill('SIGTERM')],
  ['Ctrl-C, which reaches everybody', (npm: ChildProcess) => group(npm, 'SIGINT')],
])(
  '%s stops the service before npm ends',
  async (_, stop) => {
    const settings = { PORT: '0', QUDAO_DB: path.join(folder, 'company.sqlite'), QUDAO_DEMO: '0' }
    const npm = spawn('npm', ['start'], { cwd: root, detached: true, env: { ...process.env, ...settings } })
    try {
      const port = await portOf(npm)
      stop(npm)
      expect(await once(npm, 'exit')).toEqual([0, null])
      const [error] = await once(connect(port, '127.0.0.1'), 'error')
      expect(error.code).toBe('ECONNREFUSED')
      expect(() => group(npm, 'SIGKILL')).toThrow('ESRCH')
    } finally {
      if (npm.exitCode === null && npm.signalCode === null) group(npm, 'SIGKILL')
    }
  },
  30_000,
)

test('a port that is taken and a file that is no database end the start with the line to mend', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as { port: number }
  const taken = await endOf(start({ PORT: String(port) }))
  other.close()
  expect(taken.code).toBe(1)
  expect(taken.said).toContain(`cannot listen at 127.0.0.1:${port} (HOST, PORT)`)
  const file = path.join(folder, 'notes.txt')
  writeFileSync(file, 'no database')
  const garbage = await endOf(start({ QUDAO_DB: file }))
  expect(garbage.code).toBe(1)
  expect(garbage.said.trim().split('\n')).toEqual([
    expect.stringContaining(`${file} (QUDAO_DB) does not open`),
  ])
}, 30_000)
