import * as z from 'zod'
import type { Files } from '../state/files.ts'
import type { Message } from '../state/timeline.ts'
import { Refusal } from './refusal.ts'

const words = z.string().min(1)
const link = (title: string, url: string) => ({ title, url })

const vertical = (count: number) => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  const keys = numbers.flatMap((n) => [`actionTitle${n}`, `actionURL${n}`])
  return z
    .object({ title: words, text: words })
    .catchall(words)
    .refine((param) => keys.every((key) => key in param), 'a button without a title or an address')
    .transform(({ title, text, ...rest }): Message => {
      const links = numbers.map((n) => link(rest[`actionTitle${n}`]!, rest[`actionURL${n}`]!))
      return { kind: 'actionCard', title, text, links }
    })
}

/** The message kinds the robot may send unasked, by msgKey, and the parameters each demands. */
const messageKeys: Record<string, z.ZodType<Message>> = {
  sampleText: z.object({ content: words }).transform((p) => ({ kind: 'text', text: p.content, links: [] })),
  sampleMarkdown: z
    .object({ title: words, text: words })
    .transform((p) => ({ kind: 'markdown', ...p, links: [] })),
  sampleImageMsg: z
    .object({ photoURL: words })
    .transform((p) => ({ kind: 'image', text: '', links: [], mediaId: p.photoURL })),
  sampleLink: z
    .object({ text: words, title: words, picUrl: z.string(), messageUrl: words })
    .transform((p) => ({ kind: 'link', title: p.title, text: p.text, links: [link(p.title, p.messageUrl)] })),
  sampleActionCard: z
    .object({ title: words, text: words, singleTitle: words, singleURL: words })
    .transform((p) => ({
      kind: 'actionCard',
      title: p.title,
      text: p.text,
      links: [link(p.singleTitle, p.singleURL)],
    })),
  sampleActionCard2: vertical(2),
  sampleActionCard3: vertical(3),
  sampleActionCard4: vertical(4),
  sampleActionCard5: vertical(5),
  sampleActionCard6: z
    .object({
      title: words,
      text: words,
      buttonTitle1: words,
      buttonUrl1: words,
      buttonTitle2: words,
      buttonUrl2: words,
    })
    .transform((p) => ({
      kind: 'actionCard',
      title: p.title,
      text: p.text,
      links: [link(p.buttonTitle1, p.buttonUrl1), link(p.buttonTitle2, p.buttonUrl2)],
    })),
  sampleAudio: z
    .object({ mediaId: words, duration: z.string().regex(/^\d+$/) })
    .transform((p) => ({ kind: 'audio', text: '', links: [], mediaId: p.mediaId })),
  sampleFile: z
    .object({
      mediaId: words,
      fileName: words,
      fileType: z.enum(['xlsx', 'pdf', 'zip', 'rar', 'doc', 'docx']),
    })
    .transform((p) => ({ kind: 'file', text: '', links: [], mediaId: p.mediaId, fileName: p.fileName })),
  sampleVideo: z
    .object({ duration: z.string(), videoMediaId: words, videoType: z.literal('mp4'), picMediaId: words })
    .transform((p) => ({ kind: 'video', text: '', links: [], mediaId: p.videoMediaId })),
}

function parsedParam(msgParam: unknown): unknown {
  try {
    if (typeof msgParam === 'string') return JSON.parse(msgParam)
  } catch {}
  throw new Refusal('invalidParameter.msgParam.invalid', 'msgParam must be a JSON string')
}

/** The message of a proactive send, or the platform's refusal of its msgKey or msgParam. */
export function readKeyedMessage(msgKey: unknown, msgParam: unknown, files: Files): Message {
  const shape = typeof msgKey === 'string' ? messageKeys[msgKey] : undefined
  if (!shape) throw new Refusal('invalidParameter.msgKey.invalid', `unknown msgKey ${String(msgKey)}`)
  const param = parsedParam(msgParam)
  if (Buffer.byteLength(String(msgParam)) > 15_000) {
    throw new Refusal('invalidParameter.msgParam.tooLong', 'msgParam is longer than 15000 bytes')
  }
  const read = shape.safeParse(param)
  if (!read.success) throw new Refusal('invalidParameter.msgParam.invalid', z.prettifyError(read.error))
  const { mediaId } = read.data
  if (mediaId && !/^https?:/.test(mediaId) && !files.media(mediaId)) {
    throw new Refusal('invalidParameter.msgParam.invalid', `no such media ${mediaId}`)
  }
  return read.data
}
