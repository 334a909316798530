export interface ObservedFetch {
  fetch: typeof fetch
  /** A header of the last answer that had it. */
  header(name: string): string | undefined
  /** Seconds our clock is ahead of the one that answered; negative where it is behind. */
  ahead(): number | undefined
}

/** Notes what the headers of answers say and whoever asks does not pass on. */
export function observedFetch(ask: typeof fetch, wall: () => Date): ObservedFetch {
  const seen = new Map<string, string>()
  let ahead: number | undefined
  return {
    fetch: async (...call) => {
      const asked = wall().getTime()
      const answer = await ask(...call)
      const theirs = Date.parse(answer.headers.get('date') ?? '')
      if (!Number.isNaN(theirs)) ahead = ((asked + wall().getTime()) / 2 - theirs) / 1000
      for (const [name, value] of answer.headers) seen.set(name, value)
      return answer
    },
    header: (name) => seen.get(name),
    ahead: () => ahead,
  }
}
