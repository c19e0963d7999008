import {
  choicesIn,
  columnIn,
  fieldIn,
  kindIn,
  resultIn,
  rowsIn,
  type Study,
} from '../../src/office';
import { described } from './small';

const spec = described(({ pains }) => {
  pains.rows[0]!.kinds = { comment: 'money' };
  pains.rows.push({ id: '', cells: {} });
});
const results = {
  tables: { pain: { p2: { called: 'Yes!', item: 'computed' } } },
  names: { 'Engagement.Count': 2 },
};
const study = { spec, read: { results } } as unknown as Study;

test('rows with what was computed in them, empty ones left out', () => {
  expect(rowsIn(study, 'pain')).toEqual([
    { id: 'p1', cells: { item: 'Slow', symptom: 'Days' } },
    { id: 'p2', cells: { item: 'computed', symptom: 'Money', called: 'Yes!' } },
    { id: 'p3', cells: { item: 'Loud', symptom: 'Noise' } },
  ]);
  expect([rowsIn(study, 'gone'), rowsIn(study, 'progress').length]).toEqual([[], 2]);
});

test('columns, fields, lists and results by their ids', () => {
  expect(columnIn(study, 'pain', 'symptom').header).toBe('Symptom');
  expect(() => columnIn(study, 'pain', 'gone')).toThrow('No column pain.gone');
  expect(fieldIn(study, 'Engagement.Client').label).toBe('Client');
  expect(() => fieldIn(study, 'Gone')).toThrow('No cell Gone');
  expect(choicesIn(study, 'pick').map(({ label }) => label)).toEqual(['Yes', 'No']);
  expect(choicesIn(study, 'gone')).toEqual([]);
  expect([resultIn(study, 'Engagement.Count'), resultIn(study, 'Gone')]).toEqual([2, null]);
});

test('a cell is shown as its row says, else as its column', () => {
  expect(kindIn(study, 'pain', 'p1', 'comment')).toBe('money');
  expect(kindIn(study, 'pain', 'p2', 'comment')).toBe('text');
  expect(kindIn(study, 'pain', 'p1', 'item')).toBe('text');
  expect(kindIn(study, 'progress', 's1', 'done')).toBe('number');
});
