import { addressOf, referenceTo, targetOf } from '../../src/office/target';

const area = (row: number, column: number, rows = 1, columns = 1) => ({
  row,
  column,
  rows,
  columns,
});

test('addresses and references', () => {
  expect([area(2, 1), area(2, 1, 38, 2), area(0, 26, 1, 2), area(0, 0, 2)].map((one) => addressOf(one))).toEqual(
    ['B3', 'B3:C40', 'AA1:AB1', 'A1:A2'],
  ); // prettier-ignore
  expect(referenceTo("It's", area(2, 1, 38, 2))).toBe("='It''s'!$B$3:$C$40");
  expect(referenceTo('S', area(2, 1))).toBe("='S'!$B$3");
});

/** A workbook that writes down what it is asked for. */
function asked() {
  const calls: string[] = [];
  const range = (text: string) => {
    calls.push(text);
    const one = { text, untrack: () => one };
    return one;
  };
  const sheet = (name: string) => ({
    getRangeByIndexes: (...at: number[]) => range(`${name} ${at.join()}`),
    getRanges: (address: string) => range(`${name} ${address}`),
  });
  const worksheets = {
    getItem: (name: string) => (calls.push(`get ${name}`), sheet(name)),
    add: (name: string) => (calls.push(`add ${name}`), sheet(name)),
  };
  return { calls, target: targetOf({ worksheets } as never) };
}

test('a sheet is asked for once a request, and so are areas of one address', () => {
  const { calls, target } = asked();
  target.addSheet('New');
  target.range('New', area(1, 2, 3, 4));
  target.range('Old', area(1, 2));
  target.range('Old', area(1, 3));
  const [first, ...more] = target.areas('Old', [area(0, 0), area(5, 1, 2)]);
  expect(more).toEqual([]);
  expect(target.areas('Old', [area(0, 0), area(5, 1, 2)])[0]).toBe(first);
  target.areas('New', [area(0, 0), area(5, 1, 2)]);
  expect(calls).toEqual([
    ...['add New', 'New 1,2,3,4', 'get Old', 'Old 1,2,1,1', 'Old 1,3,1,1'],
    ...['Old A1,B6:B7', 'New A1,B6:B7'],
  ]);
});

test('an address holds less than 8,000 signs', () => {
  const { calls, target } = asked();
  // "A1:A2" and its comma: six signs each.
  const rows = (count: number) => Array.from({ length: count }, () => area(0, 0, 2));
  expect(target.areas('S', rows(1_333))).toHaveLength(1);
  expect(target.areas('S', rows(1_334))).toHaveLength(2);
  expect(calls.slice(1).map((one) => one.length - 'S '.length)).toEqual([7_997, 5]);
});
