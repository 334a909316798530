import type { Ctx } from '../../crm/context.ts'
import type { Field } from '../../crm/fields.ts'
import type { FieldValue } from '../core.ts'

/** Reads what was typed into one field of a form. */
export async function understandField(_ctx: Ctx, field: Field, typed: string): Promise<FieldValue> {
  const option = field.options?.find(({ value, words }) => [value, words.zh, words.en].includes(typed))
  if (field.options && !option)
    return { error: { zh: '请从列表里选一个。', en: 'Please choose one from the list.' } }
  return { value: option?.value ?? typed }
}

/** How a value stands in a field. */
export async function fieldInWords(_ctx: Ctx, _field: Field, value: unknown): Promise<string> {
  return String(value)
}
