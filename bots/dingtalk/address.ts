import type { Address, PlatformUser } from '../../src/chat/contract.ts'

export const platform = 'dingtalk'

/** A colleague by the id the organisation gave them. Whoever has none is only known by an encrypted sender. */
export const staff = (staffId: string): PlatformUser => ({ platform, id: staffId })
export const stranger = (senderId: string): PlatformUser => ({ platform, id: strangerMark + senderId })

const strangerMark = 'stranger:'
export const isStranger = (id: string): boolean => id.startsWith(strangerMark)

/** A one-to-one conversation has no address of its own: it is the person. */
export const directTo = ({ id }: Pick<PlatformUser, 'id'>): Address => ({
  platform,
  conversation: id,
  kind: 'direct',
  user: id,
})

export const groupOf = (conversation: string): Address => ({ platform, conversation, kind: 'group' })

/** Where a message may be answered without asking the API, and until when. */
export interface Session {
  url: string
  /** Epoch milliseconds. */
  until: number
}

export const withSession = (to: Address, { url, until }: Session): Address => ({
  ...to,
  extra: { session: url, until },
})

/** The session of an address, while it lasts and only on the platform's own host. */
export function sessionOf({ extra }: Address, oapiUrl: string, now: number): string | null {
  const url = extra?.session
  if (typeof url !== 'string' || !URL.canParse(url)) return null
  const isTheirs = new URL(url).origin === new URL(oapiUrl).origin
  return isTheirs && Number(extra?.until) - margin > now ? url : null
}

const margin = 10_000

/** Where an address is spoken to: privately to someone in a group is to them alone. */
export const placeOf = (to: Address): Address =>
  to.kind === 'group' && to.user ? directTo({ id: to.user }) : to
