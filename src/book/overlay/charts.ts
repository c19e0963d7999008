import type { Chart, Sheet } from '../book';
import { chartXml } from '../chartWrite';
import { emptySheet } from '../empty';
import { CHART_TYPE, type DrawnChart, anchorXml, drawingElement, readCharts } from '../drawing';
import type { SheetContext } from '../sheetWrite';
import { retouched } from './chartTouch';
import type { PackageEdit } from './package';
import { type Patch, childrenIn, openRoot, patched, rootOf } from './scan';

const geometry = ({ left, top, width, height, name }: Chart) =>
  JSON.stringify([left, top, width, height, name]);

const drawn = ({
  id: _id,
  name: _name,
  left: _l,
  top: _t,
  width: _w,
  height: _h,
  ...rest
}: Chart) => JSON.stringify(rest);

/** What a sheet's charts were in the file, and what they are with references that have moved. */
export interface ChartsBefore {
  was: readonly Chart[];
  moved: readonly Chart[];
}

/**
 * Charts of a sheet: what differs is written, pictures and charts of other kinds stay in the drawing.
 * Answers a new drawing element where the sheet had none.
 */
export function editCharts(
  edit: PackageEdit,
  part: string,
  drawing: string | undefined,
  { was, moved }: ChartsBefore,
  now: Sheet,
  context: SheetContext,
): string {
  const before = new Map(was.map((chart) => [chart.id, chart]));
  const after = new Map(moved.map((chart) => [chart.id, chart]));
  const isSame = (chart: Chart) => {
    const old = before.get(chart.id);
    const spliced = after.get(chart.id);
    return {
      content: spliced !== undefined && drawn(spliced) === drawn(chart),
      place: old !== undefined && geometry(old) === geometry(chart),
    };
  };
  const isAsBefore =
    now.charts.length === was.length &&
    now.charts.every((chart) => {
      const { content, place } = isSame(chart);
      return content && place;
    });
  if (isAsBefore) return '';
  if (drawing === undefined) return drawingElement(now, edit, edit.relations(part), context.next);
  const standing = locate(edit, drawing, was);
  const text = openRoot(edit.text(drawing));
  const root = rootOf(text);
  const anchors = childrenIn(text, root);
  const relations = edit.relations(drawing);
  const patches: Patch[] = [];
  for (const { chart, anchor, relation } of standing) {
    if (now.charts.some(({ id }) => id === chart.id)) continue;
    const { start, end } = anchors[anchor]!;
    patches.push({ start, end, text: '' });
    relations.remove(relation);
  }
  const numbers = [...text.matchAll(/cNvPr\b[^>]*?\sid="(\d+)"/g)].map(([, digits]) =>
    Number(digits),
  );
  let last = Math.max(1, ...numbers);
  now.charts.forEach((chart) => {
    const place = standing.find((one) => one.chart.id === chart.id);
    if (!place) {
      const name = `charts/chart${context.next.chart++}.xml`;
      edit.add(`xl/${name}`, chartXml(chart), CHART_TYPE);
      const anchor = anchorXml(now, chart, ++last, relations.add('chart', `/xl/${name}`));
      patches.push({ start: root.close, end: root.close, text: declared(anchor) });
      return;
    }
    const { content, place: stays } = isSame(chart);
    // With references that have moved, as the part has them by now.
    const spliced = after.get(chart.id);
    const touched = !content && spliced && retouched(edit.text(place.part), spliced, chart);
    if (!content) edit.set(place.part, touched || chartXml(chart));
    if (stays) return;
    const { start, end } = anchors[place.anchor]!;
    patches.push({ start, end, text: declared(anchorXml(now, chart, ++last, place.relation)) });
  });
  edit.set(drawing, patched(text, patches));
  return '';
}

/** Where the drawing has the charts of the file. */
function locate(edit: PackageEdit, drawing: string, was: readonly Chart[]): DrawnChart[] {
  let next = 0;
  // Charts without an identity in the file got theirs in the order in which they stand.
  const found = readCharts(emptySheet('', ''), drawing, edit.reader, () => `#${next++}`);
  return found.map((one, i) => ({ ...one, chart: was[i] ?? one.chart }));
}

/** The anchor with the prefixes it needs, whatever the drawing calls them. */
const declared = (anchor: string) =>
  anchor.replace(
    /^<xdr:oneCellAnchor/,
    '<xdr:oneCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  );
