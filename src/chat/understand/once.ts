/** The same function, which works things out once for each key and forgets them with it. */
export function once<Key extends object, Value>(workOut: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { value: Value }>()
  return (key) => {
    let found = known.get(key)
    if (!found) {
      found = { value: workOut(key) }
      known.set(key, found)
    }
    return found.value
  }
}

/** The same of texts: each is looked up once for a key, such as the message it came with. */
export function onceEach<Key extends object, Value>(
  lookUp: (key: Key, text: string) => Value,
): (key: Key, text: string) => Value {
  const knownOf = once((_key: Key) => new Map<string, Value>())
  return (key, text) => {
    const known = knownOf(key)
    if (!known.has(text)) known.set(text, lookUp(key, text))
    return known.get(text)!
  }
}
