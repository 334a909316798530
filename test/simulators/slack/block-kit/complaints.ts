import { isObject, type Json } from '../wire.ts'

/** Collects what is wrong, in Slack's words, each with a JSON pointer to the place. */
export interface Complaints {
  readonly found: string[]
  say(complaint: string, at: string): void
}

export function createComplaints(): Complaints {
  const found: string[] = []
  return { found, say: (complaint, at) => found.push(`${complaint} [json-pointer:${at}]`) }
}

/** A string of `min` to `max` characters; absence is a complaint only when `required`. */
export function checkString(
  owner: Json,
  field: string,
  at: string,
  complaints: Complaints,
  { max, min = 1, required = false }: { max: number; min?: number; required?: boolean },
): void {
  const value = owner[field]
  const place = `${at}/${field}`
  if (value === undefined || value === null) {
    if (required) complaints.say(`missing required field: ${field}`, at)
  } else if (typeof value !== 'string') complaints.say('must be a string', place)
  else if (value.length < min) complaints.say(`must be more than ${min - 1} characters`, place)
  else if (value.length > max) complaints.say(`must be less than ${max + 1} characters`, place)
}

/** A text object; `plain` refuses mrkdwn. */
export function checkText(
  owner: Json,
  field: string,
  at: string,
  complaints: Complaints,
  { max, plain = false, required = false }: { max: number; plain?: boolean; required?: boolean },
): void {
  const value = owner[field]
  const place = `${at}/${field}`
  if (value === undefined || value === null) {
    if (required) complaints.say(`missing required field: ${field}`, at)
    return
  }
  if (!isObject(value)) {
    complaints.say('must be a valid object', place)
    return
  }
  const types = plain ? ['plain_text'] : ['plain_text', 'mrkdwn']
  if (!types.includes(String(value.type))) complaints.say('must be a valid enum value', `${place}/type`)
  checkString(value, 'text', place, complaints, { max, required: true })
}

/** An array of `min` to `max` objects; the valid ones are returned with their places. */
export function checkItems(
  owner: Json,
  field: string,
  at: string,
  complaints: Complaints,
  { max, min = 1 }: { max: number; min?: number },
): Array<{ item: Json; at: string }> {
  const value = owner[field]
  const place = `${at}/${field}`
  if (!Array.isArray(value)) {
    complaints.say(`missing required field: ${field}`, at)
    return []
  }
  if (value.length < min) complaints.say(`no less than ${min} items allowed`, place)
  if (value.length > max) complaints.say(`no more than ${max} items allowed`, place)
  return value.flatMap((item, index) => {
    if (isObject(item)) return [{ item, at: `${place}/${index}` }]
    complaints.say('must be a valid object', `${place}/${index}`)
    return []
  })
}

export function checkEnum(
  owner: Json,
  field: string,
  at: string,
  complaints: Complaints,
  values: string[],
): void {
  const value = owner[field]
  if (value === undefined) return
  if (!values.includes(String(value))) complaints.say('must be a valid enum value', `${at}/${field}`)
}

export function checkUnique(
  values: Array<{ value: unknown; at: string }>,
  what: string,
  complaints: Complaints,
): void {
  const seen = new Set<unknown>()
  for (const { value, at } of values) {
    if (value === undefined) continue
    if (seen.has(value)) complaints.say(`\`${what}\` "${value}" already exists`, at)
    seen.add(value)
  }
}
