import type { Card, FormField, FormValues } from '../../cards/card.ts'
import { refuse } from '../crm/refusal.ts'

/** A form filled in by typing, where none can be shown: `保存 D7K2`, then a line for each field, `原因: 数量不符`. */
export interface TypedForm {
  /** The first line: what submitting the form says. */
  sentence: string
  entries: TypedEntry[]
}

export interface TypedEntry {
  label: string
  value: string
}

/** Null where it is not one. */
export function typedForm(text: string): TypedForm | null {
  const [sentence = '', ...lines] = text.trim().split('\n')
  const entries = typedEntries(lines)
  return entries && entries.length > 0 ? { sentence, entries } : null
}

/** A line without a label goes on with the one before; null where there is none before. */
export function typedEntries(lines: string[]): TypedEntry[] | null {
  const entries: TypedEntry[] = []
  for (const line of lines) {
    const [, label, value = ''] = /^([^:：]{1,60})[:：](.*)$/.exec(line) ?? []
    const last = entries.at(-1)
    if (label !== undefined) entries.push({ label: bare(label), value: value.trim() })
    else if (last) last.value = `${last.value}\n${line.trim()}`.trim()
    else if (line.trim() !== '') return null
  }
  return entries
}

/** What the form would send: every field as it stands, with what was typed in its place. */
export function typedValues(form: Card, entries: TypedEntry[]): FormValues {
  const fields = form.blocks.flatMap((block) => (block.type === 'form' ? block.fields : []))
  const values = Object.fromEntries(fields.map(({ name, value = '' }) => [name, value]))
  for (const { label, value } of entries) {
    const field = fields.find((one) => bare(one.label) === label)
    if (!field) return refuseLabel(label, fields)
    values[field.name] = chosen(field, value)
  }
  return values
}

/** Required fields are marked with a star where they are shown. */
const bare = (label: string): string => label.normalize('NFKC').replace(/\*$/, '').trim()

/** A choice may be typed by its words; a box by a word for yes. */
function chosen({ kind, options = [] }: FormField, typed: string): string {
  if (kind === 'checkbox') return /^(是|对|yes|y|true|✓|✔)$/i.test(typed) ? 'true' : ''
  return options.find(({ label }) => bare(label) === typed)?.value ?? typed
}

const refuseLabel = (label: string, fields: FormField[]): never =>
  refuse('form.field', {
    zh: `这里没有“${label}”这一项，可以填的有：${fields.map((field) => field.label).join('、')}。`,
    en: `There is no “${label}” here. You can fill in: ${fields.map((field) => field.label).join(', ')}.`,
  })
