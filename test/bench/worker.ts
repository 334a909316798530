import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { latencyOf } from '../simulators/dingtalk/record.ts'
import { freePort, startWorker } from '../worker/start-worker.ts'
import { type WorkerCompany, workerCompany } from '../worker/worker-company.ts'

/**
 * The worker in numbers: the size of its bundle, how long a platform waits when the object has to be started first, and
 * what a command costs beside Node. CPU is read from /proc, so it is told on Linux only.
 *
 *     node test/bench/worker.ts --rounds 200
 */
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '200' } } })
const rounds = Number(values.rounds)
const root = path.resolve(import.meta.dirname, '../..')

const sizes = await coldStarts()
console.log(`bundle: ${sizes.kib} KiB gzipped`)
console.log('killed, started again, and the first acknowledgement of a signed Slack command, milliseconds:')
console.table(sizes.starts)
console.log(`a command over HTTP, ${rounds} rounds each, milliseconds:`)
console.table({ ...(await onNode()), ...(await inWorker()) })

async function coldStarts() {
  const company = await workerCompany()
  try {
    return {
      kib: Math.round(gzipped(company.worker.bundle.folder) / 1024),
      starts: await killedAndStarted(company),
    }
  } finally {
    await company.close()
  }
}

async function killedAndStarted({ worker, slack, ready, quiet }: WorkerCompany) {
  const ask = async () => {
    const { attempts } = await slack.user('U0li').command('/qudao', '客户 KH000002')
    return Math.round(attempts[0]!.ackMs!)
  }
  await ready()
  const starts = []
  for (let i = 0; i < 5; i += 1) {
    await quiet()
    await worker.kill()
    const killed = performance.now()
    await worker.start()
    const listens = Math.round(performance.now() - killed)
    const first = await ask()
    starts.push({ 'until it listens': listens, 'first command': first, 'the one after it': await ask() })
  }
  return starts
}

async function inWorker() {
  const worker = await startWorker(() => ({ PLAYGROUND: '1' }))
  const isRuntime = (pid: string) => /workerd/.test(statOf(pid)[1]!) && groupOf(pid) === worker.group()
  return commands('worker', worker.url, isRuntime).finally(worker.close)
}

async function onNode() {
  const folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
  const port = await freePort()
  const settings = { PORT: String(port), QUDAO_DB: path.join(folder, 'company.sqlite'), LOG_LEVEL: 'error' }
  const env = { ...process.env, ...settings }
  const service: ChildProcess = spawn(process.execPath, ['src/node.ts'], { cwd: root, env, stdio: 'ignore' })
  const url = `http://127.0.0.1:${port}`
  try {
    while (!(await fetch(`${url}/readyz`).catch(() => null))?.ok) {
      if (service.exitCode !== null) throw new Error('the service under Node did not start')
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    return await commands('Node', url, (pid) => Number(pid) === service.pid)
  } finally {
    service.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}

async function commands(where: string, url: string, mine: (pid: string) => boolean) {
  const say = async (text: string) => {
    const body = JSON.stringify({ as: 'li', text })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${url}/playground/say`, { method: 'POST', headers, body })
    if (!response.ok) throw new Error(await response.text())
    await response.text()
  }
  const measured: Record<string, object> = {}
  for (const text of ['客户 KH000002', '查客户 华联', '拜访华联超市 跟王店长聊了国庆堆头']) {
    for (let i = 0; i < 30; i += 1) await say(text)
    const before = cpuOf(mine)
    const waited: number[] = []
    for (let i = 0; i < rounds; i += 1) {
      const began = performance.now()
      await say(text)
      waited.push(performance.now() - began)
    }
    const { p50, p99 } = latencyOf(waited)
    const cpu = (cpuOf(mine) - before) / rounds
    measured[`${where}: ${text}`] = { p50: p50.toFixed(1), p99: p99.toFixed(1), cpu: cpu.toFixed(1) }
  }
  return measured
}

function gzipped(folder: string): number {
  const parts = readdirSync(folder).filter((name) => /\.(js|wasm|sql)$/.test(name))
  return parts.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name))).length, 0)
}

/** The fields of /proc/<pid>/stat, the name of the program second, in parentheses. */
function statOf(pid: string): string[] {
  const [, id, name, rest] = /^(\d+) (\(.*\)) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))!
  return [id!, name!, ...rest!.split(' ')]
}

function groupOf(pid: string): number {
  return Number(statOf(pid)[4])
}

/** Milliseconds of CPU the processes have used; a tick of Linux is ten. */
function cpuOf(mine: (pid: string) => boolean): number {
  const known = (pid: string): boolean => {
    try {
      return mine(pid)
    } catch {
      return false
    }
  }
  const pids =
    process.platform === 'linux'
      ? readdirSync('/proc').filter((name) => /^\d+$/.test(name) && known(name))
      : []
  return pids.reduce((sum, pid) => sum + 10 * (Number(statOf(pid)[13]) + Number(statOf(pid)[14])), 0)
}
