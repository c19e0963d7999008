import { spawnSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { annexOf, docxOf, statementOf, type Outline, type Paper } from '../../src/deliver';
import { paperFonts } from '../../src/cli/commands/deliverPictures';
import type { PaperBlock } from '../../src/deliver/papers/paper';
import { pdfOf } from '../../src/deliver/papers/pdf';
import { need } from '../../tools/programs';
import { storyOf } from './outlines';

let outline: Outline;
beforeAll(async () => {
  outline = await storyOf({ settings: { client: 'Client' } });
});

const headings = (paper: Paper) =>
  paper.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));

test('an annex to no contract has no empty table, and says what is not agreed', () => {
  const paper = annexOf(outline);
  for (const block of paper.blocks)
    if (block.kind === 'table') {
      expect(block.rows.length).toBeGreaterThan(0);
      expect(block.columns.length).toBeGreaterThan(1);
    }
  expect(headings(paper)).not.toContain('Terms');
  expect(paper.blocks).toContainEqual({ kind: 'text', text: 'Nothing is agreed.', look: 'muted' });
});

test('the annex says its curves in words, and the clauses that the contract chose', async () => {
  const paper = annexOf(
    await storyOf({
      settings: { fee: 1000, objectionDays: 10, expert: 'yes', expertName: 'Dr. Wu' },
      terms: {
        'term.1': { code: 'A', weight: 0.5, curve: 'tiers' },
        'term.2': { code: 'B', weight: 0.5, curve: 'from-threshold' },
      },
    }),
  );
  const steps = paper.blocks.flatMap((block) => (block.kind === 'steps' ? block.items : []));
  expect(steps).toContainEqual(
    expect.stringContaining(
      'Below 70.0% attainment nothing is paid. From 70.0% on, 50.0% of the stake. From 85.0% on, 75.0% of the stake. From 100.0% on, 100.0% of the stake. Beyond it, no more than 100.0%.',
    ),
  );
  expect(steps).toContainEqual(
    expect.stringContaining(
      'From 70.0% on, 70.0% of the stake. Rising evenly to 100.0% at 100.0%.',
    ),
  );
  expect(steps.filter((text) => /^(Objection|Expert)/.test(text))).toEqual([
    expect.stringContaining('within 10 days'),
    expect.stringContaining('decided by Dr. Wu'),
  ]);
  expect(steps.some((text) => text.startsWith('Early termination'))).toBe(false);
});

test('both papers say which signature has taken the place of which, when and why; the annex how that is done', async () => {
  const first = { no: 1, period: 1, signedOn: '2026-07-02', amount: 5, digest: 'a' };
  const second = {
    ...{ no: 2, period: 1, signedOn: '2026-07-09', digest: 'b' },
    ...{ supersedes: 1, because: 'Wrong fee' },
  };
  const signed = await storyOf({ ledger: { 'signature.1': first, 'signature.2': second } });
  for (const paper of [annexOf(signed), statementOf(signed)])
    expect(paper.blocks).toContainEqual({
      kind: 'text',
      text: 'No 2 of 2026-07-09 supersedes no 1 of 2026-07-02, because: Wrong fee',
    });
  const texts = ({ blocks }: Paper) =>
    blocks.flatMap((block) => (block.kind === 'text' ? [block.text] : []));
  expect(texts(annexOf(outline))).toContainEqual(
    expect.stringMatching(/corrected by a later signature of the same period .* says why/),
  );
  expect(texts(annexOf(outline)).join(' ')).not.toContain('supersedes no');
});

test('what cannot be settled is not there to be signed', () => {
  const paper = statementOf(outline);
  expect(paper.blocks.map(({ kind }) => kind)).toEqual(['fields', 'text']);
  expect(paper.blocks[1]).toMatchObject({ look: 'alarm' });
});

test.each([
  [2, ['600,000.00', '180,000.00', '5,000.00']],
  [0, ['600,000', '180,000', '5,000']],
])('amounts have the %d decimals that the contract pays out', async (minorDigits, told) => {
  const settings = { fee: 600_000, shareAtRisk: 0.3, payCap: 5000, minorDigits };
  const { blocks } = annexOf(await storyOf({ settings, terms: { 'term.1': { code: 'A' } } }));
  const texts = blocks.flatMap((block) => {
    if (block.kind === 'fields') return block.rows.map(({ value }) => value);
    if (block.kind !== 'table') return [];
    return block.rows.flatMap((row) => ('cells' in row ? row.cells : []));
  });
  expect(texts).toEqual(expect.arrayContaining(told));
});

const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ cells: [`Cell ${i + 1}`] }));
const columns = [{ name: 'Column', width: 1 }];

