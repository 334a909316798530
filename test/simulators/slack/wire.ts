/** What travels between Slack and an app, as loosely as JSON is typed. */
export type Json = { [field: string]: unknown }

export interface Block extends Json {
  type: string
  block_id?: string
}

export interface Message extends Json {
  type: 'message'
  ts: string
  text: string
  user?: string
  bot_id?: string
  blocks?: Block[]
  thread_ts?: string
  files?: FileObject[]
}

/** A message as one person sees it: a snapshot that later updates do not touch. */
export interface SeenMessage extends Message {
  channel: string
  is_ephemeral: boolean
}

export interface View extends Json {
  id: string
  type: 'modal' | 'home'
  blocks: Block[]
  hash: string
  callback_id: string
  private_metadata: string
}

export interface FileObject extends Json {
  id: string
  name: string
  title: string
  mimetype: string
  size: number
  url_private: string
}

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const object = (value: unknown): Json => (isObject(value) ? value : {})

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** The string in a field that may hold a string, a text object or nothing. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  return isObject(value) && typeof value.text === 'string' ? value.text : ''
}
