import type { FormField } from '../../cards/card.ts'
import type { SlackBlock } from './blocks.ts'
import { blockOf } from './modal-origin.ts'
import { clean, plainText, shown } from './texts.ts'

const most = { label: 150, placeholder: 150, hint: 2000, value: 3000, options: 100, option: 75, id: 255 }

/** Whether a field can be changed in a modal without losing any of it. */
export const isEnterable = ({ name, value = '' }: FormField): boolean =>
  clean(value).length <= most.value && blockOf(name).length <= most.id

/** A field as an input. What Slack has no input for, or holds words where Slack wants a date, is a text. */
export const inputOf = (field: FormField): SlackBlock => ({
  type: 'input',
  block_id: blockOf(field.name),
  label: plainText(field.label, most.label),
  optional: !field.required || field.kind === 'checkbox',
  element: { ...elementOf(field), action_id: 'value' },
  ...(field.error && { hint: plainText(`⚠️ ${field.error}`, most.hint) }),
})

function elementOf(field: FormField): SlackBlock {
  const { kind, value = '' } = field
  switch (kind) {
    case 'date':
      return value === '' || isDate(value) ? withInitial('datepicker', 'initial_date', field) : typed(field)
    case 'time':
      return value === '' || isTime.test(value)
        ? withInitial('timepicker', 'initial_time', field)
        : typed(field)
    case 'number':
      return value === '' || isNumber.test(value)
        ? { ...withInitial('number_input', 'initial_value', field), is_decimal_allowed: true }
        : typed(field)
    case 'select':
      return select(field)
    case 'checkbox':
      return checkbox(field)
    case 'lines':
      return { ...typed(field), multiline: true }
    case 'text':
      return typed(field)
  }
}

const isDate = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value)
const isTime = /^([01]\d|2[0-3]):[0-5]\d$/
const isNumber = /^-?\d{1,15}(\.\d{1,6})?$/

const typed = (field: FormField): SlackBlock => withInitial('plain_text_input', 'initial_value', field)

function withInitial(type: string, initial: string, { value, placeholder }: FormField): SlackBlock {
  const written = value && clean(value)
  return {
    type,
    ...(written && { [initial]: written }),
    ...(placeholder && type !== 'timepicker' && { placeholder: plainText(placeholder, most.placeholder) }),
  }
}

function select(field: FormField): SlackBlock {
  const options = (field.options ?? [])
    .filter(({ value }) => value !== '' && value.length <= most.option)
    .slice(0, most.options)
    .map(({ value, label }) => ({ text: plainText(label, most.option), value }))
  if (options.length === 0) return typed(field)
  const initial = options.find(({ value }) => value === field.value)
  return { type: 'static_select', options, ...(initial && { initial_option: initial }) }
}

function checkbox({ label, value }: FormField): SlackBlock {
  const option = { text: plainText(shown(label, most.option), most.option), value: 'true' }
  return { type: 'checkboxes', options: [option], ...(value === 'true' && { initial_options: [option] }) }
}
