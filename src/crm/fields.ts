import * as z from 'zod'
import type { Words } from '../lib/words.ts'

/** What understanding, forms and help need to know of an input field. */
export interface Field {
  label: Words
  kind: FieldKind
  /** For dates: one that lies behind (a visit that was made) or ahead (the next step). */
  slot?: 'done' | 'next'
  /** For kind `choice`. */
  options?: { value: string; words: Words; said?: string[] }[]
  /** Filled from what else was understood; asked only where a form shows everything. */
  quiet?: boolean
}

export type FieldKind =
  | 'customer'
  | 'contact'
  | 'product'
  | 'member'
  | 'contract'
  | 'report'
  | 'period'
  | 'date'
  | 'time'
  | 'number'
  | 'money'
  | 'phone'
  | 'choice'
  | 'words' // what remains of the sentence, as it was said
  | 'query' // what to search for
  | 'stock_lines'
  | 'draft'

/** A text field of a command's input. */
export const field = (meta: Field) =>
  z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .meta({ ...meta })

/** A plain date, YYYY-MM-DD. */
export const dateField = (label: Words, slot: 'done' | 'next') =>
  z.iso.date().meta({ label, kind: 'date', slot } satisfies Field)

export const choiceField = (label: Words, options: NonNullable<Field['options']>) =>
  z.enum(options.map((option) => option.value)).meta({ label, kind: 'choice', options } satisfies Field)

/** A customer's code. */
export const customerRef = field({ label: { zh: '客户', en: 'Customer' }, kind: 'customer' })
/** A contact's name: one on file is written as it is there. */
export const contactRef = field({ label: { zh: '联系人', en: 'Contact' }, kind: 'contact' })
export const memberRef = field({ label: { zh: '人员', en: 'Person' }, kind: 'member' })
/** A contract's number. */
export const contractRef = field({ label: { zh: '合同编号', en: 'Contract' }, kind: 'contract' })
/** `2026-W47`, `2026-11`. */
export const periodRef = field({ label: { zh: '周期', en: 'Period' }, kind: 'period' })

/** The metadata of an input field. */
export const fieldOf = (schema: z.ZodType): Field => {
  const meta =
    schema.meta() ?? (schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType).meta() : undefined)
  if (!meta || typeof meta.kind !== 'string') throw new Error('an input field without metadata')
  return meta as unknown as Field
}

export const fieldsOf = (input: z.ZodObject): [name: string, field: Field, required: boolean][] =>
  Object.entries(input.shape).map(([name, schema]) => [
    name,
    fieldOf(schema as z.ZodType),
    !(schema as z.ZodType).safeParse(undefined).success,
  ])
