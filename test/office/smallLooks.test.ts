import { join } from 'node:path';
import type { ColumnSpec, FieldSpec, Look, ValueKind } from '../../src/workbook';
import { expectGolden } from '../support/golden';
import { looksOf, wordsIn } from '../support/looks';
import { described, Small } from './small';

/** A small workbook with every kind of cell, look and chart in it. */

const kinds: ValueKind[] = [
  ...(['integer', 'number', 'money', 'amount', 'ratio', 'measure', 'rate', 'quantity'] as const),
  ...(['percent', 'date', 'hours', 'score', 'text'] as const),
];
const looks: Look[] = [
  ...([
    'title',
    'subtitle',
    'heading',
    'header',
    'text',
    'strong',
    'muted',
    'link',
    'input',
  ] as const),
  ...(['calc', 'output', 'content', 'step', 'attention', 'missing', 'picked', 'rejected'] as const),
  ...(['done', 'problem', 'quiet'] as const),
];
const holds = (column: string, value: string) => ({
  node: {
    ...{ type: 'binary' as const, operator: '=' as const },
    left: { type: 'field' as const, column },
    right: { type: 'literal' as const, value },
  },
});

const spec = described(
  ({ spec: workbook, main, other, head, facts, pains, progress, notes, chart }) => {
    const column = (id: string, more: Partial<ColumnSpec>): ColumnSpec => ({
      ...{ id, header: `The ${id}`, role: 'input', kind: 'text', width: 9 },
      ...more,
    });
    const long = 'More than one line holds. '.repeat(4);
    main.widths = [18, 30, 6, 7];
    main.freeze = { table: 'pain', column: 'item' };
    main.page = { orientation: 'Landscape', until: 'called' };
    head.rows.push(
      ...looks.map((look) => [
        { text: look, look },
        { text: long, look: 'text' as const },
      ]),
    );
    facts.fields.push(
      ...kinds.map((kind): FieldSpec => ({
        ...{ id: kind, name: `Fact.${kind}`, label: kind, role: 'input', kind },
        ...(kind === 'integer' && { range: { min: 1, max: 9, whole: true } }),
        ...(kind === 'number' && { range: { min: 0 } }),
        ...(kind === 'money' && { range: { max: 5 } }),
        ...(kind === 'text' && { note: long, list: 'pick' }),
      })),
      {
        ...{ id: 'alarm', name: 'Fact.Alarm', label: 'Alarm', role: 'calc', kind: 'text' },
        ...{ value: 'x', alarm: { node: { type: 'literal', value: true } } as never },
      },
    );
    pains.columns.push(
      ...kinds.map((kind) => column(kind, { kind, role: kind === 'rate' ? 'calc' : 'input' })),
      column('strong', { role: 'content', look: 'strong', align: 'Right' }),
      column('muted', { role: 'content', look: 'muted', prompt: 'Say it' }),
      column('far', { role: 'fixed', look: 'link', align: 'Center', width: 20 }),
      column('bar', {
        kind: 'number',
        role: 'calc',
        formula: { node: { type: 'literal', value: 1 } },
        bar: true,
      }),
      column('away', { kind: 'number', role: 'calc', hidden: true }),
    );
    pains.rows[0]!.cells = {
      ...pains.rows[0]!.cells,
      strong: long,
      far: 'There',
      symptom: 'a\nb\nc',
    };
    pains.rows[0]!.links = { far: 'other', item: 'lists' };
    pains.rows[1]!.kinds = { measure: 'percent', number: 'money' };
    pains.lines = 2;
    pains.cellNames = { prefix: 'Pain', column: 'item' };
    pains.highlights!.push(
      {
        id: 'done',
        columns: ['item', 'symptom', 'comment'],
        when: holds('pick', 'No'),
        look: 'done',
      },
      { id: 'quiet', when: holds('item', 'x'), look: 'quiet' },
    );
    notes.columns[1]!.hidden = true;
    const drawn = (id: string, more: object) => ({ ...chart, id, title: id, ...more });
    progress.columns.push(
      column('more', { kind: 'amount', role: 'calc' }),
      column('share', { kind: 'ratio', role: 'calc' }),
    );
    other.tab = 'value';
    other.blocks.push(
      drawn('bars', { type: 'BarClustered', series: ['more'], first: 1 }),
      drawn('beside', {
        type: 'ColumnStacked',
        series: ['done', 'more', 'share'],
        beside: true,
        raised: true,
      }),
      drawn('two', { type: 'ColumnClustered', series: ['share', 'done'], width: 400 }),
    );
    workbook.lists[0]!.open = true;
    workbook.lists[0]!.entries.push({ id: 'long', label: 'x'.repeat(300) });
  },
);

test('a workbook with something of everything says and looks as it did (UPDATE_GOLDEN=1 renews)', async () => {
  const { host } = await Small.of(spec);
  const lines = [...wordsIn(host.book), ...looksOf(host.book)];
  expectGolden(join(__dirname, 'golden', 'small.txt'), lines);
});
