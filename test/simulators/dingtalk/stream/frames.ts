export const robotTopic = '/v1.0/im/bot/messages/get'
export const cardTopic = '/v1.0/card/instances/callback'

/** A frame from the platform to the service; `data` is JSON inside JSON. */
export interface Frame {
  specVersion: '1.0'
  type: 'SYSTEM' | 'EVENT' | 'CALLBACK'
  headers: Record<string, string>
  data: string
}

export interface AckFrame {
  code: number
  message?: string
  headers: { messageId: string; contentType?: string }
  data: string
}

export const systemFrame = (appId: string, topic: string, data: object, now: number): Frame => ({
  specVersion: '1.0',
  type: 'SYSTEM',
  headers: {
    appId,
    messageId: crypto.randomUUID(),
    topic,
    contentType: 'application/json',
    time: String(now),
  },
  data: JSON.stringify(data),
})

/** Reads an acknowledgement, or says what is wrong with it. */
export function readAck(text: string): AckFrame | string {
  let ack: Partial<AckFrame>
  try {
    ack = JSON.parse(text)
  } catch {
    return `not JSON: ${text.slice(0, 80)}`
  }
  if (typeof ack?.code !== 'number') return 'an acknowledgement without a code'
  if (typeof ack.headers?.messageId !== 'string') return 'an acknowledgement without a messageId'
  if (typeof ack.data !== 'string') return 'the data of an acknowledgement is not a string'
  return ack as AckFrame
}

/** The JSON of an acknowledgement's data, or undefined. */
export function ackData(ack: { data: string }): Record<string, unknown> | undefined {
  try {
    return JSON.parse(ack.data)
  } catch {
    return undefined
  }
}
