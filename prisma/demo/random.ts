/** Chance that is the same for the same seed, on every machine and on every day. */
export interface Random {
  /** A whole number, both ends included. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** So many different ones, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[]
}

/** Each thing has a stream of its own, so that one more draw for one does not change all others. */
export function randomOf(...seed: (string | number)[]): Random {
  const next = mulberry32(fnv1a(seed.join(':')))
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    between,
    chance: (probability) => next() < probability,
    pick: (list) => list[between(0, list.length - 1)]!,
    some: (list, count) => {
      const left = list.map((_, index) => index)
      while (left.length > count) left.splice(between(0, left.length - 1), 1)
      return left.map((index) => list[index]!)
    },
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** A small generator of good numbers between 0 and 1. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
