import type { Hono } from 'hono'
import type { Streams } from '../stream/streams.ts'
import type { World } from '../world.ts'
import { cardRoutes } from './card-routes.ts'
import { bodyOf, createHost, type HostEnv, type HostManners } from './host.ts'
import { Refusal } from './refusal.ts'
import { robotRoutes } from './robot-routes.ts'

/** Only getting a token and reaching the gateway need no token; storage is no API at all. */
function terms(path: string): ReturnType<HostManners['terms']> {
  if (path === '/v1.0/oauth2/accessToken') return { cost: 'free', needsToken: false }
  const isOpen = path === '/v1.0/gateway/connections/open' || path.startsWith('/files/')
  return isOpen ? { cost: 'unlimited', needsToken: false } : { cost: 'call', needsToken: true }
}

/** The host of the new API: refusals have a status and a code. */
export function createApi(world: World, streams: Streams): Hono<HostEnv> {
  const api = createHost(world, {
    name: 'api',
    terms,
    demandToken: (c) => world.tokens.demandNew(c.req.header('x-acs-dingtalk-access-token')),
    refuse: (c, { code, message, status }) =>
      c.json({ code, requestid: crypto.randomUUID(), message }, status as 400),
    words: ({ code, message, status }) => new Refusal(code, message, status),
  })

  api.post('/v1.0/oauth2/accessToken', (c) => {
    const { appKey, appSecret } = bodyOf(c)
    if (appKey !== world.app.clientId || appSecret !== world.app.clientSecret) {
      throw new Refusal('invalidClientIdOrSecret', '无效的clientId或者clientSecret')
    }
    return c.json(world.tokens.issue())
  })
  api.post('/v1.0/gateway/connections/open', (c) => {
    const answer = streams.open(bodyOf(c))
    const json = c.req.header('accept')?.includes('application/json')
    if (json) return c.json(answer)
    const { endpoint, ticket } = answer
    const xml = `<result><endpoint>${endpoint}</endpoint><ticket>${ticket}</ticket></result>`
    return c.body(xml, 200, { 'content-type': 'application/xml' })
  })
  robotRoutes(api, world)
  cardRoutes(api, world)
  return api
}
