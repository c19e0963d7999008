import { misplaced } from '../../src/office/supersede';
import { engagementOf } from '../support/desk';

const ledger = Object.fromEntries(
  [
    { no: 1, period: 1 },
    { no: 2, period: 2 },
    { no: 3, period: 1, supersedes: 1, because: 'Wrong' },
  ].map((one) => [`signature.${one.no}`, one]),
);

test.each([
  [1, 2, 'A reading', 'other-period'],
  [2, 2, 'A reading', undefined],
  [1, 3, 'A reading', undefined],
  [1, 1, 'A reading', 'superseded'],
  [1, 4, 'A reading', 'no-signature'],
  [1, 3, ' ', 'no-reason'],
  [1, 3, undefined, 'no-reason'],
])('in period %d, signature %d because of %j: %j', (period, supersedes, because, expected) => {
  const one = { supersedes, ...(because !== undefined && { because }) };
  expect(misplaced(engagementOf({ ledger } as never), period, one)).toBe(expected);
});
