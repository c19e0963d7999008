/** Whether a text has `*`, `?` or an escaping `~`. */
export const hasWildcard = (text: string) => /[*?~]/.test(text);

const patterns = new Map<string, RegExp>();

/** A wildcard text as a pattern without case; `~` takes the next character as it is. */
export function wildcardPattern(text: string, whole: boolean): RegExp {
  const key = `${whole}${text}`;
  let found = patterns.get(key);
  if (!found) {
    const source = sourceOf(text, whole);
    found = new RegExp(whole ? `^${source}$` : source, 'i');
    if (patterns.size > 1_000) patterns.clear();
    patterns.set(key, found);
  }
  return found;
}

/**
 * What stands between asterisks is taken where it is found first and never looked for again: a later
 * place would not help what follows, and trying them all takes for ever. Only the end has its own place.
 */
function sourceOf(text: string, whole: boolean): string {
  const [start = '', ...parts] = (text.match(/~[*?~]|[^]/g) ?? [])
    .map((sign) => (sign === '*' ? '*' : signSource(sign)))
    .reduce<string[]>(
      (all, sign) => {
        if (sign === '*') all.push('');
        else all[all.length - 1] += sign;
        return all;
      },
      [''],
    );
  const rest = parts.map((part, i) =>
    whole && i === parts.length - 1 ? `[^]*${part}` : `(?=([^]*?${part}))(?:\\${i + 1})`,
  );
  return start + rest.join('');
}

function signSource(sign: string): string {
  if (sign === '?') return '[^]';
  const literal = sign.length === 2 ? sign[1]! : sign;
  return literal.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
