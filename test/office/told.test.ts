import { EarlierLayoutError, GoneError } from '../../src/office/errors';
import type { Finding } from '../../src/office';
import { isEarlier, lackedBy, told } from '../../src/office/told';
import { layoutVersion } from '../../src/workbook';

const blank = {
  sheets: [
    {
      blocks: [
        {
          ...{ kind: 'table', id: 'provenance.facts', name: 'Provenance', columns: [] },
          rows: [
            { id: 'layout', cells: { key: 'layout', value: layoutVersion } },
            { id: 'addIn', cells: { key: 'addIn', value: '0.9.0' } },
            { id: 'catalog.one', cells: { value: '1.1.0 bb' } },
            { id: 'catalog.two', cells: { value: '2.0.0 cc' } },
            { id: 'catalog.new', cells: { value: '3.0.0 dd' } },
          ],
        },
        {
          ...{ kind: 'table', id: 'costs', name: 'Costs', rows: [{ id: 'catalog.x', cells: {} }] },
          columns: [{ id: 'item' }, { id: 'sum', formula: {} }],
        },
      ],
    },
  ],
};
const facts = (said: Record<string, unknown> = {}) =>
  new Map(
    Object.entries({ layout: layoutVersion, addIn: '0.8.0', ...said }).map(([key, value]) => [
      key,
      String(value),
    ]),
  );

const found = (
  of: ReadonlyMap<string, string>,
  findings: Partial<Finding>[] = [],
  metrics: object | undefined = undefined,
  positions = new Map([['measure', 1]]),
) =>
  told(
    of,
    blank as never,
    {
      findings,
      results: { tables: { metrics } },
      matching: {
        tables: new Map(
          metrics
            ? [
                [
                  'metrics',
                  {
                    positions,
                    block: { name: 'Metrics' },
                    snapshot: { sheet: '6 Metrics', headers: ['Name', 'What is read'] },
                  },
                ],
              ]
            : [],
        ),
      },
    } as never,
  );

test('another edition of a catalog is told, and what else differs is not', () => {
  expect(found(facts({ 'catalog.one': '1.0.0 aa', 'catalog.two': '2.0.0 cc' }))).toEqual([
    {
      ...{ kind: 'catalog-differs', severity: 'warning', repairable: false },
      ...{ row: 'one', found: '1.0.0 aa', expected: '1.1.0 bb' },
    },
  ]);
  expect(found(facts({ 'catalog.x': 'of no table of facts' }))).toEqual([]);
});

const ofLayout: Finding['kind'][] = [
  ...(['sheet-missing', 'table-missing', 'column-missing', 'name-missing'] as const),
  'formula-overwritten',
];

test('what an earlier version laid out otherwise is told once', () => {
  const all = [
    ...ofLayout.map((kind) => ({ kind, table: 'Costs', column: 'item' })),
    { kind: 'header-renamed' as const, table: 'Costs', column: 'sum' },
    { kind: 'header-renamed' as const, table: 'Costs', column: 'item' },
    { kind: 'header-renamed' as const, table: 'Gone', column: 'sum' },
    { kind: 'row-deleted' as const },
  ];
  expect(found(facts(), all)).toEqual(all);
  expect(found(facts({ layout: layoutVersion - 1 }), all)).toEqual([
    { kind: 'layout-earlier', severity: 'error', repairable: true, found: '0.8.0' },
    ...all.slice(-3),
  ]);
  expect(found(new Map([['layout', '1']]))).toMatchObject([{ found: '?' }]);
});

test('metrics in scope without a measure are asked for one', () => {
  const metrics = {
    m1: { inScope: 1, measureNo: '', name: 'Hours' },
    m2: { inScope: 1, measureNo: 2, name: 'Days' },
    m3: { inScope: 0, measureNo: '', name: 'Weeks' },
    m4: { inScope: 1 },
  };
  const asked = {
    ...{ kind: 'measure-missing', severity: 'warning', repairable: false },
    ...{ sheet: '6 Metrics', table: 'Metrics', column: 'measure', header: 'What is read' },
  };
  expect(found(facts(), [], metrics)).toEqual([
    { ...asked, row: 'm1', found: 'Hours' },
    { ...asked, row: 'm4', found: 'm4' },
  ]);
  expect(found(facts(), [], metrics, new Map())).toEqual([]);
});

test('what a workbook of an earlier version lacks is still to come', () => {
  expect([layoutVersion - 1, layoutVersion].map((layout) => isEarlier(facts({ layout })))).toEqual(
    [true, false], // prettier-ignore
  );
  const gone = new GoneError('Costs');
  const other = new Error('other');
  const earlier = facts({ layout: 1 });
  expect(lackedBy(earlier, gone)).toEqual(new EarlierLayoutError('0.8.0'));
  expect(lackedBy(new Map([['layout', '1']]), gone)).toEqual(new EarlierLayoutError('?'));
  expect([lackedBy(earlier, other), lackedBy(facts(), gone)]).toEqual([other, gone]);
  expect(lackedBy(earlier, other)).toBe(other);
});
