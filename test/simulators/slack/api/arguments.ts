import { isObject, type Json } from '../wire.ts'

/** Arguments that travel as JSON text inside a form. */
const STRUCTURED = ['blocks', 'attachments', 'metadata', 'view', 'files']

export interface Arguments {
  args: Json
  token: string | undefined
  isJson: boolean
}

/** Arguments from the query, and from a form or JSON body; a JSON body must carry its token in the header. */
export async function readArguments(request: Request): Promise<Arguments> {
  const type = request.headers.get('content-type') ?? ''
  const isJson = type.startsWith('application/json')
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const args = { ...query, ...(isJson ? await readJson(request) : await readForm(request, type)) }
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
  const inBody = isJson ? undefined : (args.token as string | undefined)
  delete args.token
  return { args, token: bearer ?? inBody, isJson }
}

async function readJson(request: Request): Promise<Json> {
  const body: unknown = await request.json().catch(() => undefined)
  return isObject(body) ? body : {}
}

async function readForm(request: Request, type: string): Promise<Json> {
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return structured(Object.fromEntries(new URLSearchParams(await request.text())))
  }
  if (type.startsWith('multipart/form-data')) return structured(Object.fromEntries(await request.formData()))
  return {}
}

function structured(form: Json): Json {
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, STRUCTURED.includes(name) ? parsed(value) : value]),
  )
}

function parsed(value: unknown): unknown {
  try {
    return JSON.parse(String(value))
  } catch {
    return value
  }
}

/** Form fields are text: `true` and `1` are true. */
export const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '1'
