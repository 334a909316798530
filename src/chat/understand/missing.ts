import { fieldsOf } from './command-fields.ts'
import type { Reading } from './reading.ts'

/** Required fields that nothing was said about are asked for. */
export function askForMissing(reading: Reading): void {
  const settled = new Set([...reading.choices, ...reading.asks].map(({ field }) => field))
  for (const [name, { label }, required] of fieldsOf(reading.command.input))
    if (required && reading.input[name] === undefined && !settled.has(name))
      reading.asks.push({
        field: name,
        why: { zh: `请填写${label.zh}`, en: `Please fill in: ${label.en}` },
        missing: true,
      })
}
