import { strFromU8, unzipSync } from 'fflate';
import { slidesOf, slideTitles, type Outline } from '../../src/deliver';
import { lookOf } from '../../src/deliver/slides/look';
import { placed } from '../../src/deliver/slides/logo';
import { textWidth, wrap } from '../../src/deliver/text';
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

  test.each(['steering', 'team'] as const)('titles for %s count in the singular', (audience) => {
    const titles = slideTitles(outline, { audience });
    expect(titles).toEqual(
      expect.arrayContaining([
        '1 value driver sets the direction of this phase',
        '1 plan item sets mode and ignition points',
        '1 key pain to solve first',
        '1 function picked, its phase still open',
        '1 digital innovation to try small first',
      ]),
    );
    for (const title of titles) {
      expect(title).not.toMatch(/\b0 /);
      expect(title).not.toMatch(/\b1 (?:of 1|\w+ ?\w*s (?:set|measure|have|in))\b/);
    }
  });

  test('a column in which nothing is said is left out', async () => {
    const slides = await textsOf(outline, 'team');
    const pains = slides.find(([title]) => title === '1 key pain to solve first');
    expect(pains).toContain('Symptom 1');
    expect(pains).not.toContain('Owner');
    expect(pains).not.toContain('Priority');
  });

  test('no slide says that something is not a number or unknown', async () => {
    for (const texts of await textsOf(outline, 'team'))
      expect(texts.join('|')).not.toMatch(/NaN|undefined|null|Infinity|\{\w+\}/);
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

describe('300 functions', () => {
  let large: Outline;
  beforeAll(async () => {
    large = withFunctions(await storyOf(one), 300);
  });

  test.each([
    ['steering', 7, 20],
    ['team', 16, 60],
  ] as const)('%s sees the %i worth most of them, and where the others are', async (...row) => {
    const [audience, most, slideCount] = row;
    const slides = await textsOf(large, audience);
    expect(slides.length).toBeLessThan(slideCount);
    const traced = slides.filter((texts) =>
      texts.some((text) => text === 'Metrics moved (net value a year)'),
    );
    const words = traced.flat();
    const functions = words.filter((text) => /^Function no\. \d+;$/.test(text));
    expect(functions).toEqual(Array.from({ length: most }, (_, i) => `Function no. ${300 - i};`));
    expect(words).toContain('Metric no. 300;: 300,000');
    expect(words).toContain(
      `The ${most} of 300 picked functions whose metrics are worth most; more on sheet Trace`,
    );
  });

  test('all of them are counted by dimension and phase', async () => {
    const slides = await textsOf(large, 'steering');
    const overview = slides.find(([title]) => title?.includes('300 functions picked'));
    expect(overview).toEqual(expect.arrayContaining(['Dimension', 'No phase yet', 'Total', '300']));
  });

  test('metrics are capped too, the dearest shown', async () => {
    const slides = await textsOf(large, 'steering');
    const words = slides.flat();
    expect(words).toContain('The 10 that matter most, of 300; more on sheet Metrics');
  });
});

test('a team sees up to 40 functions, a committee 7', async () => {
  const outline = withFunctions(await storyOf(one), 40);
  const title = '40 functions picked, their phases still open';
  const shown = async (audience: 'steering' | 'team') =>
    new Set(
      (await textsOf(outline, audience))
        .filter(([first]) => /functions? (picked|to settle)/.test(first ?? ''))
        .flat()
        .filter((text) => /^Function no/.test(text)),
    ).size;
  expect(slideTitles(outline).some((one) => one.startsWith(title))).toBe(true);
  expect(await shown('team')).toBe(40);
  expect(await shown('steering')).toBe(7);
});

describe('the next steps', () => {
  const titles = async (said: Parameters<typeof storyOf>[0]) =>
    slideTitles(await storyOf(said)).filter((title) => title.startsWith('Next'));

  test('count gaps apart from work, and all of it', async () => {
    const [title] = await titles(one);
    expect(title).toMatch(/^Next: \d+ gaps to close, 9 open work items$/);
  });

  test('say which work items they show of how many', async () => {
    const slides = await textsOf(await storyOf(one), 'team');
    const next = slides.find(([title]) => title?.startsWith('Next'));
    expect(next).toContain('Of 9 work items, the 6 that are due first; more on sheet Lifecycle');
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
  const widths = [...(slide ?? '').matchAll(/<a:gridCol w="(\d+)"/g)].map(([, w]) => Number(w));
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
