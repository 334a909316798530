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
