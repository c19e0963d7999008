import type { Engagement } from '../../src/engagement/schema';
import type { Filled } from '../../src/exchange';
import { isHeld, whose } from '../../src/exchange/whose';

type Said = Record<string, string>;

const rows = { p1: {}, p2: {}, p3: {}, p4: {} };

/** A file of Li's that says so, by row. */
const filled = (said: Said, more: Partial<Filled> = {}): Filled =>
  ({
    ...{ sent: { tables: [{ id: 'pain', rows }] }, template: 't', respondent: 'Li', own: [] },
    ...{ issues: [], settled: [], digest: JSON.stringify(said) },
    answers: Object.entries(said).map(([row, value]) => ({
      ...{ table: 'pain', row, column: 'pick', value },
    })),
    ...more,
  }) as unknown as Filled;

type Came = [said: Said, batch?: number | null, more?: object];

/** What came before, each file as it was said. */
const after = (...files: Came[]): Engagement =>
  ({
    responses: Object.fromEntries(
      files.map(([, batch, more], i) => [
        ...[`r${i}`, { respondent: 'Li', template: 't', batch, ...more }],
      ]),
    ),
    answers: Object.fromEntries(
      files.flatMap(([said], i) =>
        Object.entries(said).map(([row, value]) => [
          ...[
            `r${i}.${row}`,
            { response: `r${i}`, table: 'pain', row, column: 'pick', said: value },
          ],
        ]),
      ),
    ),
  }) as unknown as Engagement;

const asks = (engagement: Engagement, ...files: Filled[]) =>
  whose(
    engagement,
    files.map((one) => ({ filled: one, replies: [] })),
  ).map(isHeld);

test('two files that contradict each other ask who answered', () => {
  expect(asks(after(), filled({ p1: 'yes' }), filled({ p1: 'no' }))).toEqual([true, true]);
  expect(asks(after(), filled({ p1: 'yes' }), filled({ p1: 'yes', p2: 'no' }))).toEqual([
    ...[false, false],
  ]);
  expect(asks(after(), filled({ p1: 'yes', p2: 'no' }), filled({ p1: 'no', p2: 'no' }))).toEqual([
    ...[true, true],
  ]);
  const no = (more: Partial<Filled>) => filled({ p1: 'no' }, more);
  expect(asks(after(), filled({ p1: 'yes' }), no({ respondent: 'Wu' }))).toEqual([false, false]);
  expect(asks(after(), filled({ p1: 'yes' }), no({ respondent: ' LI ' }))).toEqual([true, true]);
  expect(asks(after(), filled({ p1: 'yes' }), no({ template: 'u' }))).toEqual([false, false]);
});

test('a file that lacks most of what was said before asks who answered', () => {
  const before = after([{ p1: 'yes', p2: 'yes', p3: 'no', p4: 'no' }, 1]);
  const with_ = (...rows: string[]) =>
    asks(before, filled(Object.fromEntries(rows.map((row) => [row, 'maybe']))))[0];
  expect([with_(), with_('p1'), with_('p1', 'p2'), with_('p1', 'p2', 'p3')]).toEqual([
    ...[true, true, false, false],
  ]);
});

test('before is the latest file of that name and template, and rows that were sent now', () => {
  const asked = (...files: Came[]) => asks(after(...files), filled({ p1: 'no' }))[0];
  expect(asked()).toBe(false);
  expect(asked([{ p2: 'yes' }, 1])).toBe(true);
  expect(asked([{ p2: 'yes' }, 1], [{ p1: 'yes' }, 2])).toBe(false);
  expect(asked([{ p1: 'yes' }, 1], [{ p2: 'yes' }, 2])).toBe(true);
  expect(asked([{ p2: 'yes' }, 1, { respondent: 'Wu' }])).toBe(false);
  expect(asked([{ p2: 'yes' }, 1, { respondent: 'li' }])).toBe(true);
  expect(asked([{ p2: 'yes' }, 1, { template: 'u' }])).toBe(false);
  expect(asked([{ gone: 'yes' }, 1])).toBe(false);
  // A batch that nobody numbered is before all others.
  expect(asked([{ p2: 'yes' }, null])).toBe(true);
  expect(asked([{ p2: 'yes' }, undefined], [{ p1: 'yes' }, 1])).toBe(false);
  expect(asked([{ p2: 'yes' }, 1], [{ p1: 'yes' }, undefined])).toBe(true);
});

test('a reply names who answered, and makes another file of it', () => {
  const [one] = whose(after([{ p2: 'yes' }, 1]), [
    {
      filled: filled({ p1: 'no' }),
      replies: [{ place: '', found: 'Li', reply: 'Wu' }],
    },
  ]);
  expect(one).toMatchObject({ respondent: 'Wu', issues: [] });
  expect(one?.digest).toMatch(/^\{"p1":"no"\}\+[0-9a-f]{8}$/);
  const [same] = whose(after([{ p2: 'yes' }, 1]), [
    { filled: filled({ p1: 'no' }), replies: [{ place: '', found: 'Li', reply: 'Li' }] },
  ]);
  expect(same).toMatchObject({ respondent: 'Li', digest: '{"p1":"no"}', issues: [] });
  const [left] = whose(after([{ p2: 'yes' }, 1]), [
    { filled: filled({ p1: 'no' }), replies: [{ place: '', found: 'Li', reply: '' }] },
  ]);
  expect(left && isHeld(left)).toBe(true);
  const [open] = whose(after([{ p2: 'yes' }, 1]), [{ filled: filled({ p1: 'no' }), replies: [] }]);
  expect(open?.issues).toEqual([
    {
      ...{ kind: 'one-name', place: '', found: 'Li', column: '' },
      ask: { choices: ['Li'], free: true },
    },
  ]);
});

test('a file that is nothing new asks nothing', () => {
  const file = filled({ p1: 'no' });
  const known = after([{ p2: 'yes' }, 1]);
  known.responses[file.digest] = { respondent: 'Li', template: 't', batch: 1 };
  expect(asks(known, file)).toEqual([false]);
});
