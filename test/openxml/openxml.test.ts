import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ownFolder } from '../cli/run';
import { problemsOf, validatorAvailable } from '../support/openxml';
import { openPackage } from './packageRules';
import { workbookProblems } from './workbookRules';
import { writtenFiles } from './written';

const ifValidator = validatorAvailable() ? test : test.skip;
const file = ownFolder();

let files: Record<string, Uint8Array>;
beforeAll(async () => {
  files = await writtenFiles(file);
}, 600_000);

/** The files, and the workbooks that stand behind the charts of slides. */
function withBooksInside(): Record<string, Uint8Array> {
  const inside = Object.entries(files).flatMap(([name, bytes]) =>
    Object.entries(name.endsWith('.pptx') ? unzipSync(bytes) : {})
      .filter(([part]) => part.endsWith('.xlsx'))
      .map(([part, book]) => [`${name} ${part}`, book] as const),
  );
  return { ...files, ...Object.fromEntries(inside) };
}

function breaches(bytes: Uint8Array): string[] {
  const opened = openPackage(bytes);
  if (opened.problems.length > 0) return opened.problems;
  return opened.parts['xl/workbook.xml'] ? workbookProblems(opened) : [];
}

/** The file with one of its parts otherwise; without it where nothing is put in. */
function spoilt(name: string, part: string, how?: (xml: string) => string): Uint8Array {
  const parts = unzipSync(files[name] as Uint8Array);
  const xml = strFromU8(parts[part] as Uint8Array);
  delete parts[part];
  if (how && how(xml) === xml) throw new Error(`${part} of ${name} stays as it was`);
  return zipSync({ ...parts, ...(how && { [part]: strToU8(how(xml)) }) });
}

test('workbooks, papers and slides are among what is tried', () => {
  const endings = Object.keys(files).map((name) => name.slice(name.lastIndexOf('.')));
  expect(endings.filter((one) => one === '.xlsx').length).toBeGreaterThan(12);
  expect(endings.filter((one) => one === '.docx')).toHaveLength(3);
  expect(endings.filter((one) => one === '.pptx')).toHaveLength(3);
  expect(Object.keys(withBooksInside()).length).toBeGreaterThan(Object.keys(files).length + 6);
});

ifValidator(
  'nothing that we write is wrong for Microsoft’s validator',
  () => {
    expect(problemsOf(withBooksInside())).toEqual({});
  },
  300_000,
);

ifValidator('the validator sees what is wrong', () => {
  const late = (xml: string) =>
    xml.replace(/(<p:sldIdLst>.*<\/p:sldIdLst>)(<p:sldSz [^>]*>)/s, '$2$1');
  const found = problemsOf({
    'no.docx': strToU8('no package'),
    'order.pptx': spoilt('team.pptx', 'ppt/presentation.xml', late),
    'sign.docx': spoilt('annex.docx', 'word/document.xml', (xml) =>
      xml.replace('<w:t ', '<w:t>\u000b</w:t><w:t '),
    ),
    'whole.docx': files['annex.docx'] as Uint8Array,
  });
  expect(Object.keys(found)).toEqual(['no.docx', 'order.pptx', 'sign.docx']);
  expect(found['order.pptx']?.[0]).toMatch(/presentation\.xml .*unexpected child element/);
});

test('nothing that we write breaks a rule for which Office repairs a file', () => {
  const found = Object.entries(withBooksInside()).map(
    ([name, bytes]) => [name, breaches(bytes)] as const,
  );
  expect(Object.fromEntries(found.filter(([, all]) => all.length > 0))).toEqual({});
}, 300_000);

const sheet = 'xl/worksheets/sheet4.xml';
const replaced = (pattern: RegExp, by: string) => (xml: string) => xml.replace(pattern, by);

test.each([
  ['docProps/core.xml', undefined, 'docProps/core.xml, which is not there'],
  ['xl/styles.xml', replaced(/<\/cellXfs>/, ''), 'xl/styles.xml is not XML'],
  [
    '[Content_Types].xml',
    replaced(/<Override [^>]*table1\.xml"[^>]*>/, '$&$&'),
    'two content types',
  ],
  ['xl/_rels/workbook.xml.rels', replaced(/Id="rId2"/, 'Id="rId1"'), 'has rId1 twice'],
  ['xl/tables/table1.xml', replaced(/(<tableColumn id="1" name=")/, '$1x'), 'stands under'],
  [
    'xl/workbook.xml',
    replaced(/<definedName name="[^_"][^>]*>[^<]*<\/definedName>/, '$&$&'),
    'is twice',
  ],
  [sheet, replaced(/<f>[^<]*<\/f>/, '<f>Nowhere[Column]</f>'), 'there is no table Nowhere'],
  [sheet, replaced(/<f>[^<]*<\/f>/, '<f>IFNA(1,2)</f>'), 'IFNA lacks _xlfn.'],
  [sheet, replaced(/<f>[^<]*<\/f>/, '<f>@A1</f>'), '@ is not for files'],
  [sheet, replaced(/<f>[^<]*<\/f>/, "<f>'Not here'!A1</f>"), 'there is no sheet not here'],
  [sheet, replaced(/<v>\d+<\/v>/, '<v>999999</v>'), 'a text that is not there'],
] as const)('a workbook whose %s is wrong breaks a rule', (part, how, problem) => {
  expect(breaches(spoilt('small.xlsx', part, how)).join('\n')).toContain(problem);
});
