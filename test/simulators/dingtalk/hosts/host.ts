import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Call } from '../record.ts'
import type { World } from '../world.ts'
import { type Fault, faultWords } from './faults.ts'
import type { Cost } from './quota.ts'
import { Refusal } from './refusal.ts'

export type HostEnv = {
  Bindings: HttpBindings
  Variables: { body: unknown; charged: boolean; code: string | number | undefined }
}
export type HostContext = Context<HostEnv>

/** How one of the two hosts differs from the other. */
export interface HostManners {
  name: Call['host']
  /** What a call of this path costs, and whether it needs an access token. */
  terms: (path: string) => { cost: Cost; needsToken: boolean }
  demandToken: (c: HostContext) => void
  refuse: (c: HostContext, refusal: Refusal) => Response
  words: (fault: NonNullable<ReturnType<typeof faultWords>>) => Refusal
}

const blockedPage = '<!DOCTYPE html><html><body><h1>访问被拦截</h1></body></html>'

async function readBody(c: HostContext): Promise<unknown> {
  if (!c.req.header('content-type')?.includes('application/json')) return undefined
  const text = await c.req.text()
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const hangUp = (c: HostContext) => {
  c.env.incoming.socket.destroy()
  return c.body(null)
}

/** Waits as long as the caller does, then hangs up. */
async function neverAnswer(c: HostContext, world: World) {
  await Promise.race([new Promise((gone) => c.env.incoming.socket.once('close', gone)), world.closing])
  return hangUp(c)
}

function suffer(fault: Fault, c: HostContext, world: World, manners: HostManners) {
  const words = faultWords(fault)
  if (words) throw manners.words(words)
  c.set('code', fault)
  if (fault === 'blockedPage') return c.html(blockedPage)
  if (fault === 'blockedObject') return c.json({ status: 1111, wait: 5 })
  return fault === 'timeout' ? neverAnswer(c, world) : hangUp(c)
}

/** Writes every call down, whatever becomes of it. */
const recorded =
  (world: World, host: Call['host']): MiddlewareHandler<HostEnv> =>
  async (c, next) => {
    const started = performance.now()
    const body = await readBody(c)
    c.set('body', body)
    await next()
    const { method, path } = c.req
    const ms = performance.now() - started
    const charged = c.get('charged') ?? false
    world.recorder.call({ host, method, path, body, status: c.res.status, code: c.get('code'), charged, ms })
  }

/** Injected faults first, then the token, then the limits. */
const guarded =
  (world: World, manners: HostManners): MiddlewareHandler<HostEnv> =>
  async (c, next) => {
    const fault = world.faults.take(c.req.path)
    if (fault && fault !== 'lostAnswer') return suffer(fault, c, world, manners)
    const { cost, needsToken } = manners.terms(c.req.path)
    if (needsToken) manners.demandToken(c)
    const limit = world.quota.charge(`${c.req.method} ${c.req.path}`, cost)
    if (limit) return suffer(limit, c, world, manners)
    c.set('charged', cost === 'call' || cost === 'session message')
    await next()
    if (fault === 'lostAnswer') {
      c.set('code', fault)
      c.res = hangUp(c)
    }
    return undefined
  }

/** A host with its manners in place and no paths yet. */
export function createHost(world: World, manners: HostManners): Hono<HostEnv> {
  const host = new Hono<HostEnv>()
  host.onError((error, c) => {
    if (!(error instanceof Refusal)) {
      world.recorder.violations.push(`the simulator failed: ${error.stack}`)
      return c.text('the simulator failed', 500)
    }
    c.set('code', error.code)
    return manners.refuse(c, error)
  })
  host.notFound((c) => {
    world.recorder.violations.push(`no such call: ${c.req.method} ${c.req.path}`)
    return manners.refuse(c, new Refusal('InvalidAction.NotFound', 'no such call', 404))
  })
  host.use(recorded(world, manners.name))
  host.use(guarded(world, manners))
  return host
}

/** The JSON object the caller sent; an empty one if it sent something else. */
export const bodyOf = (c: HostContext): Record<string, unknown> => {
  const body = c.get('body')
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}
