import { strToU8, unzipSync, zipSync } from 'fflate';
import { refuseLoss, workbookEnding } from '../../src/cli/lost';
import { saveXlsx } from '../../src/book';
import { sampleBook } from '../book/sample';

const refuse = (bytes: Uint8Array) => () => refuseLoss('en', 'f.xlsx', bytes);

test('only a signed file is refused: its signature ends with any change', async () => {
  const plain = await saveXlsx(sampleBook());
  expect(refuse(plain)).not.toThrow();
  const parts = { ...unzipSync(plain), 'xl/vbaProject.bin': strToU8('x') };
  expect(refuse(zipSync(parts))).not.toThrow();
  expect(refuse(zipSync({ ...parts, '_xmlsignatures/sig1.xml': strToU8('<x/>') }))).toThrow(
    'f.xlsx carries a digital signature, which any change ends. Sign a changed copy again in Excel, or pass --force to write it without the signature.',
  );
});

test('a workbook with macros, or a template, stays one', () => {
  const files = ['a.xlsx', 'b.XLSM', 'c.xltx', 'd.xltm', 'e.zip'];
  expect(files.map(workbookEnding)).toEqual(['.xlsx', '.xlsm', '.xltx', '.xltm', '.xlsx']);
});
