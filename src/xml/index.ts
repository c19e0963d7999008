/** What XML 1.0 cannot hold, however it is escaped: control characters, half of a pair, non-characters. */
export const unholdable =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The same data, in every text of which there is nothing that XML cannot hold. */
export function holdable<T>(value: T): T;
export function holdable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unholdable, '');
  if (Array.isArray(value)) return value.map((one) => holdable(one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [holdable(key), holdable(one)]),
  );
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** As the content of an element. */
export const escapeText = (text: string): string =>
  /[&<>]/.test(text) ? text.replace(/[&<>]/g, (sign) => entities[sign] as string) : text;

/** In double quotes; line breaks survive only as references. */
export const escapeAttribute = (text: string): string =>
  escapeText(holdable(text)).replace(/"/g, '&quot;').replace(/\n/g, '&#10;');
