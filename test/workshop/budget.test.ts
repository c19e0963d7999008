import { loadOf } from '../../src/workshop/model/budget';
import { itemOf, scopeOf } from './scope';

test('what is picked for a phase is counted in days beside the days that there are', () => {
  const fn = (id: string, effort: string, said: object) =>
    itemOf({ id, step: 'function', effort, said });
  const scope = scopeOf(
    [
      fn('a', 'S', { pick: 'yes', phase: 'now' }),
      fn('b', 'L', { pick: 'yes', phase: 'now' }),
      fn('c', 'L', { pick: 'maybe', phase: 'now' }),
      fn('d', 'S', { pick: 'yes' }),
      itemOf({ id: 'p', step: 'pain', said: { pick: 'yes', phase: 'now' } }),
    ],
    {
      choices: { pick: [], priority: [], phase: [{ id: 'now', label: 'Now' }] },
      capacity: { days: { S: 8, L: 45 }, room: { now: 50 } },
    },
  );
  expect(loadOf(scope)).toEqual([
    { phase: 'now', label: 'Now', functions: 2, days: 53, room: 50 },
    { phase: '', label: '', functions: 1, days: 8, room: null },
  ]);
});
