import type { Hono } from 'hono'
import type { World } from '../world.ts'
import { directoryRoutes } from './directory-routes.ts'
import { createHost, type HostEnv } from './host.ts'
import { mediaRoutes } from './media-routes.ts'
import { Refusal } from './refusal.ts'
import { sessionRoutes } from './session-routes.ts'

const contact = '/topapi/'
const session = '/robot/sendBySession'

/** The host of the old API: always HTTP 200, an errcode says how it went. */
export function createOapi(world: World): Hono<HostEnv> {
  const oapi = createHost(world, {
    name: 'oapi',
    terms: (path) => ({
      cost: path === session ? 'session message' : path.startsWith(contact) ? 'free' : 'call',
      needsToken: path !== session,
    }),
    demandToken: (c) => world.tokens.demandOld(c.req.query('access_token')),
    refuse: (c, { code, message }) =>
      c.json({
        errcode: typeof code === 'number' ? code : 22,
        errmsg: message,
        request_id: crypto.randomUUID(),
      }),
    words: ({ errcode, message }) => new Refusal(errcode, message, 200),
  })
  sessionRoutes(oapi, world)
  directoryRoutes(oapi, world)
  mediaRoutes(oapi, world)
  return oapi
}
