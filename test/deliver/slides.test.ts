import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { slidesOf, slideTitles, type Outline } from '../../src/deliver';
import { lookOf } from '../../src/deliver/slides/look';
import { placed } from '../../src/deliver/slides/logo';
import { spansOf, type Step } from '../../src/deliver/slides/chart';
import { bridgeOf } from '../../src/deliver/slides/steering/bridge';
import { textWidth, wrap } from '../../src/deliver/text';
import type { CellValue } from '../../src/rules';
import { pngOf } from '../support/png';
import { storyOf } from './outlines';

const one: Parameters<typeof storyOf>[0] = {
  settings: { project: 'Project one' },
  ask: { 's.ask.1': { pick: 'yes' } },
  plan: { 's.plan.1': { pick: 'yes' } },
  pain: { 's.pain.1': { pick: 'yes' } },
  function: { 's.fn.1': { pick: 'yes' } },
  innovation: { 's.inn.1': { pick: 'yes' } },
};

/** The texts of each slide. */
async function textsOf(outline: Outline, audience: 'steering' | 'team'): Promise<string[][]> {
  const files = unzipSync(await slidesOf(outline, { audience }));
  const number = (name: string) => Number(/slide(\d+)\.xml$/.exec(name)?.[1]);
  return Object.keys(files)
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => number(a) - number(b))
    .map((name) =>
      [...strFromU8(files[name] as Uint8Array).matchAll(/<a:t>([^<]*)</g)].map(([, t]) => t ?? ''),
    );
}

/** The outline with `count` functions like the first, each moving a metric worth its number. */
function withFunctions(outline: Outline, count: number): Outline {
  const large = structuredClone(outline);
  const group = large.steps.find(({ id }) => id === 'function')?.groups[0];
  const metrics = large.steps.find(({ id }) => id === 'metric')?.groups[0];
  const [first, metric] = [group?.items[0], metrics?.items[0]];
  if (!group || !first || !metrics || !metric) throw new Error('No function');
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  group.items = numbers.map((n) => ({ ...first, id: `f.${n}`, text: `Function no. ${n};` }));
  metrics.items = numbers.map((n) => ({ ...metric, id: `m.${n}`, text: `Metric no. ${n};` }));
  large.whys = numbers.map((n) => ({
    kind: 'function-metric',
    from: `f.${n}`,
    to: `m.${n}`,
    strength: 1,
  }));
  large.tables.monetisation = {
    sheet: 'monetisation',
    columns: [],
    rows: numbers.map((n) => ({ id: `m.${n}`, cells: { counted: 1, expected: n * 1000 } })),
  };
  return large;
}

