import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { saveXlsx } from '../../../src/book';
import type { Value } from '../../../src/exchange/sent';
import type { Issue } from '../../../src/exchange';
import { recalculateAll } from '../../support/libreoffice';
import { needPython } from '../../support/python';
import { messes, messUp } from '../mess';
import { Paper, project, sendOut } from '../paper';

/**
 * Writes the messed-up templates beside this file, each with what was typed into it and what cannot
 * be understood: `npx tsx test/exchange/messy/make.ts`. Run it again only if templates change.
 */

interface Case {
  name: string;
  fill(paper: Paper): void;
  expected: {
    answers: Record<string, Value>;
    own?: Record<string, Value>[];
    issues?: Pick<Issue, 'kind' | 'found'>[];
  };
  /** The program that saves it. */
  by?: 'LibreOffice' | 'openpyxl';
}

const pain = '3 PainPoints';
const typed = (paper: Paper) =>
  paper
    .type(pain, 'Pain 1', 'Pick *', '是')
    .type(pain, 'Pain 1', 'Comment', '每周都有 12%')
    .type(pain, 'Pain 3', 'Pick *', 'No')
    .add(pain, 2, { 'Pain point': 'Our own', 'Pick *': '✓', Priority: 'High' });
const usual: Case['expected'] = {
  answers: { 's.pain.1 pick': 'yes', 's.pain.1 comment': '每周都有 12%', 's.pain.3 pick': 'no' },
  own: [{ item: 'Our own', pick: 'yes', priority: 'high' }],
};

const messed = (name: string, edits: [string, number][], by?: Case['by']): Case => ({
  name,
  fill: (paper) => {
    typed(paper);
    messUp(
      paper,
      edits.map(([kind, n]) => ({ kind, n })),
    );
  },
  expected: edits.some(([kind]) => kind === 'column added')
    ? { ...usual, issues: [{ kind: 'stray', found: 'My notes' }] }
    : usual,
  ...(by && { by }),
});

const odd = (name: string, fill: (paper: Paper) => void, expected: Case['expected']): Case => ({
  name,
  fill,
  expected,
});

const blank = { answers: {} };
const word = (value: string | number | boolean, means: Value): Case =>
  odd(
    `word ${value}`.replaceAll(/[\\/:*?]/g, '_'),
    (paper) => paper.type(pain, 'Pain 2', 'Pick *', value),
    {
      answers: { 's.pain.2 pick': means },
    },
  );

