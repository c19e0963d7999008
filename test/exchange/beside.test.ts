import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describeIssue, readFilled } from '../../src/exchange';
import { openXlsx, type Scalar } from '../../src/book';
import { marked } from '../engine/openpyxl';
import { openpyxlAvailable } from '../support/python';
import { Paper, project, sendOut } from './paper';

/** Whatever was written is answered for, wherever it stands and however it looks. */

const pain = '3 PainPoints';
const first = 'Please fill';
let asked: Uint8Array;
beforeAll(async () => {
  asked = await sendOut(project());
});

const issuesOf = ({ issues }: ReturnType<typeof readFilled>) =>
  issues.map(({ kind, place, found }) => `${kind} ${place}: ${found}`);

async function read(fill: (paper: Paper) => void) {
  const paper = await Paper.of(asked);
  fill(paper);
  const filled = readFilled(paper.book);
  const answers = filled.answers.map(({ row, column, value }) => `${row} ${column}: ${value}`);
  return { answers, own: filled.own.map(({ cells }) => cells), issues: issuesOf(filled) };
}

test('what is written on the first sheet is told, but for the name of who answered', async () => {
  const { issues } = await read((paper) => {
    const at = paper.find(first, 'Answered by');
    paper.put(first, at.row, at.column + 1, 'Wang');
    paper.put(first, at.row, at.column + 4, 'ask my deputy');
    const due = paper.find(first, 'Please return by');
    paper.put(first, due.row, due.column + 1, 'end of May');
    paper.put(first, 40, 1, 4711);
  });
  expect(issues).toEqual([
    'stray Please fill!F7: ask my deputy',
    'stray Please fill!C8: end of May',
    'stray Please fill!B41: 4711',
  ]);
});

test('how far one is, is no answer, also where a program has left values alone', async () => {
  const { issues } = await read((paper) => {
    const { cells } = paper.sheet(first);
    for (const row of cells) for (const cell of row ?? []) if (cell) delete cell.formula;
  });
  expect(issues).toEqual([]);
});

test('what only a copy of a sheet says is told cell by cell, and not taken', async () => {
  const { answers, issues } = await read((paper) => {
    paper.type(pain, 'Pain 1', 'Pick *', 'Yes').type(pain, 'Pain 2', 'Pick *', 'No');
    paper.book.sheets.push({ ...structuredClone(paper.sheet(pain)), id: 'copy', name: 'Mine' });
    for (const n of [3, 4]) paper.type(pain, `Pain ${n}`, 'Pick *', 'No');
    paper.type('Mine', 'Pain 2', 'Pick *', 'Maybe');
    paper.add('Mine', 1, { 'Pain point': 'Our own' });
    paper.put('Mine', 1, 6, 'by the night shift');
  });
  expect(answers).toEqual([1, 2, 3, 4].map((n) => `s.pain.${n} pick: ${n === 1 ? 'yes' : 'no'}`));
  expect(issues).toEqual([
    'table-doubled Mine: ',
    'on-copy Mine!H7: Maybe',
    'on-copy Mine!D10: Our own',
    'stray Mine!G2: by the night shift',
  ]);
});

test('words beside the headers are told', async () => {
  const { row } = (await Paper.of(asked)).find(pain, 'Pick *');
  const { issues } = await read((paper) => paper.put(pain, row, 20, 'see my mail'));
  expect(issues).toEqual(['stray 3 PainPoints!U5: see my mail']);
});

test('an answer merged over rows and columns counts for each of the rows', async () => {
  const { answers, issues } = await read((paper) => {
    const { row, column } = paper.find(pain, 'Pick *');
    paper.put(pain, row + 2, column, 'No');
    paper.sheet(pain).merges.push({ row: row + 2, column, rows: 2, columns: 3 });
  });
  expect(answers).toEqual(['s.pain.2 pick: no', 's.pain.3 pick: no']);
  expect(issues).toEqual([]);
});

const rowsOfOwn: [string, number, Record<string, Scalar>][] = [
  ['nothing', 1, { 'Pain point': 'n/a', Comment: '—' }],
  ['nothing in Chinese', 1, { 'Pain point': '无' }],
  ['as above', 1, { 'Pain point': '同上', 'Pick *': 'Yes' }],
  ['a chapter', 1, { 'Pain point': 'II. Service' }],
  ['a chapter in Chinese', 1, { 'Pain point': '三、服务' }],
  ['what others belong to', 1, { 'Pain point': 'Others:' }],
  ['words far below', 30, { 'Pain point': 'As of May' }],
];
test.each(rowsOfOwn)('%s is asked about, and no row', async (_, n, cells) => {
  const { own, issues } = await read((paper) => paper.add(pain, n, cells));
  expect(own).toEqual([]);
  expect(issues).toEqual([
    expect.stringMatching(new RegExp(`^row-no-item .*: ${String(cells['Pain point'])}`)),
  ]);
});

test('one’s own stands in the table, as far as it goes, or as far as there were empty rows', async () => {
  const single = (n: number) => (paper: Paper) => paper.add(pain, n, { 'Pain point': `Own ${n}` });
  const both = await read((paper) => single(13)(single(12)(paper)));
  expect(both.own).toEqual([{ item: 'Own 12' }]);
  expect(both.issues).toEqual(['row-no-item 3 PainPoints!A22: Own 13']);
  const plain = (n: number) =>
    read((paper) => {
      paper.sheet(pain).tables = [];
      single(n)(paper);
    });
  expect((await plain(12)).own).toEqual([{ item: 'Own 12' }]);
  expect((await plain(13)).own).toEqual([]);
});

