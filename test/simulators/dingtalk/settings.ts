/** Everything about the simulated DingTalk that a test may turn, before or while it runs. Times are milliseconds. */
export interface Settings {
  /** How the robot's messages travel: by the open Stream connections, or posted to an address. */
  robotDelivery: { by: 'stream' } | { by: 'http'; url: string }
  /** The app version is published: only then do messages carry `senderStaffId` and `isAdmin`. */
  published: boolean
  /** Contact permissions of the app; a field without permission is simply missing. */
  mayRead: { mobile: boolean; email: boolean }

  ticketLife: number
  tokenLife: number
  sessionLife: number
  fileUrlLife: number
  pingEvery: number
  /** From the `disconnect` frame to the closing of TCP. */
  disconnectGrace: number
  /** A push without acknowledgement is sent again after this long, this many times. Neither is documented. */
  redeliverAfter: number
  redeliveries: number
  /** A repeated push carries a new msgId, as one field report says. */
  freshIdsOnRedelivery: boolean
  sendsRegistered: boolean

  /** How long the platform waits for an answer: robot by Stream, robot by HTTP, card press. */
  streamClock: number
  httpClock: number
  cardClock: number

  /** Per API and second; per month over all APIs; pushes, session webhooks and opened connections per month. */
  qps: number
  monthlyCalls: number
  monthlyPushes: number

  /** The documented size of one card variable, and whether passing it is only noted or refused. */
  cardValueBytes: number
  cardValueRule: 'note' | 'refuse'
  duplicateCards: 'refuse' | 'ignore'
  /** Card text that moderation rejects. */
  unsafeText: RegExp | undefined
  /** Older card callbacks name the content field `value`. */
  cardContentField: 'content' | 'value'
  /** Whether a `sendMessage` link followed in a group mentions the robot; unknown, so not by default. */
  linksMentionRobot: boolean
}

/** What a standard organisation may use in a month. */
export const standardEdition = { monthlyCalls: 5_000, monthlyPushes: 3_000, qps: 20 } as const

export const defaultSettings = (): Settings => ({
  robotDelivery: { by: 'stream' },
  published: true,
  mayRead: { mobile: true, email: true },
  ticketLife: 90_000,
  tokenLife: 7_200_000,
  sessionLife: 90 * 60_000,
  fileUrlLife: 10 * 60_000,
  pingEvery: 20_000,
  disconnectGrace: 10_000,
  redeliverAfter: 60_000,
  redeliveries: 5,
  freshIdsOnRedelivery: false,
  sendsRegistered: true,
  streamClock: 3_000,
  httpClock: 2_500,
  cardClock: 2_000,
  qps: standardEdition.qps,
  monthlyCalls: Number.POSITIVE_INFINITY,
  monthlyPushes: Number.POSITIVE_INFINITY,
  cardValueBytes: 1_024,
  cardValueRule: 'note',
  duplicateCards: 'refuse',
  unsafeText: undefined,
  cardContentField: 'content',
  linksMentionRobot: false,
})
