import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { docxOf, outlineOf, statementOf } from '../../src/deliver';
import { openProject } from '../../src/engagement/project';
import { Engagement } from '../../src/engagement/schema';
import { auditOf, Explainer } from '../../src/explain';
import type { Lang } from '../../src/messages';
import { describe as describeWorkbook } from '../../src/office';
import { isError, type CellValue } from '../../src/rules';
import { compute } from '../../src/workbook';
import { calculate } from '../support/calculator';

/** The tables of a Word document as the texts of their cells, read from its XML and from nothing else. */
function tablesIn(docx: Uint8Array): string[][][] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] as Uint8Array);
  const parts = (text: string, tag: string) =>
    text.match(new RegExp(`<w:${tag}(?: [^>]*)?>.*?</w:${tag}>`, 'gs')) ?? [];
  const text = (cell: string) =>
    parts(cell, 't')
      .map((run) => run.replace(/<[^>]*>/g, ''))
      .join('')
      .replaceAll('&amp;', '&');
  return parts(xml, 'tbl').map((table) =>
    parts(table, 'tr').map((row) => parts(row, 'tc').map(text)),
  );
}

const numberIn = (text: string) => Number(text.replaceAll(',', '').replace('−', '-'));

/** Goes through the calculations as a reader would: what of them is wrong, and what comes out last. */
function workedOut(facts: string[][], rules: string[][], steps: string[][]) {
  const noted = new Map(
    facts.flatMap(([, figures = '']) =>
      [...figures.matchAll(/\[(\d+)\] [^=]*= ([−\d.]+)/g)].map(
        ([, no, number = '']) => [Number(no), numberIn(number)] as const,
      ),
    ),
  );
  const said = new Set(rules.map(([rule]) => rule));
  const wrong: unknown[] = [];
  for (const [no, what, rule, calculation = '', result = ''] of steps) {
    if (!said.has(rule)) wrong.push([no, rule]);
    const value = calculate(calculation, noted);
    const told = numberIn(result);
    if (!(Math.abs(value - told) <= 1e-9 * Math.max(1, Math.abs(told))))
      wrong.push([no, what, calculation, value, result]);
    noted.set(Number(no), value);
  }
  return { wrong, last: noted.get(Number(steps.at(-1)?.[0])) };
}

test.each<[string, Lang]>([
  ['key-account.en', 'en'],
  ['after-sales', 'zh-CN'],
])(
  'the amount due of %s is worked out again from the text of the appendix alone',
  async (name, lang) => {
    const engagement = Engagement.parse(JSON.parse(readFileSync(`examples/${name}.json`, 'utf8')));
    const spec = await describeWorkbook(engagement, lang);
    const computed = compute(spec);
    const plain = (one: ReturnType<typeof computed.name>): CellValue =>
      isError(one) ? one.code : one === '' ? null : one;
    const blocks = spec.sheets.flatMap((sheet) => sheet.blocks);
    const fields = blocks.flatMap((block) => (block.kind === 'fields' ? block.fields : []));
    const statement = blocks.find((block) => block.kind === 'table' && block.name === 'Statement');
    if (statement?.kind !== 'table') throw new Error('No statement');
    const row = (r: number) =>
      statement.columns.map(({ id }) => [id, plain(computed.cell('Statement', r, id))]);
    const results = {
      names: Object.fromEntries(fields.map(({ name: id }) => [id, plain(computed.name(id))])),
      tables: {
        statement: Object.fromEntries(
          statement.rows.map(({ id }, r) => [id, Object.fromEntries(row(r))]),
        ),
      },
    };
    const { catalog } = await openProject(
      engagement.catalogs.map(({ id }) => id),
      lang,
    );
    const explainer = new Explainer(spec, { ...computed, first: () => 1 });
    const paper = statementOf(outlineOf(spec, results, catalog), undefined, (at) =>
      auditOf(explainer, { kind: 'cell', table: 'Statement', row: at, column: 'due' }),
    );

    const tables = tablesIn(await docxOf(paper));
    const [facts, rules, steps] = tables
      .slice(-3)
      .map((table) => table.slice(1).filter((cells) => cells.length > 1)) as [
      string[][],
      string[][],
      string[][],
    ];
    const { wrong, last } = workedOut(facts, rules, steps);
    expect(wrong).toEqual([]);
    expect(last).toBe(computed.name('Statement.Due'));
    // Whatever is another figure is noticed: each result, and what the calculations rest on.
    const noticed = (table: string[][], column: number) =>
      table.flatMap((cells, at) => {
        const said = cells[column] ?? '';
        const digit = /\d(?=[.\d]*$)/.exec(said);
        if (!digit) return [];
        const other = `${said.slice(0, digit.index)}${(Number(digit[0]) + 1) % 10}${said.slice(digit.index + 1)}`;
        const spoilt = table.with(at, cells.with(column, other));
        return table === facts
          ? workedOut(spoilt, rules, steps).wrong.length > 0
          : workedOut(facts, rules, spoilt).wrong.length > 0;
      });
    expect(noticed(steps, 4).filter((is) => !is)).toEqual([]);
    const ofFacts = noticed(facts, 1);
    expect(ofFacts.length).toBeGreaterThan(10);
    expect(ofFacts.filter((is) => is).length).toBeGreaterThan(ofFacts.length / 2);
    expect(steps.length).toBeGreaterThan(20);
    // What is measured begins at readings, with the evidence that stands beside them.
    const evidence = lang === 'en' ? 'Evidence: ' : '证据来源：';
    const read = facts.filter(([, , source]) => source?.startsWith(evidence));
    expect(read.length).toBeGreaterThan(3);
    // A rule is said once for all steps that follow it.
    expect(rules.length).toBeLessThan(steps.length / 1.5);
  },
  60_000,
);

test('the calculator sees what is wrong', () => {
  const noted = new Map([
    [1, 2],
    [2, 3],
  ]);
  expect(calculate('round([1] × (−4 + [2]) ÷ 3; 2)', noted)).toBe(-0.67);
  expect(calculate('max(1; min([1]; [2]) ^ 3) − int(2.9)', noted)).toBe(6);
  expect(() => calculate('[3] + 1', noted)).toThrow('[3] is not known');
  expect(() => calculate('1 2', noted)).toThrow('goes on');
});
