import { message, type MessageKey } from '../../src/messages';
import { describeUnusual, NotSignableError, type Refusal } from '../../src/office/notSignable';

const differences = [1, 2, 3].map((n) => ({
  ...{ sheet: 'S', cell: `A${n}`, place: 'p', workbook: 1, rules: 2, overwritten: false },
}));

test.each<[Refusal, string | number]>([
  [{ kind: 'no-name' }, ''],
  [{ kind: 'to-come' }, ''],
  [{ kind: 'no-amount', reason: 'Weights' }, 'Weights'],
  [{ kind: 'earlier-open', period: 1, name: 'Half' }, 'Half'],
  [{ kind: 'later-signed', period: 2, name: 'Final' }, 'Final'],
  [{ kind: 'no-signature', signature: 7 }, 7],
  [{ kind: 'superseded', signature: 8 }, 8],
  [{ kind: 'other-period', signature: 9 }, 9],
  [{ kind: 'no-reason', signature: 10 }, 10],
  [{ kind: 'differs', cells: 9, differences }, 3],
])('%j is told with %j', (refusal, detail) => {
  const error = new NotSignableError(3, refusal, 'Third');
  expect(error.code).toBe(`unsigned-${refusal.kind}`);
  expect(error.paramsIn('en')).toEqual({ period: 'Third', detail });
  expect(new NotSignableError(3, refusal).paramsIn('en')).toEqual({ period: '3', detail });
});

const said = (key: string, params = {}) => message('en', key as MessageKey, params);
const told = (refusal: Refusal) => new NotSignableError(3, refusal).paramsIn('en').detail;

test('what is unusual, and problems of the ledger, are told one after the other', () => {
  const unusual = ['before-figures', 'before-last', 'future', 'before-end'] as const;
  const all = unusual.map((kind) => said(`bet.unusual.${kind}`)).join(' ');
  expect(describeUnusual('en', unusual)).toBe(all);
  expect(told({ kind: 'unusual', unusual: [...unusual] })).toBe(all);
  expect(
    told({ kind: 'ledger', problems: [{ kind: 'digest', signature: 2 }, { kind: 'stray' }] }),
  ).toBe(
    `${said('checks.signature.digest', { no: 2 })} ${said('checks.signature.stray', { no: '?' })}`,
  );
});

test('checks are told by the cells that are wrong, where these are known', () => {
  const failing = [
    { check: 'terms', count: 1 },
    { check: 'weights', count: 2 },
  ];
  expect(told({ kind: 'checks', failing, faults: [] })).toBe(
    `${said('checks.fails.terms', { count: 1 })} · ${said('checks.fails.weights', { count: 2 })}`,
  );
  const place = { at: 'x', place: 'Fee', found: 'ten' };
  const faults = [
    { ...place, kind: 'money', range: { min: 0 } },
    { ...place, found: '31.2.', kind: 'date' },
    { ...place, kind: 'number' },
  ] as never;
  const fault = (found: string, cure: string) =>
    said('checks.fault', { place: 'Fee', found, cure });
  expect(told({ kind: 'checks', failing, faults })).toBe(
    [
      fault('ten', said('range.from', { number: said('range.number'), min: 0 })),
      fault('31.2.', said('range.date')),
      fault('ten', said('range.any', { number: said('range.number') })),
    ].join(' · '),
  );
});
