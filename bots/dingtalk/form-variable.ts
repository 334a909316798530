import type { FormBlock, FormField, FormValues } from '../../cards/card.ts'
import type { Language } from '../../src/lib/words.ts'
import { bytesIn, clean, line } from './texts.ts'
import { dingtalkWords } from './words.ts'

/**
 * Fields nobody sees: what submitting the form says, since a submit names nothing but the form, and which fields were
 * there, since what was emptied is not sent.
 */
const sentence = '#say'
const shown = '#fields'
const most = { label: 90, text: 90 }

interface Field {
  name: string
  label: string
  type: string
  hidden?: true
  required?: true
  requiredMsg?: string
  placeholder?: string
  defaultValue?: string | boolean | { index: number; value: string }
  options?: { value: string; text: string }[]
}

/**
 * The variable that drives the form component: as many fields as fit, those that must be filled or mended first.
 * `left` names those that found no room. https://open.dingtalk.com/document/development/form-variables
 */
export function formVariable(
  { fields, submit }: FormBlock,
  language: Language,
  room: number,
): { value: string; left: string[] } {
  const drawn = fields.map((field) => ({ field, drawn: drawField(field, language) }))
  const taken = new Set<FormField>()
  const value = () => {
    const visible = drawn.filter(({ field }) => taken.has(field)).map((one) => one.drawn)
    const names = visible.map(({ name }) => name).join(',')
    return JSON.stringify({ fields: [hidden(sentence, submit.say), hidden(shown, names), ...visible] })
  }
  const urgent = (field: FormField) => (field.error || (field.required && !field.value) ? 0 : 1)
  for (const { field } of drawn.toSorted((a, b) => urgent(a.field) - urgent(b.field))) {
    taken.add(field)
    if (bytesIn(value()) > room) taken.delete(field)
  }
  return { value: value(), left: fields.filter((field) => !taken.has(field)).map(({ label }) => label) }
}

const hidden = (name: string, defaultValue: string): Field => ({
  name,
  label: name,
  type: 'TEXT',
  hidden: true,
  defaultValue,
})

function drawField(field: FormField, language: Language): Field {
  const label = line(field.error ? `${field.label} ⚠️ ${field.error}` : field.label, most.label)
  return {
    name: field.name,
    label,
    type: typeOf(field),
    ...(field.required && {
      required: true,
      requiredMsg: dingtalkWords(language).chosen(line(field.label, 60)),
    }),
    ...(field.placeholder && { placeholder: line(field.placeholder, most.text) }),
    ...(field.value !== undefined && field.value !== '' && { defaultValue: defaultOf(field, field.value) }),
    ...(field.options && {
      options: field.options.map(({ value, label }) => ({ value, text: line(label, most.text) })),
    }),
  }
}

/** Dates and times the pickers cannot show stay as they were typed. */
function typeOf({ kind, value = '' }: FormField): string {
  switch (kind) {
    case 'text':
      return 'TEXT'
    case 'lines':
      return 'TEXT_AREA'
    case 'number':
      return 'NUMBER'
    case 'date':
      return value === '' || /^\d{4}-\d\d-\d\d$/.test(value) ? 'DATE' : 'TEXT'
    case 'time':
      return value === '' || /^\d\d:\d\d$/.test(value) ? 'TIME' : 'TEXT'
    case 'select':
      return 'SELECT'
    case 'checkbox':
      return 'CHECKBOX'
  }
}

function defaultOf({ kind, options = [] }: FormField, value: string): Field['defaultValue'] {
  if (kind === 'checkbox') return value === 'true'
  if (kind === 'select') return { index: options.findIndex((option) => option.value === value), value }
  return clean(value)
}

/** What was entered, as texts, and the sentence that submitting it says; null where it is none of our forms. */
export function formOf(submitted: unknown): { say: string; values: FormValues } | null {
  if (typeof submitted !== 'object' || submitted === null) return null
  const { [sentence]: say, [shown]: names, ...entered } = submitted as Record<string, unknown>
  if (typeof say !== 'string' || say === '') return null
  const all = new Set([
    ...String(names ?? '')
      .split(',')
      .filter(Boolean),
    ...Object.keys(entered),
  ])
  return { say, values: Object.fromEntries([...all].map((name) => [name, textOf(entered[name])])) }
}

/** Pickers send `{ index, value }`, lists send several, boxes send whether they are ticked. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('\n')
  if (typeof value === 'object' && value !== null) return textOf((value as { value?: unknown }).value)
  if (typeof value === 'boolean') return value ? 'true' : ''
  return value === undefined || value === null ? '' : String(value)
}
