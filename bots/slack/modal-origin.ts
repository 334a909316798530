import * as z from 'zod'
import type { Address } from '../../src/chat/contract.ts'
import { lending } from './address.ts'

/** Where a modal was opened from, and what sending it says. It travels with the modal and comes back with it. */
export interface ModalOrigin {
  to: Address
  /** Absent where there is nothing to send. */
  say?: string
}

const mostCharacters = 3000

/** The modal's `private_metadata`. What was lent for a moment is over when the modal comes back. */
export function originInWords({ to, say }: ModalOrigin): string {
  const { trigger, view, ...rest } = { ...to.extra }
  const written = JSON.stringify({ to: lending(to, rest), say })
  return written.length <= mostCharacters ? written : JSON.stringify({ to: lending(to, {}), say })
}

const origin = z.object({
  to: z.object({
    platform: z.string(),
    conversation: z.string(),
    kind: z.enum(['direct', 'group']),
    user: z.string().optional(),
    message: z.string().optional(),
    redrawable: z.boolean().optional(),
    extra: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  }),
  say: z.string().optional(),
})

/** Null for a modal that is not one of these. */
export function originOf(privateMetadata: string): ModalOrigin | null {
  try {
    return origin.parse(JSON.parse(privateMetadata))
  } catch {
    return null
  }
}

const prefix = 'field:'

/** The input block of a field. */
export const blockOf = (field: string): string => `${prefix}${field}`

export const fieldOf = (blockId: string): string | undefined =>
  blockId.startsWith(prefix) ? blockId.slice(prefix.length) : undefined
