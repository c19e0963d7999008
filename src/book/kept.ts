/**
 * Keeps what was made of a text, so that the many cells that say the same are read once. Forgets
 * everything when `most` are kept. What is made must depend on the key alone.
 */
export function kept<T>(most = 50_000): (key: string, make: () => T) => T {
  const made = new Map<string, { value: T }>();
  return (key, make) => {
    let found = made.get(key);
    if (!found) {
      if (made.size >= most) made.clear();
      made.set(key, (found = { value: make() }));
    }
    return found.value;
  };
}
