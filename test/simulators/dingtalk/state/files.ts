import { randomUUID } from 'node:crypto'
import type { Settings } from '../settings.ts'

export interface StoredFile {
  bytes: Uint8Array
  name: string
}

export type Files = ReturnType<typeof createFiles>

/** Files people sent (by download code, then by a temporary address) and media the service uploaded. */
export function createFiles({ now, settings }: { now: () => number; settings: Settings }) {
  const sent = new Map<string, StoredFile>()
  const links = new Map<string, { file: StoredFile; until: number }>()
  const media = new Map<string, StoredFile & { type: string }>()
  return {
    /** Keeps a file somebody sends; the download code goes into the message. */
    keep: (file: StoredFile): string => {
      const code = randomUUID()
      sent.set(code, file)
      return code
    },
    /** The name of a temporary address for a download code, without the file's own extension. */
    link: (code: string): string | undefined => {
      const file = sent.get(code)
      if (!file) return undefined
      const name = `${randomUUID()}.file`
      links.set(name, { file, until: now() + settings.fileUrlLife })
      return name
    },
    download: (name: string): StoredFile | undefined => {
      const found = links.get(name)
      return found && now() < found.until ? found.file : undefined
    },
    /** Download codes handed out so far stop working. */
    expireCodes: () => sent.clear(),
    upload: (type: string, file: StoredFile): string => {
      const id = `@l${randomUUID().replaceAll('-', '')}`
      media.set(id, { ...file, type })
      return id
    },
    media: (id: string) => media.get(id),
  }
}
