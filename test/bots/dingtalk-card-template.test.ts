import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cardParams } from '../../bots/dingtalk/card-params.ts'
import { jsonVariables } from '../simulators/dingtalk/client/card-view.ts'

const page = readFileSync(new URL('../../bots/dingtalk/card-template.md', import.meta.url), 'utf8')
const [, table = ''] = page.split('## The variables')
const rows = [...table.matchAll(/^\|\s*`(\w+)`\s*\|[^|]+\|\s*`(.*)`\s*\|$/gm)].map(([, name, sample]) => ({
  name: name!,
  sample: sample!,
}))

test('the page names the variables that are sent, and no other', () => {
  const sent = [...Object.keys(cardParams({ title: '', blocks: [] }, 'zh', 3072)), 'notice']
  expect(rows.map(({ name }) => name).sort()).toEqual(sent.sort())
})

test('every sample value can be pasted as it is', () => {
  for (const { name, sample } of rows)
    if (jsonVariables.includes(name)) expect(() => JSON.parse(sample), name).not.toThrow()
})
