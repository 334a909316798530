/**
 * The same function, which works things out once for each key, with what it is given then, and forgets them with it. They are kept on the key, where
 * nothing sees them: what a WeakMap holds outlives its key until the next full collection, and with it all of a message.
 */
export function once<Key extends object, Value, More extends unknown[] = []>(
  workOut: (key: Key, ...more: More) => Value,
): (key: Key, ...more: More) => Value {
  const known = Symbol('known')
  return (key, ...more) => {
    const holder = key as { [known]?: Value }
    if (!Object.hasOwn(holder, known))
      Object.defineProperty(holder, known, { value: workOut(key, ...more), enumerable: false })
    return holder[known] as Value
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
