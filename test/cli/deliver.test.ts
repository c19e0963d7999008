import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Engagement } from '../../src/engagement/schema';
import type { Payoff, ReturnOnInvestment, Settled } from '../../src/office';
import { need } from '../../tools/programs';
import { appfi, ownFolder } from './run';

const file = ownFolder();
const json = <T>(text: string) => JSON.parse(text) as T;

beforeAll(async () => {
  const made = ['new', '--engagement', 'examples/key-account.json', '--out', file('plan.xlsx')];
  expect((await appfi(...made)).err).toBe('');
  const { err } = await appfi(
    ...['deliver', file('plan.xlsx'), '--slides', file('plan.pptx')],
    ...['--mindmap', file('map.mm'), file('map.md'), file('map.svg')],
    ...['--statement', file('statement.docx'), file('statement.pdf')],
    ...['--annex', file('annex.docx'), file('annex.pdf')],
  );
  expect(err).toBe('');
}, 120_000);

const parts = (name: string, path: RegExp): string[] =>
  Object.entries(unzipSync(readFileSync(file(name))))
    .filter(([part]) => path.test(part))
    .map(([, bytes]) => strFromU8(bytes));

/** The texts of a slide deck or document, one after the other. */
const texts = (name: string, path: RegExp): string[] =>
  parts(name, path).flatMap((xml) =>
    [...xml.matchAll(/<(?:a|w):t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text ?? ''),
  );

/** The series of all charts, each as the numbers of its cache. */
const series = (name: string): number[][] =>
  parts(name, /^ppt\/charts\/chart[^/]*\.xml$/).flatMap((xml) =>
    [...xml.matchAll(/<c:val>[\s\S]*?<\/c:val>/g)].map(([cached]) =>
      [...cached.matchAll(/<c:v>([^<]*)</g)].map(([, value]) => Number(value)),
    ),
  );

const money = (value: unknown) =>
  new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })
    .format(Number(value))
    .replace('-', '−');
const cents = (value: unknown) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    Number(value),
  );
/** In what a chart counts money: plain, 万 or 亿. */
const units = [1, 1e4, 1e8];
const drawn = (all: number[][], values: unknown[]) =>
  all.some((one) =>
    units.some(
      (unit) =>
        one.length === values.length &&
        one.every((number, i) => {
          const value = Number(values[i]);
          return Math.abs(number * unit - value) < 1e-6 * Math.max(1, Math.abs(value));
        }),
    ),
  );

test('slides have the return of the workbook: tables by text, charts point by point', async () => {
  const roi = json<ReturnOnInvestment>((await appfi('roi', file('plan.xlsx'), '--json')).out);
  const words = texts('plan.pptx', /^ppt\/slides\/slide\d+\.xml$/);
  for (const { npv, pvBenefits, pvCosts } of roi.scenarios)
    for (const value of [npv, pvBenefits, pvCosts]) expect(words).toContain(money(value));
  const all = series('plan.pptx');
  const npvs = roi.scenarios.map(({ npv }) => npv);
  const cumulative = roi.years.map((year) => year.cumulative);
  const swings = roi.sensitivity.slice(0, 8).map(({ swing }) => swing);
  expect(swings).toHaveLength(8);
  for (const values of [npvs, cumulative, swings, swings.map((swing) => -Number(swing))])
    expect(drawn(all, values)).toBe(true);
});

test('slides have both sides of the payoff of the workbook at four attainments', async () => {
  const payoff = json<Payoff>((await appfi('payoff', file('plan.xlsx'), '--json')).out);
  const levels = [0.5, 0.8, 1, 1.2].map((level) =>
    payoff.levels.find((one) => Math.abs(Number(one.level) - level) < 1e-6),
  );
  const all = series('plan.pptx');
  for (const side of ['income', 'client'] as const)
    expect(
      drawn(
        all,
        levels.map((one) => one?.[side]),
      ),
    ).toBe(true);
});

