import type { CellValue } from '../../rules';
import type { SheetColumn } from './columns';

/** A list that is there and holds nothing, where a blank would leave the field open. */
const emptyList = '[]';

/** A field as a cell. */
export function cellOf({ kind, filled }: SheetColumn, value: unknown): CellValue {
  if (value === undefined || value === null) return null;
  switch (kind) {
    case 'ids': {
      const ids = value as string[];
      return ids.length === 0 ? (filled ? null : emptyList) : ids.join('\n');
    }
    case 'links': {
      const links = Object.entries(value as Record<string, number>);
      return links.length === 0
        ? null
        : links.map(([id, strength]) => `${id} ${strength}`).join('\n');
    }
    case 'json':
      return JSON.stringify(value);
    default:
      return value as CellValue;
  }
}

/** What a cell stands for, or why it stands for nothing. */
export type ReadCell =
  { value: unknown } | { fault: 'number' | 'boolean' | 'links' | 'json' | 'value' };

const parts = (text: string) =>
  text
    .split(/[\n\r,;，；、]+/u)
    .map((part) => part.trim())
    .filter(Boolean);

/** A cell as a field; undefined where it is blank. */
export function readCell({ kind, filled }: SheetColumn, cell: unknown): ReadCell {
  if (cell === null || cell === undefined || cell === '') {
    if (!filled) return { value: undefined };
    return { value: kind === 'ids' ? [] : kind === 'links' ? {} : undefined };
  }
  const text = String(cell);
  if (/^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(text)) return { fault: 'value' };
  switch (kind) {
    case 'number': {
      const number = typeof cell === 'number' ? cell : Number(text.trim());
      return text.trim() === '' || Number.isNaN(number) ? { fault: 'number' } : { value: number };
    }
    case 'boolean': {
      const word = text.trim().toLowerCase();
      if (word !== 'true' && word !== 'false') return { fault: 'boolean' };
      return { value: word === 'true' };
    }
    case 'ids':
      return { value: text.trim() === emptyList ? [] : parts(text) };
    case 'links':
      return readLinks(text);
    case 'json':
      return readJson(text);
    case 'text':
      return { value: text };
  }
}

function readLinks(text: string): ReadCell {
  const links: [string, number][] = [];
  for (const part of parts(text)) {
    const [, id, strength] = /^(\S+)\s*[\s:=：]\s*(\d+)$/u.exec(part) ?? [];
    if (id === undefined) return { fault: 'links' };
    links.push([id, Number(strength)]);
  }
  return { value: Object.fromEntries(links) };
}

function readJson(text: string): ReadCell {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { fault: 'json' };
  }
}