describe('one pick in each step, nothing else', () => {
  let outline: Outline;
  beforeAll(async () => {
    outline = await storyOf(one);
  });

  test.each([
    [
      'steering',
      ['1 value driver sets the direction of this phase', '1 function replaces 1 pain of today'],
    ],
    [
      'team',
      [
        '1 value driver sets the direction of this phase',
        '1 plan item sets mode and ignition points',
        '1 key pain to solve first',
        '1 function picked, its phase still open',
        '1 digital innovation to try small first',
      ],
    ],
  ] as const)('titles for %s count in the singular', async (audience, said) => {
    const texts = (await textsOf(outline, audience)).flat();
    expect(texts).toEqual(expect.arrayContaining([...said]));
    for (const title of [...slideTitles(outline, { audience }), ...said]) {
      expect(title).not.toMatch(/\b0 /);
      expect(title).not.toMatch(/\b1 (?:of 1|\w+ ?\w*s (?:set|measure|have|in))\b/);
    }
  });

  test('short tables share a slide, whose foot names the sheets of both', async () => {
    const slides = await textsOf(outline, 'team');
    const shared = slides.find(([title]) => title?.startsWith('1 value driver')) ?? [];
    expect(shared).toContain('1 plan item sets mode and ignition points');
    expect(shared).toContain('Plan 1');
    expect(shared.join('|')).toContain('Source: sheets 1 Ask · 2 Plan');
    expect(slideTitles(outline)).not.toContain('1 plan item sets mode and ignition points');
  });

  test('a column in which nothing is said is left out', async () => {
    const slides = await textsOf(outline, 'team');
    const pains = slides.find((texts) => texts.includes('1 key pain to solve first'));
    expect(pains).toContain('Pain 1');
    expect(pains).not.toContain('Owner');
    expect(pains).not.toContain('Priority');
  });

  test.each(['steering', 'team'] as const)(
    'no slide for %s says that something is not a number or unknown',
    async (audience) => {
      for (const texts of await textsOf(outline, audience))
        expect(texts.join('|')).not.toMatch(/NaN|undefined|null|Infinity|\{\w+\}/);
    },
  );

  test('a chart of one series colours it, not its points, which the schema has elsewhere', async () => {
    for (const audience of ['steering', 'team'] as const) {
      const files = unzipSync(await slidesOf(outline, { audience }));
      const charts = Object.keys(files).filter((name) => /charts\/chart\d+\.xml$/.test(name));
      if (audience === 'steering') expect(charts).not.toEqual([]);
      for (const name of charts)
        expect(strFromU8(files[name] ?? new Uint8Array())).not.toContain('<c:dPt>');
    }
  });

  test('a name stands whole in a table whose texts are cut', async () => {
    const many = structuredClone(outline);
    const group = many.steps.find(({ id }) => id === 'pain')?.groups[0];
    const first = group?.items[0];
    if (!group || !first) throw new Error('No pain');
    group.items = Array.from({ length: 40 }, (_, i) => ({
      ...first,
      id: `pain.${i}`,
      text: `Pain ${i}, ${'told at length '.repeat(20)}`,
      owner: 'Gordon Sands',
    }));
    const words = (await textsOf(many, 'team')).flat();
    expect(words.filter((text) => /^Pain \d+, .*…$/.test(text)).length).toBeGreaterThan(10);
    expect(words).toContain('Gordon Sands');
    expect(words.filter((text) => /^Gordon.*…$/.test(text))).toEqual([]);
  });

  test('without figures the summary says so, and asks for them', async () => {
    const [summary] = (await textsOf(outline, 'steering')).slice(1);
    expect(summary?.[0]).toMatch(/^Scope is picked, its value not yet known: \d decisions? asked$/);
    expect(summary).toContain('The return still lacks inputs, so there is no figure yet');
    expect(summary).toContain('Name owners for 1 function');
  });
});

test('phases that hold nothing are not counted in the title', async () => {
  const said = (phases: ('now' | 'later' | undefined)[]) =>
    storyOf({
      function: Object.fromEntries(
        phases.map((phase, i) => [`s.fn.${i + 1}`, { pick: 'yes', ...(phase && { phase }) }]),
      ),
    });
  const title = async (phases: Parameters<typeof said>[0]) =>
    slideTitles(await said(phases)).find((one) => one.includes(' function'));
  expect(await title(['now', 'now', 'later'])).toBe('3 functions in phases: 2 now, 1 later');
  expect(await title(['now', undefined])).toBe('2 functions in phases: 1 now, 1 still open');
  expect(await title(['now', 'now'])).toBe('2 functions to realise in this phase');
});

test('a team sees where each rated module stands and shall stand', async () => {
  const titled = async (rating: object) => {
    const outline = await storyOf({ ...one, maturity: { 's.module': rating } });
    return (await textsOf(outline, 'team')).find(([title]) => title?.includes('rated'));
  };
  expect(await titled({ asIs: 2, toBe: 4 })).toEqual(
    expect.arrayContaining([
      '1 module rated, 1 with two levels or more to go in this phase',
      '2 → 4',
      'Module',
    ]),
  );
  expect(await titled({ asIs: 3 })).toContain('3');
  expect(await titled({ toBe: 3 })).toBeUndefined();
});

