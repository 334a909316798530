import { patience } from '../../support/patience.ts'

export interface Changes {
  notify(): void
  /** The first truthy answer of `look`, asked now and after every change; rejects after `ms`. */
  when<T>(look: () => T, ms?: number): Promise<NonNullable<T>>
}

/** Lets a test wait for what it wants to see without polling. */
export function createChanges(): Changes {
  const watchers = new Set<() => void>()
  return {
    notify: () => {
      for (const watcher of [...watchers]) watcher()
    },
    when: (look, ms = patience) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => settle(() => reject(new Error(`not seen within ${ms} ms`))), ms)
        const settle = (end: () => void) => {
          clearTimeout(timer)
          watchers.delete(watcher)
          end()
        }
        const watcher = () => {
          const seen = look()
          if (seen) settle(() => resolve(seen))
        }
        watchers.add(watcher)
        watcher()
      }),
  }
}