test('words of our lists are ours on the sheet of lists alone, whoever has shown it', async () => {
  const { issues } = await read((paper) => {
    const lists = paper.sheet('Lists');
    lists.visibility = 'Hidden';
    paper.put('Lists', 40, 0, 'Yes').put('Lists', 41, 0, 'by heart');
    paper.put(first, 40, 1, 'Yes');
  });
  expect(issues).toEqual(['stray Please fill!B41: Yes', 'stray Lists!A42: by heart']);
});

test('a title among the rows that were sent is asked about; a row of one’s own is none', async () => {
  const { own, issues } = await read((paper) => {
    const { row, column } = paper.find(pain, 'Pain 3');
    paper.sheet(pain).cells.splice(row, 0, []);
    paper.put(pain, row, column, 'Night shift').add(pain, 1, { 'Pain point': 'Vine. Wine. Six' });
  });
  expect(own).toEqual([{ item: 'Vine. Wine. Six' }]);
  expect(issues).toEqual(['row-no-item 3 PainPoints!A8: Night shift']);
});

test('cells that are coloured or struck through are told by place and words', async () => {
  const style = (paper: Paper, item: string, header: string, look: object) => {
    const { row } = paper.find(pain, item);
    const { column } = paper.find(pain, header);
    const cell = ((paper.sheet(pain).cells[row] ??= [])[column] ??= { value: null });
    cell.style = { ...cell.style, ...look };
  };
  const { answers, issues } = await read((paper) => {
    for (const header of ['Pick *', 'Priority'])
      style(paper, 'Pain 1', header, { fill: '#92D050' });
    for (const header of ['Pick *', 'Priority'])
      style(paper, 'Pain 2', header, { fill: '#92D050' });
    style(paper, 'Pain 4', 'Pick *', { fill: '#92D050' });
    style(paper, 'Pain 3', 'Pain point', { strikethrough: true });
    style(paper, 'Pain 2', 'Pain point', { fontColor: '#FF0000' });
    // As the whole sheet looks, nothing is said.
    for (const n of [1, 2, 3, 4]) style(paper, `Pain ${n}`, 'Comment', { fill: '#DDEEFF' });
  });
  expect(answers).toEqual([]);
  expect(issues.sort()).toEqual([
    'marked 3 PainPoints!D7: Pain 2',
    'marked 3 PainPoints!D8: Pain 3',
    'marked 3 PainPoints!H6:I7, H9: Pain 1 · Pain 2 · Pain 4',
  ]);
});

test('a word that is struck out within a text is told', async () => {
  const { answers, issues } = await read((paper) => {
    paper.type(pain, 'Pain 1', 'Comment', 'keep drop');
    const { row } = paper.find(pain, 'Pain 1');
    const cell = paper.sheet(pain).cells[row]?.[paper.find(pain, 'Comment').column];
    if (cell) cell.rich = '<r><t>keep </t></r><r><rPr><strike/></rPr><t>drop</t></r>';
  });
  expect(answers).toEqual(['s.pain.1 comment: keep drop']);
  expect(issues).toEqual(['marked 3 PainPoints!K6: Pain 1']);
});

(openpyxlAvailable() ? test : test.skip)('marks that another program has made', async () => {
  const { row } = (await Paper.of(asked)).find(pain, 'Pain 1');
  const file = marked(asked, pain, `H${row + 1}`, `D${row + 2}`);
  expect(issuesOf(readFilled(await openXlsx(file)))).toEqual([
    `marked ${pain}!D${row + 2}: Pain 2`,
    `marked ${pain}!H${row + 1}: Pain 1`,
  ]);
});

const drawing = (inside: string) =>
  `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>4</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>6</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>${inside}</xdr:twoCellAnchor></xdr:wsDr>`;
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The file with a part that belongs to its sheet of pains. */
function withPart(type: string, text: string): Uint8Array {
  const parts = unzipSync(asked);
  const path = 'xl/worksheets/_rels/sheet3.xml.rels';
  const rels = strFromU8(parts[path]!);
  parts[path] = strToU8(
    rels.replace(
      '</Relationships>',
      `<Relationship Id="more" Type="${type}" Target="../more.xml"/></Relationships>`,
    ),
  );
  parts['xl/more.xml'] = strToU8(text);
  return zipSync(parts);
}

test.each<[string, string, string, string]>([
  [
    'a text box',
    `${relation}/drawing`,
    drawing(
      '<xdr:sp><xdr:txBody><a:p><a:r><a:t>Ask </a:t></a:r><a:r><a:t>Wu</a:t></a:r></a:p></xdr:txBody></xdr:sp>',
    ),
    'note 3 PainPoints!E7: Ask Wu',
  ],
  [
    'a picture',
    `${relation}/drawing`,
    drawing(
      '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Picture 1" descr="Screenshot"/></xdr:nvPicPr></xdr:pic>',
    ),
    'picture 3 PainPoints!E7: Screenshot',
  ],
  [
    'a threaded comment',
    'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment',
    '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="H6"><text>Since when?</text></threadedComment><threadedComment ref="H6"><text>Since May</text></threadedComment></ThreadedComments>',
    'note 3 PainPoints!H6: Since when?|note 3 PainPoints!H6: Since May',
  ],
])('%s is told', async (_, type, text, told) => {
  const filled = readFilled(await openXlsx(withPart(type, text)));
  expect(issuesOf(filled)).toEqual(told.split('|'));
  for (const issue of filled.issues)
    for (const lang of ['en', 'zh-CN', 'zh-TW'] as const)
      expect(describeIssue(lang, issue)).toContain(issue.found);
});
