import { randomUUID } from 'node:crypto'

/** A message as a client shows it, whichever of the platform's ways it was sent by. */
export interface Message {
  kind: 'text' | 'markdown' | 'link' | 'actionCard' | 'feedCard' | 'image' | 'audio' | 'video' | 'file'
  title?: string
  text: string
  /** Buttons of an action card and entries of a feed: they open addresses, nothing comes back. */
  links: { title: string; url: string }[]
  mediaId?: string
  fileName?: string
}

/** Something in a conversation: a message, or a card by its outTrackId. */
export interface Post {
  id: string
  at: number
  conversationId: string
  /** 'robot', or the key of the person who wrote it. */
  from: string
  /** Only these people of the conversation see it. */
  only?: string[]
  /** People whose name is highlighted. */
  mentions: string[]
  message?: Message
  card?: string
  /** For recalling it. */
  processQueryKey?: string
  recalled: boolean
}

export type NewPost = Pick<Post, 'conversationId' | 'from'> & Partial<Post>

export type Timeline = ReturnType<typeof createTimeline>

export function createTimeline(now: () => number) {
  const posts: Post[] = []
  const watchers = new Set<() => void>()
  const changed = () => {
    for (const look of [...watchers]) look()
  }
  return {
    posts,
    add: (post: NewPost): Post => {
      const full = { id: randomUUID(), at: now(), mentions: [], recalled: false, ...post }
      posts.push(full)
      changed()
      return full
    },
    /** Takes messages back; says whether there were any. */
    recall: (processQueryKey: string): boolean => {
      const found = posts.filter((post) => post.processQueryKey === processQueryKey)
      for (const post of found) post.recalled = true
      changed()
      return found.length > 0
    },
    /** Something visible changed, a card for instance. */
    changed,
    /** Calls `look` after every visible change until the returned function is called. */
    watch: (look: () => void) => {
      watchers.add(look)
      return () => void watchers.delete(look)
    },
  }
}