test('the statement has the settlement of the workbook, to the cent', async () => {
  const settled = json<Settled>((await appfi('settle', file('plan.xlsx'), '--json')).out);
  const all = texts('statement.docx', /^word\/document\.xml$/);
  const period = settled.periods.find(({ status }) => status === '待签署');
  expect(period).toBeDefined();
  for (const id of [
    'earned',
    'forfeited',
    'gain',
    'fixed',
    'entitlement',
    'settled',
    'due',
  ] as const)
    expect(all).toContain(cents(period?.[id]));
  for (const term of settled.terms.filter((one) => one.period === period?.period))
    for (const id of ['stake', 'earned', 'forfeited'] as const)
      expect(all).toContain(cents(term[id]));
});

test('the annex has the agreements of the workbook: shares, dates, curves, baselines and targets', async () => {
  const { engagement } = json<{ engagement: Engagement }>(
    (await appfi('read', file('plan.xlsx'))).out,
  );
  const all = texts('annex.docx', /^word\/document\.xml$/);
  const joined = all.join('\n');
  const percent = (value: unknown) => `${(Number(value) * 100).toFixed(1)}%`;
  for (const { share, date } of Object.values(engagement.instalments)) {
    expect(all).toContain(percent(share));
    if (date) expect(all).toContain(date);
  }
  for (const { code, item, weight } of Object.values(engagement.terms)) {
    expect(all).toEqual(expect.arrayContaining([code, item, percent(weight)]));
  }
  const points = Object.values(engagement.points);
  expect(points.length).toBeGreaterThan(0);
  for (const { attainment, payout } of points)
    expect(joined).toContain(`${percent(attainment)} → ${percent(payout)}`);
  const betOn = new Set(Object.values(engagement.terms).map(({ metric }) => metric));
  for (const [id, { baseline, target }] of Object.entries(engagement.metrics)) {
    if (!betOn.has(id) || typeof baseline !== 'number' || baseline > 1) continue;
    expect(joined).toContain(`${Number((baseline * 100).toFixed(1))}%`);
    expect(joined).toContain(`${Number((Number(target) * 100).toFixed(1))}%`);
  }
});

test.each(['statement', 'annex'])('the %s says the same figures as .pdf and as .docx', (name) => {
  const figures = (text: string) =>
    new Set(text.match(/(?<![\w.,])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+%?)(?![\w,])/g));
  const pdf = spawnSync(need('pdftotext'), ['-layout', file(`${name}.pdf`), '-'], {
    encoding: 'utf8',
  });
  expect(pdf.status).toBe(0);
  const word = texts(`${name}.docx`, /^word\/document\.xml$/).join(' | ');
  expect(figures(pdf.stdout)).toEqual(figures(word));
  expect(figures(word).size).toBeGreaterThan(10);
});

test('another period is stated on demand, one that is not agreed is refused', async () => {
  const settled = json<Settled>((await appfi('settle', file('plan.xlsx'), '--json')).out);
  const args = ['deliver', file('plan.xlsx'), '--statement', file('first.docx'), '--period'];
  expect((await appfi(...args, '1')).code).toBe(0);
  expect(texts('first.docx', /^word\/document\.xml$/)).toContain(cents(settled.periods[0]?.earned));
  const { code, err } = await appfi(...args, '9', '--force');
  expect({ code, err }).toEqual({
    code: 2,
    err: `appfi: ${file('plan.xlsx')}: There is no settlement period 9; the contract has 2. Choose another.\n`,
  });
});

test('no text on a slide is smaller than 12 points', () => {
  const sizes = parts('plan.pptx', /^ppt\/(slides\/slide\d+|charts\/chart\d+)\.xml$/).flatMap(
    (xml) => [...xml.matchAll(/\bsz="(\d+)"/g)].map(([, size]) => Number(size)),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1200);
});

test('a map as SVG is drawn in pages, the first an overview', () => {
  expect(readFileSync(file('map.svg'), 'utf8')).toContain('<svg xmlns=');
  expect(existsSync(file('map-2.svg'))).toBe(true);
});

