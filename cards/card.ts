import type { Language } from '../src/lib/words.ts'

/**
 * The card vocabulary: plain data in the reader's language, drawn by each bot.
 * Texts are plain words without markup; a bot escapes what its platform would interpret.
 */
export interface Card {
  title: string
  tone?: Tone
  blocks: Block[]
  /** The business object shown, `contract:HT-2026-0031`. A posted card with a subject is redrawn when the object changes. */
  subject?: string
}

export type Tone = 'plain' | 'good' | 'warning' | 'bad'

export type Block = TextBlock | FieldsBlock | TableBlock | ChartBlock | FormBlock | ButtonsBlock

/** A paragraph; `note` is small print. Line breaks are kept. */
export interface TextBlock {
  type: 'text'
  text: string
  note?: boolean
}

export interface FieldsBlock {
  type: 'fields'
  fields: { label: string; value: string }[]
}

export interface TableBlock {
  type: 'table'
  columns: { label: string; align?: 'left' | 'right' }[]
  rows: string[][]
}

/** `values` run parallel to `categories`; an absent figure is null. */
export interface ChartBlock {
  type: 'chart'
  kind: 'line' | 'bar'
  title: string
  unit?: string
  categories: string[]
  series: { name: string; values: (number | null)[] }[]
}

/** Values are texts by field name, whatever the kind. Errors stand beside their field. */
export interface FormBlock {
  type: 'form'
  fields: FormField[]
  submit: Button
  /** Saying it shows the form again: for surfaces where a form is a page of its own, opened by a button. */
  open?: string
}

export interface FormField {
  name: string
  label: string
  kind: 'text' | 'lines' | 'number' | 'date' | 'time' | 'select' | 'checkbox'
  value?: string
  required?: boolean
  placeholder?: string
  options?: { value: string; label: string }[]
  error?: string
}

export interface ButtonsBlock {
  type: 'buttons'
  buttons: Button[]
}

/** A button is a sentence: pressing it is saying `say`. */
export interface Button {
  label: string
  say: string
  style?: 'primary' | 'danger'
}

export type FormValues = Record<string, string>

/** For whom a card is drawn. */
export interface Reader {
  language: Language
}

export const text = (words: string): TextBlock => ({ type: 'text', text: words })
export const note = (words: string): TextBlock => ({ type: 'text', text: words, note: true })

/** Fields without a value are left out. */
export const fields = (pairs: [label: string, value: string | null | undefined][]): FieldsBlock => ({
  type: 'fields',
  fields: pairs.flatMap(([label, value]) => (value ? [{ label, value }] : [])),
})

export const buttons = (...list: (Button | false | undefined)[]): ButtonsBlock => ({
  type: 'buttons',
  buttons: list.filter((button) => typeof button === 'object'),
})
