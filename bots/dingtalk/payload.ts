import * as z from 'zod'

/**
 * What the platform pushes, the same by Stream and over HTTP. `frame` tells pushes of a card apart, which carry no id of
 * their own: the id of the Stream message, or the signed moment of the request.
 */
export type DingtalkPayload =
  | { kind: 'message'; body: unknown }
  | { kind: 'press'; body: unknown; frame: string; at: number }

const part = z.looseObject({ text: z.string().optional(), type: z.string().optional() })

/** https://open.dingtalk.com/document/development/receive-message */
export const messageBody = z.looseObject({
  msgId: z.string().min(1),
  msgtype: z.string(),
  conversationType: z.enum(['1', '2']),
  conversationId: z.string().min(1),
  senderStaffId: z.string().optional(),
  senderId: z.string().optional(),
  chatbotUserId: z.string().optional(),
  senderNick: z.string().optional(),
  createAt: z.number(),
  sessionWebhook: z.string().optional(),
  sessionWebhookExpiredTime: z.number().optional(),
  errorCode: z.union([z.number(), z.string()]).optional(),
  text: z.looseObject({ content: z.string().optional() }).optional(),
  content: z
    .looseObject({
      richText: z.array(part).optional(),
      recognition: z.string().optional(),
      downloadCode: z.string().optional(),
      fileName: z.string().optional(),
    })
    .optional(),
})

export type MessageBody = z.infer<typeof messageBody>

/** https://open.dingtalk.com/document/development/event-callback-card; an older page names the content `value`. */
export const pressBody = z.looseObject({
  outTrackId: z.string().min(1),
  userId: z.string().min(1),
  userIdType: z.number().optional(),
  spaceId: z.string().optional(),
  spaceType: z.string().optional(),
  content: z.string().optional(),
  value: z.string().optional(),
})

export type PressBody = z.infer<typeof pressBody>

export const pressContent = z.looseObject({
  cardPrivateData: z.looseObject({
    actionIds: z.array(z.string()).default([]),
    params: z.record(z.string(), z.unknown()).default({}),
  }),
})

/** The organisation has used up its month: the message arrived without what was said. */
export const isQuotaSpent = ({ body }: DingtalkPayload): boolean =>
  String((body as { errorCode?: unknown } | null)?.errorCode) === '20001'
