/** @jest-environment ./test/taskpane/environment.ts */
import { renderHook } from '@testing-library/react';
import { useChanges } from '../../src/taskpane/core/useChanges';

/** A workbook that somebody edits: nothing but its events. */
function listening(onQuiet: () => void) {
  let changed: (event: object) => unknown = () => undefined;
  const handle = { remove: () => undefined, context: { sync: () => Promise.resolve() } };
  const worksheets = {
    onChanged: { add: (listener: typeof changed) => ((changed = listener), handle) },
    onDeleted: { add: () => handle },
  };
  const context = { workbook: { worksheets }, sync: () => Promise.resolve() };
  const run = (batch: (context: unknown) => unknown) => Promise.resolve(batch(context));
  renderHook(() => useChanges(run as never, { onChange: () => undefined, onQuiet }));
  return () => changed({ changeType: 'RangeEdited', worksheetId: '1', address: 'A1' });
}

test('one change is looked at as good as at once, several once they are over', () => {
  jest.useFakeTimers();
  const looks: number[] = [];
  const start = performance.now();
  const edit = listening(() => looks.push(performance.now() - start));
  edit();
  jest.advanceTimersByTime(1_000);
  expect(looks).toEqual([60]);
  for (let i = 0; i < 5; i++) {
    edit();
    jest.advanceTimersByTime(50);
  }
  jest.advanceTimersByTime(1_000);
  expect(looks).toEqual([60, 1_000 + 4 * 50 + 500]);
  jest.useRealTimers();
});
