import type { Parts } from './zip';

const CACHED =
  /(<(?:\w+:)?f\b[^>]*?(?:\/>|>[^<]*<\/(?:\w+:)?f>))\s*<(?:\w+:)?v\b[^>]*?(?:\/>|>[^<]*<\/(?:\w+:)?v>)/g;

/** Takes the values of formula cells out of every sheet. */
export function stripCells(parts: Parts): Parts {
  const stripped: Parts = new Map();
  for (const [name, bytes] of parts)
    stripped.set(
      name,
      /^xl\/worksheets\/[^/]+\.xml$/.test(name)
        ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace(CACHED, '$1'))
        : bytes,
    );
  return stripped;
}
