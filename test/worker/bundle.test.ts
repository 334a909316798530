import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasRuntime } from './runtime.ts'
import { type StartedWorker, startWorker } from './start-worker.ts'

interface Meta {
  inputs: Record<string, unknown>
  outputs: Record<string, { imports: { path: string; external?: boolean }[] }>
}

let worker: StartedWorker
let meta: Meta
describe.runIf(hasRuntime)('the bundle', () => {
  beforeAll(async () => {
    worker = await startWorker()
    meta = JSON.parse(readFileSync(path.join(worker.bundle.folder, 'meta.json'), 'utf8'))
  })
  afterAll(() => worker?.close())

  test('has nothing in it that needs Node, a socket or a file', () => {
    const packages = Object.keys(meta.inputs).map(
      (input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1],
    )
    for (const name of [
      '@slack/bolt',
      'dingtalk-stream',
      'better-sqlite3',
      'node-cron',
      'pino',
      '@hono/node-server',
    ])
      expect(packages).not.toContain(name)
    expect(packages).toContain('hono')
    const { imports } = Object.values(meta.outputs).find((output) => output.imports.length > 0)!
    const outside = imports
      .filter(({ external }) => external)
      .map(({ path: name }) => name.replace(/^.*-/, ''))
    expect(outside.filter((name) => !/\.(sql|wasm)$/.test(name))).toEqual(['node:events'])
  })

  test('is small enough for any plan', () => {
    const parts = ['worker.js', ...external('wasm'), ...external('sql')]
    const size = parts.map((name) => gzipSync(readFileSync(path.join(worker.bundle.folder, name))).length)
    expect(size.reduce((sum, one) => sum + one) / 1024).toBeLessThan(1500)
  })

  test('starts, and serves nobody’s playground where none was asked for', async () => {
    expect(await (await fetch(`${worker.url}/readyz`)).text()).toBe('ready')
    expect((await fetch(`${worker.url}/playground/people`)).status).toBe(404)
    expect((await fetch(`${worker.url}/c/made-up/readyz`)).status).toBe(404)
    expect(worker.printed()).not.toMatch(/error/i)
  })

  const external = (ending: string) =>
    Object.values(meta.outputs)
      .flatMap(({ imports }) => imports.map(({ path: name }) => name))
      .filter((name) => name.endsWith(ending))
})
