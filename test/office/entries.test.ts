import { readEntries } from '../../src/office/entries';
import type { MatchedTable } from '../../src/office/match';
import { fingerprint, type ListSpec, type TableBlock } from '../../src/workbook';

const laid = { now: 'Now', next: 'Next', later: 'Later' };

/** What is made of a drop-down whose rows say this, where the layout offers `entries`. */
function told(
  rows: (string | null)[],
  { open = true, entries = laid as Record<string, string>, position = 1 } = {},
) {
  const list: ListSpec = {
    ...{ id: 'phase', name: 'List.Phase', title: 'Phase', open },
    entries: Object.entries(entries).map(([id, label]) => ({ id, label })),
  };
  const matched = {
    snapshot: { sheet: 'Lists', values: rows.map((label) => ['', label]) },
    positions: new Map(position < 0 ? [] : [['entry', position]]),
  } as unknown as MatchedTable;
  const marks = new Map(Object.entries(laid).map(([id, label]) => [id, [fingerprint(label)]]));
  const { ids, words, removed, meanings, findings } = readEntries(
    list,
    { name: 'Phases' } as TableBlock,
    matched,
    marks,
  );
  return {
    ids,
    words: Object.fromEntries(words),
    removed,
    meanings: Object.fromEntries(meanings),
    findings: findings.map(({ kind, severity, row, found, expected }) =>
      [kind, severity, row, found, expected].filter((one) => one !== undefined).join(' '),
    ),
  };
}

const asLaid = { Now: 'now', Next: 'next', Later: 'later' };

test('as laid out, in whatever order', () => {
  expect(told(['Next', '', 'Now', null, 'Later'])).toEqual({
    ids: ['next', null, 'now', null, 'later'],
    ...{ words: {}, removed: [], meanings: asLaid, findings: [] },
  });
});

test('a new word in an entry’s place is that entry reworded; answers may be given in either word', () => {
  expect(told(['Now', 'Soon', 'Later'])).toEqual({
    ids: ['now', 'next', 'later'],
    words: { next: 'Soon' },
    removed: [],
    meanings: { ...asLaid, Soon: 'next' },
    findings: [],
  });
});

test('where formulas compare with it, a reworded or deleted entry makes results wrong', () => {
  expect(told(['Now', 'Soon', 'Later'], { open: false }).findings).toEqual([
    'entry-changed error next Soon Next',
  ]);
  expect(told(['Now', 'Later'], { open: false }).findings).toEqual(['row-deleted error next']);
});

test('one’s own word further down is an entry of one’s own, by its word', () => {
  expect(told(['Now', 'Next', 'Later', 'Never'])).toEqual({
    ids: ['now', 'next', 'later', 'Never'],
    words: { Never: 'Never' },
    removed: [],
    meanings: { ...asLaid, Never: 'Never' },
    findings: [],
  });
  expect(told(['Now', 'Next', 'Later', 'Never'], { open: false }).findings).toEqual([]);
});

test('a deleted entry is removed, and its word means nothing any more', () => {
  expect(told(['Now', 'Later'])).toEqual({
    ids: ['now', 'later'],
    words: {},
    removed: ['next'],
    meanings: { Now: 'now', Later: 'later' },
    findings: ['row-deleted note next'],
  });
});

test('a word that stands twice is one entry', () => {
  const twice = told(['Now', 'Next', 'Later', 'Now', 'Never', 'Never']);
  expect(twice.ids).toEqual(['now', 'next', 'later', null, 'Never', null]);
  expect(twice.words).toEqual({ Never: 'Never' });
});

test('two entries of one word are both there; the word means the first', () => {
  const { ids, meanings } = told(['Now', 'Next', 'Later', 'Now'], {
    entries: { ...laid, again: 'Now' },
  });
  expect(ids).toEqual(['now', 'next', 'later', 'again']);
  expect(meanings.Now).toBe('now');
  const entries = { ...laid, one: 'New', two: 'New' };
  expect(told(['Now', 'Next', 'Later'], { entries }).meanings.New).toBe('one');
});

test('what the catalog calls otherwise now is still known by its word as laid out', () => {
  const entries = { ...laid, next: 'After that' };
  expect(told(['Now', 'Next', 'Later'], { entries })).toEqual({
    ids: ['now', 'next', 'later'],
    words: {},
    removed: [],
    meanings: { Now: 'now', 'After that': 'next', Next: 'next', Later: 'later' },
    findings: [],
  });
});

test('an entry that the catalog no longer has stays as one’s own', () => {
  const { ids, words, removed } = told(['Now', 'Next', 'Later'], { entries: { now: 'Now' } });
  expect(ids).toEqual(['now', 'next', 'later']);
  expect(words).toEqual({ next: 'Next', later: 'Later' });
  expect(removed).toEqual([]);
});

test('without their column no entry is there', () => {
  expect(told(['Now'], { position: -1 })).toMatchObject({
    ids: [null],
    removed: ['now', 'next', 'later'],
  });
});
