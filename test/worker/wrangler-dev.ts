import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const wrangler = path.join(root, 'node_modules/wrangler/bin/wrangler.js')

export interface DevOptions {
  /** A wrangler.toml, from the root of the project. */
  config?: string
  /** Where the storage of the objects is kept. */
  state: string
  vars?: Record<string, string>
  /** The port of an earlier start, so that others still find the worker; any free one without. */
  port?: number
}

export type DevWorker = Awaited<ReturnType<typeof wranglerDev>>

/** The worker under `wrangler dev`, in the local runtime of Cloudflare, without a network. */
export async function wranglerDev({ config = 'wrangler.toml', state, vars = {}, port = 0 }: DevOptions) {
  const given = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`])
  const places = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--persist-to', state]
  const args = ['dev', '--config', config, ...places, '--show-interactive-dev-session=false', ...given]
  // A group of its own, so that the runtime dies with what started it.
  const child = spawn(process.execPath, [wrangler, ...args], {
    cwd: root,
    detached: true,
    env: { ...process.env, CI: '1', NO_COLOR: '1', WRANGLER_SEND_METRICS: 'false' },
  })
  let printed = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk
      const ready = /Ready on (http:\/\/[\w.:]+)/.exec(printed)?.[1]
      if (ready) resolve(ready)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`wrangler dev did not start:\n${printed}`)))
  })
  return {
    url,
    /** Everything it printed. */
    printed: () => printed,
    /** Ends it as a power cut would. */
    kill: () => killed(child),
  }
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  process.kill(-child.pid!, 'SIGKILL')
  await gone
}
