import { underlay } from '../../src/engagement/underlay';
import { engagementOf } from '../support/desk';

type Catalogs = ReturnType<typeof engagementOf>['catalogs'];
const both = (over: object[], under: object[]) =>
  underlay(
    engagementOf({ catalogs: over as Catalogs }),
    engagementOf({ catalogs: under as Catalogs }),
  ).catalogs;
const kept = (...ids: string[]) => ids.map((id) => ({ id, text: `of ${ids.join()}` }));

test('catalogs of both are there, the first’s as it has them', () => {
  expect(both([{ id: 'a', version: '2' }], [{ id: 'a', version: '1' }, { id: 'b' }])).toEqual([
    { id: 'a', version: '2' },
    { id: 'b' },
  ]);
});

test('what either keeps of earlier editions is kept, of the same item what the first does', () => {
  const first = { id: 'a', kept: { pains: kept('p1', 'p2') } };
  const second = { id: 'a', kept: { pains: kept('p2', 'p3'), asks: kept('q1') } };
  const [, last] = kept('p2', 'p3');
  expect(both([first], [second])).toEqual([
    { id: 'a', kept: { pains: [...kept('p1', 'p2'), last], asks: kept('q1') } },
  ]);
  expect(both([first], [{ id: 'a' }])).toEqual([first]);
});
