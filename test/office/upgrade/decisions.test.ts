import { strayDecision, type Upgrade, type UpgradeChange } from '../../../src/office/upgrade';

const change = (more: Partial<UpgradeChange>): UpgradeChange => ({
  ...{ kind: 'redefined', table: 'metrics', id: 'm1', text: 'M', columns: [], outcome: 'open' },
  ...{ pick: null, rests: 'bet' },
  ...more,
});
const upgrade = {
  changes: [
    change({ id: 'm1' }),
    change({ id: 'm2', rests: null }),
    change({ id: 'm3', kind: 'reworded' }),
    change({ id: 'old', kind: 'retired', outcome: 'follows', into: [{ id: 'new', text: 'New' }] }),
    change({ id: 'gone', kind: 'retired', outcome: 'goes', into: [{ id: 'new', text: 'New' }] }),
    change({ id: 'alone', kind: 'retired', outcome: 'follows' }),
  ],
} as unknown as Upgrade;

test.each([
  [{}, undefined],
  [{ take: 'all' as const }, undefined],
  [{ take: ['m1'] }, undefined],
  [{ take: ['m1', 'm2'] }, 'm2'],
  [{ take: ['m3'] }, 'm3'],
  [{ into: { old: 'new' } }, undefined],
  [{ into: { old: 'other' } }, 'old'],
  [{ into: { old: 'new', gone: 'new' } }, 'gone'],
  [{ into: { alone: 'new' } }, 'alone'],
  [{ take: ['m9'], into: { gone: 'new' } }, 'm9'],
])('of the decisions %j stray is %j', (decisions, expected) => {
  expect(strayDecision(upgrade, decisions)).toBe(expected);
});
