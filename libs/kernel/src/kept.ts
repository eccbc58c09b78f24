const KEPT_MAX = 500;

/**
 * Makes each thing once and gives it again: for what never changes and costs far more to make than to
 * find, as formatters do. When there are too many it begins anew.
 */
export function kept<K extends readonly string[], T>(make: (...key: K) => T): (...key: K) => T {
  const all = new Map<string, T>();
  return (...key) => {
    const name = key.join(' ');
    const found = all.get(name);
    if (found !== undefined) return found;
    if (all.size >= KEPT_MAX) all.clear();
    const made = make(...key);
    all.set(name, made);
    return made;
  };
}
