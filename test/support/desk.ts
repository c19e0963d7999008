import type { Catalog } from '../../src/catalog/schema';
import { emptyEngagement } from '../../src/engagement/project';
import type { Engagement } from '../../src/engagement/schema';
import { createHost, type Host } from '../../src/host';
import type { Lang } from '../../src/messages';
import {
  describe,
  layOut,
  readWorkbook,
  type LayOutOptions,
  type ReadResult,
} from '../../src/office';
import type { TableBlock, WorkbookSpec } from '../../src/workbook';
import { smallCatalog } from './smallCatalog';

/** An engagement on the small catalog. */
export const engagementOf = (said: Partial<Engagement> = {}, catalog = 'small'): Engagement => ({
  ...emptyEngagement([{ id: catalog }], 'en'),
  ...said,
});

type Cell = string | number | boolean | null;

/** A workbook on somebody's desk: laid out, typed into, read back, by the names that a person sees. */
export class Desk {
  catalogs: Catalog[] = [smallCatalog()];
  lang: Lang = 'en';

  constructor(readonly host: Host = createHost()) {}

  /** The same workbook on another desk. */
  copy(): Desk {
    const desk = new Desk(createHost(structuredClone(this.host.book), { isComputed: true }));
    desk.catalogs = this.catalogs;
    desk.lang = this.lang;
    return desk;
  }

  async layOut(engagement?: Engagement, options: LayOutOptions = {}) {
    this.host.resetCounters();
    const laid = await this.host.run((context) =>
      layOut(context, engagement, { catalogs: this.catalogs, ...options }),
    );
    this.lang = options.lang ?? this.lang;
    return laid;
  }

  refresh = (options: LayOutOptions = {}) => this.layOut(undefined, options);
  repair = (options: LayOutOptions = {}) => this.layOut(undefined, { ...options, repair: true });

  async read(): Promise<ReadResult> {
    this.host.resetCounters();
    return this.host.run((context) => readWorkbook(context, { catalogs: this.catalogs }));
  }

  /**
   * Requests that may be made of a workbook that is as it shall be: its outline, its looks, the release of
   * what was tracked, and readings that carry 2 MB each but for the last. What grows with the workbook is
   * its bytes, so a test holds them to these and to no number of its own.
   */
  requestsAllowed = (): number => 3 + Math.ceil(this.host.counters.responseBytes / 2_000_000);

  spec = (engagement = engagementOf(), lang = this.lang): Promise<WorkbookSpec> =>
    describe(engagement, lang, { catalogs: this.catalogs });

  /** The table as it stands: its sheet, its corner, its headers. */
  table(name: string) {
    for (const sheet of this.host.book.sheets) {
      const table = sheet.tables.find((one) => one.name === name);
      if (table) return { sheet, ...table.area, headers: table.columns.map((one) => one.name) };
    }
    throw new Error(`No table ${name}`);
  }

  hasTable = (name: string) =>
    this.host.book.sheets.some((sheet) => sheet.tables.some((table) => table.name === name));

  /** Address of a table's cell: header text, and the id in the first column or a body row from 0. */
  address(name: string, row: string | number, header: string): { sheet: string; address: string } {
    const table = this.table(name);
    const column = table.headers.indexOf(header);
    if (column < 0) throw new Error(`No column ${header} in ${name}: ${table.headers.join(', ')}`);
    const at = typeof row === 'number' ? row : this.ids(name).indexOf(row);
    if (at < 0) throw new Error(`No row ${row} in ${name}`);
    return {
      sheet: table.sheet.name,
      address: `${letters(table.column + column)}${table.row + 2 + at}`,
    };
  }

  ids(name: string): string[] {
    const { sheet, row, column, rows } = this.table(name);
    return Array.from({ length: rows - 1 }, (_, i) =>
      String(sheet.cells[row + 1 + i]?.[column]?.value ?? ''),
    );
  }

  cell(name: string, row: string | number, header: string) {
    const { sheet, address } = this.address(name, row, header);
    return this.at(sheet, address);
  }

  value = (name: string, row: string | number, header: string): Cell =>
    scalar(this.cell(name, row, header)?.value);

  at(sheet: string, address: string) {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const index = [...column].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return this.host.book.sheets.find((one) => one.name === sheet)?.cells[Number(row) - 1]?.[index];
  }

  /** What a person types into a table's cell. */
  type(name: string, row: string | number, header: string, input: Cell): void {
    const { sheet, address } = this.address(name, row, header);
    this.host.edit(sheet, address, input);
  }

  /** What a person types into a named cell. */
  typeNamed(name: string, input: Cell): void {
    const { sheet, address } = this.named(name);
    this.host.edit(sheet, address, input);
  }

  valueNamed(name: string): Cell {
    const { sheet, address } = this.named(name);
    return scalar(this.at(sheet, address)?.value);
  }

  named(name: string): { sheet: string; address: string } {
    const found = this.host.book.names.find((one) => one.name === name);
    const parts = /^='?(.+?)'?!\$([A-Z]+)\$(\d+)/.exec(found?.formula ?? '');
    if (!parts) throw new Error(`No cell ${name}: ${found?.formula}`);
    return { sheet: parts[1] as string, address: `${parts[2]}${parts[3]}` };
  }

  /** Something that Excel's own commands do. */
  act = (work: (context: Excel.RequestContext) => void | Promise<void>): Promise<void> =>
    this.host.run(async (context) => {
      await work(context);
      await context.sync();
    });

  /** Everything that the workbook shows: sheet → address → value or formula. */
  content(): Record<string, Record<string, Cell>> {
    return Object.fromEntries(
      this.host.book.sheets.map((sheet) => [
        sheet.name,
        Object.fromEntries(
          sheet.cells.flatMap((row, r) =>
            (row ?? []).flatMap((cell, c): [string, Cell][] =>
              cell && (cell.formula !== undefined || cell.value !== null)
                ? [[`${letters(c)}${r + 1}`, cell.formula ?? scalar(cell.value)]]
                : [],
            ),
          ),
        ),
      ]),
    );
  }
}

const laid = new Map<string, Promise<Desk>>();

/** A desk with a workbook laid out on it: a fresh copy of one that is laid out once. */
export async function laidOut(
  engagement = engagementOf(),
  options: LayOutOptions = {},
): Promise<Desk> {
  const key = JSON.stringify([engagement, options]);
  const first = laid.get(key) ?? layOutFirst(engagement, options);
  laid.set(key, first);
  return (await first).copy();
}

async function layOutFirst(engagement: Engagement, options: LayOutOptions): Promise<Desk> {
  const desk = new Desk();
  const { findings } = await desk.layOut(engagement, { lang: 'en', ...options });
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  return desk;
}

export const kindsOf = (findings: { kind: string }[]) => findings.map(({ kind }) => kind);

export const tableOf = (spec: WorkbookSpec, id: string): TableBlock => {
  for (const block of spec.sheets.flatMap((sheet) => sheet.blocks)) {
    if (block.kind === 'table' && block.id === id) return block;
  }
  throw new Error(`No table ${id}`);
};

export const scalar = (value: unknown): Cell =>
  typeof value === 'object' && value !== null
    ? (value as { code: string }).code
    : ((value as Cell) ?? null);

export const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
