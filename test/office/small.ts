import { createHost, type Host } from '../../src/host';
import { layOutSpec, outline, tablesOf } from '../../src/office';
import { inspect, type Inspection } from '../../src/office/inspect';
import { layOutAgain, readBack, restore, type LaidOut, type Read } from '../../src/office/layOut';
import type { Departing } from '../../src/office/retired';
import { fingerprint, textColumns } from '../../src/workbook';
import type {
  ColumnSpec,
  FieldSpec,
  RowSpec,
  SheetSpec,
  TableBlock,
  WorkbookSpec,
} from '../../src/workbook';
import type { Expression } from '../../src/rules';
import { letters, scalar } from '../support/desk';

/** A workbook as small as one can be that has something of everything: for what needs no catalog. */

const plus = (column: string, text: string): Expression => ({
  node: {
    type: 'binary',
    operator: '&',
    left: { type: 'field', column },
    right: { type: 'literal', value: text },
  },
});
const countOf = (table: string, column: string): Expression => ({
  node: { type: 'call', function: 'COUNTA', args: [{ type: 'column', table, column }] },
});

const column = (
  id: string,
  role: ColumnSpec['role'],
  more: Partial<ColumnSpec> = {},
): ColumnSpec => ({
  ...{ id, role, header: id.charAt(0).toUpperCase() + id.slice(1), kind: 'text', width: 12 },
  ...more,
});

const field = (id: string, label: string, more: Partial<FieldSpec>): FieldSpec => ({
  ...{ id, label, name: `Engagement.${label.replace(' ', '')}`, role: 'input', kind: 'text' },
  ...more,
});

const rowOf = (id: string, cells: RowSpec['cells']): RowSpec => ({ id, cells, defaults: cells });

export interface Parts {
  spec: WorkbookSpec;
  main: SheetSpec;
  other: SheetSpec;
  head: Extract<SheetSpec['blocks'][number], { kind: 'text' }>;
  facts: Extract<SheetSpec['blocks'][number], { kind: 'fields' }>;
  pains: TableBlock;
  progress: TableBlock;
  notes: TableBlock;
  chart: Extract<SheetSpec['blocks'][number], { kind: 'chart' }>;
  picks: TableBlock;
}

