/* eslint-disable office-addins/call-sync-before-read -- what is asked for here is read when the caller has made the request */
import type { Inspection } from './inspect';

/** Where a table stands, and which rows it has in which order. */
interface Standing {
  name: string;
  ask(workbook: Excel.Workbook): () => string;
}

/** How the tables that a change writes to stand: asked for before and after the writing of each request. */
export class Witness {
  private expected = new Map<string, string>();
  private readonly tables: Standing[];

  constructor(tables: readonly WitnessedTable[]) {
    this.tables = tables.map(({ name, key, standing }) => {
      this.expected.set(name, standing);
      return { name, ask: (workbook) => askFor(workbook, name, key) };
    });
  }

  /** Before the writing: whether the tables stand as they did when the change was planned. */
  before(workbook: Excel.Workbook): () => boolean {
    const answers = this.tables.map(({ name, ask }) => ({ name, answer: ask(workbook) }));
    return () => answers.every(({ name, answer }) => this.expected.get(name) === answer());
  }

  /** After it: how the next request shall find them. */
  after(workbook: Excel.Workbook): () => void {
    const answers = this.tables.map(({ name, ask }) => ({ name, answer: ask(workbook) }));
    return () => {
      for (const { name, answer } of answers) this.expected.set(name, answer());
    };
  }
}

interface WitnessedTable {
  name: string;
  /** Position of the ids; undefined where there are none. */
  key: number | undefined;
  standing: string;
}

const standing = (row: number, column: number, rows: number, headers: unknown[], ids: unknown[]) =>
  JSON.stringify([row, column, rows, headers, ids]);

function askFor(workbook: Excel.Workbook, name: string, key: number | undefined): () => string {
  const table = workbook.tables.getItemOrNullObject(name);
  table.load('name');
  const header = table.getHeaderRowRange().untrack().load('values,rowIndex,columnIndex');
  const body = table.getDataBodyRange().untrack();
  const ids = key === undefined ? undefined : body.getColumn(key).untrack().load('values');
  const rows = ids ?? body.load('rowCount');
  return () => {
    if (table.isNullObject) return '';
    const keys = ids ? ids.values.map(([id]) => id as unknown) : [];
    const count = ids ? keys.length : rows.rowCount;
    const headers = (header.values[0] ?? []).map(String);
    return standing(header.rowIndex, header.columnIndex, count, headers, keys);
  };
}

/** Tables as they were read. @param keys positions of their ids */
export const witnessed = (
  { snapshots }: Pick<Inspection, 'snapshots'>,
  names: Iterable<string>,
  keys: ReadonlyMap<string, number>,
): WitnessedTable[] =>
  [...names].flatMap((name): WitnessedTable[] => {
    const snapshot = snapshots.get(name);
    if (!snapshot) return [];
    const { row, column, values, headers } = snapshot;
    const key = keys.get(name);
    const ids = key === undefined ? [] : values.map((cells) => cells[key]);
    return [{ name, key, standing: standing(row, column, values.length, headers, ids) }];
  });
