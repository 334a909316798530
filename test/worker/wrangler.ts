import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const program = path.join(root, 'node_modules/wrangler/bin/wrangler.js')
const offline = {
  CI: '1',
  NO_COLOR: '1',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
}

/** A group of its own: the runtime dies with what started it, and both with the tests. */
function wrangler(...args: string[]): ChildProcessWithoutNullStreams {
  const env = { ...process.env, ...offline }
  const child = spawn(process.execPath, [program, ...args], { cwd: root, detached: true, env })
  const end = () => endGroup(child)
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  return child
}

function endGroup({ pid }: ChildProcess): void {
  process.kill(-pid!, 'SIGKILL')
}

/** The bundle as it is deployed, with esbuild's account of it in `meta.json`. */
export async function bundle(config: string, into: string): Promise<string> {
  const meta = path.join(into, 'meta.json')
  const build = wrangler(
    'deploy',
    '--dry-run',
    '--env',
    '',
    '--config',
    config,
    '--outdir',
    into,
    '--metafile',
    meta,
  )
  const printed = listening(build)
  const [code] = await once(build, 'exit')
  if (code !== 0) throw new Error(`the worker cannot be bundled:\n${printed()}`)
  return printed()
}

export interface DevOptions {
  config: string
  /** What was bundled. */
  main: string
  /** Where the storage of the objects is kept. */
  state: string
  vars?: Record<string, string>
  /** The port of an earlier start, so that others still find the worker; any free one without. */
  port?: number
}

/** A bundle under `wrangler dev`, in the local runtime of Cloudflare. */
export async function dev({ config, main, state, vars = {}, port = 0 }: DevOptions) {
  const places = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--persist-to', state]
  const given = Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`])
  const child = wrangler('dev', main, '--no-bundle', '--env', '', '--config', config, ...places, ...given)
  const printed = listening(child)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const ready = /Ready on (http:\/\/[\w.:]+)/.exec(printed())?.[1]
      if (ready) resolve(ready)
    })
    child.once('exit', () => reject(new Error(`the worker did not start:\n${printed()}`)))
  })
  return {
    url,
    /** The process group of the tool and the runtime. */
    group: child.pid!,
    /** Everything it printed. */
    printed,
    /** Ends it as a power cut would. */
    kill: () => kill(child),
  }
}

function listening({ stdout, stderr }: ChildProcessWithoutNullStreams): () => string {
  let printed = ''
  for (const stream of [stdout, stderr])
    stream.on('data', (chunk) => {
      printed += chunk
    })
  return () => printed
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  endGroup(child)
  await gone
}
