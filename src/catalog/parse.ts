import type { z } from 'zod';
import { error, WHOLE, words, type ParsedCatalog, type Problem } from './problem';
import { Catalog } from './schema';

const LIMIT_MB = 20;
const LIMIT = LIMIT_MB * 1024 * 1024;
const MAX_ENTRIES = 50_000;
/** Deeper than any catalog; the schema refuses what lies there by its parents. */
const MAX_DEPTH = 16;
const MAX_PROBLEMS = 1_000;

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

const step = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;

const written = (path: Path): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${String(key)}`,
    '',
  );

/** The innermost thing with an id on the path, else the innermost list entry, and the field from there. */
function locate(json: unknown, path: Path): { where: string; field: string } {
  let value = json;
  let found = { where: WHOLE, field: written(path) };
  for (let depth = 0; depth <= path.length; depth++) {
    const id = step(value, 'id');
    const rest = written(path.slice(depth));
    if (typeof id === 'string' && id !== '' && id.length <= 80) found = { where: id, field: rest };
    else if (typeof path[depth - 1] === 'number' && typeof value === 'object')
      found = { where: written(path.slice(0, depth)), field: rest };
    value = step(value, path[depth] ?? '');
  }
  return found;
}

const valueAt = (json: unknown, path: Path): unknown => path.reduce(step, json);

const shortList = (names: readonly unknown[]): string =>
  names
    .slice(0, 5)
    .map((name) => String(name).slice(0, 80))
    .join(', ') + (names.length > 5 ? ' …' : '');

const patternCodes = ['bad-id', 'unreadable-text', 'bad-version', 'bad-url', 'bad-date'] as const;
const patternCode = (issue: Issue | undefined) =>
  patternCodes.find((code) => code === issue?.message) ?? 'invalid';

const expectedWords = ['string', 'number', 'int', 'boolean', 'array', 'object', 'record'] as const;

function describeIssue(json: unknown, issue: Issue): Problem {
  const { where, field } = locate(json, issue.path);
  const absent = valueAt(json, issue.path) === undefined && issue.path.length > 0;
  switch (issue.code) {
    case 'unrecognized_keys':
      return error('unknown-key', where, { field, keys: shortList(issue.keys) });
    case 'invalid_type': {
      if (absent) return error('missing', where, { field });
      const type = expectedWords.find((word) => word === issue.expected);
      return type ? error('wrong-type', where, { field, type: words(type) }) : fallback();
    }
    case 'invalid_value':
      return absent
        ? error('missing', where, { field })
        : error('not-allowed', where, { field, values: issue.values.map(String).join(', ') });
    case 'too_big':
      return error('at-most', where, { field, limit: Number(issue.maximum) });
    case 'too_small':
      return error('at-least', where, { field, limit: Number(issue.minimum) });
    case 'invalid_format':
      return error(patternCode(issue), where, { field });
    case 'invalid_key':
      return error(patternCode(issue.issues[0]), where, { field });
    default:
      return fallback();
  }
  function fallback(): Problem {
    return error('invalid', where, { field });
  }
}

const unsafe = new Set(['__proto__', 'prototype', 'constructor']);

/**
 * What must not reach the schema: names that could touch an object's prototype, and lists so long
 * that describing their faults would take minutes. Walked without recursion, however deep.
 */
function hostile(json: unknown): Problem[] {
  const problems: Problem[] = [];
  const seen = new WeakSet<object>();
  const open: { value: unknown; path: Path }[] = [{ value: json, path: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    if (path.length > MAX_DEPTH) continue;
    const isList = Array.isArray(value);
    const report = (code: 'unsafe-key' | 'at-most', params: Problem['params']) => {
      const { where, field } = locate(json, path);
      problems.push(error(code, where, { field, ...params }));
    };
    if ((isList ? value : Object.keys(value)).length > MAX_ENTRIES) {
      report('at-most', { limit: MAX_ENTRIES });
      continue;
    }
    for (const key of Object.keys(value)) {
      if (!isList && unsafe.has(key)) report('unsafe-key', { key });
      else open.push({ value: step(value, key), path: [...path, isList ? Number(key) : key] });
    }
  }
  return problems;
}

/**
 * Reads anything with the schema: what it yields, or the problems, at most 1,000 of them.
 * Never throws, whatever the input.
 */
export function readAs<Schema extends z.ZodType>(
  schema: Schema,
  json: unknown,
): { value?: z.output<Schema>; problems: Problem[] } {
  const problems = hostile(json).slice(0, MAX_PROBLEMS);
  if (problems.length > 0) return { problems };
  const result = schema.safeParse(json);
  return result.success
    ? { value: result.data, problems }
    : {
        problems: result.error.issues
          .slice(0, MAX_PROBLEMS)
          .map((issue) => describeIssue(json, issue)),
      };
}

/** A file's text as JSON: at most 20 MB, with or without a byte-order mark. Never throws. */
export function readJson(text: string): { json?: unknown; problems: Problem[] } {
  if (text.length > LIMIT || new TextEncoder().encode(text).length > LIMIT)
    return { problems: [error('too-large', WHOLE, { limit: LIMIT_MB })] };
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown, problems: [] };
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { problems: [error('not-json', WHOLE, { detail: detail.slice(0, 200) })] };
  }
}

/** A catalog from JSON, its defaults filled in. Its references are checked by checkCatalog. */
export function parseCatalog(json: unknown): ParsedCatalog {
  const { value, problems } = readAs(Catalog, json);
  return value ? { catalog: value, problems } : { problems };
}

/** A catalog from a file's text. */
export function parseCatalogText(text: string): ParsedCatalog {
  const { json, problems } = readJson(text);
  return problems.length > 0 ? { problems } : parseCatalog(json);
}
