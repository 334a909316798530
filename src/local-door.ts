import { Hono } from 'hono'

/** Files beside the worker. */
export interface Page {
  fetch(url: URL): Promise<Response>
}

const local = /^(localhost|127\.0\.0\.1|\[::1\])$/

/**
 * The playground in a worker. It lets anyone be anyone, so it answers on the developer's machine only: no request that
 * reaches a deployed worker is addressed to it.
 */
export function localDoor(api: Hono, page: Page | undefined): Hono {
  const door = new Hono()
  door.use(async (c, next) => {
    if (!local.test(new URL(c.req.url).hostname)) return c.text('only on this machine', 403)
    return next()
  })
  door.get('/', (c) => c.redirect('/playground/index.html'))
  door.route('/', api)
  if (page) door.get('/:file', (c) => page.fetch(new URL(`/${c.req.param('file')}`, c.req.url)))
  return door
}
