import { cut, refuseProtected, suspend, type Operation } from '../../src/office/batch';
import { SheetProtectedError } from '../../src/office/errors';

/** Operations whose weight is what is told of each. */
const weighing = (weights: number[], budget: number) => {
  const weightOf = new Map<Operation, number>();
  for (const weight of weights) weightOf.set({ apply: () => undefined }, weight);
  const cuts = cut([...weightOf.keys()], budget, (one) => weightOf.get(one) ?? 0);
  return cuts.map((batch) => batch.map((one) => weightOf.get(one)));
};

describe('requests', () => {
  test('are as few as the budget allows', () => {
    expect(weighing([5_000, 5_000, 5_000, 5_000, 5_000], 11_500)).toEqual([
      [5_000, 5_000],
      [5_000, 5_000],
      [5_000],
    ]);
    expect(weighing([1, 2, 3], 100_000)).toEqual([[1, 2, 3]]);
    expect(weighing([], 100_000)).toEqual([]);
  });

  test('have one operation at least, however much that is', () => {
    expect(weighing([20_000, 1, 20_000, 1, 1], 10_000)).toEqual([[20_000], [1], [20_000], [1, 1]]);
  });

  test('are weighed by what is done in them too, anew in each', () => {
    const write: Operation = {
      apply: (target) => {
        const area = { row: 0, column: 0, rows: 1, columns: 1 };
        target.range('Sheet1', area).values = [['x'.repeat(5_000)]];
      },
    };
    const of = (budget: number) =>
      cut([write, write, write, write], budget, () => 0).map(({ length }) => length);
    expect(of(9_000)).toEqual([1, 1, 1, 1]);
    expect(of(13_500)).toEqual([2, 2]);
    expect(of(100_000)).toEqual([4]);
  });
});

test('of what is written, the protected sheets are told, each once', () => {
  const on = (...sheets: string[]): Operation[] =>
    sheets.map((sheet) => ({ sheet, apply: () => undefined }));
  const refuse = (operations: Operation[]) => () =>
    refuseProtected({ protectedSheets: new Set(['Ask', 'Plan']) }, operations);
  expect(refuse([...on('Other'), { apply: () => undefined }])).not.toThrow();
  expect(refuse(on('Plan', 'Other', 'Plan'))).toThrow(new SheetProtectedError(['Plan']));
});

test('while a request lasts nothing is calculated and nothing drawn', () => {
  const done: string[] = [];
  const application = new Proxy({}, { get: (_, name: string) => () => void done.push(name) });
  suspend({ workbook: { application } } as never);
  expect(done).toEqual([
    'suspendApiCalculationUntilNextSync',
    'suspendScreenUpdatingUntilNextSync',
  ]);
});
