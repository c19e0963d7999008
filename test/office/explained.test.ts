import { described, Small } from './small';
import { StudyExplainer } from '../../src/office';
import { compute } from '../../src/workbook';

/** A small workbook with cells of somebody's own, below everything. */
async function explained(
  cells: Record<string, string | number | boolean>,
  asked: string,
  sheet = 'Main',
) {
  const small = await Small.of();
  for (const [address, input] of Object.entries(cells))
    small.type({ sheet: 'Main', address }, input);
  const seen = await small.seen();
  const explainer = new StudyExplainer({ ...seen, computed: compute(described()) } as never);
  const [, column = '', row = ''] = /^([A-Z])(\d+)$/.exec(asked)!;
  const place = { sheet, row: Number(row) - 1, column: column.charCodeAt(0) - 65 };
  return small.host.run((context) => explainer.explainOwn(context, place));
}

test('what somebody has typed is as it is', async () => {
  expect(await explained({ H40: 7.5 }, 'H40')).toEqual({
    ...{ title: 'Main!H40', value: 7.5, shown: '7.5', sheet: 'Main', cell: 'H40' },
    ...{ because: [], evidence: [], inputs: [], origin: 'typed' },
  });
  expect(await explained({ H40: 'x' }, 'H40')).toMatchObject({ origin: 'text', shown: 'x' });
});

test('a formula is explained by what it reads', async () => {
  const formula =
    '=G40*Engagement.Rate+SUM(G40:G48)+COUNTA(PainPoints[Item])+COUNTA(PainPoints[Pick])+COUNTA(C50:D50)';
  const cells = {
    G40: 2,
    G41: -7,
    G42: 3,
    G43: 'x',
    G44: 1,
    G45: 4,
    G46: 5,
    C50: 'l',
    D50: 'r',
    H40: formula,
  };
  const { inputs, ...one } = await explained(cells, 'H40');
  expect(one).toEqual({
    ...{ title: 'Main!H40', value: 23, shown: '23', sheet: 'Main', cell: 'H40', origin: 'foreign' },
    ...{ because: [], evidence: [], says: 'worked out from 6 places by a formula of your own' },
  });
  const own = (row: number, value: string | number) => ({
    ...{ title: `Main!G${row}`, value, shown: String(value) },
  });
  const [cell, name, area, column, none, line] = inputs;
  expect(cell).toEqual({ ...own(40, 2), deciding: false });
  expect(name).toEqual({
    ...{ title: 'Rate', value: 5, shown: '5', origin: 'typed', deciding: false },
    ref: { kind: 'name', name: 'Engagement.Rate' },
  });
  expect(area).toEqual({
    ...{ title: 'G40:G48', value: 7, shown: '7 rows', deciding: false, more: 2 },
    rows: [{ ...own(41, -7), shown: '−7' }, own(46, 5), own(45, 4), own(42, 3), own(40, 2)],
  });
  expect(column).toMatchObject({ title: 'PainPoints[Item]', value: 3, more: 0 });
  expect(column?.rows?.map(({ value, ref }) => [value, ref])).toEqual(
    ['Slow', 'Dear', 'Loud'].map((item, row) => [
      item,
      { kind: 'cell', table: 'PainPoints', row, column: 'item' },
    ]),
  );
  expect(none).toMatchObject({ shown: '0 rows', rows: [] });
  expect(line?.rows?.map(({ title }) => title)).toEqual(['Main!C50', 'Main!D50']);
});

test('a name that is gone is none of what it reads; of no cell nothing can be said', async () => {
  expect(await explained({ H40: '=Nowhere+1' }, 'H40')).toMatchObject({
    ...{ value: '#NAME?', inputs: [], says: 'worked out from 0 places by a formula of your own' },
  });
  await expect(explained({}, 'H40')).rejects.toMatchObject({ code: 'explain-empty' });
  await expect(explained({}, 'H40', 'Gone')).rejects.toMatchObject({ code: 'explain-no-sheet' });
});

test('a formula that shows nothing is there', async () => {
  expect(await explained({ H40: '=""' }, 'H40')).toMatchObject({ value: '', origin: 'foreign' });
});
