import type * as z from 'zod'
import type { FormField } from '../../../cards/card.ts'
import type { Ctx } from '../context.ts'
import { fieldsOf } from '../fields.ts'

export type Texts = Record<string, string>

/** The fields of a form for a record on file: what was said, else what the record says now. */
export const filledFields = (input: z.ZodObject, now: Texts, said: Texts, { language }: Ctx): FormField[] =>
  fieldsOf(input)
    .filter(([name]) => name in now)
    .map(([name, field]) => ({
      name,
      label: field.label[language],
      kind: field.options ? 'select' : name === 'remarks' ? 'lines' : 'text',
      value: said[name] ?? now[name],
      options: field.options?.map(({ value, words }) => ({ value, label: words[language] })),
    }))

/** What was changed in the form, against what the record says. */
export const changedTexts = (now: Texts, values: Texts): Texts =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, text]) =>
      name in now && text.trim() !== now[name] ? [[name, text.trim()]] : [],
    ),
  )

/** The texts among what was understood so far. */
export const textsIn = (given: Record<string, unknown>): Texts =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
