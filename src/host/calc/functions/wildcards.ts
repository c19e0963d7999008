/** Whether a text has `*`, `?` or an escaping `~`. */
export const hasWildcard = (text: string) => /[*?~]/.test(text);

const patterns = new Map<string, RegExp>();

/** A wildcard text as a pattern without case; `~` takes the next character as it is. */
export function wildcardPattern(text: string, whole: boolean): RegExp {
  const key = `${whole}${text}`;
  let found = patterns.get(key);
  if (!found) {
    const source = text.replace(/~[*?~]|[^]/g, (part) => {
      if (part === '*') return '[^]*';
      if (part === '?') return '[^]';
      const literal = part.length === 2 ? part[1]! : part;
      return literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    });
    found = new RegExp(whole ? `^${source}$` : source, 'i');
    if (patterns.size > 1_000) patterns.clear();
    patterns.set(key, found);
  }
  return found;
}
