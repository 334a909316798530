import type { CardView, FormField } from './card-view.ts'

type Form = NonNullable<CardView['form']>

/** What somebody enters, by the name or the label of a field; choices by their text or value. */
export type Entries = Record<string, unknown>

const isEmpty = (value: unknown) =>
  value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)

function choose({ label, name, options = [] }: FormField, choice: unknown): { index: number; value: string } {
  const index = options.findIndex((option) => option.text === choice || option.value === choice)
  if (index < 0) {
    const offered = options.map((option) => option.text).join(', ')
    throw new Error(`${label ?? name} does not offer ${String(choice)}, only ${offered}`)
  }
  return { index, value: options[index]!.value }
}

const chooseAll = (field: FormField, choices: unknown) => {
  const chosen = [choices].flat().map((choice) => choose(field, choice))
  return { index: chosen.map((one) => one.index), value: chosen.map((one) => one.value) }
}

/** The value a field sends for what was entered: the older pickers send index and value, the inline groups values. */
function sentValue(field: FormField, entry: unknown): unknown {
  switch (field.type) {
    case 'SELECT':
      return choose(field, entry)
    case 'MULTI_SELECT':
      return chooseAll(field, entry)
    case 'CHECKBOX_GROUP':
      return choose(field, entry).value
    case 'MULTI_CHECKBOX_GROUP':
      return chooseAll(field, entry).value
    case 'CHECKBOX':
    case 'SWITCH':
      return entry === true
    case 'TEXT_ARRAY':
      return [entry].flat().map(String)
    default:
      return String(entry)
  }
}

/** An untouched field sends its default, and without one nothing; nobody can touch a hidden or locked one. */
function fieldValue(field: FormField, entries: Entries): unknown {
  const key = [field.name, field.label].find((one) => one !== undefined && one in entries)
  if (key === undefined) return isEmpty(field.defaultValue) ? undefined : field.defaultValue
  if (field.hidden || field.readOnly) throw new Error(`${key} cannot be filled in`)
  return isEmpty(entries[key]) ? undefined : sentValue(field, entries[key])
}

/** What the client sends for a filled form, or the complaint it shows instead. It checks `required` and nothing else. */
export function fillForm(
  form: Form,
  entries: Entries,
): { values: Record<string, unknown> } | { complaint: string } {
  const known = new Set(form.fields.flatMap((field) => [field.name, field.label]))
  const strange = Object.keys(entries).filter((key) => !known.has(key))
  if (strange.length > 0) throw new Error(`the form has no field ${strange.join(', ')}`)
  const filled = form.fields.map((field) => ({ field, value: fieldValue(field, entries) }))
  const empty = filled.find(({ field, value }) => field.required && !field.hidden && value === undefined)
  if (empty) {
    return { complaint: empty.field.requiredMsg ?? `${empty.field.label ?? empty.field.name} is required` }
  }
  const sent = filled.filter(({ value }) => value !== undefined)
  return { values: Object.fromEntries(sent.map(({ field, value }) => [field.name, value])) }
}
