import fc from 'fast-check';
import { asJson } from '../../../src/host/wire/json';

const anything = fc.anything({
  values: [
    fc.string({ unit: 'binary' }),
    fc.integer(),
    fc.double(),
    fc.boolean(),
    fc.constantFrom(null, undefined, -0, 1e21, () => 1, { toJSON: () => [1, undefined] }),
    fc.date({ noInvalidDate: false }),
  ],
  withNullPrototype: true,
  withSparseArray: true,
  maxDepth: 4,
});

test('gives what JSON gives', () => {
  fc.assert(
    fc.property(anything, (value) => {
      const json = JSON.stringify(value) as string | undefined;
      expect(asJson(value)).toStrictEqual(json === undefined ? undefined : JSON.parse(json));
    }),
    { numRuns: 2000 },
  );
});

test('shares nothing with what it was given', () => {
  const values = [[1, 'two']];
  const copy = asJson({ values });
  values[0]![0] = 3;
  expect(copy).toEqual({ values: [[1, 'two']] });
});
