import { unholdable } from '../xml';

const unsafe = new RegExp(`[\\x00-\\x1f\\x7f]|${unholdable.source}`, 'g');

/** JSON in which what XML cannot hold is escaped. */
export const safeJson = (value: unknown) =>
  (JSON.stringify(value) ?? 'null').replace(
    unsafe,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A value that is not JSON is the text itself. */
export function parseSetting(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
