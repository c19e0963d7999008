/**
 * What `JSON.parse(JSON.stringify(value))` gives, without the text between: a reading of a workbook would have
 * megabytes of it. Takes plain data and what says itself by `toJSON`; shares nothing with what it was given.
 */
export function asJson(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      // JSON has no negative zero.
      return Number.isFinite(value) ? value + 0 : null;
    case 'object':
      return value === null ? null : copied(value);
    default:
      return undefined;
  }
}

function copied(value: object): unknown {
  if (Array.isArray(value)) return listOf(value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return asJson(value.toJSON());
  const record: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(value)) {
    const plain = asJson(one);
    if (plain !== undefined) record[name] = plain;
  }
  return record;
}

function listOf(values: readonly unknown[]): unknown[] {
  const list: unknown[] = [];
  for (let at = 0; at < values.length; at++) list.push(asJson(values[at]) ?? null);
  return list;
}