const cases: Case[] = [
  ...Object.keys(messes).map((kind, i) => messed(kind.replaceAll(' ', '-'), [[kind, i + 3]])),
  messed('sorted-and-columns-moved', [
    ['sorted', 8],
    ['columns moved', 5],
    ['sheet renamed', 2],
  ]),
  messed('rows-inserted-ids-gone', [
    ['rows inserted', 7],
    ['ids gone', 0],
    ['column added', 4],
  ]),
  messed(
    'everything',
    Object.keys(messes)
      .filter((kind) => kind !== 'header reworded')
      .map((kind) => [kind, 6]),
  ),
  messed('by-libreoffice', [['filtered', 1]], 'LibreOffice'),
  messed(
    'by-libreoffice-sorted',
    [
      ['sorted', 4],
      ['sheet renamed', 3],
    ],
    'LibreOffice',
  ),
  messed('by-openpyxl', [['filtered', 2]], 'openpyxl'),
  messed(
    'by-openpyxl-moved',
    [
      ['columns moved', 9],
      ['unprotected', 0],
    ],
    'openpyxl',
  ),
  word('ＹＥＳ', 'yes'),
  word('不選', 'no'),
  odd('unknown-word', (paper) => paper.type(pain, 'Pain 1', 'Pick *', 'perhaps?'), {
    ...blank,
    issues: [{ kind: 'value-unknown', found: 'perhaps?' }],
  }),
  odd('text-reworded-in-place', (paper) => paper.type(pain, 'Pain 1', 'Pain point', 'Pain one'), {
    ...blank,
    issues: [{ kind: 'text-changed', found: 'Pain one' }],
  }),
  odd(
    'note-beside',
    (paper) => {
      const { row } = paper.find(pain, 'Pain 2');
      paper.put(pain, row, 14, 'ask Wang');
    },
    { ...blank, issues: [{ kind: 'column-unknown', found: 'ask Wang' }] },
  ),
  odd(
    'note-on-a-new-sheet',
    (paper) => {
      const [first] = paper.book.sheets;
      if (first)
        paper.book.sheets.push({
          ...structuredClone(first),
          id: '{00000000-0001-0000-0000-000000000099}',
          name: 'Notes',
          cells: [[{ value: 'see mail' }]],
          tables: [],
          validations: [],
          conditionalFormats: [],
          merges: [],
        });
    },
    { ...blank, issues: [{ kind: 'stray', found: 'see mail' }] },
  ),
  odd(
    'row-copied-and-answered-again',
    (paper) => {
      paper.type(pain, 'Pain 1', 'Pick *', 'Yes');
      const { row } = paper.find(pain, 'Pain 1');
      const { column } = paper.find(pain, 'Pick *');
      const cells = paper.sheet(pain).cells;
      cells.splice(row + 1, 0, structuredClone(cells[row] ?? []));
      paper.sheet(pain).tables = [];
      paper.put(pain, row + 1, column, 'No');
    },
    { answers: { 's.pain.1 pick': 'yes' }, issues: [{ kind: 'row-duplicated', found: 'no' }] },
  ),
  odd('own-row-without-name', (paper) => paper.add(pain, 1, { Comment: 'what about parts?' }), {
    ...blank,
    own: [{ comment: 'what about parts?' }],
    issues: [{ kind: 'nameless', found: 'what about parts?' }],
  }),
  odd(
    'sheet-deleted',
    (paper) => {
      paper.book.sheets = paper.book.sheets.filter(({ name }) => name !== pain);
      paper.book.names = paper.book.names.filter(({ formula }) => !formula.includes(pain));
    },
    { ...blank, issues: [{ kind: 'table-missing', found: '' }] },
  ),
  odd(
    'picks-deleted',
    (paper) => {
      const sheet = paper.sheet(pain);
      const { row, column } = paper.find(pain, 'Pick *');
      sheet.tables = [];
      for (let r = row; r < sheet.cells.length; r += 1) sheet.cells[r]?.splice(column, 1);
    },
    { ...blank, issues: [{ kind: 'column-missing', found: '' }] },
  ),
];

const script = `
import io, sys, openpyxl
book = openpyxl.load_workbook(io.BytesIO(sys.stdin.buffer.read()))
out = io.BytesIO(); book.save(out); sys.stdout.buffer.write(out.getvalue())
`;
const byOpenpyxl = (bytes: Uint8Array): Uint8Array => {
  const { status, stdout, stderr } = spawnSync(needPython(), ['-W', 'ignore', '-c', script], {
    input: bytes,
    maxBuffer: 1e8,
  });
  if (status !== 0) throw new Error(stderr.toString());
  return new Uint8Array(stdout);
};

async function make() {
  const sent = await sendOut(project(), { steps: ['pain'] });
  const files = new Map<Case, Uint8Array>();
  for (const one of cases) {
    const paper = await Paper.of(sent);
    one.fill(paper);
    const bytes = await saveXlsx(paper.book);
    files.set(one, one.by === 'openpyxl' ? byOpenpyxl(bytes) : bytes);
  }
  const office = cases.filter(({ by }) => by === 'LibreOffice');
  const saved = await recalculateAll(office.map((one) => files.get(one) as Uint8Array));
  office.forEach((one, i) => files.set(one, saved[i] as Uint8Array));
  for (const [{ name, expected }, bytes] of files) {
    const base = path.join(__dirname, name.replaceAll(' ', '-'));
    writeFileSync(`${base}.xlsx`, bytes);
    writeFileSync(`${base}.json`, `${JSON.stringify(expected, null, 2)}\n`);
  }
  console.log(cases.length, readFileSync(path.join(__dirname, 'sorted.xlsx')).length);
}

make().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
