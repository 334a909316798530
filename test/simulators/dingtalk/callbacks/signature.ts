import { createHmac } from 'node:crypto'

const hmac = (key: string, message: string) => createHmac('sha256', key).update(message).digest('base64')

/** The `sign` header of a robot callback. It does not cover the body. */
export const robotSign = (timestamp: string, appSecret: string) =>
  hmac(appSecret, `${timestamp}\n${appSecret}`)

/** The `x-ddpaas-signature` header of a card callback. It does not cover the body either. */
export const cardSign = (timestamp: string, apiSecret: string) => hmac(apiSecret, timestamp)
