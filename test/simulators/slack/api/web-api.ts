import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import type { Json } from '../wire.ts'
import type { World } from '../world.ts'
import { appMethods } from './app-methods.ts'
import { type Arguments, readArguments } from './arguments.ts'
import { chatMethods } from './chat-methods.ts'
import type { Fault } from './faults.ts'
import { fileMethods } from './file-methods.ts'
import type { Method } from './method.ts'
import { peopleMethods } from './people-methods.ts'
import { createRateLimits, type RateLimits } from './rate-limits.ts'
import { complaintsRefusal, Refusal } from './refusal.ts'
import { viewMethods } from './view-methods.ts'

const METHODS: Record<string, Method> = {
  ...appMethods,
  ...chatMethods,
  ...peopleMethods,
  ...viewMethods,
  ...fileMethods,
}

interface Answer {
  status: number
  body: Json
  headers?: Record<string, string>
}

/** `/api/<method>`: every answer is HTTP 200 with `ok`, save rate limits and faults. */
export function webApi(world: World): Hono<{ Bindings: HttpBindings }> {
  const limits = createRateLimits(world.clock, () => world.settings.rateLimits)
  const app = new Hono<{ Bindings: HttpBindings }>()
  app.all('/api/:method', async (c) => {
    const method = c.req.param('method')
    const given = await readArguments(c.req.raw)
    const call = { method, args: given.args, at: world.clock(), tookMs: 0, status: 0, answer: {} as Json }
    world.records.calls.push(call)
    const began = performance.now()
    const fault = world.faults.take(method)
    const answer = await answerWith(fault, () => answerCall(method, given, world, limits))
    call.tookMs = performance.now() - began
    if (answer === 'silent') return new Promise<Response>(() => {})
    if (answer === 'cut') {
      c.env.incoming.socket.destroy()
      return new Promise<Response>(() => {})
    }
    Object.assign(call, { status: answer.status, answer: answer.body })
    return Response.json(answer.body, { status: answer.status, headers: answer.headers ?? {} })
  })
  return app
}

async function answerWith(
  fault: Fault | undefined,
  carryOut: () => Answer,
): Promise<Answer | 'silent' | 'cut'> {
  if (!fault) return carryOut()
  if ('error' in fault) return { status: 200, body: { ok: false, error: fault.error } }
  if ('silent' in fault || 'cut' in fault) {
    const when = 'silent' in fault ? fault.silent : fault.cut
    if (when === 'after') carryOut()
    return 'silent' in fault ? 'silent' : 'cut'
  }
  if ('slowMs' in fault) {
    await new Promise((resolve) => setTimeout(resolve, fault.slowMs))
    return carryOut()
  }
  if (fault.status === 429) return rateLimited(fault.retryAfter)
  return { status: fault.status, body: { ok: false, error: 'internal_error' } }
}

const rateLimited = (seconds: number): Answer => ({
  status: 429,
  body: { ok: false, error: 'ratelimited' },
  headers: { 'retry-after': String(seconds) },
})

function answerCall(
  name: string,
  { args, token, isJson }: Arguments,
  world: World,
  limits: RateLimits,
): Answer {
  try {
    const method = METHODS[name]
    if (!method) throw new Refusal('unknown_method', { req_method: name })
    checkToken(token, method, world)
    const wait = limits.take(name, args)
    if (wait > 0) return rateLimited(wait)
    const seen = isJson && method.formOnly ? {} : args
    const headers = checkScopes(method, seen, world)
    checkRequired(method, seen)
    return { status: 200, body: { ok: true, ...method.run(seen, world) }, headers }
  } catch (error) {
    if (error instanceof Refusal) return { status: 200, body: error.answer }
    throw error
  }
}

function checkToken(token: string | undefined, method: Method, { settings }: World): void {
  const { botToken, appToken, tokenError } = settings
  if (!token) throw new Refusal('not_authed')
  if (token !== botToken && token !== appToken) throw new Refusal('invalid_auth')
  if (token !== (method.token === 'app' ? appToken : botToken)) throw new Refusal('not_allowed_token_type')
  if (tokenError && token === botToken) throw new Refusal(tokenError)
}

/** The scopes a token has are told in the headers of every answer. */
function checkScopes(method: Method, args: Json, world: World): Record<string, string> {
  const granted = method.token === 'app' ? world.settings.appScopes : world.settings.scopes
  const wanted = typeof method.scopes === 'function' ? method.scopes(args, world) : (method.scopes ?? [])
  if (wanted.length && !wanted.some((scope) => granted.includes(scope))) {
    throw new Refusal('missing_scope', { needed: wanted.join(','), provided: granted.join(',') })
  }
  return { 'x-oauth-scopes': granted.join(','), 'x-accepted-oauth-scopes': wanted.join(',') }
}

function checkRequired({ required = [] }: Method, args: Json): void {
  const missing = required.filter((name) => args[name] === undefined || args[name] === '')
  if (missing.length) {
    throw complaintsRefusal(
      'invalid_arguments',
      missing.map((name) => `missing required field: ${name}`),
    )
  }
}
