import type { Language } from '../../src/lib/words.ts'
import { type Drawn, type SlackBlock, small } from './blocks.ts'
import { slackWords } from './words.ts'

export interface Room {
  blocks: number
  size: number
  sizeOf(block: SlackBlock): number
}

/** All texts together, with a little to spare for what sending adds. https://docs.slack.dev/reference/block-kit/blocks */
export const messageRoom: Room = { blocks: 48, size: 11_500, sizeOf: charactersIn }

/** Bytes, of the 250 KB that a view may have. https://docs.slack.dev/surfaces/modals */
export const viewRoom: Room = {
  blocks: 98,
  size: 200_000,
  sizeOf: (block) => new TextEncoder().encode(JSON.stringify(block)).length,
}

/** Leaves out what there is no room for, from the first that does not fit, and says so. What is vital comes before all else. */
export function fitInto(drawn: Drawn[], room: Room, language: Language): SlackBlock[] {
  const note = small(slackWords(language).shortened)
  const left = { blocks: room.blocks - 1, size: room.size - room.sizeOf(note.block) }
  const takes = ({ block }: Drawn) => {
    const size = left.size - room.sizeOf(block)
    if (left.blocks === 0 || size < 0) return false
    Object.assign(left, { blocks: left.blocks - 1, size })
    return true
  }
  const vital = new Set(drawn.filter((one) => one.vital).filter(takes))
  const rest = drawn.filter((one) => !one.vital)
  const end = rest.findIndex((one) => !takes(one))
  const kept = new Set([...vital, ...(end < 0 ? rest : rest.slice(0, end))])
  const shown = drawn.filter((one) => kept.has(one))
  return [...shown, ...(shown.length < drawn.length ? [note] : [])].map(({ block }) => block)
}

/** The characters of every `text`, however deep. */
function charactersIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [field, inner]) =>
      sum + (field === 'text' && typeof inner === 'string' ? inner.length : charactersIn(inner)),
    0,
  )
}
