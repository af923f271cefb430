/** The last of all that have the same key, by that key; in the order in which the keys first came. */
export const lastOf = <Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): ReadonlyMap<Key, Value> => new Map([...values].map((value) => [keyOf(value), value]));
