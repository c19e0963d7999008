import { freeIds } from '../../src/engagement/ownIds';
import { emptyEngagement } from '../../src/engagement/project';
import { ownPrefix } from '../../src/engagement/register';
import { ownRow, setCell, type CellPlace } from '../../src/engagement/setCell';

const said = (...cells: [CellPlace, string | number | null | undefined][]) => {
  const engagement = emptyEngagement([{ id: 'small' }], 'en');
  for (const [place, value] of cells) setCell(engagement, place, value);
  return { pain: engagement.pain, edits: engagement.edits };
};
const pick = { store: 'pain', row: 's.pain.1', column: 'pick' };
const text = { table: 'pain', row: 's.pain.1', column: 'item' };

test('an answer stands in its store, an edited text beside it', () => {
  expect(said([pick, 'yes'], [text, 'Ours'])).toEqual({
    pain: { 's.pain.1': { pick: 'yes' } },
    edits: { pain: { 's.pain.1': { item: 'Ours' } } },
  });
});

test('left blank is something said: null of an answer, "" of a given text', () => {
  expect(said([pick, null], [text, null])).toEqual({
    pain: { 's.pain.1': { pick: null } },
    edits: { pain: { 's.pain.1': { item: '' } } },
  });
});

test('what is as usual leaves nothing behind', () => {
  const comment = { ...pick, column: 'comment' };
  expect(said([pick, 'yes'], [pick, undefined]).pain).toEqual({});
  expect(said([pick, 'yes'], [comment, 'why'], [comment, undefined]).pain).toEqual({
    's.pain.1': { pick: 'yes' },
  });
});

test.each(['__proto__', 'constructor', 'toString'])('"%s" is an id like any other', (row) => {
  const { pain, edits } = said([{ ...pick, row }, 'yes'], [{ ...text, row, column: row }, 'x']);
  expect(Object.entries(pain)).toEqual([[row, { pick: 'yes' }]]);
  expect(Object.entries(edits.pain ?? {})[0]?.[0]).toBe(row);
  expect(({} as Record<string, unknown>).pick).toBeUndefined();
});

test('a row of one’s own is there before anything is said of it', () => {
  const engagement = emptyEngagement([{ id: 'small' }], 'en');
  ownRow(engagement, 'pain', 'custom.pain.1');
  expect(engagement.pain).toEqual({ 'custom.pain.1': {} });
});

test('new rows take the numbers that are free, each once', () => {
  const taken = new Set(['custom.pain.2', 'custom.pain.4']);
  const next = freeIds(ownPrefix('pain'), (id) => taken.has(id));
  expect([next(), next(), next()]).toEqual(['custom.pain.1', 'custom.pain.3', 'custom.pain.5']);
  expect(freeIds(ownPrefix('terms'), () => false)()).toBe('term.1');
});