/** The description, as changed. */
export function described(change: (parts: Parts) => void = () => undefined): WorkbookSpec {
  const head: Parts['head'] = {
    kind: 'text',
    id: 'main.head',
    rows: [
      [{ text: 'A small workbook', look: 'title' }],
      [
        { text: 'Pains', look: 'strong' },
        { formula: countOf('PainPoints', 'item'), look: 'output' },
        { text: 'See Other', look: 'link', link: 'other' },
      ],
    ],
  };
  const facts: Parts['facts'] = {
    kind: 'fields',
    id: 'main.facts',
    fields: [
      field('client', 'Client', { stored: true, note: 'Whom it is for' }),
      field('asOf', 'As of', { stored: true, kind: 'date' }),
      field('currency', 'Currency', { stored: true, usual: 'EUR', value: 'EUR' }),
      field('count', 'Count', { role: 'calc', formula: countOf('PainPoints', 'pick') }),
      field('rate', 'Rate', { role: 'calc', kind: 'number', value: 5 }),
    ],
  };
  const pains: TableBlock = {
    ...{ kind: 'table', id: 'pain', name: 'PainPoints', store: 'pain', spare: 2, filter: true },
    customPrefix: 'custom.pain.',
    columns: [
      column('id', 'key', { hidden: true }),
      column('item', 'content'),
      column('symptom', 'content'),
      column('pick', 'input', { list: 'pick', prompt: 'Pick one' }),
      column('comment', 'input'),
      column('called', 'calc', { formula: plus('pick', '!') }),
    ],
    rows: [
      rowOf('p1', { item: 'Slow', symptom: 'Days' }),
      rowOf('p2', { item: 'Dear', symptom: 'Money' }),
      rowOf('p3', { item: 'Loud', symptom: 'Noise' }),
    ],
    highlights: [
      {
        id: 'picked',
        look: 'picked',
        when: {
          node: {
            type: 'binary',
            operator: '=',
            left: { type: 'field', column: 'pick' },
            right: { type: 'literal', value: 'Yes' },
          },
        },
      },
    ],
  };
  const progress: TableBlock = {
    ...{ kind: 'table', id: 'progress', name: 'Progress', spare: 0, filter: false },
    columns: [
      column('id', 'key'),
      column('step', 'fixed'),
      column('done', 'calc', { kind: 'number', formula: countOf('PainPoints', 'item') }),
    ],
    rows: [rowOf('s1', { step: 'First' }), rowOf('s2', { step: 'Second' })],
  };
  const notes: TableBlock = {
    ...{ kind: 'table', id: 'notes', name: 'Notes', spare: 0, filter: false },
    columns: [column('what', 'fixed'), column('why', 'fixed')],
    rows: [rowOf('1', { what: 'A', why: 'a' }), rowOf('2', { what: 'B', why: 'b' })],
  };
  const chart: Parts['chart'] = {
    ...{ kind: 'chart', id: 'other.chart', type: 'Line', title: 'How far', table: 'progress' },
    ...{ category: 'step', series: ['done'], rows: 5, width: 200 },
  };
  const picks: TableBlock = {
    ...{ kind: 'table', id: 'list.pick', name: 'ListPick', list: 'pick', spare: 0, filter: false },
    columns: [column('entry', 'content')],
    rows: [rowOf('yes', { entry: 'Yes' }), rowOf('no', { entry: 'No' })],
  };
  const sheet = (id: string, blocks: SheetSpec['blocks'], more: Partial<SheetSpec> = {}) => ({
    ...{ id, name: id.charAt(0).toUpperCase() + id.slice(1), tab: 'step', visibility: 'Visible' },
    ...{ flow: 'down', page: { orientation: 'Portrait' }, blocks, ...more },
  });
  const main = sheet('main', [head, facts, pains]) as SheetSpec;
  const other = sheet('other', [progress, chart, notes]) as SheetSpec;
  const lists = sheet('lists', [picks], { flow: 'right' }) as SheetSpec;
  const spec: WorkbookSpec = {
    lang: 'en',
    title: 'Small',
    lists: [
      {
        ...{ id: 'pick', name: 'List.Pick', title: 'Pick' },
        entries: picks.rows.map(({ id, cells }) => ({ id, label: String(cells.entry) })),
      },
    ],
    sheets: [main, other, lists],
  };
  change({ spec, main, other, head, facts, pains, progress, notes, chart, picks });
  return { ...spec, sheets: [...spec.sheets, provenance(spec)] };
}

/** Which rows were laid out, and what they said. */
function provenance(spec: WorkbookSpec): SheetSpec {
  const keyed = tablesOf(spec.sheets).filter(
    ({ columns, list }) => columns[0]?.role === 'key' || list !== undefined,
  );
  const table = (id: string, name: string, columns: string[], rows: string[][]): TableBlock => ({
    ...{ kind: 'table', id, name, spare: 0, filter: false },
    columns: columns.map((one) => column(one, 'content')),
    rows: rows.map((cells) =>
      rowOf(cells.join(' '), Object.fromEntries(columns.map((one, i) => [one, cells[i] ?? '']))),
    ),
  });
  const laid = keyed.flatMap((block) =>
    block.rows.map(({ id, defaults = {} }) => [
      block.id,
      id,
      textColumns(block)
        .map((one) => fingerprint(defaults[one.id]))
        .join(' '),
    ]),
  );
  return {
    ...{ id: 'provenance', name: 'Provenance', tab: 'hidden', visibility: 'VeryHidden' },
    ...{ flow: 'right', page: { orientation: 'Landscape' } },
    blocks: [
      table(
        'provenance.facts',
        'Provenance',
        ['key', 'value'],
        [
          ['layout', '4'],
          ['catalog.small', '1.0.0 abc'],
        ],
      ),
      table('provenance.rows', 'ProvenanceRows', ['table', 'row', 'texts'], laid),
    ],
  };
}

type Input = string | number | boolean | null;

/** A small workbook that was laid out. */
export class Small {
  private constructor(readonly host: Host) {}

