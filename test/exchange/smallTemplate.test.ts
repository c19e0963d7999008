import {
  askable,
  questionsIn,
  templateOf,
  type TemplateOptions,
} from '../../src/exchange/template';
import { emptyEngagement } from '../../src/engagement/project';
import type { WorkbookSpec } from '../../src/workbook';

/** A workbook of a few rows, and what of it is asked. */
const column = (id: string, role: string, more: object = {}) => ({
  ...{ id, role, header: `The ${id}`, kind: 'text', width: 10, ...more },
});
const pain = (more: object = {}) => ({
  ...{ kind: 'table', id: 'pain', name: 'PainPoints', filter: true, spare: 3, store: 'pain' },
  customPrefix: 'custom.pain.',
  columns: [
    column('id', 'key', { hidden: true }),
    column('dimension', 'content', { list: 'dimension.pain' }),
    column('item', 'content'),
    column('tip', 'fixed', { hidden: true }),
    column('pick', 'input', { list: 'pick' }),
    column('phase', 'input'),
    column('symptom', 'content'),
    column('sum', 'calc'),
  ],
  rows: [
    {
      id: 'p1',
      cells: { dimension: 'd1', item: 'Slow', pick: 'yes', phase: '1', symptom: 'Days' },
    },
    { id: 'p2', cells: { dimension: 'd2', item: 'Dear', use: 'no' } },
    { id: 'p3', cells: { dimension: 'd2', item: 'Loud', pick: null } },
    { id: '', cells: {} },
  ],
  highlights: [
    { id: 'picked', look: 'picked', when: {} },
    { id: 'rejected', look: 'weak', when: {} },
    { id: 'late', look: 'weak', when: {} },
  ],
  ...more,
});
const costs = {
  ...{ kind: 'table', id: 'costs', name: 'Costs', filter: false, spare: 0 },
  columns: [
    column('id', 'key'),
    column('item', 'content'),
    ...[0, 1, 2, 3, 4, 5].map((n) => column(`y${n}`, 'input', { kind: 'money' })),
  ],
  rows: [{ id: 'c1', cells: { item: 'Licences', y0: 5, y5: 7 }, kinds: { y0: 'amount' } }],
};
const heading = (text: string) => ({ kind: 'text', id: 'h', rows: [[{ text }]] });
const spec = (...blocks: object[]) =>
  ({
    ...{ lang: 'en', title: 'Workbook' },
    sheets: [
      { id: 'one', name: 'Sheet one', blocks: blocks.length > 0 ? blocks : [pain()] },
      {
        ...{ id: 'lists', name: 'Words' },
        blocks: ['pick', 'dimension.pain', 'phase'].map((id) => ({
          kind: 'table',
          id: `list.${id}`,
          columns: [],
          rows: [],
        })),
      },
    ],
    lists: [
      {
        id: 'dimension.pain',
        title: 'Areas',
        entries: [
          { id: 'd1', label: 'Sales' },
          { id: 'd2', label: 'Service' },
        ],
      },
      { id: 'pick', title: 'Pick', open: true, entries: [{ id: 'yes', label: 'Yes' }] },
      { id: 'phase', title: 'Phase', entries: [] },
      { id: 'dimension.plan', title: 'Others', entries: [{ id: 'd3', label: 'Else' }] },
    ],
  }) as unknown as WorkbookSpec;

const engagement = (settings: object = { client: 'Acme' }) => ({
  ...emptyEngagement([{ id: 'small' }], 'en'),
  settings,
});
const made = (options: Partial<TemplateOptions> = {}, of = spec(), said = engagement()) =>
  templateOf(of, said, {
    ...{ audience: 'department', respondent: 'Li', due: '2026-03-30', sent: '2026-03-01' },
    ...{ steps: ['pain'] },
    ...options,
  });
const tableOf = (...given: Parameters<typeof made>) =>
  made(...given).spec.sheets.flatMap(({ blocks }) => blocks.filter(({ kind, id }) => kind === 'table' && (id === 'pain' || id === 'costs')))[0] as unknown as ReturnType<typeof pain>; // prettier-ignore
const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join(' ');

