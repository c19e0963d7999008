import type { Area } from '../book';
import { type Patch, type Span, childrenIn, contentOf } from './scan';

/** Something that lies over cells, and what to write where they are elsewhere. */
export interface Anchored {
  area: Area;
  patches(moved: Area): Patch[];
}

const around = (top: number, left: number, bottom: number, right: number): Area => ({
  row: top,
  column: left,
  rows: bottom - top + 1,
  columns: right - left + 1,
});

const put = ({ open, close }: Span, content: number | string): Patch => ({
  start: open,
  end: close,
  text: String(content),
});

const numberIn = (text: string, span: Span): number => Number(contentOf(text, span)) || 0;

/** `<from><col>2</col>…<row>5</row>…</from><to>…</to>` of a picture, shape, chart or control. */
export function anchorIn(text: string, element: Span): Anchored | undefined {
  const corners = childrenIn(text, element).filter(({ name }) => name === 'from' || name === 'to');
  const found = corners.map((corner) => {
    const parts = childrenIn(text, corner);
    const row = parts.find(({ name }) => name === 'row');
    const column = parts.find(({ name }) => name === 'col');
    return row && column && { row, column };
  });
  const first = found[0];
  const last = found[found.length - 1];
  if (!first || !last) return undefined;
  const at = (span: Span) => numberIn(text, span);
  return {
    area: around(at(first.row), at(first.column), at(last.row), at(last.column)),
    patches: ({ row, column, rows, columns }) => [
      put(first.row, row),
      put(first.column, column),
      ...(first === last
        ? []
        : [put(last.row, row + rows - 1), put(last.column, column + columns - 1)]),
    ],
  };
}

/** Notes and controls of old: `<x:Row>`, `<x:Column>` of the cell that a note is of, `<x:Anchor>` of its shape. */
export function vmlIn(text: string, shape: Span): { note?: Anchored; shape?: Anchored } {
  const data = childrenIn(text, shape).find(({ name }) => name === 'ClientData');
  if (!data) return {};
  const parts = childrenIn(text, data);
  const named = (name: string) => parts.find((span) => span.name === name);
  const [row, column, anchor] = [named('Row'), named('Column'), named('Anchor')];
  const note = row &&
    column && {
      area: { row: numberIn(text, row), column: numberIn(text, column), rows: 1, columns: 1 },
      patches: (moved: Area) => [put(row, moved.row), put(column, moved.column)],
    };
  const numbers = anchor ? contentOf(text, anchor).split(',').map(Number) : [];
  if (!anchor || numbers.length !== 8) return note ? { note } : {};
  return {
    ...(note && { note }),
    shape: {
      area: around(numbers[2]!, numbers[0]!, numbers[6]!, numbers[4]!),
      patches: (moved) => {
        const next = [...numbers];
        next[0] = moved.column;
        next[2] = moved.row;
        next[4] = moved.column + moved.columns - 1;
        next[6] = moved.row + moved.rows - 1;
        return [put(anchor, next.join(', '))];
      },
    },
  };
}
