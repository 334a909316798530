import * as z from 'zod'
import type { Message } from '../state/timeline.ts'

const words = z.string().min(1)

const wholeCard = z.object({ title: words, text: words, singleTitle: words, singleURL: words })
const buttonCard = z.object({
  title: words,
  text: words,
  btnOrientation: z.string().optional(),
  btns: z.array(z.object({ title: words, actionURL: words })).min(1),
})

/** What a session webhook, or the answer to a robot callback, may carry. No picture, no file. */
const sessionMessage = z.discriminatedUnion('msgtype', [
  z.object({ msgtype: z.literal('text'), text: z.object({ content: words }) }),
  z.object({ msgtype: z.literal('markdown'), markdown: z.object({ title: words, text: words }) }),
  z.object({
    msgtype: z.literal('link'),
    link: z.object({ title: words, text: words, messageUrl: words, picUrl: z.string().optional() }),
  }),
  z.object({ msgtype: z.literal('actionCard'), actionCard: z.union([wholeCard, buttonCard]) }),
  z.object({
    msgtype: z.literal('feedCard'),
    feedCard: z.object({
      links: z.array(z.object({ title: words, messageURL: words, picURL: z.string() })).min(1),
    }),
  }),
])

const mentions = z.object({
  at: z
    .object({
      atUserIds: z.array(z.string()).optional(),
      atMobiles: z.array(z.string()).optional(),
      isAtAll: z.boolean().optional(),
    })
    .optional(),
})

function asMessage(body: z.infer<typeof sessionMessage>): Message {
  switch (body.msgtype) {
    case 'text':
      return { kind: 'text', text: body.text.content, links: [] }
    case 'markdown':
      return { kind: 'markdown', ...body.markdown, links: [] }
    case 'link':
      return {
        kind: 'link',
        title: body.link.title,
        text: body.link.text,
        links: [{ title: body.link.title, url: body.link.messageUrl }],
      }
    case 'actionCard': {
      const card = body.actionCard
      const links =
        'btns' in card
          ? card.btns.map((button) => ({ title: button.title, url: button.actionURL }))
          : [{ title: card.singleTitle, url: card.singleURL }]
      return { kind: 'actionCard', title: card.title, text: card.text, links }
    }
    case 'feedCard':
      return {
        kind: 'feedCard',
        text: '',
        links: body.feedCard.links.map((entry) => ({ title: entry.title, url: entry.messageURL })),
      }
  }
}

export interface SessionMessage {
  message: Message
  /** Staff whose name is highlighted: only text and markdown, and only where the text says `@` and their id; or 'all'. */
  mentions: string[]
  /** Mentions asked for but not written in the text: nobody sees them. */
  lostMentions: string[]
}

/** Reads the body of a session message, or says what is wrong with it. */
export function readSessionMessage(body: unknown): SessionMessage | string {
  const read = sessionMessage.and(mentions).safeParse(body)
  if (!read.success) return z.prettifyError(read.error)
  const message = asMessage(read.data)
  const wanted = read.data.at?.atUserIds ?? []
  const able = ['text', 'markdown'].includes(message.kind)
  const shown = wanted.filter((id) => able && message.text.includes(`@${id}`))
  const everyone = able && read.data.at?.isAtAll ? ['all'] : []
  return {
    message,
    mentions: [...shown, ...everyone],
    lostMentions: wanted.filter((id) => !shown.includes(id)),
  }
}
