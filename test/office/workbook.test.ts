import { readWorkbook, study } from '../../src/office';
import { Desk, engagementOf, laidOut } from '../support/desk';
import { smallCatalog } from '../support/smallCatalog';

/** The workbook as somebody else finds it, with another word in its hidden sheet. */
async function found(facts: Record<string, string | number> = {}): Promise<Desk> {
  const desk = await laidOut(engagementOf());
  const { cells } = desk.host.book.sheets.find(({ name }) => name === 'Provenance')!;
  for (const row of cells) {
    const value = facts[String(row?.[0]?.value)];
    if (value !== undefined) row![1]!.value = value;
  }
  return desk;
}

const refusal = (desk: Desk): Promise<unknown> =>
  desk.read().then(
    () => undefined,
    (error: { code: string }) => error.code,
  );

test('what is not ours, or later than ours, is not read', async () => {
  expect(await refusal(new Desk())).toBe('not-ours');
  expect(await refusal(await found({ layout: 'x' }))).toBe('not-ours');
  expect(await refusal(await found({ layout: 99 }))).toBe('newer-layout');
  expect(await refusal(await found())).toBeUndefined();
});

test('it stands on the catalogs that it carries; of others those that are given', async () => {
  const desk = await found();
  const newer = smallCatalog((json) => (json.version = '1.1.0') as never);
  const stranger = smallCatalog((json) => (json.id = 'stranger') as never);
  const of = await desk.host.run((context) => study(context, { catalogs: [newer, stranger] }));
  const told = (catalogs: readonly { id: string; version: string }[]) =>
    catalogs.map(({ id, version }) => `${id} ${version}`);
  expect(told(of.catalogs)).toEqual(['small 1.0.0', 'stranger 1.0.0']);
  expect(told(of.carried)).toEqual(['small 1.0.0']);
  expect(told(of.offered)).toEqual(['small 1.1.0']);
  expect(of.read.engagement.catalogs).toMatchObject([{ id: 'small', version: '1.0.0' }]);
});

test('a language that nobody knows is the first one', async () => {
  const desk = await found({ lang: 'xx' });
  const read = await desk.host.run((context) => readWorkbook(context));
  expect(read.findings.some(({ kind }) => kind === 'sheet-renamed')).toBe(true);
});
