import type { Bot, Person } from '../../src/chat/contract.ts'
import type { Messages } from './messages.ts'
import { directTo, type PlaygroundPayload, platform, read } from './read.ts'
import { type PlaygroundMessage, render } from './render.ts'
import { sendTo } from './send.ts'

export interface PlaygroundParts {
  messages: Messages
  wall(): Date
  /** Whoever the page lets one be: the playground vouches for everybody. */
  personOf(code: string): Promise<Person | null>
  codeOf(person: Person): Promise<string | null>
}

export function playgroundBot(parts: PlaygroundParts): Bot<PlaygroundPayload, PlaygroundMessage> {
  return {
    platform,
    read,
    render,
    send: sendTo(parts.messages, parts.wall),
    whois: ({ id }) => parts.personOf(id),
    direct: ({ id }) => directTo(id),
    find: async (person) => {
      const id = await parts.codeOf(person)
      return id ? { platform, id } : null
    },
    fetchFile: async ({ id }) => (await parts.messages.bytesOf(id)) ?? new Uint8Array(),
  }
}
