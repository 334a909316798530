import { Hono, type HonoRequest } from 'hono'
import type { World } from '../world.ts'

/** Where an app sends the bytes of a file, and where it fetches those of others. */
export function fileRoutes({ files, settings }: World): Hono {
  const app = new Hono()

  app.post('/upload/v1/:id', async (c) => {
    const file = files.get(c.req.param('id'))
    if (!file || file.bytes) return c.text('upload not found', 404)
    const bytes = await readBytes(c.req)
    if (bytes.byteLength !== file.length) return c.text(`expected ${file.length} bytes`, 400)
    file.bytes = bytes
    return c.text(`OK - ${bytes.byteLength}`)
  })

  app.get('/files-pri/:team_file/:rest{.+}', (c) => {
    const file = files.get(c.req.param('team_file').split('-').at(-1) ?? '')
    const allowed = c.req.header('authorization') === `Bearer ${settings.botToken}`
    if (!allowed || !settings.scopes.includes('files:read')) return c.html(LOGIN_PAGE)
    if (!file?.bytes || !file.object) return c.text('not found', 404)
    return c.body(Uint8Array.from(file.bytes), 200, { 'content-type': file.object.mimetype })
  })
  return app
}

/** Who may not read a file is shown this page, with status 200. */
const LOGIN_PAGE =
  '<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in</body></html>'

/** The body itself, or the first file of a multipart form. */
async function readBytes(request: HonoRequest): Promise<Uint8Array> {
  const isForm = request.header('content-type')?.startsWith('multipart/form-data')
  if (!isForm) return new Uint8Array(await request.arrayBuffer())
  const files = [...(await request.formData()).values()].filter((value) => value instanceof Blob)
  return new Uint8Array((await files[0]?.arrayBuffer()) ?? [])
}