test('refusals say what to do and write nothing', async () => {
  const refusal = async (...args: string[]) => {
    const { code, err } = await appfi('deliver', file('plan.xlsx'), ...args);
    expect(code).toBe(2);
    return err;
  };
  expect(await refusal()).toContain('Nothing to make. Pass --mindmap');
  expect(await refusal('--slides', file('x.ppt'))).toContain('must end in .pptx. Rename it.');
  expect(await refusal('--mindmap', file('x.doc'))).toContain(
    '.mm, .opml, .xmind, .md, .svg, or .png',
  );
  expect(await refusal('--slides', file('plan.pptx'))).toContain('exists already');
  expect(await refusal('--slides', file('x.pptx'), '--audience', 'all')).toContain(
    'steering, team',
  );
  writeFileSync(file('brand.json'), '{"accent": "teal"}');
  expect(await refusal('--slides', file('x.pptx'), '--brand', file('brand.json'))).toContain(
    'at accent',
  );
  expect(existsSync(file('x.pptx'))).toBe(false);
});

test('a firm’s own colour is the slides’ accent', async () => {
  writeFileSync(file('brand.json'), '{"name": "Firm", "accent": "#7A1FA2"}');
  const args = [
    '--slides',
    file('firm.pptx'),
    '--brand',
    file('brand.json'),
    '--audience',
    'steering',
  ];
  expect((await appfi('deliver', file('plan.xlsx'), ...args)).code).toBe(0);
  expect(parts('firm.pptx', /^ppt\/slides\/slide1\.xml$/).join()).toContain('7A1FA2');
});

describe('merge-map', () => {
  const merge = (map: string, out: string) =>
    appfi(
      ...['merge-map', file('plan.xlsx'), file(map)],
      ...['--sent', file('map.mm'), '--out', file(out)],
    );
  interface Said {
    engagement: { pain: Record<string, Record<string, unknown>> };
  }

  test('takes wording, removal and a new item over into a new workbook', async () => {
    const map = readFileSync(file('map.mm'), 'utf8');
    const [, first = ''] = /ID="(ka\.pain[^"]*)"/.exec(map) ?? [];
    const reworded = map
      .replace(new RegExp(`(ID="${first}" TEXT=")[^"]*`), '$1在导图里改过的说法')
      .replace(/(<node ID="group\.pain\.[^>]*>)/, '$1<node TEXT="=导图里新加的痛点"/>');
    writeFileSync(file('edited.mm'), reworded);
    const { code, out, err } = await merge('edited.mm', 'merged.xlsx');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('Changes: 1. New items: 1. Conflicts: 0.');
    const { engagement } = json<Said>((await appfi('read', file('merged.xlsx'))).out);
    expect(engagement.pain[first]?.wording).toBe('在导图里改过的说法');
    const own = Object.values(engagement.pain).find(({ item }) => item === '=导图里新加的痛点');
    expect(own).toMatchObject({ pick: 'yes', dimension: expect.stringMatching(/^ka\.dim/) });
    const { out: check } = await appfi('settle', file('merged.xlsx'), '--json');
    expect(json<Settled>(check).agreement.differences).toEqual([]);
  });

  test('a map in another format than the one sent changes nothing, and writes an engagement', async () => {
    const { code, out } = await merge('map.md', 'merged.json');
    expect(code).toBe(0);
    expect(out).toContain('Changes: 0. New items: 0. Conflicts: 0.');
    const check = await appfi('engagement', 'check', file('merged.json'));
    expect(check.code).toBe(0);
  });

  test('a conflict is listed and the exit code says so', async () => {
    const map = readFileSync(file('map.mm'), 'utf8');
    writeFileSync(file('frame.mm'), map.replace(/(ID="step\.pain" TEXT=")[^"]*/, '$1Pains'));
    const { code, out } = await merge('frame.mm', 'frame.json');
    expect(code).toBe(1);
    expect(out).toContain('is called “Pains” in the map');
  });

  test('a file that is no map is refused', async () => {
    writeFileSync(file('no.mm'), 'hello');
    const { code, err } = await merge('no.mm', 'no.json');
    expect(code).toBe(2);
    expect(err).toContain('no.mm: ');
  });
});
