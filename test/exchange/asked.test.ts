import { askable, questionsIn, templateOf, TemplateError } from '../../src/exchange';
import { failureText } from '../../src/messages';
import { identityOf } from '../../src/engagement/identity';
import type { TemplateOptions } from '../../src/exchange/template';
import type { TableBlock, WorkbookSpec } from '../../src/workbook';
import { createHost } from '../../src/host';
import { Paper, project, sendOut, specOf } from './paper';

const said = project({
  pain: { 's.pain.1': { pick: 'yes', priority: 'high', comment: 'told' } },
  edits: { pain: { 's.pain.2': { symptom: 'our own words' } } },
});
const asked = { respondent: 'Li', due: '2026-03-30', sent: '2026-03-01' };

async function template(
  options: Pick<TemplateOptions, 'audience'> & Partial<TemplateOptions>,
  of = said,
) {
  return templateOf(await specOf(of), of, { ...asked, ...options });
}
const table = async (id: string, ...[options, of]: Parameters<typeof template>) =>
  (await template(options, of)).sent.tables.find((one) => one.id === id);
const blockIn = ({ sheets }: WorkbookSpec, id: string): TableBlock | undefined =>
  sheets
    .flatMap(({ blocks }) => blocks)
    .find((block): block is TableBlock => block.kind === 'table' && block.id === id);

test('it says who is asked what, by when, and of which engagement', async () => {
  const { sent, spec } = await template({ audience: 'department' });
  expect(sent).toMatchObject({
    format: 'appfi-template/2',
    engagement: identityOf(said),
    audience: 'department',
    respondent: 'Li',
    due: '2026-03-30',
    sent: '2026-03-01',
    lang: 'en',
  });
  expect(spec.title).toBe('Please fill in: Acme');
  expect(spec.sheets.map(({ name }) => name)).toEqual([
    'Please fill',
    '1 Ask',
    '3 PainPoints',
    'Maturity',
    'Lists',
    'appfi-sent',
  ]);
});

test('without a client it is called by the project, without either by the workbook', async () => {
  const named = project({ settings: { project: 'Service' } });
  expect((await template({ audience: 'lead' }, named)).spec.title).toBe('Please fill in: Service');
  const unnamed = project({ settings: {} });
  const { spec } = await template({ audience: 'lead' }, unnamed);
  expect(spec.title).toBe(`Please fill in: ${(await specOf(unnamed)).title}`);
});

test('columns to fill are marked where they are required; the others show what a row is about', async () => {
  const pain = await table('pain', { audience: 'department' });
  expect(pain?.columns.map(({ header, fill }) => [header, fill])).toEqual([
    ['Id', false],
    ['No', false],
    ['Dimension', false],
    ['Pain point', false],
    ['Explanation', false],
    ['Symptom in data', true],
    ['Cost hint', true],
    ['Pick *', true],
    ['Priority', true],
    ['Own wording', true],
    ['Comment', true],
  ]);
  const finance = await table('metrics', { audience: 'finance' });
  expect(finance?.columns.filter(({ fill }) => fill).map(({ header }) => header)).toEqual([
    'Baseline *',
    'Evidence',
    'Comment',
  ]);
});

test('a question is a cell to fill in a row that is sent', async () => {
  // Three asks with 4 columns, four pain points with 6, one module with 4.
  expect(questionsIn((await template({ audience: 'department' })).sent)).toBe(3 * 4 + 4 * 6 + 4);
  expect(questionsIn((await template({ audience: 'it' })).sent)).toBe(5 * 2 + 2 * 4);
});

test.each([
  ['department', undefined, {}],
  ['lead', undefined, { pick: 'yes', priority: 'high', comment: 'told' }],
  ['department', true, { pick: 'yes', priority: 'high', comment: 'told' }],
  ['lead', false, {}],
] as const)(
  '%s with prefilled %s is shown the answers so far: %j',
  async (audience, prefilled, shown) => {
    const pain = await table('pain', { audience, prefilled });
    const { pick, priority, comment, symptom } = pain?.rows['s.pain.1'] ?? {};
    expect({ pick, priority, comment }).toEqual({ ...unsaid, ...shown });
    // A text that the catalog gives is no answer: it is shown to be corrected.
    expect(symptom).toBe('Symptom 1');
    expect(pain?.rows['s.pain.2']?.symptom).toBe('our own words');
  },
);
const unsaid = { pick: undefined, priority: undefined, comment: undefined };

