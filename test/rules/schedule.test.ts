import { emptyEngagement } from '../../src/engagement/project';
import { isoOf } from '../../src/rules';
import { describe as described } from '../../src/office';
import { evaluateWorkbook } from '../support/evaluateSheet';
import { smallCatalog } from '../support/smallCatalog';

const catalog = smallCatalog();

/** First and last day of each step, and whether it starts too early. */
async function schedule(microSteps: object) {
  const engagement = {
    ...emptyEngagement([{ id: catalog.id }], 'en'),
    settings: { startDate: '2026-03-02' },
    microSteps,
  };
  const spec = await described(engagement as never, 'en', { catalogs: [catalog] });
  const values = new Map(
    evaluateWorkbook(spec, new Set(['engagement', 'micro', 'lists'])).map(({ place, value }) => [
      place,
      value,
    ]),
  );
  const of = (column: string) =>
    Array.from({ length: 11 }, (_, i) => values.get(`MicroSteps[${column}] ${i + 1}`));
  return { from: of('dayFrom'), to: of('dayTo'), early: of('early'), end: of('end') };
}

test('forty hours of work are spread over two weeks, each step after the one before', async () => {
  const { from, to, early, end } = await schedule({});
  expect(from).toEqual([1, 2, 2, 4, 4, 6, 8, 8, 9, 10, 10]);
  expect(to).toEqual([1, 2, 3, 4, 5, 7, 8, 8, 9, 10, 10]);
  expect(early.every((one) => one === 0)).toBe(true);
  // Working days from Monday, 2 March.
  expect(isoOf(Number(end[10]))).toBe('2026-03-13');
});

test('more days of the client move all that follows', async () => {
  const { from } = await schedule({ 'micro.3': { days: 5 } });
  expect(from.slice(2, 6)).toEqual([2, 7, 7, 9]);
});

test('a day that someone sets holds, and is told where it comes too early', async () => {
  const { from, early } = await schedule({ 'micro.6': { from: 4 } });
  expect([from[5], early[5]]).toEqual([4, 1]);
});
