import { expect, test } from 'vitest'
import { playgroundDemo } from '../support/playground-company.ts'

test('whatever passes to a level above, its people are sent their list once a day, and it shows all that came up', async () => {
  const demo = await playgroundDemo()
  await demo.moveTo('2026-11-27T20:00')
  for (const code of ['chen', 'sun', 'david']) {
    const person = demo.person(code)
    const lists = (await person.messages()).filter(({ text }) => /待您审批|contracts wait for you/.test(text))
    const days = lists.map(({ at }) => new Date(at).toISOString().slice(0, 10))
    expect(days.length).toBeGreaterThan(0)
    expect(days).toEqual([...new Set(days)])
    await person.says('待审批')
    expect(person.sees()).toBe(lists.at(-1)!.text)
  }
  await demo.close()
})
