import { type Block, isObject, type Json, list, textOf } from './wire.ts'
import { elementsOf } from './workspace.ts'

/** Which field of a `state.values` entry an element fills, and from what. */
interface Shape {
  field: string
  many?: true
  options?: true
}

const one = (field: string): Shape => ({ field })
const several = (field: string): Shape => ({ field, many: true })
const option: Shape = { field: 'selected_option', options: true }
const options: Shape = { field: 'selected_options', many: true, options: true }

const SHAPES: Record<string, Shape> = {
  plain_text_input: one('value'),
  number_input: one('value'),
  email_text_input: one('value'),
  url_text_input: one('value'),
  datepicker: one('selected_date'),
  timepicker: one('selected_time'),
  datetimepicker: one('selected_date_time'),
  users_select: one('selected_user'),
  conversations_select: one('selected_conversation'),
  channels_select: one('selected_channel'),
  multi_users_select: several('selected_users'),
  multi_conversations_select: several('selected_conversations'),
  multi_channels_select: several('selected_channels'),
  file_input: several('files'),
  static_select: option,
  external_select: option,
  radio_buttons: option,
  multi_static_select: options,
  multi_external_select: options,
  checkboxes: options,
}

const INITIAL: Record<string, string> = {
  value: 'initial_value',
  selected_date: 'initial_date',
  selected_time: 'initial_time',
  selected_date_time: 'initial_date_time',
  selected_option: 'initial_option',
  selected_options: 'initial_options',
  selected_user: 'initial_user',
  selected_users: 'initial_users',
  selected_conversation: 'initial_conversation',
  selected_conversations: 'initial_conversations',
  selected_channel: 'initial_channel',
  selected_channels: 'initial_channels',
}

/** An overflow menu is picked from like a select, but keeps nothing. */
const shapeOf = (type: unknown): Shape | undefined => (type === 'overflow' ? option : SHAPES[String(type)])

/** The entry of an element that nobody touched. */
function untouched(element: Json): Json {
  const { field, many } = SHAPES[String(element.type)]!
  return { type: element.type, [field]: element[INITIAL[field] ?? ''] ?? (many ? [] : null) }
}

/** The entry after a person gave this element a value; options are picked by their text or value. */
export function entryFor(element: Json, given: unknown): Json {
  const shape = shapeOf(element.type)
  if (!shape) throw new Error(`nothing can be entered in a ${element.type}`)
  const values = (Array.isArray(given) ? given : [given]).map((value) => {
    if (shape.options) return optionOf(element, value)
    return typeof value === 'number' && shape.field === 'value' ? String(value) : value
  })
  return { type: element.type, [shape.field]: shape.many ? values : (values[0] ?? null) }
}

function optionOf(element: Json, wanted: unknown): Json {
  if (isObject(wanted)) return wanted
  const groups = list(element.option_groups).filter(isObject)
  const offered = [element, ...groups].flatMap((owner) => list(owner.options)).filter(isObject)
  const found = offered.find((candidate) => textOf(candidate.text) === wanted || candidate.value === wanted)
  if (found) return found
  throw new Error(`no option «${wanted}»; there are: ${offered.map((each) => textOf(each.text)).join(', ')}`)
}

/** `state.values` of a message or view. */
export function stateValues(blocks: Block[], typed: Record<string, Json>): Record<string, Json> {
  const values: Record<string, Json> = {}
  for (const block of blocks) {
    for (const element of elementsOf(block).filter(({ type }) => SHAPES[String(type)])) {
      const [blockId, actionId] = [String(block.block_id), String(element.action_id)]
      const entry = typed[blockId]?.[actionId] ?? untouched(element)
      values[blockId] = { ...values[blockId], [actionId]: entry }
    }
  }
  return values
}

/** What Slack's own form refuses before anything is sent, by block id. */
export function clientErrors(blocks: Block[], values: Record<string, Json>): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const block of blocks.filter(({ type }) => type === 'input')) {
    const element = block.element as Json
    const entry = values[String(block.block_id)]?.[String(element.action_id)] as Json
    const problem = fieldProblem(block, element, entry)
    if (problem) errors[String(block.block_id)] = problem
  }
  return errors
}

function fieldProblem(block: Block, element: Json, entry: Json): string | undefined {
  const { field } = SHAPES[String(element.type)]!
  const value = entry[field]
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) {
    return block.optional ? undefined : 'Please complete this required field.'
  }
  if (element.type === 'number_input') return numberProblem(element, String(value))
  if (field !== 'value') return undefined
  const length = String(value).length
  if (length > Number(element.max_length ?? 3000))
    return `Please enter at most ${element.max_length ?? 3000} characters.`
  if (length < Number(element.min_length ?? 0))
    return `Please enter at least ${element.min_length} characters.`
  return undefined
}

function numberProblem(element: Json, value: string): string | undefined {
  const number = Number(value)
  if (!Number.isFinite(number)) return 'Please enter a number.'
  if (!element.is_decimal_allowed && !Number.isInteger(number)) return 'Please enter a whole number.'
  if (number < Number(element.min_value ?? -Infinity)) return `Please enter at least ${element.min_value}.`
  if (number > Number(element.max_value ?? Infinity)) return `Please enter at most ${element.max_value}.`
  return undefined
}
