import { strToU8, unzipSync, zipSync } from 'fflate';
import { refuseLoss } from '../../src/cli/lost';
import { saveXlsx } from '../../src/book';
import { sampleBook } from '../book/sample';

/** The sample workbook with one more part, or a part changed. */
async function fileWith(change: (parts: Record<string, Uint8Array>) => void): Promise<Uint8Array> {
  const parts = unzipSync(await saveXlsx(sampleBook()));
  change(parts);
  return zipSync(parts);
}
const refuse = (bytes: Uint8Array) => () => refuseLoss('en', 'cli.merge.loses', 'f.xlsx', bytes);

test('a file of ours is carried over whole', async () => {
  expect(refuse(await fileWith(() => undefined))).not.toThrow();
});

test.each([
  ['xl/media/image1.png', 'pictures'],
  ['xl/pivotTables/pivotTable1.xml', 'pivot tables'],
  ['xl/vbaProject.bin', 'macros'],
  ['xl/externalLinks/externalLink1.xml', 'links to other files'],
  ['xl/slicers/slicer1.xml', 'slicers'],
  ['xl/charts/chartEx1.xml', 'the part xl/charts/chartEx1.xml, unknown here'],
  ['xl/chartsheets/sheet1.xml', 'the part xl/chartsheets/sheet1.xml, unknown here'],
  ['xl/somethingNew/part1.xml', 'the part xl/somethingNew/part1.xml, unknown here'],
  ['docMetadata/LabelInfo.xml', 'the part docMetadata/LabelInfo.xml, unknown here'],
])('%s is named and refused', async (name, what) => {
  const bytes = await fileWith((parts) => (parts[name] = strToU8('<x/>')));
  expect(refuse(bytes)).toThrow(
    `f.xlsx holds ${what}, which saving here would drop. Merge in the add-in’s pane instead, or pass --force to accept the loss.`,
  );
});

test('everything that would be lost is named at once, text boxes and sparklines too', async () => {
  const bytes = await fileWith((parts) => {
    parts['xl/media/image1.png'] = new Uint8Array(1);
    parts['xl/drawings/drawing99.xml'] = strToU8('<xdr:wsDr xmlns:xdr="u"><xdr:sp/></xdr:wsDr>');
    parts['xl/worksheets/sheet1.xml'] = strToU8(
      '<worksheet><extLst><x14:sparklineGroup/></extLst></worksheet>',
    );
  });
  expect(refuse(bytes)).toThrow('holds pictures · shapes or text boxes · sparklines, which');
});
