const CACHED =
  /(<(?:\w+:)?f\b[^>]*?(?:\/>|>[^<]*<\/(?:\w+:)?f>))\s*<(?:\w+:)?v\b[^>]*?(?:\/>|>[^<]*<\/(?:\w+:)?v>)/g;

/** Takes the values of formula cells out of every sheet. */
export function stripCells(parts: ReadonlyMap<string, Uint8Array>): Map<string, Uint8Array> {
  const stripped = new Map<string, Uint8Array>();
  for (const [name, bytes] of parts)
    stripped.set(
      name,
      /^xl\/worksheets\/[^/]+\.xml$/.test(name)
        ? new TextEncoder().encode(new TextDecoder().decode(bytes).replace(CACHED, '$1'))
        : bytes,
    );
  return stripped;
}