test('a text that was erased is sent as a blank: returned as it was, it says nothing', async () => {
  const erased = project({ edits: { pain: { 's.pain.1': { symptom: '' } } } });
  const pain = await table('pain', { audience: 'department' }, erased);
  expect(pain?.rows['s.pain.1']).not.toHaveProperty('symptom');
});

test('rows of one’s own have room where they are asked for, readings more of it', async () => {
  const spares = async (audience: TemplateOptions['audience'], ids: string[]) => {
    const { spec, sent } = await template({ audience });
    return ids.map((id) => [
      id,
      blockIn(spec, id)?.spare,
      sent.tables.find((one) => one.id === id)?.own,
    ]);
  };
  expect(await spares('finance', ['metrics', 'readings', 'costs'])).toEqual([
    ['metrics', 0, false],
    ['readings', 40, true],
    ['costs', 12, true],
  ]);
  expect(await spares('it', ['function'])).toEqual([['function', 0, false]]);
});

test('readings that are there already are nobody’s question', async () => {
  const read = project({
    readings: { 'reading.1': { metric: 's.metric.1', date: '2026-01-31', value: 3 } },
  });
  expect((await table('readings', { audience: 'finance' }, read))?.rows).toEqual({});
});

test('once something is picked, only that is asked about; before that, everything', async () => {
  const ids = async (of?: typeof said) =>
    Object.keys((await table('function', { audience: 'it' }, of))?.rows ?? {});
  expect(await ids()).toHaveLength(5);
  expect(await ids(project({ function: { 's.fn.2': { pick: 'yes' } } }))).toEqual(['s.fn.2']);
  expect(await ids(project({ function: { 's.fn.2': { pick: 'no' } } }))).toHaveLength(5);
});

test('what is not used is not asked about', async () => {
  const without = project({ metrics: { 's.metric.2': { use: 'no' } } });
  const metrics = await table('metrics', { audience: 'finance' }, without);
  expect(Object.keys(metrics?.rows ?? {})).toEqual(['s.metric.1', 's.metric.3']);
});

test.each([['s.question.2'], ['Question two']])(
  'a dimension is chosen by id or word: %s',
  async (dimension) => {
    const { sent } = await template({ audience: 'department', dimensions: [dimension] });
    const rows = (id: string) => Object.keys(sent.tables.find((one) => one.id === id)?.rows ?? {});
    expect(rows('ask')).toEqual(['s.ask.3']);
    // Pain points belong to other dimensions; there is room for their own all the same.
    expect(rows('pain')).toEqual([]);
  },
);

test('dimensions are not chosen where nothing that is asked has any', async () => {
  await expect(
    template({ audience: 'finance', dimensions: ['s.line'], steps: ['costs'] }),
  ).rejects.toThrow(new TemplateError('dimensionless', 's.line', []));
  // Beside tables that have dimensions, those without are asked as a whole.
  const { sent } = await template({ audience: 'finance', dimensions: ['s.line'] });
  const costs = sent.tables.find(({ id }) => id === 'costs');
  expect(Object.keys(costs?.rows ?? {})).toHaveLength(5);
});

test('asking nothing is refused', async () => {
  const spec = await specOf(said);
  const make = (options: Partial<TemplateOptions>) => () =>
    templateOf(spec, said, { ...asked, audience: 'it', ...options });
  expect(make({ steps: [] })).toThrow(new TemplateError('nothing', 'it', []));
  expect(make({ dimensions: ['Nowhere'] })).toThrow(
    new TemplateError('dimension', 'Nowhere', ['s.area']),
  );
});

test('a refusal says what can be asked', async () => {
  const spec = await specOf(said);
  try {
    templateOf(spec, said, { ...asked, audience: 'it', steps: ['pain'] });
    throw new Error('not refused');
  } catch (error) {
    expect(error).toMatchObject({
      problem: 'step',
    });
    expect(failureText('en', error).text).toBe(
      '“pain” is not asked of this audience. Choose from function, innovation, requests, criteria.',
    );
  }
});

test('what an audience can be asked, by the names of its sheets', async () => {
  const spec = await specOf(said);
  expect(askable(spec, 'it')).toEqual({
    prefilled: true,
    steps: [
      { id: 'function', name: '4 Functions' },
      { id: 'innovation', name: '5 Innovations' },
      { id: 'requests', name: 'Data requests' },
      { id: 'criteria', name: 'Criteria' },
    ],
    dimensions: [{ id: 's.area', name: 'Area' }],
  });
  const { prefilled, dimensions } = askable(spec, 'department');
  expect(prefilled).toBe(false);
  expect(dimensions.map(({ name }) => name)).toEqual(['Question one', 'Question two', 'Area']);
});

