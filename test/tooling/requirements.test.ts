import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { later, promisedApi } from '../../src/host/wire/requirements';
import { requiredApi } from '../../src/taskpane/core/excel';
import {
  answeredMembers,
  byVersion,
  excelMembers,
  usesOf,
  type Use,
} from '../../tools/requirementSets';

const root = process.cwd();
const sample = path.join(root, 'src/office/sample.ts');

/** What the manifest asks for, by set. */
const asked = Object.fromEntries(
  [
    ...readFileSync('manifest.xml', 'utf8').matchAll(/<Set Name="(\w+)" MinVersion="([\d.]+)"/g),
  ].map(([, name = '', version = '']) => [name, version]),
);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(root, folder, name).replace(/\\/g, '/'));

/** Sets of other programs: what every Office has in common is written down for Outlook alone. */
const elsewhere = ['Mailbox'];

const unasked = ({ set, version, isGuarded }: Use): boolean =>
  !isGuarded &&
  !elsewhere.includes(set) &&
  !(asked[set] !== undefined && byVersion(version, asked[set]) <= 0);

let uses: Use[];
beforeAll(() => {
  const folders = ['src/office', 'src/taskpane', 'src/commands', 'src/exchange'];
  uses = usesOf(folders.flatMap(filesIn), {
    [sample]: `
      export async function sample(context: Excel.RequestContext): Promise<void> {
        const { rows } = context.workbook.tables.getItem('T');
        rows.deleteRowsAt(0);
        const sheet = context.workbook.worksheets.getFirst().load('customProperties');
        sheet.getRange('A1').conditionalFormats.getItemOrNullObject('x');
        if (Office.context.requirements.isSetSupported('ExcelApi', '1.14'))
          sheet.getRange('A2').conditionalFormats.getItemOrNullObject('x');
        sheet.names.load('items/name,items/value');
        sheet.set({ showGridlines: false });
      }`,
  });
}, 300_000);

const at = (place: string) => uses.filter((use) => use.place.startsWith(place));

test('no member is used that the manifest does not ask for, unless it is asked for where it stands', () => {
  const wrong = uses.filter((use) => !use.place.startsWith('src/office/sample.ts'));
  expect(
    wrong
      .filter(unasked)
      .map(({ member, set, version, place }) => `${place}: ${member} needs ${set} ${version}`),
  ).toEqual([]);
  expect(new Set(wrong.map(({ member }) => member)).size).toBeGreaterThan(150);
});

test('the manifest asks for no more than is used', () => {
  const used = uses
    .filter(({ set, place }) => set === 'ExcelApi' && !place.startsWith('src/office/sample.ts'))
    .map(({ version }) => version);
  expect(asked['ExcelApi']).toBe(used.sort(byVersion).at(-1));
  expect([requiredApi, promisedApi]).toEqual([asked['ExcelApi'], asked['ExcelApi']]);
});

test('members are found by call, pattern, load and set; a guard counts for its own set', () => {
  expect(
    at('src/office/sample.ts')
      .filter(unasked)
      .map(({ member }) => member),
  ).toEqual(['TableRowCollection.deleteRowsAt', 'ConditionalFormatCollection.getItemOrNullObject']);
  expect(at('src/office/sample.ts')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ member: 'Table.rows', version: '1.1' }),
      expect.objectContaining({ member: 'Worksheet.customProperties', version: '1.12' }),
      expect.objectContaining({ version: '1.14', isGuarded: true }),
      expect.objectContaining({ member: 'NamedItem.value' }),
      expect.objectContaining({ member: 'WorksheetUpdateData.showGridlines', version: '1.8' }),
    ]),
  );
});

test('the stand-in knows which of its members came later than what the manifest asks for', () => {
  const members = excelMembers();
  const answered = filesIn('src/host/wire/objects').flatMap(answeredMembers);
  const newer = answered.flatMap((member) => {
    const { set, version } = members.get(member) ?? {};
    return set === 'ExcelApi' && byVersion(version ?? '', promisedApi) <= 0
      ? []
      : [[member, set, version]];
  });
  expect(answered.length).toBeGreaterThan(300);
  const ours = /\._|^Range\.activate$|^Worksheet\.(?:gridlines|headings)$/;
  expect(
    Object.fromEntries(
      newer
        .filter(([member]) => !ours.test(member as string))
        .map(([member, , version]) => [member, version]),
    ),
  ).toEqual(later);
});
