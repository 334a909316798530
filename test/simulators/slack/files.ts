import type { Settings } from './settings.ts'
import type { FileObject } from './wire.ts'

export interface Upload {
  name: string
  content: Uint8Array | string
  mimetype?: string
}

/** A file on its way (`bytes` missing), in Slack (`object` set), or both. */
interface StoredFile {
  id: string
  name: string
  length: number
  bytes?: Uint8Array
  object?: FileObject
}

export interface Files {
  /** A place for an app to send `length` bytes to. */
  reserve(name: string, length: number): StoredFile
  get(id: string): StoredFile | undefined
  /** Makes what was sent a file of the workspace. */
  complete(id: string, user: string, title?: string, mimetype?: string): FileObject
  /** A file that a person adds in their own client. */
  add(user: string, upload: Upload): FileObject
}

export interface FileParts {
  settings: Settings
  clock: () => number
  nextId: (prefix: string) => string
  url: () => string
}

export function createFiles({ settings, clock, nextId, url }: FileParts): Files {
  const stored = new Map<string, StoredFile>()

  function describe(file: StoredFile, user: string, title: string, mimetype: string): FileObject {
    const seconds = Math.floor(clock() / 1000)
    const place = `${url()}/files-pri/${settings.team.id}-${file.id}`
    return {
      id: file.id,
      created: seconds,
      timestamp: seconds,
      name: file.name,
      title,
      mimetype,
      filetype: file.name.split('.').at(-1) ?? '',
      user,
      mode: 'hosted',
      size: file.length,
      is_external: false,
      is_public: false,
      url_private: `${place}/${encodeURIComponent(file.name)}`,
      url_private_download: `${place}/download/${encodeURIComponent(file.name)}`,
    }
  }

  const files: Files = {
    reserve: (name, length) => {
      const file = { id: nextId('F'), name, length }
      stored.set(file.id, file)
      return file
    },
    get: (id) => stored.get(id),
    complete: (id, user, title, mimetype = 'application/octet-stream') => {
      const file = stored.get(id)!
      file.object = describe(file, user, title ?? file.name, mimetype)
      return file.object
    },
    add: (user, { name, content, mimetype }) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
      const file = files.reserve(name, bytes.byteLength)
      file.bytes = bytes
      return files.complete(file.id, user, name, mimetype)
    },
  }
  return files
}