test('a sheet of several tables gives each the name over it', async () => {
  const names = askable(await specOf(said), 'lead').steps.map(({ name }) => name);
  expect(names.slice(-5)).toEqual([
    ...['Project process', 'Promotion and landing', 'Maturity', 'Data requests', 'Criteria'],
  ]);
});

test('only the lists that are used travel, with the words of their entries', async () => {
  const { sent } = await template({ audience: 'it' });
  expect(sent.lists.map(({ id }) => id)).toEqual([
    'effort',
    'maturity',
    'dimension.function',
    'dimension.innovation',
    'module',
  ]);
  expect(sent.lists.find(({ id }) => id === 'effort')).toEqual({
    id: 'effort',
    open: true,
    entries: [
      ['S', 'S (two weeks)'],
      ['M', 'M (six weeks)'],
      ['L', 'L (three months)'],
      ['XL', 'XL (longer)'],
    ],
  });
  expect(sent.texts).toContain('4 Functions');
});

test('what is missing is marked, picks where picks are asked', async () => {
  const marks = async (audience: TemplateOptions['audience'], id: string) =>
    blockIn((await template({ audience })).spec, id)?.highlights?.map((one) => one.id);
  expect(await marks('department', 'pain')).toEqual(['missing-pick', 'picked', 'rejected']);
  expect(await marks('it', 'function')).toEqual(['missing-effort']);
  expect(await marks('finance', 'readings')).toEqual([]);
});

test('finance is asked for what is in scope alone, as soon as anything is', async () => {
  const rowsOf = async (of: ReturnType<typeof project>) =>
    Object.keys((await table('metrics', { audience: 'finance' }, of))?.rows ?? {});
  const all = await rowsOf(project());
  expect(all.length).toBeGreaterThan(1);
  expect(await rowsOf(project({ metrics: { 's.metric.2': { use: 'yes' } } }))).toEqual([
    's.metric.2',
  ]);
});

test('years beyond the horizon are asked about only where they hold something', async () => {
  const yearsOf = async (of: ReturnType<typeof project>) =>
    (await table('costs', { audience: 'finance' }, of))?.columns
      .map(({ id }) => id)
      .filter((id) => /^y\d+$/.test(id));
  expect(await yearsOf(project({ settings: { horizon: 2 } }))).toEqual(['y0', 'y1', 'y2']);
  const later = { settings: { horizon: 1 }, costs: { 'cost.labour': { y3: 5 } } };
  expect(await yearsOf(project(later))).toEqual(['y0', 'y1', 'y3']);
});

const headsOf = (spec: WorkbookSpec) =>
  spec.sheets.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.kind === 'text' ? block.rows.map(([cell]) => cell?.text) : [],
    ),
  );

test('where no currency is agreed, amounts are asked without one', async () => {
  const { spec } = await template({ audience: 'finance', steps: ['costs'] }, project({}));
  expect(headsOf(spec)).toContain('For Li · due 2026-03-30');
});

test('amounts are asked in the currency of the engagement, and a share is shown as one', async () => {
  const money = project({
    settings: { client: 'Acme', currency: 'CNY' },
    edits: { metrics: { 's.metric.1': { unit: 'ratio' } } },
  });
  const { spec } = await template({ audience: 'finance', steps: ['costs', 'metrics'] }, money);
  expect(headsOf(spec)).toContain('For Li · due 2026-03-30 · amounts in CNY, also as 1.2M or 120k');
  const shares = blockIn(spec, 'metrics')?.rows.filter(({ cells }) => cells.unit === 'ratio');
  expect(shares?.length).toBeGreaterThan(0);
  expect(new Set(shares?.map(({ kinds }) => kinds?.baseline))).toEqual(new Set(['rate']));
});

test('how far one is stands on the first sheet, by formula', async () => {
  const paper = await Paper.of(await sendOut(project(), { steps: ['pain'] }));
  const host = createHost(paper.type('3 PainPoints', 'Pain 1', 'Pick *', 'Yes').book);
  await host.run(async (context) => {
    context.workbook.application.calculate('Full');
    await context.sync();
  });
  expect(() => new Paper(host.book).find('Please fill', 'Filled: 1 of 4')).not.toThrow();
});
