import { accessSync, constants, existsSync, statfsSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'

/** Reads a database and changes nothing. */
export type Look = (sql: string, ...args: (string | number)[]) => Record<string, unknown>[]

/** Where a database is, and what it lies on. */
export interface DatabasePlace {
  file: string
  exists: boolean
  /** Whether the file, and the folder it is or will be made in, can be written. */
  isWritable: boolean
  freeBytes: number
}

/** Opens an existing database for reading only. Nothing is migrated. */
export function openToLook(file: string): { look: Look; close(): void } {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  return {
    look: (sql, ...args) => database.prepare<unknown[], Record<string, unknown>>(sql).all(...args),
    close: () => void database.close(),
  }
}

export function placeOf(file: string): DatabasePlace {
  const exists = existsSync(file)
  const folder = nearestFolder(path.dirname(path.resolve(file)))
  const { bavail, bsize } = statfsSync(folder)
  const needed = [folder, ...(exists ? [file] : [])]
  return { file, exists, isWritable: needed.every(isWritable), freeBytes: bavail * bsize }
}

/** The folder itself may be made later. */
function nearestFolder(folder: string): string {
  return existsSync(folder) ? folder : nearestFolder(path.dirname(folder))
}

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK)
    return true
  } catch {
    return false
  }
}
