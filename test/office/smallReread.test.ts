import { affectedBy, type Touched } from '../../src/office/affected';
import type { Inspection } from '../../src/office/inspect';
import { reread } from '../../src/office/reread';
import { described, Small, type Parts } from './small';

/** Which cells are read again after which were touched, and what is then known. */

const withName = ({ facts }: Parts) => {
  facts.fields[4]!.formula = { node: { type: 'name', name: 'Engagement.Client' } };
};

async function studied(change?: (parts: Parts) => void) {
  const spec = described(change);
  const small = await Small.of(spec);
  return { small, study: { ...(await small.seen(spec)), unread: new Set<string>() } };
}
type Studied = Awaited<ReturnType<typeof studied>>;

const affected = ({ study }: Pick<Studied, 'study'>, ...touched: [sheet: string, address: string][]) => {
  const all = touched.map(([sheet, address]): Touched => ({ sheet, address }));
  return affectedBy(study as never, all);
}; // prettier-ignore

/** Columns by table, and names with a ! where their formulas may be others. */
function told(of: ReturnType<typeof affected>): string[] | undefined {
  if (!of) return undefined;
  return [
    ...of.tables.map(({ snapshot, positions, key, changed }) =>
      [snapshot.name, positions.join(), key ?? 'whole', changed.length].join(' '),
    ),
    ...[...of.names].map(([name, isTouched]) => `${name}${isTouched ? '!' : ''}`),
  ];
}

test('a cell that is touched, and all that reads it', async () => {
  const of = await studied();
  const { small } = of;
  const at = (row: string, header: number) => small.at('Main', row, 0, header).address;
  const called = 'PainPoints';
  expect(told(affected(of, ['Main', at('p1', 3)]))).toEqual([
    `${called} 3,5 0 1`,
    'Engagement.Count',
  ]);
  expect(told(affected(of, ['Main', at('p1', 4)]))).toEqual([`${called} 4 0 1`]);
  expect(told(affected(of, ['Main', at('p1', 1)]))).toEqual([
    ...[`${called} 1 0 1`, 'Progress 2 0 0', 'appfi.main.head'],
  ]);
  // Two areas of one address, one of them beside everything.
  expect(told(affected(of, ['Main', `${at('p1', 4)},Z99`]))).toEqual([`${called} 4 0 1`]);
  expect(told(affected(of, ['Main', 'Z99']))).toEqual([]);
  // A header, or what makes the table grow.
  expect(told(affected(of, ['Main', small.at('Main', 'Comment').address]))).toEqual([
    `${called} 4 0 1`,
  ]);
  expect(told(affected(of, ['Main', small.at('Main', 'p3', 3, 4).address]))).toEqual([
    `${called} 4 0 1`,
  ]);
  expect(told(affected(of, ['Main', small.at('Main', 'p3', 4, 4).address]))).toEqual([]);
  expect(told(affected(of, ['Main', '10:10']))?.[0]).toMatch(/^PainPoints 0,1,2,3,4,5 0 1$/);
});

test('fields, and sheets by their ids', async () => {
  const of = await studied(withName);
  const { address } = of.small.at('Main', 'Client', 0, 1);
  const id = of.small.host.book.sheets.find(({ name }) => name === 'Main')!.id;
  const expected = ['appfi.main.facts!', 'Engagement.Client!', 'Engagement.Rate'].sort();
  expect(told(affected(of, ['Main', address]))?.sort()).toEqual(expected);
  expect(told(affected(of, [id, address]))?.sort()).toEqual(expected);
});

test('a list, what a layout has noted, and what is nowhere need all', async () => {
  const of = await studied();
  expect(told(affected(of, ['Lists', 'A2']))).toBeUndefined();
  expect(told(affected(of, ['Provenance', 'A2']))).toBeUndefined();
  expect(told(affected(of, ['Gone', 'A2']))).toBeUndefined();
  expect(told(affected(of, ['Main', 'Total']))).toBeUndefined();
  const facts = new Map([...of.study.inspection.facts, ['layout', '3']]);
  const earlier = { ...of.study, inspection: { ...of.study.inspection, facts } };
  expect(told(affected({ study: earlier }, ['Main', 'Z99']))).toBeUndefined();
});

test('formulas that are nobody’s rule may read anything', async () => {
  const { small } = await studied();
  small.type(small.at('Main', 'p1', 0, 4), '=1+1').type(small.at('Main', 'Client', 0, 1), '="a"');
  small.type(small.at('Main', 'Count', 0, 1), '=2').type(small.at('Main', 'p2', 0, 5), '=3');
  const study = { ...(await small.seen()), unread: new Set<string>() };
  expect(told(affected({ study }, ['Main', 'Z99']))).toEqual([
    'PainPoints 4,5 0 0',
    ...['Engagement.Client', 'Engagement.Count'],
  ]);
});

/** What is known after something was done and these cells were told; whether that is all there is to know. */
async function again(
  of: Studied,
  act: (small: Small) => void | Promise<void>,
  ...touched: [sheet: string, address: string][]
): Promise<Inspection | undefined> {
  const found = affected(of, ...touched);
  if (!found) throw new Error('All is read');
  await act(of.small);
  return of.small.host.run((context) => reread(context, of.study, found));
}

