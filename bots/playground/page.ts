import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { type PlaygroundCompany, playgroundApi } from './http.ts'

const files: Record<string, string> = {
  'index.html': 'text/html; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  ...Object.fromEntries(
    ['page.js', 'api.js', 'card.js', 'chart.js', 'words.js'].map((name) => [
      name,
      'text/javascript; charset=utf-8',
    ]),
  ),
}

/** The playground as the browser gets it: the page and the API it uses. */
export function playgroundDoor(company: PlaygroundCompany): Hono {
  const door = new Hono()
  door.get('/', (c) => c.redirect(`/playground/index.html${new URL(c.req.url).search}`))
  for (const [name, type] of Object.entries(files)) {
    door.get(`/${name}`, async (c) => {
      const body = await readFile(new URL(`page/${name}`, import.meta.url), 'utf8')
      return c.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' })
    })
  }
  return door.route('/', playgroundApi(company))
}
