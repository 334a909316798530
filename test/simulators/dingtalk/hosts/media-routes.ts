import type { Hono } from 'hono'
import type { World } from '../world.ts'
import type { HostEnv } from './host.ts'
import { Refusal } from './refusal.ts'

const megabyte = 1024 * 1024

/** What may be uploaded, by type. */
const kinds: Record<string, { bytes: number; extensions: string[] }> = {
  image: { bytes: 20 * megabyte, extensions: ['jpg', 'gif', 'png', 'bmp'] },
  voice: { bytes: 2 * megabyte, extensions: ['amr', 'mp3', 'wav'] },
  video: { bytes: 20 * megabyte, extensions: ['mp4'] },
  file: {
    bytes: 20 * megabyte,
    extensions: ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'zip', 'pdf', 'rar'],
  },
}

async function readUpload(form: Record<string, unknown>) {
  const type = String(form.type ?? '')
  const kind = kinds[type]
  if (!kind) throw new Refusal(40004, '不合法的媒体文件类型')
  if (!(form.media instanceof File)) throw new Refusal(41005, '缺少多媒体文件数据')
  const { name, size } = form.media
  if (!kind.extensions.includes(name.split('.').at(-1)!.toLowerCase())) {
    throw new Refusal(40005, `不合法的文件类型 ${name}`)
  }
  if (size > kind.bytes) throw new Refusal(40006, '不合法的文件大小')
  return { type, name, bytes: new Uint8Array(await form.media.arrayBuffer()) }
}

/** Uploading media to be shown inside DingTalk. */
export function mediaRoutes(oapi: Hono<HostEnv>, world: World) {
  oapi.post('/media/upload', async (c) => {
    const { type, name, bytes } = await readUpload(await c.req.parseBody())
    const media_id = world.files.upload(type, { name, bytes })
    return c.json({ errcode: 0, errmsg: 'ok', type, media_id, created_at: world.now() })
  })
}