/** But for the block around fields, which is known by its labels. */
const known = ({ snapshots, named }: Inspection) =>
  JSON.stringify([...snapshots, ...[...named].filter(([name]) => name !== 'appfi.main.facts')]);

test('what was typed is known, and what formulas have made of it, as if all were read', async () => {
  for (const [row, header, input] of [
    ['p1', 3, 'Yes'],
    ['p2', 1, 'Renamed'],
    ['p3', 2, '="a"&1'],
    ['p1', 0, 'p9'],
  ] as const) {
    const of = await studied();
    const at = of.small.at('Main', row, 0, header);
    const now = await again(of, (small) => void small.type(at, input), [at.sheet, at.address]);
    expect(now && known(now)).toBe(known((await of.small.seen()).inspection));
  }
  const of = await studied(withName);
  const at = of.small.at('Main', 'Client', 0, 1);
  const now = await again(of, (small) => void small.type(at, 'Acme'), [at.sheet, at.address]);
  expect(now && known(now)).toBe(known((await of.small.seen(of.study.spec)).inspection));
});

test('ids may be others only where they were touched', async () => {
  const other = async (touched: [row: string, header: number][], renamed: string[]) => {
    const of = await studied();
    const { small } = of;
    const places = touched.map(([row, header]) => small.at('Main', row, 0, header).address);
    const act = (): void => renamed.forEach((row) => small.type(small.at('Main', row), `${row}9`));
    return (await again(of, act, ['Main', places.join()])) !== undefined;
  };
  expect(await other([['p3', 3]], ['p3'])).toBe(true);
  expect(await other([['p1', 3], ['p3', 3]], ['p1', 'p3'])).toBe(true); // prettier-ignore
  expect(await other([['p2', 3]], ['p1'])).toBe(false);
  expect(await other([['p2', 3]], ['p3'])).toBe(false);
  expect(await other([['p1', 3], ['p3', 3]], ['p2'])).toBe(false); // prettier-ignore
});

test('where anything else is different, all has to be read', async () => {
  const other = async (act: (small: Small) => void | Promise<void>) => {
    const of = await studied();
    const { address } = of.small.at('Main', 'p1', 0, 3);
    return (await again(of, act, ['Main', address])) !== undefined;
  };
  expect(await other(() => undefined)).toBe(true);
  const excel = (work: (workbook: Excel.Workbook) => void) =>
    other((small) => small.act(({ workbook }) => work(workbook)));
  const pains = ({ tables }: Excel.Workbook) => tables.getItem('PainPoints');
  expect(await excel(({ worksheets }) => void worksheets.add('More'))).toBe(false);
  expect(await excel((workbook) => void pains(workbook).rows.add())).toBe(false);
  expect(await excel((workbook) => (pains(workbook).name = 'Other'))).toBe(false);
  expect(await excel((workbook) => void pains(workbook).rows.getItemAt(0).delete())).toBe(false);
  expect(await excel(({ names }) => names.getItem('Engagement.Count').delete())).toBe(false);
  expect(await excel(({ application }) => void (application.calculationMode = 'Manual' as never))).toBe(false); // prettier-ignore
  // Rows that were sorted meanwhile no longer stand beside their ids.
  expect(await excel((workbook) => pains(workbook).sort.apply([{ key: 1, ascending: true }]))).toBe(
    false,
  );
  const up = ({ worksheets }: Excel.Workbook) =>
    void worksheets.getItem('Main').getRange('1:1').insert('Down');
  expect(await excel(up)).toBe(false);
});

test('a table that is read as a whole has to stand where it stood, under its headers', async () => {
  const other = async (act: (workbook: Excel.Workbook) => void) => {
    const of = await studied();
    // Beside the body: a row may be about to come.
    const { address } = of.small.at('Main', 'p3', 3, 4);
    const now = await again(of, (small) => small.act(({ workbook }) => act(workbook)), [
      'Main',
      address,
    ]);
    return now !== undefined;
  };
  expect(await other(() => undefined)).toBe(true);
  const main = ({ worksheets }: Excel.Workbook) => worksheets.getItem('Main');
  expect(await other((workbook) => void main(workbook).getRange('1:1').insert('Down'))).toBe(false);
  expect(await other((workbook) => void main(workbook).getRange('A:A').insert('Right'))).toBe(
    false,
  );
  expect(
    await other((workbook) => {
      workbook.tables.getItem('PainPoints').columns.getItem('Comment').name = 'Words';
    }),
  ).toBe(false);
});

test('columns between those that are asked for come along where they say little', async () => {
  const bytes = async (length: number) => {
    const spec = described(({ pains }) => {
      pains.rows.forEach(({ cells }) => (cells.symptom = 'x'.repeat(length)));
    });
    const small = await Small.of(spec);
    const study = { ...(await small.seen(spec)), unread: new Set<string>() };
    const at = small.at('Main', 'p1', 0, 3);
    small.host.resetCounters();
    const now = await again({ small, study } as never, () => undefined, [at.sheet, at.address]);
    expect(now).toBeDefined();
    return small.host.counters.responseBytes;
  };
  const [none, little, much, more] = [await bytes(1), await bytes(51), await bytes(400), await bytes(2_000)]; // prettier-ignore
  expect(little).toBe(none! + 3 * 50);
  expect(more).toBe(much);
});