test('what is kept for after go-live is added up, in the currency', async () => {
  const outline = await storyOf({
    settings: { currency: 'EUR' },
    budget: { 'custom.budget.1': { item: 'Own team', before: 900, after: 600 } },
  });
  const slide = (await textsOf(outline, 'team')).find((texts) => texts.includes('Own team'));
  expect(slide).toEqual(expect.arrayContaining(['in EUR', '900', '600', '1,500']));
  expect(slide?.filter((text) => text === '1,500')).toHaveLength(2);
});

test('candidates are told, and not counted as decided', async () => {
  const outline = await storyOf({
    ask: { 's.ask.1': { pick: 'yes' }, 's.ask.2': { pick: 'maybe' } },
    pain: { 's.pain.1': { pick: 'yes' }, 's.pain.2': { pick: 'maybe' } },
    function: {
      's.fn.1': { pick: 'yes', phase: 'now' },
      's.fn.2': { pick: 'maybe', phase: 'now' },
      's.fn.3': { pick: 'maybe', phase: 'later' },
    },
  });
  for (const audience of ['steering', 'team'] as const) {
    const said = (await textsOf(outline, audience)).flat();
    expect(said).toContain('1 value driver sets the direction of this phase');
    expect(said).toContain('1 function to realise in this phase');
  }
  expect((await textsOf(outline, 'team')).flat()).toEqual(
    expect.arrayContaining([
      '1 key pain to solve first',
      'This phase: 1 function',
      'Later: 1 candidate',
    ]),
  );
  const words = (await textsOf(outline, 'steering')).flat();
  expect(words).toContain('Take or drop 4 candidates');
  expect(words).toContain('2 candidates still marked “maybe”, not counted');
});

describe('300 functions', () => {
  let large: Outline;
  beforeAll(async () => {
    large = withFunctions(await storyOf(one), 300);
  });

  test('a committee has twelve slides at most', async () => {
    expect((await textsOf(large, 'steering')).length).toBeLessThanOrEqual(12);
  });

  test('a team has every phase on two slides at most, and reads how many are left', async () => {
    const slides = await textsOf(large, 'team');
    const phase = slides.filter(([title]) => title?.startsWith('No phase yet: 300 functions'));
    expect(phase).toHaveLength(2);
    const listed = phase.flat().filter((text) => /^Function no\. \d+;$/.test(text)).length;
    expect(phase.flat()).toContain(`${300 - listed} more`);
    expect(slides.filter(([title]) => /\(\d+\/([3-9]|\d\d)\)$/.test(title ?? ''))).toEqual([]);
  });

  test('a team sees those worth most traced, and where the others are', async () => {
    const words = (await textsOf(large, 'team')).flat();
    expect(words).toContain(
      'The 12 of 300 picked functions whose metrics are worth most; more on sheet Trace',
    );
    expect(words).toContain('300 k · Metric no. 300;');
  });

  test('all of them are counted by dimension and phase', async () => {
    const slides = await textsOf(large, 'team');
    const overview = slides.find(([title]) => title?.includes('300 functions picked'));
    expect(overview).toEqual(expect.arrayContaining(['Dimension', 'No phase yet', 'Total', '300']));
  });

  test('metrics are capped too, the dearest shown', async () => {
    const words = (await textsOf(large, 'team')).flat();
    expect(words).toContain('The 24 that matter most, of 300; more on sheet Metrics');
  });
});

test('a metric that nothing is agreed of is counted, not listed', async () => {
  const outline = await storyOf({
    ...one,
    metrics: {
      's.metric.1': { use: 'yes', baseline: 10, target: 20 },
      's.metric.2': { use: 'yes' },
    },
  });
  const slides = await textsOf(outline, 'team');
  const words = slides.find(([title]) => title?.startsWith('2 metrics measure the value'));
  expect(words).toContain('Metric 1');
  expect(words).not.toContain('Metric 2');
  expect(words).toContain('Metrics without baseline or target: 1');
});

