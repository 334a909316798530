import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bundle, dev } from './wrangler.ts'

export type StartedWorker = Awaited<ReturnType<typeof startWorker>>

/** The worker of a wrangler.toml, bundled and started on storage of its own, that can be killed and started again. */
export async function startWorker(
  varsAt: (url: string) => Record<string, string> = () => ({}),
  { config = 'wrangler.toml', entry = 'worker' } = {},
) {
  const folder = mkdtempSync(path.join(tmpdir(), 'qudao-'))
  const bundled = path.join(folder, 'bundle')
  const state = path.join(folder, 'state')
  const printed = await bundle(config, bundled)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const start = () => dev({ config, main: path.join(bundled, `${entry}.js`), state, vars: varsAt(url), port })
  let running = await start()
  return {
    url,
    /** The folder of the bundle, and what was printed when it was made. */
    bundle: { folder: bundled, printed },
    /** What the worker printed since it was started. */
    printed: () => running.printed(),
    group: () => running.group,
    /** Where the objects of a class keep their SQLite files. */
    filesOf: (className: string) => path.join(state, 'v3/do', className),
    kill: () => running.kill(),
    start: async () => {
      running = await start()
    },
    close: async () => {
      await running.kill()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Known before the worker starts, for others have to be told of it. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
