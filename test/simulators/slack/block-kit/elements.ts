import { isObject, type Json, list } from '../wire.ts'
import { type Complaints, checkEnum, checkItems, checkString, checkText } from './complaints.ts'
import { LIMITS } from './limits.ts'

type Rule = (element: Json, at: string, complaints: Complaints) => void

const CHOICES = ['static', 'external', 'users', 'conversations', 'channels']
const SELECTS = CHOICES.map((kind) => `${kind}_select`)
const MULTI_SELECTS = CHOICES.map((kind) => `multi_${kind}_select`)
const PICKERS = ['datepicker', 'timepicker', 'datetimepicker']
const LISTS = ['checkboxes', 'radio_buttons']

export const IN_ACTIONS = ['button', 'overflow', ...SELECTS, ...MULTI_SELECTS, ...PICKERS, ...LISTS]
export const IN_SECTION = [...IN_ACTIONS, 'image']
export const IN_INPUT = [
  'plain_text_input',
  'number_input',
  'email_text_input',
  'url_text_input',
  'rich_text_input',
  'file_input',
  ...SELECTS,
  ...MULTI_SELECTS,
  ...PICKERS,
  ...LISTS,
]

/** An element, which must be one of the types its block allows. */
export function checkElement(element: Json, at: string, allowed: string[], complaints: Complaints): void {
  if (!allowed.includes(String(element.type))) {
    complaints.say(`unsupported type: ${element.type}`, `${at}/type`)
    return
  }
  checkString(element, 'action_id', at, complaints, { max: LIMITS.id })
  checkText(element, 'placeholder', at, complaints, { max: LIMITS.placeholder, plain: true })
  checkConfirm(element, at, complaints)
  RULES[String(element.type)]?.(element, at, complaints)
}

const checkButton: Rule = (button, at, complaints) => {
  checkText(button, 'text', at, complaints, { max: LIMITS.buttonText, plain: true, required: true })
  checkString(button, 'value', at, complaints, { max: LIMITS.buttonValue })
  checkString(button, 'url', at, complaints, { max: LIMITS.url })
  checkEnum(button, 'style', at, complaints, ['primary', 'danger'])
}

const checkPlainInput: Rule = (input, at, complaints) => {
  checkString(input, 'initial_value', at, complaints, { max: LIMITS.inputLength, min: 0 })
  for (const field of ['min_length', 'max_length']) {
    const length = input[field]
    if (length !== undefined && !(Number.isInteger(length) && Number(length) <= LIMITS.inputLength)) {
      complaints.say(`must be less than ${LIMITS.inputLength + 1}`, `${at}/${field}`)
    }
  }
}

const checkNumberInput: Rule = (input, at, complaints) => {
  if (typeof input.is_decimal_allowed !== 'boolean') {
    complaints.say('missing required field: is_decimal_allowed', at)
  }
}

const checkStaticSelect: Rule = (select, at, complaints) => {
  if (!Array.isArray(select.option_groups)) return checkOptions(select, at, complaints, LIMITS.options)
  for (const group of checkItems(select, 'option_groups', at, complaints, { max: LIMITS.options })) {
    checkText(group.item, 'label', group.at, complaints, {
      max: LIMITS.optionText,
      plain: true,
      required: true,
    })
    checkOptions(group.item, group.at, complaints, LIMITS.options)
  }
}

const optionsUpTo =
  (max: number): Rule =>
  (element, at, complaints) =>
    checkOptions(element, at, complaints, max)

const checkDate: Rule = (picker, at, complaints) => {
  const date = picker.initial_date
  if (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(String(date))) {
    complaints.say('must be a valid date', `${at}/initial_date`)
  }
}

export const checkImage: Rule = (image, at, complaints) => {
  if (!image.image_url && !isObject(image.slack_file)) {
    complaints.say('must define either `image_url` or `slack_file`', at)
  }
  checkString(image, 'image_url', at, complaints, { max: LIMITS.url })
  checkString(image, 'alt_text', at, complaints, { max: LIMITS.altText, required: true })
}

const RULES: Record<string, Rule> = {
  button: checkButton,
  plain_text_input: checkPlainInput,
  number_input: checkNumberInput,
  static_select: checkStaticSelect,
  multi_static_select: checkStaticSelect,
  overflow: optionsUpTo(LIMITS.overflowOptions),
  checkboxes: optionsUpTo(LIMITS.listOptions),
  radio_buttons: optionsUpTo(LIMITS.listOptions),
  datepicker: checkDate,
  image: checkImage,
}

function checkOptions(owner: Json, at: string, complaints: Complaints, max: number): void {
  const options = checkItems(owner, 'options', at, complaints, { max })
  for (const option of options) {
    checkText(option.item, 'text', option.at, complaints, { max: LIMITS.optionText, required: true })
    checkText(option.item, 'description', option.at, complaints, { max: LIMITS.optionText })
    checkString(option.item, 'value', option.at, complaints, { max: LIMITS.optionValue, required: true })
  }
  const offered = new Set(options.map(({ item }) => JSON.stringify(item)))
  const initial = [...list(owner.initial_options), owner.initial_option].filter(
    (option) => option !== undefined,
  )
  if (initial.some((option) => !offered.has(JSON.stringify(option)))) {
    complaints.say('initial option must exactly match a provided option', at)
  }
}

function checkConfirm(element: Json, at: string, complaints: Complaints): void {
  const { confirm } = element
  if (confirm === undefined) return
  if (!isObject(confirm)) {
    complaints.say('must be a valid object', `${at}/confirm`)
    return
  }
  const place = `${at}/confirm`
  const button = { max: LIMITS.confirmButton, plain: true, required: true }
  checkText(confirm, 'title', place, complaints, { max: LIMITS.confirmTitle, plain: true, required: true })
  checkText(confirm, 'text', place, complaints, { max: LIMITS.confirmText, required: true })
  checkText(confirm, 'confirm', place, complaints, button)
  checkText(confirm, 'deny', place, complaints, button)
}
