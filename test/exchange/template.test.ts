import { strFromU8, unzipSync } from 'fflate';
import { TemplateError, templateOf } from '../../src/exchange';
import { createHost, openHost } from '../../src/host';
import { available, recalculateAll } from '../support/libreoffice';
import { openXlsx, saveXlsx } from '../../src/book';
import { layOut, study } from '../../src/office';
import { catalogs, Paper, project, sendOut, specOf } from './paper';

const pain = '3 PainPoints';
const said = project({
  settings: { client: 'Acme', project: 'Service', fee: 123_456_789 },
  pain: { 's.pain.1': { pick: 'yes', owner: 'Secret Sam', comment: 'told in confidence' } },
  function: { 's.fn.1': { pick: 'yes' } },
});

const locked = ({ book }: Paper, sheet: string, row: number, column: number) =>
  book.sheets.find(({ name }) => name === sheet)?.cells[row]?.[column]?.style?.locked !== false;

test('only what the audience fills is open, and rows for one’s own', async () => {
  const paper = await Paper.of(await sendOut(said));
  const { row } = paper.find(pain, 'Pain 1');
  const own = paper.find(pain, 'Pain 4').row + 1;
  const at = (header: string) => paper.find(pain, header).column;
  expect(paper.sheet(pain).protection).toBeDefined();
  expect(['Pick *', 'Priority', 'Comment'].map((one) => locked(paper, pain, row, at(one)))).toEqual(
    [false, false, false],
  );
  expect(['Pain point', 'Explanation'].map((one) => locked(paper, pain, row, at(one)))).toEqual([
    true,
    true,
  ]);
  expect(['Pain point', 'Pick *'].map((one) => locked(paper, pain, own, at(one)))).toEqual([
    false,
    false,
  ]);
  expect(paper.sheet(pain).validations.map(({ rule }) => rule.type)).toContain('list');
});

test('nothing that others said, nor what is not asked, is in the file – not even hidden', async () => {
  const bytes = await sendOut(said);
  expect(bytes.length).toBeLessThan(1_000_000);
  const all = Object.entries(unzipSync(bytes));
  const text = all.map(([, part]) => strFromU8(part)).join('\n');
  for (const secret of ['Secret Sam', 'told in confidence', '123456789', 'Function 1'])
    expect(text).not.toContain(secret);
  expect(all.map(([name]) => name).filter((name) => /vba|external|media/i.test(name))).toEqual([]);
});

test('what is answered so far is shown to those who answer for the whole', async () => {
  const paper = await Paper.of(await sendOut(said, { audience: 'lead' }));
  const { row } = paper.find(pain, 'Pain 1');
  const { column } = paper.find(pain, 'Pick *');
  expect(paper.sheet(pain).cells[row]?.[column]?.value).toBe('Yes');
  const it = await Paper.of(await sendOut(said, { audience: 'it', steps: ['function'] }));
  expect(() => it.find('4 Functions', 'Function 2')).toThrow();
});

test('made from a workbook it is the same as made from its engagement', async () => {
  const host = createHost();
  await host.run((context) => layOut(context, said, { lang: 'en', catalogs }));
  const { spec, read } = await host.run((context) => study(context, { catalogs }));
  const options = { audience: 'finance', respondent: 'Li', due: '2026-03-30', sent: '2026-03-01' } as const; // prettier-ignore
  const template = templateOf(spec, read.engagement, options);
  expect(template.sent).toEqual(templateOf(await specOf(said), said, options).sent);
});

test('the file itself counts what is left', async () => {
  const host = await openHost(await sendOut(said, { steps: ['pain'] }));
  const paper = new Paper(host.book);
  const left = () => {
    const { row, column } = paper.find('Please fill', 'Left');
    return paper.sheet('Please fill').cells[row]?.[column + 1]?.value;
  };
  expect(left()).toBe(4);
  const { column } = paper.find(pain, 'Pick *');
  const letter = String.fromCharCode(65 + column);
  host.edit(pain, `${letter}${paper.find(pain, 'Pain 1').row + 1}`, 'Yes');
  expect(left()).toBe(3);
});

test('LibreOffice counts the same', async () => {
  if (!available()) return;
  const paper = await Paper.of(await sendOut(said, { steps: ['pain'] }));
  paper.type(pain, 'Pain 2', 'Pick *', 'No');
  const [saved] = await recalculateAll([await saveXlsx(paper.book)]);
  const back = new Paper(await openXlsx(saved as Uint8Array));
  const { row, column } = back.find('Please fill', 'Left');
  expect(back.sheet('Please fill').cells[row]?.[column + 1]?.value).toBe(3);
});

test.each(['lead', 'department', 'it', 'finance'] as const)(
  '%s is asked in three languages',
  async (audience) => {
    for (const lang of ['en', 'zh-CN', 'zh-TW'] as const) {
      const spec = await specOf(said, lang);
      const { sent } = templateOf(spec, said, {
        audience,
        respondent: 'Li',
        due: '2026-03-30',
        sent: '2026-03-01',
      });
      expect(sent.lang).toBe(lang);
      expect(sent.tables.length).toBeGreaterThan(0);
    }
  },
);

test('steps and dimensions that are not there are refused, with those that are', async () => {
  const spec = await specOf(said);
  const make = (options: object) => () =>
    templateOf(spec, said, {
      audience: 'department',
      respondent: 'Li',
      due: '',
      sent: '',
      ...options,
    });
  expect(make({ steps: ['costs'] })).toThrow(
    new TemplateError('step', 'costs', ['ask', 'pain', 'maturity']),
  );
  expect(make({ dimensions: ['s.nowhere'] })).toThrow(TemplateError);
  const { sent } = make({ steps: ['ask'], dimensions: ['Question two'] })();
  expect(Object.keys(sent.tables[0]?.rows ?? {})).toEqual(['s.ask.3']);
});
