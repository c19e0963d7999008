import type { Finding } from '../../src/office';
import { matchColumns } from '../../src/office/match';
import type { ColumnSpec, TableBlock } from '../../src/workbook';

const column = (id: string, since?: number) =>
  ({ id, header: id.toUpperCase(), role: 'input', kind: 'text', width: 9, ...(since && { since }) }) as ColumnSpec; // prettier-ignore
const block = (columns: string, former?: string): TableBlock => ({
  ...{ kind: 'table', id: 't', name: 'T', rows: [], spare: 0, filter: false },
  columns: columns.split(' ').map((said) => {
    const [id = '', since] = said.split('@');
    return column(id, Number(since));
  }),
  ...(former !== undefined && {
    former: { inPlaceOf: 'x', columns: former.split(' ').map((id) => column(id)) },
  }),
});

/** Where columns stand under these headers, and what is told. */
function match(of: TableBlock, headers: string, layout?: number) {
  const findings: Finding[] = [];
  const snapshot = { name: 'T', sheet: 'S', row: 0, column: 0, headers: headers.split(' ') };
  const { positions, extras } = matchColumns(of, snapshot as never, findings, layout);
  return [
    [...positions].map(([id, position]) => `${id}:${position}`).join(' '),
    extras.map(({ header, position }) => `${header}:${position}`).join(' '),
    ...findings.map(({ kind, severity, repairable, column: id, found, expected }) =>
      [kind, severity, repairable, id, found, expected]
        .filter((one) => one !== undefined)
        .join(' '),
    ),
  ];
}

test('by their headers, wherever they stand; others are extra', () => {
  expect(match(block('a b c'), 'C MINE A B')).toEqual(['a:2 b:3 c:0 extra.MINE:1', 'MINE:1']);
});

test('a header right between neighbours is a column renamed; a column that is gone is told', () => {
  const renamed = (id: string, found: string) =>
    `header-renamed note true ${id} ${found} ${id.toUpperCase()}`;
  expect(match(block('a b c'), 'A X C')).toEqual(['a:0 c:2 b:1', '', renamed('b', 'X')]);
  expect(match(block('a b c'), 'X B C')).toEqual(['b:1 c:2 a:0', '', renamed('a', 'X')]);
  expect(match(block('a b c'), 'A B X')).toEqual(['a:0 b:1 c:2', '', renamed('c', 'X')]);
  expect(match(block('a b c'), 'A X Y')).toEqual([
    ...['a:0 b:1 c:2', '', renamed('b', 'X'), renamed('c', 'Y')],
  ]);
  const gone = (id: string) => `column-missing error true ${id} ${id.toUpperCase()}`;
  expect(match(block('a b c'), 'A C')).toEqual(['a:0 c:1', '', gone('b')]);
  expect(match(block('a b c'), 'A B')).toEqual(['a:0 b:1', '', gone('c')]);
  expect(match(block('a b c'), 'C A X')).toEqual([
    ...['a:1 c:0 extra.X:2', 'X:2', gone('b')],
  ]);
  // With someone's own between, it is the first of the two.
  expect(match(block('a b c'), 'A X Y C')).toEqual([
    ...['a:0 c:3 b:1 extra.Y:2', 'Y:2', renamed('b', 'X')],
  ]);
}); // prettier-ignore

test('what a later layout brought is not looked for', () => {
  expect(match(block('a b@4 c'), 'A X C', 3)).toEqual(['a:0 c:2 extra.X:1', 'X:1']);
  expect(match(block('a b@4 c'), 'A X C', 4)[0]).toBe('a:0 c:2 b:1');
  expect(match(block('a b@4 c'), 'A B C', 3)).toEqual(['a:0 b:1 c:2', '']);
  expect(match(block('a b c'), 'A X C', 1)[0]).toBe('a:0 c:2 b:1');
});

test('columns of an earlier layout by their headers alone, unless these are another’s now', () => {
  expect(match(block('a b', 'f g'), 'F A B')).toEqual(['a:1 b:2 f:0', '']);
  expect(match(block('a b', 'a f'), 'A B F')).toEqual(['a:0 b:1 f:2', '']);
  const same = { ...block('a b'), former: { inPlaceOf: 'x', columns: [{ ...column('f'), header: 'A' }] } }; // prettier-ignore
  expect(match(same, 'A B')).toEqual(['a:0 b:1', '']);
});
