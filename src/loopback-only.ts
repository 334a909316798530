import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'

const loopback = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const local = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * Lets in only who sits at this machine: where anyone may be anyone, nobody else may come. The name in the address is
 * checked too, so that no page from elsewhere reaches us through the reader's own browser.
 */
export function loopbackOnly(door: Hono): Hono {
  const guarded = new Hono()
  guarded.use(async (c, next) => {
    const from = getConnInfo(c).remote.address ?? ''
    if (!loopback.test(from) || !local.test(c.req.header('host') ?? ''))
      return c.text('only on this machine', 403)
    return next()
  })
  return guarded.route('/', door)
}
