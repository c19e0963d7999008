import { formatValue } from '../../../src/host/calc';
import { CellError, type Scalar } from '../../../src/book';

test.each<[Scalar, string, string]>([
  [null, '0', ''],
  [1234.5, '', '1234.5'],
  [1234.5, 'General', '1234.5'],
  [1 / 3, 'General', '0.333333333'],
  [1234.5, '#,##0', '1,235'],
  [0.256, '0.0%', '25.6%'],
  [45296, 'yyyy-mm-dd', '2024-01-05'],
  [60, 'yyyy-mm-dd', '1900-02-29'],
  [-1, 'yyyy-mm-dd', '########'],
  ['text', '0.00', 'text'],
  [true, '0', 'TRUE'],
  [new CellError('#N/A'), '0', '#N/A'],
  [1, '"yes";;"no"', 'yes'],
  [0, '"yes";;"no"', 'no'],
  [5, '"broken', '5'],
  [0.999999, 'yyyy-mm-dd hh:mm:ss', '1900-01-01 00:00:00'],
  [3.14159, '[s].000', '271433.376'],
  [45296.9999999, 'dd hh:mm', '06 00:00'],
  [45296.9999999, 'hh:mm:ss.000', '23:59:59.991'],
])('%p as %s', (value, format, text) => {
  expect(formatValue(value, format)).toBe(text);
});
