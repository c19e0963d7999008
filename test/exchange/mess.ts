import fc from 'fast-check';
import type { Cell, Sheet } from '../../src/book';
import type { Value } from '../../src/exchange/sent';
import type { Paper } from './paper';

/** What people and their programs do to a file, and the words in which they answer. */

/** A typed word and what it stands for. */
export interface Spelled {
  typed: string | number | boolean;
  means: Value;
}

const words = (means: Value, ...typed: Spelled['typed'][]) =>
  fc.constantFrom(...typed.map((one): Spelled => ({ typed: one, means })));

export const pickWord = fc.oneof(
  words('yes', 'Yes', '是', '✓', '✔', '√', '1', 1, true, 'Y', '对', '對', '選用', '选用', ' yes ', 'ＹＥＳ'),
  words('no', 'No', '否', '✗', '×', 0, false, 'n', '不选', '不選'),
  words('maybe', 'Maybe', '待定', '可能'),
); // prettier-ignore

const digits = (n: number) =>
  String(n).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));
const grouped = (n: number) => n.toLocaleString('en');

const amount = fc.integer({ min: 1, max: 9_999_999 });
export const countWord = amount.chain((n) =>
  words(n, n, String(n), grouped(n), digits(n), ` ${n} `),
);
export const amountWord = fc.oneof(
  countWord,
  amount.chain((n) => words(n, `¥${grouped(n)}`, `${n}元`, digits(n).replace(/^/, '￥'))),
);

export const dayWord = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .chain((date) => {
    const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
    const iso = date.toISOString().slice(0, 10);
    const serial = Math.floor(date.getTime() / 86_400_000) + 25_569;
    return words(iso, serial, iso, `${y}-${m}-${d}`, `${y}/${m}/${d}`, `${y}年${m}月${d}日`, `${y}.${m}.${d}`, iso.replaceAll('-', '')); // prettier-ignore
  });

const tableAt = (sheet: Sheet) => {
  const first = sheet.cells.findIndex((row) => /^(Id|编号)$/.test(String(row?.[0]?.value ?? '')));
  return { header: first, width: sheet.cells[first]?.length ?? 0 };
};

type Row = (Cell | undefined)[] | undefined;

/** Rows below the header, permuted. */
function sort(sheet: Sheet, seed: number): void {
  const { header } = tableAt(sheet);
  const rows: Row[] = Array.from(
    { length: sheet.cells.length - header - 1 },
    (_, i) => sheet.cells[header + 1 + i],
  );
  let state = seed;
  const next = () => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0);
  const order = rows.map((row) => ({ row, at: next() })).sort((a, b) => a.at - b.at);
  order.forEach(({ row }, i) => {
    sheet.cells[header + 1 + i] = (row ?? []) as Cell[];
  });
}

const unTable = (sheet: Sheet) => {
  sheet.tables = [];
};

/** Columns in another order; `from` to the right of `to`. */
function moveColumn(sheet: Sheet, from: number, to: number): void {
  unTable(sheet);
  const { header, width } = tableAt(sheet);
  if (from >= width || to >= width) return;
  for (let r = header; r < sheet.cells.length; r += 1) {
    const row = Array.from({ length: width }, (_, i) => sheet.cells[r]?.[i]);
    row.splice(to, 0, ...row.splice(from, 1));
    sheet.cells[r] = row;
  }
}

function addColumn(sheet: Sheet, at: number): void {
  unTable(sheet);
  const { header, width } = tableAt(sheet);
  for (let r = header; r < sheet.cells.length; r += 1) {
    const row = Array.from({ length: width }, (_, i) => sheet.cells[r]?.[i]);
    row.splice(Math.min(at, width), 0, r === header ? { value: 'My notes' } : undefined);
    sheet.cells[r] = row;
  }
}

function deleteColumn(sheet: Sheet, name: string): void {
  unTable(sheet);
  const { header } = tableAt(sheet);
  const at = (sheet.cells[header] ?? []).findIndex((cell) => cell?.value === name);
  if (at < 0) return;
  for (let r = header; r < sheet.cells.length; r += 1) sheet.cells[r]?.splice(at, 1);
}

function insertRows(sheet: Sheet, at: number, count: number): void {
  unTable(sheet);
  const { header } = tableAt(sheet);
  const rows = Array.from({ length: count }, (): (Cell | undefined)[] => []);
  sheet.cells.splice(header + 1 + at, 0, ...rows);
}

/** Edits that change what a file looks like and nothing that anyone said. */
export const messes: Record<string, (sheet: Sheet, n: number) => void> = {
  sorted: (sheet, n) => sort(sheet, n + 1),
  filtered: (sheet, n) => {
    const { header } = tableAt(sheet);
    for (let r = header + 1; r < sheet.cells.length; r += 1 + (n % 3)) sheet.hiddenRows.add(r);
  },
  'rows inserted': (sheet, n) => insertRows(sheet, n % 5, 1 + (n % 3)),
  'rows above': (sheet, n) => {
    unTable(sheet);
    for (let i = 0; i <= n % 3; i += 1) sheet.cells.unshift([]);
  },
  'column added': (sheet, n) => addColumn(sheet, 1 + (n % 8)),
  'columns moved': (sheet, n) => moveColumn(sheet, 2 + (n % 4), 1 + (n % 7)),
  'explanation deleted': (sheet) => deleteColumn(sheet, 'Explanation'),
  'sheet renamed': (sheet, n) => {
    sheet.name = ['痛点', 'Sheet 7', 'x', '回复-李'][n % 4] + sheet.name.slice(0, 3);
  },
  'header reworded': (sheet) => {
    const { header } = tableAt(sheet);
    const cell = sheet.cells[header]?.find((one) => one?.value === 'Comment');
    if (cell) cell.value = 'Remarks';
  },
  'range instead of table': unTable,
  unprotected: (sheet) => {
    delete sheet.protection;
  },
  'rules gone': (sheet) => {
    sheet.validations = [];
    sheet.conditionalFormats = [];
  },
  'ids gone': (sheet) => {
    unTable(sheet);
    const { header } = tableAt(sheet);
    if (header < 0 || (sheet.cells[header]?.length ?? 0) < 4) return;
    for (let r = header; r < sheet.cells.length; r += 1) sheet.cells[r]?.splice(0, 1);
  },
};

export const mess = fc.array(
  fc.record({ kind: fc.constantFrom(...Object.keys(messes)), n: fc.nat(1000) }),
  { maxLength: 5 },
);

/** Messes up every sheet with questions; ids go last, for the other edits find the table by them. */
export function messUp(paper: Paper, edits: readonly { kind: string; n: number }[]): void {
  const asked = paper.book.sheets.filter(
    (sheet) => sheet.visibility === 'Visible' && tableAt(sheet).header >= 0,
  );
  const order = [...edits].sort(
    (a, b) => Number(a.kind === 'ids gone') - Number(b.kind === 'ids gone'),
  );
  const without = order.some(({ kind }) => kind === 'ids gone');
  for (const { kind, n } of order) {
    // Without ids nothing is left to know a reworded header by.
    if (without && kind === 'header reworded') continue;
    for (const sheet of asked) if (tableAt(sheet).header >= 0) messes[kind]?.(sheet, n);
  }
}
