import type { PlaygroundMessage } from './render.ts'

export interface Shown {
  id: string
  to: string
  /** Business time, ISO. */
  at: string
  card: PlaygroundMessage['card'] | null
  text: string
  /** What the member wrote, where that was asked for. */
  mine?: true
}

/** What the playground's messenger remembers. Stored beside the company, so that a restart shows the same conversation. */
export interface Messages {
  post(to: string, message: PlaygroundMessage): Promise<string>
  /** False where there is no such message. */
  redraw(id: string, message: PlaygroundMessage): Promise<boolean>
  /** Keeps what a member wrote or dropped. */
  keep(from: string, said: { text: string; file?: { name: string; bytes: Uint8Array } }): Promise<string>
  bytesOf(id: string): Promise<Uint8Array | null>
  /** Messages to a member, oldest first; `mine` adds what they wrote. */
  of(code: string, mine: boolean): Promise<Shown[]>
  /** For every member, the version of what they were last sent. */
  latest(): Promise<Record<string, number>>
  /** Grows with every message posted or redrawn. */
  version(): Promise<number>
  /** What was posted or redrawn for a member since a version. */
  since(code: string, version: number): Promise<Shown[]>
}
