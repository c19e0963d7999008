import { readFilled, type Reply } from '../../src/exchange';
import type { Scalar } from '../../src/book';
import { Paper, project, sendOut } from './paper';

/** A figure is read in the unit of what its row is about, and in the currency that was asked for. */

const units = {
  metrics: {
    's.metric.1': { unit: 'money' },
    's.metric.2': { unit: 'ratio' },
    's.metric.3': { unit: 'hours' },
  },
};
let asked: Uint8Array;
beforeAll(async () => {
  const settings = { client: 'Acme', project: 'Service', currency: 'CNY' };
  const engagement = project({ settings, edits: units });
  asked = await sendOut(engagement, {
    audience: 'finance',
    steps: ['metrics', 'readings', 'costs'],
  });
});

async function read(fill: (paper: Paper) => void, replies: readonly Reply[] = []) {
  const paper = await Paper.of(asked);
  fill(paper);
  const { answers, own, issues } = readFilled(paper.book, undefined, replies);
  const values = [...answers.map(({ value }) => value), ...own.map(({ cells }) => cells.value)];
  const [issue] = issues;
  return issue ? `${issue.kind}: ${issue.found} → ${issue.ask?.choices.join(' or ')}` : values[0];
}

const put = (paper: Paper, item: string, value: Scalar, numberFormat?: string) => {
  const { row } = paper.find('Metrics', item);
  const { column } = paper.find('Metrics', 'Baseline *');
  paper.put('Metrics', row, column, value);
  const cell = paper.sheet('Metrics').cells[row]?.[column];
  if (cell && numberFormat !== undefined) cell.style = { ...cell.style, numberFormat };
};

test.each<[Scalar, string | undefined, string | number]>([
  ['2.4M', undefined, 2_400_000],
  ['120万元', undefined, 1_200_000],
  ['RMB 120k', undefined, 120_000],
  ['￥1,200', undefined, 1200],
  ['30%', undefined, 'share-of-money: 30% → '],
  [0.3, '0%', 'share-of-money: 30% → '],
  ['$180', undefined, 'other-currency: $180 → 180'],
  ['180 EUR', undefined, 'other-currency: 180 EUR → 180'],
  [180, '[$€-2] #,##0', 'other-currency: € 180 → 180'],
  [180, '"¥"#,##0', 180],
])('an amount %s shown as %s: %s', async (typed, format, told) => {
  expect(await read((paper) => put(paper, 'Metric 1', typed, format))).toBe(told);
});

test.each<[Scalar, string | undefined, string | number]>([
  ['30%', undefined, 0.3],
  [0.3, undefined, 0.3],
  [0.3, 'General', 0.3],
  [1.2, '0%', 1.2],
  ['120%', undefined, 1.2],
  [30, 'General', 'out-of-range: 30 → 30%'],
  [30, '0%', 'out-of-range: 30 → 30%'],
  ['30', undefined, 'out-of-range: 30 → 30%'],
  [1.5, 'General', 'out-of-range: 1.5 → 1.5% or 150%'],
  ['4,500%', undefined, 'out-of-range: 4,500% → '],
  ['¥30', undefined, 'not-number: ¥30 → '],
])('a share %s shown as %s: %s', async (typed, format, told) => {
  expect(await read((paper) => put(paper, 'Metric 2', typed, format))).toBe(told);
});

test.each<[Scalar, string | number]>([
  [30, 30],
  ['1,200', 1200],
  ['30%', 'share-of-money: 30% → '],
  ['5m', 'not-number: 5m → '],
  ['¥5', 'not-number: ¥5 → 5'],
])('hours %s: %s', async (typed, told) => {
  expect(await read((paper) => put(paper, 'Metric 3', typed))).toBe(told);
});

test.each<[string, Scalar, string | number]>([
  ['Metric 1', '30%', 'share-of-money: 30% → '],
  ['Metric 2', '30%', 0.3],
  ['Metric 2', '30', 'out-of-range: 30 → 30%'],
  ['Metric 3', '30%', 'share-of-money: 30% → '],
])('a reading of %s, %s: %s', async (metric, value, told) => {
  const fill = (paper: Paper) => {
    const { row } = paper.find('Readings', 'Metric');
    for (const [header, typed] of Object.entries({ Metric: metric, Value: value }))
      paper.put('Readings', row + 1, paper.find('Readings', header).column, typed);
  };
  expect(await read(fill)).toBe(told);
});

test('what is asked about is taken as it is answered', async () => {
  const fill = (paper: Paper) => put(paper, 'Metric 2', 30, 'General');
  const { issues } = readFilled((await Paper.of(asked)).book);
  expect(issues).toEqual([]);
  const paper = await Paper.of(asked);
  fill(paper);
  const [issue] = readFilled(paper.book).issues;
  const reply = { place: issue?.place ?? '', found: '30', reply: '30%' };
  expect(await read(fill, [reply])).toBe(0.3);
});

test('a share is asked for in a cell that shows one', async () => {
  const paper = await Paper.of(asked);
  const patternOf = (item: string) => {
    const { row } = paper.find('Metrics', item);
    const { column } = paper.find('Metrics', 'Baseline *');
    return paper.sheet('Metrics').cells[row]?.[column]?.style?.numberFormat;
  };
  expect(patternOf('Metric 2')).toContain('%');
  expect(patternOf('Metric 1')).not.toContain('%');
});
