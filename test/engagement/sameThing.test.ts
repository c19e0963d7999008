import { aligned } from '../../src/engagement/sameThing';
import type { Engagement } from '../../src/engagement/schema';
import { engagementOf } from '../support/desk';

/** The second engagement's parts as they are called in the words of the first. */
function told<P extends keyof Engagement>(
  part: P,
  first: Partial<Engagement>,
  second: Partial<Engagement>,
): Engagement[P] {
  return aligned(engagementOf(first), engagementOf(second))[part];
}
const pain = (rows: Engagement['pain']): Partial<Engagement> => ({ pain: rows });

test('rows of one’s own that say the same thing have one id, whatever their numbers', () => {
  const first = pain({ 'custom.pain.1': { item: 'Slow' }, 'custom.pain.2': { item: 'Dear' } });
  expect(told('pain', first, pain({ 'custom.pain.1': { item: ' Dear ', pick: 'yes' } }))).toEqual({
    'custom.pain.2': { item: ' Dear ', pick: 'yes' },
  });
  expect(told('pain', first, pain({ 'custom.pain.2': { item: 'New' } }))).toEqual({
    'custom.pain.3': { item: 'New' },
  });
  // Its number is free where the first has none of it.
  expect(told('pain', first, pain({ 'custom.pain.7': { item: 'New' } }))).toEqual({
    'custom.pain.7': { item: 'New' },
  });
  expect(
    told(
      'pain',
      pain({ 'custom.pain.1': { item: 'Slow' } }),
      pain({ 'custom.pain.1': { item: 'a' }, 'custom.pain.2': { item: 'b' } }),
    ),
  ).toEqual({ 'custom.pain.3': { item: 'a' }, 'custom.pain.2': { item: 'b' } });
});

test('the same thing said twice stays two rows', () => {
  const twice = pain({ 'custom.pain.1': { item: 'Slow' }, 'custom.pain.2': { item: 'Slow' } });
  expect(told('pain', pain({ 'custom.pain.5': { item: 'Slow' } }), twice)).toEqual({
    'custom.pain.5': { item: 'Slow' },
    'custom.pain.2': { item: 'Slow' },
  });
});

test('rows of the catalog go by their ids', () => {
  const second = pain({ 's.pain.1': { item: 'Ours' }, 's.pain.2': { item: 'Slow' } });
  expect(told('pain', pain({ 's.pain.1': { item: 'Slow' } }), second)).toEqual(second.pain);
});

test('of one id, and no word for what it is about, rows are the same unless something contradicts', () => {
  const first = pain({ 'custom.pain.1': { pick: 'yes', comment: 'seen' } });
  const one = (cells: Engagement['pain'][string]) =>
    Object.keys(told('pain', first, pain({ 'custom.pain.1': cells })));
  expect(one({ item: 'Slow', pick: 'yes' })).toEqual(['custom.pain.1']);
  expect(one({ item: 'Slow', comment: '' })).toEqual(['custom.pain.1']);
  expect(one({ item: 'Slow', pick: 'no' })).toEqual(['custom.pain.2']);
});

test('a day is one however it is written, a number however it is rounded', () => {
  const holidays = (date: string | number, name: string): Partial<Engagement> => ({
    holidays: { [`holiday.${name}`]: { date, name } },
  });
  expect(told('holidays', holidays('2026-03-01', 'a'), holidays(46082, 'b'))).toEqual({
    'holiday.a': { date: 46082, name: 'b' },
  });
  expect(told('holidays', holidays('2026-03-01', 'a'), holidays(46083, 'b'))).toEqual({
    'holiday.b': { date: 46083, name: 'b' },
  });
  const bands = (from: number, id: string): Partial<Engagement> => ({ bands: { [id]: { from } } });
  expect(told('bands', bands(0.3, 'band.1'), bands(0.1 + 0.2, 'band.9'))).toEqual({
    'band.1': { from: 0.1 + 0.2 },
  });
});

test('records are the same only where they say the same in every column', () => {
  const signed = (id: string, by: string): Partial<Engagement> => ({
    ledger: { [id]: { no: 1, vendor: by } },
  });
  expect(told('ledger', signed('signature.1', 'Li'), signed('signature.4', 'Li'))).toEqual({
    'signature.1': { no: 1, vendor: 'Li' },
  });
  expect(told('ledger', signed('signature.1', 'Li'), signed('signature.1', 'Wang'))).toEqual({
    'signature.2': { no: 1, vendor: 'Wang' },
  });
});

test('whatever names a row names it by its new id', () => {
  const metrics = { 'custom.metric.1': { item: 'Calls' } };
  const first = engagementOf({
    metrics: { 'custom.metric.1': { item: 'Visits' }, 'custom.metric.2': { item: 'Calls' } },
    readings: { 'reading.1': { metric: 'custom.metric.2', date: '2026-01-31', value: 1 } },
  });
  const cell = 'metrics custom.metric.1 target';
  const second = aligned(
    first,
    engagementOf({
      metrics,
      readings: {
        'reading.1': { metric: 'custom.metric.1', date: '2026-02-28', value: 2 },
        'reading.2': { metric: 'custom.metric.1', date: '2026-01-31', value: 1 },
      },
      answers: {
        a: { response: 'r', table: 'metrics', row: 'custom.metric.1', column: 'target' },
        b: { response: 'r', table: 'metrics', column: 'target' },
      },
      merged: { [cell]: { after: 1 }, 'metrics s.metric.1 target': { after: 2 } },
      consensus: { [cell]: { comment: 'open' } },
      edits: { metrics: { 'custom.metric.1': { item: 'x' } } },
      extra: { metrics: { 'custom.metric.1': { Mine: 'x' } }, trace: { 'trace.1': { Mine: 'y' } } },
    }),
  );
  const now = 'metrics custom.metric.2 target';
  expect(second).toMatchObject({
    metrics: { 'custom.metric.2': { item: 'Calls' } },
    readings: {
      'reading.1': { metric: 'custom.metric.2', date: '2026-01-31', value: 1 },
      'reading.3': { metric: 'custom.metric.2', date: '2026-02-28', value: 2 },
    },
    answers: { a: { row: 'custom.metric.2' }, b: { column: 'target' } },
    merged: { [now]: { after: 1 }, 'metrics s.metric.1 target': { after: 2 } },
    consensus: { [now]: { comment: 'open' } },
    edits: { metrics: { 'custom.metric.2': { item: 'x' } } },
    extra: { metrics: { 'custom.metric.2': { Mine: 'x' } }, trace: { 'trace.1': { Mine: 'y' } } },
  });
});