test.each<[string, RegExp, (no: number) => PaperBlock[]]>([
  [
    'signatures with the section before them',
    /Basis \d|Signatures|Vendor/,
    (no) => [
      { kind: 'heading', text: `Basis ${no}` },
      { kind: 'text', text: 'What it rests on' },
      { kind: 'heading', text: 'Signatures' },
      { kind: 'signatures', day: 'Date', sides: [{ side: 'Vendor', person: 'Lin' }] },
    ],
  ],
  [
    'signatures with the definition before them',
    /Measured \d|Value \d|Signatures|Vendor/,
    (no) => [
      {
        ...{ kind: 'fields', title: `Measured ${no}` },
        rows: rows(6).map((_, i) => ({ name: 'Name', value: `Value ${i + 1}` })),
      },
      { kind: 'heading', text: 'Signatures' },
      { kind: 'signatures', day: 'Date', sides: [{ side: 'Vendor', person: 'Lin' }] },
    ],
  ],
  [
    'the caption of a short table with all of it',
    /Orders \d|Column|Cell/,
    (no) => [{ kind: 'table', title: `Orders ${no}`, columns, rows: rows(2) }],
  ],
  [
    'the heading of a long table with its first row',
    /Steps \d|Cell 1$/m,
    (no) => [
      { kind: 'heading', text: `Steps ${no}` },
      { kind: 'table', columns, rows: rows(12), dense: true },
    ],
  ],
  [
    'the heading of definitions with all of the first',
    /Metrics \d|Orders|Value \d+$/m,
    (no) => [
      { kind: 'heading', text: `Metrics ${no}` },
      {
        ...{ kind: 'fields', title: 'Orders' },
        rows: rows(14).map((_, i) => ({ name: 'Name', value: `Value ${i + 1}` })),
      },
    ],
  ],
])('a heading goes to the next page with what stands under it: %s', async (_, told, blocks) => {
  const fonts = paperFonts('en', undefined);
  if (!fonts) throw new Error('No font');
  const paper: Paper = {
    ...{ lang: 'en', title: 'Title', subtitle: 'Subtitle', foot: 'Foot' },
    // Each section begins a page and reaches one line further down.
    blocks: Array.from({ length: 16 }, (__, i) => i + 22).flatMap((lines) => [
      { kind: 'heading' as const, text: 'Section', newPage: true as const },
      ...Array.from({ length: lines }, () => ({ kind: 'text' as const, text: 'Line' })),
      ...blocks(lines),
    ]),
  };
  const pdf = await pdfOf(paper, fonts);
  const { stdout } = spawnSync(need('pdftotext'), ['-', '-'], { input: pdf, encoding: 'utf8' });
  expect(stdout.split('\f').filter((page) => told.test(page))).toHaveLength(16);
});

test('no heading stands over another', () => {
  for (const paper of [annexOf(outline), statementOf(outline)])
    paper.blocks.forEach((block, i) => {
      if (block.kind === 'heading') expect(paper.blocks[i + 1]?.kind).not.toBe('heading');
    });
});

test('in Word the name of a group stands at the left, and an empty cell is no taller than its text', async () => {
  const paper: Paper = {
    ...{ lang: 'en', title: 'Title', subtitle: 'Subtitle', foot: 'Foot' },
    blocks: [
      {
        ...{ kind: 'table', dense: true },
        columns: [
          { name: 'No', width: 1, align: 'right' },
          { name: 'What', width: 1 },
        ],
        rows: [{ group: 'A group' }, { cells: ['1', ''] }],
      },
    ],
  };
  const xml = strFromU8(unzipSync(await docxOf(paper))['word/document.xml'] ?? new Uint8Array());
  const paragraphs = xml.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? [];
  const holding = (text: string) => paragraphs.find((one) => one.includes(`>${text}<`));
  expect(holding('A group')).toContain('<w:jc w:val="left"/>');
  expect(holding('1')).toContain('<w:jc w:val="right"/>');
  const cells = xml.match(/<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc>/gs) ?? [];
  for (const cell of cells) expect(cell).toMatch(/<w:pPr>.*<w:rPr><w:sz w:val="14"\/>.*<\/w:pPr>/s);
});

test('in Word, too, signatures stand on the page of the definition before them', async () => {
  const paper: Paper = {
    ...{ lang: 'en', title: 'Title', subtitle: 'Subtitle', foot: 'Foot' },
    blocks: [
      { kind: 'fields', title: 'Orders', rows: [{ name: 'Unit', value: 'Pieces' }] },
      { kind: 'heading', text: 'Signatures' },
      { kind: 'signatures', day: 'Date', sides: [{ side: 'Vendor', person: 'Lin' }] },
    ],
  };
  const xml = strFromU8(unzipSync(await docxOf(paper))['word/document.xml'] ?? new Uint8Array());
  const [before = ''] = xml.slice(xml.indexOf('>Orders<')).split('>Signatures<');
  const paragraphs = before.match(/<w:p>(?:(?!<\/w:p>).)*<\/w:p>/gs) ?? [];
  expect(paragraphs).toHaveLength(3);
  for (const one of paragraphs) expect(one).toContain('<w:keepNext/>');
});

test('in Word every list begins at 1', async () => {
  const paper: Paper = {
    ...{ lang: 'en', title: 'Title', subtitle: 'Subtitle', foot: 'Foot' },
    blocks: [
      { kind: 'steps', items: ['One', 'Two'] },
      { kind: 'text', text: 'Between' },
      { kind: 'steps', items: ['First', 'Second'] },
    ],
  };
  const parts = unzipSync(await docxOf(paper));
  const xml = (name: string) => strFromU8(parts[`word/${name}.xml`] ?? new Uint8Array());
  const lists = [...xml('document').matchAll(/<w:numId w:val="(\d+)"\/>/g)].map(([, id]) => id);
  expect(lists).toEqual([lists[0], lists[0], lists[2], lists[2]]);
  expect(lists[2]).not.toBe(lists[0]);
  for (const id of new Set(lists)) {
    const list = new RegExp(`<w:num w:numId="${id}"(?:(?!</w:num>).)*`, 's').exec(xml('numbering'));
    expect(list?.[0]).toContain('<w:startOverride w:val="1"/>');
  }
});
