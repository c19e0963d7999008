import { Comparison } from '../../../src/office/upgrade/changes';
import { fingerprint, type CellValue } from '../../../src/workbook';

/** What was laid out of a pain point, what stands there, and what the newer catalog says. */
interface Row {
  laid: CellValue;
  stands: unknown;
  now: CellValue;
}

const changes = ({ laid, stands, now }: Row, edits: object = {}, column = 'symptom') => {
  const texts = { role: 'content', width: 12, kind: 'text' };
  const block = {
    ...{ kind: 'table', id: 'pain', name: 'PainPoints', store: 'pain' },
    columns: [
      { id: 'id', header: 'Id', role: 'key' },
      { ...texts, id: 'item', header: 'Item' },
      { ...texts, id: column, header: 'Symptom' },
    ],
    rows: [{ id: 'p1', cells: { item: 'Slow', [column]: now } }],
  };
  const table = (ids: string[], values: unknown[][]) => ({
    positions: new Map(ids.map((id, i) => [id, i])),
    snapshot: { values },
  });
  const marks = [fingerprint('Slow'), fingerprint(laid)].join(' ');
  const tables = new Map([
    ['pain', table(['id', 'item', column], [['p1', 'Slow', stands]])],
    ['provenance.rows', table(['table', 'row', 'texts'], [['pain', 'p1', marks]])],
  ]);
  const read = {
    ...{ matching: { tables }, order: new Map([['pain', ['p1']]]) },
    engagement: { edits: { pain: { p1: edits } }, pain: { p1: { pick: 'yes' } } },
  };
  const blank = { lists: [], sheets: [{ blocks: [block] }] };
  return new Comparison({ read } as never, blank as never)
    .changes()
    .map(({ kind, outcome, pick, columns }) => [kind, outcome, pick, ...columns]);
};

const symptom = (from: string, to: string) => ({ id: 'symptom', header: 'Symptom', from, to });

test('texts of the catalog are renewed, from what stands to what will; a blank says nothing', () => {
  expect(changes({ laid: 'Days', stands: 'Days', now: 'Weeks' })).toEqual([
    ['reworded', 'renewed', 'yes', symptom('Days', 'Weeks')],
  ]);
  expect(changes({ laid: 'Days', stands: 'Days', now: null })).toEqual([
    ['reworded', 'renewed', 'yes', symptom('Days', '')],
  ]);
  expect(changes({ laid: null, stands: null, now: 'Days' })).toEqual([
    ['reworded', 'renewed', 'yes', symptom('', 'Days')],
  ]);
  expect(changes({ laid: 'Days', stands: 'Days', now: 'Days' })).toEqual([]);
});

test.each(['dimension', 'module', 'transformation'])(
  'where it says another %s it has moved',
  (column) => {
    const row = { laid: 'Service', stands: 'Service', now: 'Parts' };
    const [[kind] = []] = changes(row, {}, column);
    expect(kind).toBe('moved');
  },
);

test('what somebody has written over is kept', () => {
  const row = { laid: 'Days', stands: 'Ours', now: 'Weeks' };
  expect(changes(row, { symptom: 'Ours' })).toEqual([
    ['reworded', 'kept', 'yes', symptom('Ours', 'Weeks')],
  ]);
  expect(changes(row, { item: 'Ours' })).toEqual([
    ['reworded', 'renewed', 'yes', symptom('Ours', 'Weeks')],
  ]);
});