test('what is asked, and what is shown beside it', () => {
  const { columns, rows, highlights, ...rest } = tableOf();
  expect(rest).toEqual({
    ...{ kind: 'table', id: 'pain', name: 'PainPoints', filter: true, spare: 12 },
    customPrefix: 'custom.pain.',
  });
  expect(columns.map(({ id, role, header }) => [id, role, header].join(' | '))).toEqual([
    'id | key | The id',
    'dimension | content | The dimension',
    'item | content | The item',
    'pick | input | The pick *',
    'symptom | input | The symptom',
  ]);
  expect(rows).toEqual([
    { id: 'p1', cells: { dimension: 'd1', item: 'Slow', symptom: 'Days' } },
    { id: 'p3', cells: { dimension: 'd2', item: 'Loud' } },
  ]);
  expect(highlights.map(({ id }) => id)).toEqual(['missing-pick', 'picked', 'rejected']);
});

test('what is answered is shown to those who answer for the whole, or where that is asked for', () => {
  const first = (options: Partial<TemplateOptions>) => tableOf(options).rows[0]?.cells;
  const shown = { dimension: 'd1', item: 'Slow', pick: 'yes', phase: '1', symptom: 'Days' };
  expect(first({ audience: 'lead' })).toEqual(shown);
  expect(first({ prefilled: true })).toMatchObject({ pick: 'yes' });
  expect(first({ audience: 'lead', prefilled: false })).toEqual({
    ...{ dimension: 'd1', item: 'Slow', symptom: 'Days' },
  });
  const lead = tableOf({ audience: 'lead' });
  expect(lead.columns.map(({ id, role }) => `${id} ${role}`).slice(3)).toEqual([
    ...['pick input', 'phase input', 'symptom content'],
  ]);
});

test('narrowed to dimensions by id or word; where the table has none all is asked', () => {
  expect(idsOf(tableOf({ dimensions: ['d2'] }).rows)).toBe('p3');
  expect(idsOf(tableOf({ dimensions: ['Sales'] }).rows)).toBe('p1');
  const refused = (dimensions: string[], of?: ReturnType<typeof spec>) => {
    try {
      made({ dimensions }, of);
    } catch (error) {
      const { code, problem } = error as { code: string; problem: string };
      return [code, problem, (error as { paramsIn(lang: 'en'): object }).paramsIn('en')];
    }
    return undefined;
  };
  expect(refused(['d1', 'd3'])).toEqual([
    ...['ask-dimension', 'dimension', { name: 'd3', values: 'd1, d2' }],
  ]);
  const bare = spec(pain({ columns: pain().columns.filter(({ id }) => id !== 'dimension') }));
  expect(refused(['d1'], bare)).toEqual([
    ...['ask-dimensionless', 'dimensionless', { name: 'd1', values: '' }],
  ]);
});

test('years beyond the horizon are asked about only where something stands there', () => {
  const of = (cells: object) =>
    tableOf({ audience: 'finance', steps: ['costs'] }, spec({ ...costs, rows: [{ id: 'c1', cells }] }), engagement({ horizon: 2 }))
      .columns.map(({ id }) => id)
      .filter((id) => id.startsWith('y')); // prettier-ignore
  expect(of({ y5: 7 })).toEqual(['y0', 'y1', 'y2', 'y5']);
  expect(of({ y5: '' })).toEqual(['y0', 'y1', 'y2']);
  const { rows } = tableOf({ audience: 'finance', steps: ['costs'] }, spec(costs));
  expect(rows).toEqual([
    { id: 'c1', kinds: { y0: 'amount' }, cells: { item: 'Licences', y0: 5, y5: 7 } },
  ]);
});

test('what is sent says all that the file is read by', () => {
  const { sent } = made();
  expect(sent).toMatchObject({
    ...{ format: 'appfi-template/2', audience: 'department', respondent: 'Li', lang: 'en' },
    ...{ due: '2026-03-30', sent: '2026-03-01', units: {} },
    tables: [
      {
        ...{ id: 'pain', name: 'PainPoints', sheet: 'Sheet one', own: true },
        rows: { p1: { dimension: 'd1' }, p3: { item: 'Loud' } },
      },
    ],
    lists: [
      { id: 'dimension.pain', open: false, entries: [['d1', 'Sales'], ['d2', 'Service']] },
      { id: 'pick', open: true, entries: [['yes', 'Yes']] },
    ],
  }); // prettier-ignore
  expect(sent.tables[0]?.columns.map(({ id, fill, list }) => [id, fill, list].join(' '))).toEqual([
    ...['id false ', 'dimension false dimension.pain', 'item false ', 'pick true pick'],
    'symptom true ',
  ]);
  expect(sent).not.toHaveProperty('currency');
  expect(made({}, spec(), engagement({ currency: ' EUR ' })).sent.currency).toBe('EUR');
  // Two rows of two columns to fill.
  expect(questionsIn(sent)).toBe(4);
  for (const word of ['Please fill in: Acme', 'Areas', 'Pick', 'Answered by', 'Li', 'Sheet one'])
    expect(sent.texts).toContain(word);
  expect(sent.texts).not.toContain('Slow');
});

