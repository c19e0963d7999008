import type { Chart, Series } from '../book';
import { encodeText } from '../text';
import { escapeText } from '../xml';
import { type Patch, type Span, childrenIn, patched, plainText, rootOf } from './scan';

/**
 * A chart's part with other cells behind its series, or another title, and all else as somebody has formatted it.
 * Undefined where more than that differs, or the part has another shape.
 */
export function retouched(text: string, was: Chart, now: Chart): string | undefined {
  if (apart(was) !== apart(now) || was.series.length !== now.series.length) return undefined;
  const chart = child(text, rootOf(text), 'chart');
  const plotArea = chart && child(text, chart, 'plotArea');
  const plots = plotArea ? childrenIn(text, plotArea) : [];
  const series = plots
    .map((plot) => childrenIn(text, plot).filter(({ name }) => name === 'ser'))
    .find((found) => found.length > 0);
  if (!chart || series?.length !== now.series.length) return undefined;
  const patches: Patch[] = [];
  for (const [i, one] of now.series.entries())
    for (const key of ['nameRef', 'categories', 'values'] as const) {
      if (was.series[i]![key] === one[key]) continue;
      const patch = reference(text, series[i]!, key, one[key]);
      if (!patch) return undefined;
      patches.push(...patch);
    }
  if (was.title !== now.title) {
    const patch = titled(text, chart, was.title, now.title);
    if (!patch) return undefined;
    patches.push(patch);
  }
  return patched(text, patches);
}

/** What a chart is but for its place, its title's words and the cells behind its series. */
const apart = ({
  id: _id,
  name: _name,
  left: _l,
  top: _t,
  width: _w,
  height: _h,
  title: _title,
  series,
  ...rest
}: Chart) =>
  JSON.stringify([
    rest,
    series.map(({ color, nameRef, name }) => [color, nameRef === undefined && name]),
  ]);

const child = (text: string, parent: Span, ...names: string[]) =>
  childrenIn(text, parent).find(({ name }) => names.includes(name));

const sources = { nameRef: ['tx'], categories: ['cat', 'xVal'], values: ['val', 'yVal'] };

/** Another reference; what the file remembers of the cells goes, Excel reads them as it opens. */
function reference(
  text: string,
  series: Span,
  key: Exclude<keyof Series, 'name' | 'color'>,
  ref: string | undefined,
): Patch[] | undefined {
  const source = child(text, series, ...sources[key]);
  const holder = source && child(text, source, 'strRef', 'numRef', 'multiLvlStrRef');
  const formula = holder && child(text, holder, 'f');
  if (!formula || ref === undefined) return undefined;
  const caches = childrenIn(text, holder).filter(({ name }) => name.endsWith('Cache'));
  return [
    {
      start: formula.open,
      end: formula.close,
      text: escapeText(encodeText(ref.replace(/^=/, ''))),
    },
    ...caches.map(({ start, end }): Patch => ({ start, end, text: '' })),
  ];
}

/** Other words in the title's one run. */
function titled(text: string, chart: Span, was: string, now: string): Patch | undefined {
  const title = child(text, chart, 'title');
  if (!title) return undefined;
  const runs = [...text.slice(title.open, title.close).matchAll(/<(\w+:)?t>([^<]*)<\/\1t>/g)];
  const [run] = runs;
  if (!run || runs.length > 1 || plainText(run[2]!) !== was) return undefined;
  const start = title.open + run.index + run[0].indexOf('>') + 1;
  return { start, end: start + run[2]!.length, text: escapeText(encodeText(now)) };
}
