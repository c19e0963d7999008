import fc from 'fast-check';
import type { Engagement } from '../../src/engagement/schema';
import { engagementOf } from './desk';

/** Texts that a spreadsheet is tempted to take for something else, and any others. */
export const text = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+7',
    '-x',
    '@here',
    "'quoted",
    "''",
    '007',
    '1e3',
    '50%',
    '2026-03-01',
    '1/2',
    '12:30',
    'March 3',
    'TRUE',
    'false',
    '#N/A',
    ' padded ',
    'two\nlines',
    '\n',
    '👩‍👩‍👧 team',
    '\u200fעברית',
    '（全角）',
    '"',
    "O'Neil",
    'x'.repeat(32_767),
    `-${'y'.repeat(9_000)}`,
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
);

/** A word of the user's own in a drop-down that is open. */
const word = (...ids: string[]) =>
  fc.oneof(fc.constantFrom(...ids), fc.constantFrom('own word', '=own', '42', 'TRUE', ' padded '));
const pick = fc.constantFrom('yes', 'maybe', 'no');
const amount = fc.oneof(
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .map((n) => Number(n.toPrecision(12)) || 0),
  fc.integer(),
  fc.constantFrom('about 5', 'n/a'),
);
const date = fc.oneof(
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
  fc.constantFrom('in spring', '2026-13-45'),
);
const scalar = fc.oneof(text, fc.integer(), fc.boolean());

const some = <T>(cells: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc
    .record(cells, { requiredKeys: [] })
    .filter((row) => Object.keys(row).length > 0) as fc.Arbitrary<Partial<T>>;

const rowsOf = <T>(ids: string[], row: fc.Arbitrary<T>) =>
  fc.dictionary(fc.constantFrom(...ids), row, { maxKeys: 3, noNullPrototype: true });

const answer = {
  pick,
  priority: word('high', 'medium', 'low'),
  phase: word('now', 'next', 'later'),
  owner: text,
  wording: text,
  comment: text,
};
const custom = { ...answer, item: text, explanation: text, dimension: word('s.area') };

const step = (prefix: string, count: number, own: string) =>
  fc
    .tuple(
      rowsOf(
        Array.from({ length: count }, (_, i) => `${prefix}.${i + 1}`),
        some(answer),
      ),
      rowsOf(
        [1, 2, 7].map((n) => `custom.${own}.${n}`),
        some(custom),
      ),
    )
    .map(([known, added]) => ({ ...known, ...added }));

const header = fc
  .constantFrom('Risk', 'My column', '=Sum', '2024', 'Größe [m#]', "Bob's")
  .map((one) => one);

/** What someone may have said, on the small catalog in English. */
export const engagement: fc.Arbitrary<Engagement> = fc
  .record({
    settings: some({
      project: text,
      client: text,
      businessLead: text,
      stage: fc.constantFrom('consulting', 'delivery'),
      currency: text,
      fee: amount,
      startDate: date,
      afterGoLiveShare: fc.constantFrom(0, 0.3, 1),
    }),
    ask: step('s.ask', 3, 'ask'),
    pain: step('s.pain', 3, 'pain'),
    function: step('s.fn', 5, 'function'),
    microSteps: rowsOf(
      ['micro.1', 'micro.2', 'micro.11'],
      some({
        hours: fc.oneof(fc.constant(null), fc.constantFrom(1.5, 80)),
        from: fc.constantFrom(20, 30),
        owner: text,
        status: fc.constantFrom('open', 'doing', 'done'),
      }),
    ),
    comparison: rowsOf(['comparison.build'], some({ usual: amount, comment: text })),
    holidays: rowsOf(['holiday.1', 'holiday.2'], some({ date, name: text })),
    budget: rowsOf(['budget.team', 'custom.budget.1'], some({ before: amount, owner: text })),
    promotion: rowsOf(['promotion.pilot'], some({ start: date, end: date, comment: text })),
    edits: fc.record(
      {
        pain: rowsOf(
          ['s.pain.1'],
          some({ item: text, explanation: text, symptom: fc.constant('') }),
        ),
        'list.priority': fc.constant({ high: { entry: 'Urgent' }, Someday: { entry: 'Someday' } }),
      },
      { requiredKeys: [] },
    ),
    extra: fc.record(
      {
        ask: rowsOf(
          ['s.ask.1', 's.ask.2'],
          fc.dictionary(header, scalar, { minKeys: 1, maxKeys: 2, noNullPrototype: true }),
        ),
      },
      { requiredKeys: [] },
    ),
    removed: fc.record(
      { pain: fc.constant(['s.pain.4']), innovation: fc.constant(['s.inn.1', 's.inn.2']) },
      { requiredKeys: [] },
    ),
  })
  .map((said) => engagementOf(said as Partial<Engagement>));

/** The engagement without rows and tables in which nothing is said. */
export function bare({ catalogs: _catalogs, ...said }: Engagement): unknown {
  const full = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .map(([key, inner]) => [key, full(inner)] as const)
            .filter(([, inner]) => inner !== undefined)
            .filter(([, inner]) => JSON.stringify(inner) !== '{}'),
        )
      : value;
  return full(JSON.parse(JSON.stringify(said)));
}