test('units of metrics are sent along, as they are known', () => {
  const metrics = {
    ...{ kind: 'table', id: 'metrics', name: 'Metrics', columns: [] },
    rows: [
      { id: 'm1', cells: { unit: 'money' } },
      { id: 'm2', cells: { unit: null } },
    ],
  };
  expect(made({}, spec(pain(), metrics)).sent.units).toEqual({ m1: 'money' });
});

test('a table alone on its sheet has its name; of several each has that of its heading', () => {
  const nameOf = (...blocks: object[]) => made({}, spec(...blocks)).sent.tables[0]?.sheet;
  expect(nameOf(pain())).toBe('Sheet one');
  expect(nameOf(costs, pain())).toBe('PainPoints');
  expect(nameOf(costs, heading('Pains: what hurts'), pain())).toBe('Pains');
  expect(nameOf(costs, heading('痛点：说明'), pain())).toBe('痛点');
  expect(nameOf(costs, heading('A/B [c]*?'), pain())).toBe('A B c');
  expect(nameOf(costs, heading('–'), pain())).toBe('PainPoints');
  expect(nameOf(costs, heading('x'.repeat(40)), pain())).toBe('x'.repeat(31));
});

test('of whom it is', () => {
  const title = (settings: object) => made({}, spec(), engagement(settings)).spec.title;
  expect(title({ client: 'Acme', project: 'Service' })).toBe('Please fill in: Acme');
  expect(title({ project: 'Service' })).toBe('Please fill in: Service');
  expect(title({})).toBe('Please fill in: Workbook');
});

test('sheets: how to fill, what is asked, and hidden the words and what was sent', () => {
  const { sheets, lists } = made().spec;
  expect(sheets.map(({ id, name, visibility }) => [id, name, visibility].join(' | '))).toEqual([
    'fill | Please fill | Visible',
    'ask.pain | Sheet one | Visible',
    'lists | Words | VeryHidden',
    'sent | appfi-sent | VeryHidden',
  ]);
  expect(lists.map(({ id }) => id)).toEqual(['dimension.pain', 'pick']);
  expect(sheets[1]).toMatchObject({ freeze: { table: 'pain', column: 'item' }, tab: 'step' });
  expect(sheets[2]?.blocks.map(({ id }) => id)).toEqual(['list.pick', 'list.dimension.pain']);
  const bare = made({}, spec(pain({ columns: pain().columns.filter(({ id }) => id !== 'item') })));
  expect(bare.spec.sheets[1]?.freeze).toEqual({ table: 'pain', column: 'dimension' });
});

test('what cannot be asked is refused; what can is told', () => {
  expect(() => made({ steps: ['costs'] })).toThrow(
    expect.objectContaining({ code: 'ask-step', problem: 'step' }) as Error,
  );
  const empty = spec(pain({ rows: [] }));
  const functions = spec(pain({ rows: [], id: 'function' }));
  expect(() => made({ audience: 'it', steps: ['function'] }, functions)).toThrow(
    expect.objectContaining({ code: 'ask-nothing' }) as Error,
  );
  expect(made({}, empty).sent.tables).toHaveLength(1);
  expect(askable(spec(), 'department')).toEqual({
    prefilled: false,
    steps: [
      { id: 'ask', name: 'ask' },
      { id: 'pain', name: 'Sheet one' },
      { id: 'maturity', name: 'maturity' },
    ],
    dimensions: [{ id: 'd1', name: 'Sales' }, { id: 'd2', name: 'Service' }],
  }); // prettier-ignore
});

test('those who prepare what was picked are asked about that, where anything was', () => {
  const functions = (picks: (string | null)[]) =>
    spec({
      ...pain({ id: 'function', name: 'Functions' }),
      rows: picks.map((pick, i) => ({ id: `f${i + 1}`, cells: { item: 'x', pick } })),
    });
  const rows = (picks: (string | null)[]) =>
    Object.keys(
      made({ audience: 'it', steps: ['function'] }, functions(picks)).sent.tables[0]!.rows,
    );
  expect(rows(['yes', 'no', 'yes'])).toEqual(['f1', 'f3']);
  expect(rows(['no', 'maybe'])).toEqual(['f1', 'f2']);
});