/** Inches from the top of a slide to where each of its tables begins and ends. */
const tablesOn = (xml: string): [from: number, to: number][] =>
  [...xml.matchAll(/<p:graphicFrame>.*?<a:off x="\d+" y="(\d+)".*?<\/p:graphicFrame>/gs)].map(
    ([frame, y]) => {
      const heights = [...frame.matchAll(/<a:tr h="(\d+)"/g)].map(([, h]) => Number(h));
      return [Number(y) / 914400, (Number(y) + heights.reduce((a, b) => a + b, 0)) / 914400];
    },
  );

test('what is short stands under the end of what is long, whichever comes first, and neither over the other', async () => {
  const outline = withFunctions(await storyOf(one), 18);
  const items = outline.steps.find(({ id }) => id === 'function')?.groups[0]?.items ?? [];
  items.forEach((item, i) =>
    Object.assign(item, { phase: 'now', text: `No ${i}, ${'at length '.repeat(9)}` }),
  );
  Object.assign(items[17] ?? {}, { phase: 'later', pick: 'maybe' });
  const slides = await textsOf(outline, 'team');
  const shared = slides.find((texts) => texts.includes('Later: 1 candidate'));
  expect(shared?.[0]).toBe('This phase: 17 functions (2/2)');
  const files = unzipSync(await slidesOf(outline, { audience: 'team' }));
  const all = Object.entries(files)
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map(([, bytes]) => tablesOn(strFromU8(bytes)));
  expect(all.filter(({ length }) => length > 1).length).toBeGreaterThan(1);
  for (const tables of all)
    tables.forEach(([from, to], i) => {
      expect(from).toBeGreaterThan(tables[i - 1]?.[1] ?? 0);
      expect(to).toBeLessThan(6.8);
    });
});

test('a phase that takes more people than there are is the roadmap’s message, a risk, and to be decided', async () => {
  const outline = await storyOf({ ...one, function: { 's.fn.1': { pick: 'yes', phase: 'now' } } });
  const cells = { phase: 'now', days: 1420, capacity: 630, over: 1 };
  outline.tables.phaseBudget = { sheet: 'scope', columns: [], rows: [{ id: 'phase.now', cells }] };
  const slides = await textsOf(outline, 'steering');
  const said = slides.flat();
  expect(said).toEqual(
    expect.arrayContaining([
      '1 function in phases, but “This phase” takes 1,420 person-days of 630',
      '“This phase” takes 1,420 person-days, and there are 630',
      '1 function of “This phase” takes 1,420 person-days of 630: cut scope, defer or add people',
    ]),
  );
  expect(said).not.toContain('Release the 1 function of this phase');
});

test('what changes is said in one size, however long the texts', async () => {
  const outline = await storyOf({
    pain: { 's.pain.1': { pick: 'yes' }, 's.pain.2': { pick: 'yes' } },
    function: { 's.fn.1': { pick: 'yes' }, 's.fn.2': { pick: 'yes' } },
  });
  const [pain] = outline.steps.find(({ id }) => id === 'pain')?.groups[0]?.items ?? [];
  if (!pain) throw new Error('No pain');
  pain.text = 'A pain that is told at length, '.repeat(12);
  const files = unzipSync(await slidesOf(outline, { audience: 'steering' }));
  const slide = Object.entries(files)
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .find((xml) => xml.includes('Afterwards'));
  const runs = (slide ?? '').match(/<a:rPr(?:(?!<\/a:t>).)*<\/a:t>/gs) ?? [];
  const sizes = runs.flatMap(
    (run) => /sz="(\d+)".*<a:t>(?:A pain|Pain|Function)/s.exec(run)?.[1] ?? [],
  );
  expect(sizes).toEqual(Array.from({ length: 4 }, () => '1200'));
});

