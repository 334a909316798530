import { Hono } from 'hono'

/** A way in over HTTP: the playground, a platform that calls us. */
export interface Door {
  path: string
  app: Hono
}

export interface AppParts {
  /** Throws where the company cannot work: the database does not answer. */
  ready(): Promise<void>
  metrics?(): Promise<string>
  doors: Door[]
}

/** The HTTP side of the service. */
export function buildApp({ ready, metrics, doors }: AppParts): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    try {
      await ready()
      return c.text('ready')
    } catch {
      return c.text('not ready', 503)
    }
  })
  if (metrics) app.get('/metrics', async (c) => c.text(await metrics()))
  for (const { path, app: door } of doors) app.route(path, door)
  return app
}
