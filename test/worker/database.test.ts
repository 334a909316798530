import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseContract } from '../db/contract.ts'
import { hasRuntime } from './runtime.ts'
import { type StartedWorker, startWorker } from './start-worker.ts'

let worker: StartedWorker
describe.runIf(hasRuntime)('the database in a Durable Object keeps the contract', () => {
  beforeAll(async () => {
    worker = await startWorker(undefined, { config: 'test/worker/contract.toml', entry: 'contract-worker' })
  })
  afterAll(() => worker?.close())

  test.each(databaseContract)('$that', async ({ that, answers }) => {
    const response = await fetch(`${worker.url}/?${new URLSearchParams({ that })}`)
    const answered = await response.text()
    expect(response.status, answered).toBe(200)
    expect(JSON.parse(answered)).toEqual(answers)
  })

  test('and says nothing of the statements that fail', () => {
    expect(worker.printed()).not.toMatch(/error/i)
  })
})