  static async of(spec = described()): Promise<Small> {
    const host = createHost();
    const { findings } = await host.run((context) => layOutSpec(context, spec));
    if (findings.length > 0) throw new Error(JSON.stringify(findings));
    return new Small(host);
  }

  sheet(name: string) {
    const found = this.host.book.sheets.find((one) => one.name === name);
    if (!found) throw new Error(`No sheet ${name}`);
    return found;
  }

  /** The body of a table as its cells show it, formulas as they are written. */
  rows(name: string): Input[][] {
    const [sheet] = this.host.book.sheets.filter(({ tables }) =>
      tables.some((table) => table.name === name),
    );
    const area = sheet?.tables.find((table) => table.name === name)?.area;
    if (!sheet || !area) throw new Error(`No table ${name}`);
    return Array.from({ length: area.rows }, (_, r) =>
      Array.from({ length: area.columns }, (_, c) => {
        const cell = sheet.cells[area.row + r]?.[area.column + c];
        return cell?.formula ?? scalar(cell?.value);
      }),
    );
  }

  /** A cell that says so, or that stands so far from it. */
  at(sheet: string, text: Input, down = 0, right = 0): { sheet: string; address: string } {
    const { cells } = this.sheet(sheet);
    for (const [r, row] of cells.entries())
      for (const [c, cell] of (row ?? []).entries())
        if (scalar(cell?.value) === text)
          return { sheet, address: `${letters(c + right)}${r + 1 + down}` };
    throw new Error(`${sheet} does not say ${String(text)}`);
  }

  shows({ sheet, address }: { sheet: string; address: string }): Input {
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address)!;
    const cell = this.sheet(sheet).cells[Number(row) - 1]?.[column.charCodeAt(0) - 65];
    return cell?.formula ?? scalar(cell?.value);
  }

  type(at: { sheet: string; address: string }, input: Input): this {
    this.host.edit(at.sheet, at.address, input);
    return this;
  }

  /** What Excel lets in where it is pasted. */
  paste = ({ sheet, address }: { sheet: string; address: string }, input: Input): Promise<void> =>
    this.act(({ workbook }) => {
      workbook.worksheets.getItem(sheet).getRange(address).values = [[input]];
    });

  act = (work: (context: Excel.RequestContext) => void): Promise<void> =>
    this.host.run(async (context) => {
      work(context);
      await context.sync();
    });

  /** All that is known of it: what stands there, and what that means. */
  seen = (
    spec = described(),
  ): Promise<{ inspection: Inspection; read: Read; spec: WorkbookSpec }> =>
    this.host.run(async (context) => {
      const inspection = await inspected(context, spec);
      return { inspection, read: readBack(inspection, spec), spec };
    });

  read = (blank = described()): Promise<Read> =>
    this.host.run(async (context) => readBack(await inspected(context, blank), blank));

  /** Laid out anew, from what it was described as before. */
  again = (
    spec: WorkbookSpec,
    previous = described(),
    options: { repair?: boolean; retired?: Departing } = {},
  ): Promise<LaidOut> =>
    this.host.run(async (context) => {
      const inspection = await inspected(context, previous);
      return layOutAgain(
        context,
        inspection,
        readBack(inspection, previous),
        spec,
        previous,
        options,
      );
    });

  restore = (spec = described()): Promise<LaidOut | undefined> =>
    this.host.run(async (context) => {
      const inspection = await inspected(context, spec);
      return restore(context, inspection, readBack(inspection, spec), spec);
    });
}

const inspected = async (context: Excel.RequestContext, spec: WorkbookSpec): Promise<Inspection> =>
  inspect(context, await outline(context), new Set(tablesOf(spec.sheets).map(({ name }) => name)));

/** What was found, as a word for each. */
export const told = ({ findings }: Pick<LaidOut, 'findings'>): string[] =>
  findings.map(({ kind, severity, repairable, row, column, found, expected, table, sheet, name }) =>
    [
      `${kind} ${severity}${repairable ? ' mended' : ''}:`,
      ...[sheet, table, column, row, name].filter((word) => word !== undefined),
      ...(found === undefined && expected === undefined ? [] : [`${found} ← ${expected}`]),
    ].join(' '),
  );