test('a number within a dark part of a bar is light, within a light part dark', async () => {
  const outline = await storyOf(one);
  const efforts = ['S', 'M', 'L', 'XL'];
  const group = outline.steps.find(({ id }) => id === 'function')?.groups[0];
  const [first] = group?.items ?? [];
  if (!group || !first) throw new Error('No function');
  group.items = efforts.map((effort) => ({
    ...first,
    id: effort,
    row: { ...first.row, effort, days: 10 },
  }));
  const files = unzipSync(await slidesOf(outline, { audience: 'steering' }));
  const chart = Object.entries(files)
    .filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .find((xml) => xml.includes('<c:grouping val="stacked"/>') && xml.includes('XL'));
  const labels = [...(chart ?? '').matchAll(/<c:ser>.*?<c:dLbls>.*?srgbClr val="(\w+)"/gs)];
  expect(labels.map(([, color]) => color)).toEqual(['1F2A30', '1F2A30', '1F2A30', 'FFFFFF']);
});

test('an amount is not torn from its currency and unit', async () => {
  const outline = await storyOf(one);
  outline.fields['Roi.NetValue'] = { label: 'Net value', kind: 'money', value: 1_420_000 };
  outline.fields['Engagement.Currency'] = { label: 'Currency', kind: 'text', value: 'CNY' };
  expect(slideTitles(outline, { audience: 'steering' }).join('|')).toContain(
    'CNY\u00a01.42\u00a0M',
  );
  expect(wrap('It has CNY\u00a01.42\u00a0M', 6)).toEqual(['It has', 'CNY\u00a01.42\u00a0M']);
});

test('the weights of all terms stand on the bet’s one page, however many there are', async () => {
  const outline = await storyOf(one);
  const weights = [0.3, 0.2, 0.15, 0.1, 0.1, 0.05, 0.04, 0.03, 0.03];
  const table = (rows: Record<string, CellValue>[]) => ({
    ...{ sheet: 'terms', columns: [] },
    rows: rows.map((cells, i) => ({ id: `${i}`, cells })),
  });
  outline.fields['Contract.Pool'] = { label: 'Pool', kind: 'amount', value: 100 };
  outline.fields['Contract.Problem'] = { label: 'Problem', kind: 'text', value: null };
  outline.tables.terms = table(weights.map((weight, i) => ({ item: `Term ${i + 1}`, weight })));
  outline.tables.payoff = table([{ grid: 1, income: 100, client: 50 }]);
  const files = unzipSync(await slidesOf(outline, { audience: 'steering' }));
  const chart = Object.entries(files)
    .filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .find((xml) => xml.includes('Term 1'));
  const values = [...(chart ?? '').matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, v]) => v ?? '');
  expect(values).toContain('3 more · 10.0%');
  const stakes = values
    .filter((value) => /^[\d.]+$/.test(value))
    .slice(-7)
    .map(Number);
  expect(stakes.reduce((sum, stake) => sum + stake, 0)).toBeCloseTo(100);
});

test('the next days tell what is missing, and who can give it', async () => {
  const outline = await storyOf({ ...one, settings: { businessLead: 'Simon' } });
  const slides = await textsOf(outline, 'steering');
  const days = slides.find(([title]) => title?.startsWith('Next 30 days'));
  expect(days).toContain('Picked functions without an owner: 1');
  expect(days).toContain('Simon');
});

