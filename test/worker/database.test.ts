import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseContract } from '../db/contract.ts'
import { type DevWorker, wranglerDev } from './wrangler-dev.ts'

const state = mkdtempSync(path.join(tmpdir(), 'qudao-'))
let worker: DevWorker

beforeAll(async () => {
  worker = await wranglerDev({ config: 'test/worker/contract.toml', state })
})
afterAll(async () => {
  await worker?.kill()
  rmSync(state, { recursive: true, force: true })
})

describe('the database in a Durable Object keeps the contract', () => {
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
