/** Something did not go through: `why` is a word of the page where it has one for it, and the message is the service's own. */
class NotDone extends Error {
  constructor(why, message) {
    super(message ?? why)
    this.why = why
  }
}

/** The playground's own JSON API. */
async function json(path, init) {
  const response = await fetch(path, init).catch(() => {
    throw new NotDone('offline')
  })
  const body = await response.json().catch(() => ({}))
  if (!response.ok) throw new NotDone({ 503: 'busy', 500: 'broken' }[response.status], body.error)
  return body
}

const post = (path, body) =>
  json(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

const query = (values) => new URLSearchParams(values)

export const api = {
  people: () => json('people'),
  company: (as) => json(`company?${query({ as })}`),
  messages: (as) => json(`messages?${query({ as, mine: 1 })}`).then(({ messages }) => messages),
  greeting: (as) => json(`greeting?${query({ as })}`).then(({ card }) => card),
  latest: () => json('latest'),
  say: (as, text, surface) => post('say', { as, text, ...surface }),
  press: (as, button, values, message, surface) => post('press', { as, button, values, message, ...surface }),
  file: (as, file) => {
    const body = new FormData()
    body.set('as', as)
    body.set('file', file)
    return json('file', { method: 'POST', body })
  },
  clock: () => json('clock').then(({ now }) => now),
  moveTo: (now) => post('clock', { now }).then((moved) => moved.now),
  raw: (as, id) => json(`raw?${query({ as, id })}`),
}