describe('from gross to net value', () => {
  const amount = fc.integer({ min: -1e6, max: 1e6 });

  test('each step begins where the one before ended, whatever the signs', () => {
    fc.assert(
      fc.property(amount, fc.array(amount, { maxLength: 6 }), (gross, changes) => {
        const steps: Step[] = [
          { name: '', amount: gross, total: true },
          ...changes.map((one) => ({ name: '', amount: one })),
        ];
        let level = 0;
        spansOf(steps).forEach(({ base, above, below }, i) => {
          const [from, to] = i === 0 ? [0, gross] : [level, level + (steps[i]?.amount ?? 0)];
          level = to;
          expect([Math.min(from, to), Math.max(from, to)].map((one) => one + 0)).toEqual(
            [
              below < 0 ? base + below : base > 0 ? base : Math.min(base, above),
              above > 0 ? base + above : base < 0 ? base : Math.max(base, below),
            ].map((one) => one + 0),
          );
        });
      }),
    );
  });

  test('the steps are those of the Dashboard, without what changes nothing', async () => {
    const outline = await storyOf(one);
    const rows: [item: string, amount: number | null][] = [
      ['Gross', 1200], ['Counted once', -500], ['Attribution', 0], ['Scenario', 10], ['By year', null], ['Net', 710],
    ]; // prettier-ignore
    outline.tables['dashboard.bridge'] = {
      ...{ sheet: 'dashboard', columns: [] },
      rows: rows.map(([item, amount]) => ({ id: item, cells: { item, amount } })),
    };
    expect(bridgeOf(outline)).toEqual([
      { name: 'Gross', amount: 1200, total: true },
      { name: 'Counted once', amount: -500, total: false },
      { name: 'Scenario', amount: 10, total: false },
      { name: 'Net', amount: 710, total: true },
    ]);
  });
});

test('no word is broken within, columns give way to each other', async () => {
  const owner = 'Alexandra Featherstonehaugh';
  const outline = await storyOf({ ...one, pain: { 's.pain.1': { pick: 'yes', owner } } });
  const files = unzipSync(await slidesOf(outline, { audience: 'team' }));
  const slide = Object.entries(files)
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .map(([, bytes]) => strFromU8(bytes))
    .find((xml) => xml.includes(owner));
  const table = (slide ?? '').split('<a:tbl>').find((xml) => xml.includes(owner));
  const widths = [...(table ?? '').matchAll(/<a:gridCol w="(\d+)"/g)].map(([, w]) => Number(w));
  const inches = (widths.at(-1) ?? 0) / 914400;
  expect(inches * 72).toBeGreaterThan(textWidth('Featherstonehaugh') * 16);
  expect(widths.reduce((sum, w) => sum + w, 0) / 914400).toBeCloseTo(12.133, 2);
});

test('wordings however long leave a title on two lines', async () => {
  const long = 'In our own words, as the committee put it in the second workshop, '.repeat(4);
  const outline = withFunctions(await storyOf({ ...one, settings: { project: long } }), 3);
  for (const step of outline.steps)
    for (const { items } of step.groups) for (const item of items) item.text = long;
  outline.fields['Roi.NetValue'] = { label: 'Net value', kind: 'money', value: 1_000_000 };
  for (const title of slideTitles(outline))
    expect(wrap(title, (12 * 72) / 20).length).toBeLessThan(3);
});

describe('a firm’s own template', () => {
  /** A deck whose layouts are called as PowerPoint calls them, with a theme and a slide of the firm's. */
  const templateOf = async (outline: Outline, change: (name: string, xml: string) => string) => {
    const parts = unzipSync(await slidesOf(outline, { audience: 'steering' }));
    return zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, bytes]) => [
          name,
          name.endsWith('.xml') ? strToU8(change(name, strFromU8(bytes))) : bytes,
        ]),
      ),
    );
  };
  const named = (name: string, xml: string) =>
    name === 'ppt/slideLayouts/slideLayout1.xml'
      ? xml.replace(/<p:cSld name="[^"]*"/, '<p:cSld name="Title Slide"')
      : name === 'ppt/slideLayouts/slideLayout2.xml'
        ? xml.replace(/<p:cSld name="[^"]*"/, '<p:cSld name="Title Only"')
        : name.startsWith('ppt/slides/')
          ? xml.replaceAll('<a:t>', '<a:t>Old ')
          : xml;
  let outline: Outline;
  beforeAll(async () => {
    outline = await storyOf(one);
  });

  test('gives layouts, colours and fonts; its own slides stay behind', async () => {
    const template = await templateOf(outline, named);
    const made = unzipSync(await slidesOf(outline, { audience: 'steering', template }));
    const part = (name: string) => strFromU8(made[name] ?? new Uint8Array());
    const slides = Object.keys(made).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(slideTitles(outline, { audience: 'steering' }).length + 1);
    const all = slides.map(part).join('');
    expect(all).not.toContain('Old ');
    expect(all).not.toContain('12697A');
    expect(all).toContain('<a:schemeClr val="accent1">');
    expect(all).not.toContain('Segoe UI');
    expect(part('ppt/slides/_rels/slide1.xml.rels')).toContain('slideLayouts/slideLayout1.xml');
    expect(part('ppt/slides/_rels/slide2.xml.rels')).toContain('slideLayouts/slideLayout2.xml');
    const targets = slides.flatMap((name) =>
      [
        ...part(name.replace('slides/', 'slides/_rels/') + '.rels').matchAll(/"\.\.\/([^"]*)"/g),
      ].map(([, target]) => `ppt/${target}`),
    );
    expect(targets.filter((target) => !(target in made))).toEqual([]);
    expect(Object.keys(made)[0]).toBe('[Content_Types].xml');
  });

  test.each([
    ['template-not-pptx', async () => new Uint8Array([1, 2, 3])],
    ['template-layout', () => templateOf(outline, (_, xml) => xml)],
    [
      'template-size',
      () =>
        templateOf(outline, (name, xml) =>
          named(name, xml).replace(/<p:sldSz cx="\d+"/, '<p:sldSz cx="9144000"'),
        ),
    ],
  ])('%s is told', async (code, template) => {
    await expect(slidesOf(outline, { template: await template() })).rejects.toMatchObject({ code });
  });
});

describe('a firm’s brand', () => {
  const box = { x: 10, y: 0, w: 2, h: 1 };
  const png = (width: number, height: number) =>
    `data:image/png;base64,${pngOf(width, height).toString('base64')}`;
  const svg = (tag: string) =>
    `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="x" ${tag}/>`).toString('base64')}`;
  const jpeg = `data:image/jpeg;base64,${Buffer.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 17, 8, 0, 50, 0, 50, 3, 0, 0, 0, 0,
  ]).toString('base64')}`;

  test.each([
    ['a square', png(64, 64), { x: 11, y: 0, w: 1, h: 1 }],
    ['a wide picture', png(400, 100), { x: 10, y: 0.25, w: 2, h: 0.5 }],
    ['a JPEG', jpeg, { x: 11, y: 0, w: 1, h: 1 }],
    ['an SVG by its box', svg('viewBox="0 0 30 60"'), { x: 11.5, y: 0, w: 0.5, h: 1 }],
    ['an SVG by its sides', svg('width="80px" height="20"'), { x: 10, y: 0.25, w: 2, h: 0.5 }],
    ['one that says nothing', svg(''), box],
  ])('%s keeps its proportions, at the right of its box', (_, logo, where) => {
    expect(placed(logo, box)).toEqual({ data: logo, ...where });
  });

  test('text in a bright accent is made dark enough to read', () => {
    expect(lookOf('en', { accent: 'FFD400' }).colors).toMatchObject({ accent: 'FFD400' });
    expect(lookOf('en', { accent: 'FFD400' }).colors.accentDark).not.toBe('FFD400');
    expect(lookOf('en', { accent: '12697A' }).colors.accentDark).toBe('12697A');
    expect(lookOf('en', { accent: 'FFD400', accentDark: 'FFD400' }).colors.accentDark).toBe(
      'FFD400',
    );
  });
});
