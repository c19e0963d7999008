import type { Hyperlink, Sheet } from '../book';
import { argb } from '../colors';
import { linkXml, readHyperlinks } from '../hyperlinks';
import { emptySheet } from '../empty';
import type { Relations } from '../package';
import { fitsToPage, pageLayoutXml } from '../pageLayout';
import { sheetViews } from '../sheetWrite';
import { cellName } from '../address';
import { charactersOf } from '../units';
import { el, parseXml } from '../xml';
import {
  type Span,
  attributesOf,
  childrenIn,
  openRoot,
  patched,
  rootOf,
  textOf,
  withAttributes,
} from './scan';
import { editChildren } from './insert';

/** An element of a sheet as it is to stand; "" takes it away, undefined leaves it. */
export type Section = string | undefined;

export function propertiesSection(was: Sheet, now: Sheet, kept: string): Section {
  const fits = fitsToPage(now.pageLayout);
  if (was.tabColor === now.tabColor && fitsToPage(was.pageLayout) === fits) return undefined;
  const changes = new Map<string, string>();
  if (was.tabColor !== now.tabColor)
    changes.set('tabColor', now.tabColor ? el('tabColor', { rgb: argb(now.tabColor) }) : '');
  if (fitsToPage(was.pageLayout) !== fits) {
    const setup = elementOf(kept, 'pageSetUpPr') ?? el('pageSetUpPr');
    changes.set('pageSetUpPr', withAttributes(setup, { fitToPage: fits || undefined }));
  }
  return editChildren(opened(kept, 'sheetPr'), ['tabColor', 'outlinePr', 'pageSetUpPr'], changes);
}

export function viewsSection(
  was: Sheet,
  now: Sheet,
  kept: string,
  active: { was: boolean; now: boolean },
): Section {
  const written = sheetViews(now, active.now);
  if (sheetViews(was, active.was) === written) return undefined;
  const view = elementOf(kept, 'sheetView');
  if (view === undefined) return written;
  const fresh = elementOf(written, 'sheetView')!;
  const attributes = attributesOf(fresh, rootOf(fresh)).map(({ name, value }) => [name, value]);
  let next = withAttributes(view, {
    showGridLines: undefined,
    showRowColHeaders: undefined,
    tabSelected: undefined,
    ...(Object.fromEntries(attributes) as Record<string, string>),
  });
  if (was.freeze.rows !== now.freeze.rows || was.freeze.columns !== now.freeze.columns)
    next = editChildren(
      opened(next, 'sheetView'),
      ['pane', 'selection', 'pivotSelection', 'extLst'],
      new Map([
        ['pane', elementOf(fresh, 'pane') ?? ''],
        ['selection', elementOf(fresh, 'selection') ?? ''],
      ]),
    );
  return replaced(kept, 'sheetView', next);
}

export function formatSection(was: Sheet, now: Sheet, kept: string): Section {
  if (was.standardWidth === now.standardWidth) return undefined;
  const width = now.standardWidth === undefined ? undefined : charactersOf(now.standardWidth);
  return withAttributes(kept || el('sheetFormatPr', { defaultRowHeight: 15 }), {
    defaultColWidth: width,
  });
}

/** Margins, paper, headers: the elements that differ, with the attributes that the book does not model. */
export function pageSections(was: Sheet, now: Sheet, text: (name: string) => string) {
  const before = `<page>${pageLayoutXml(was.pageLayout)}</page>`;
  const after = `<page>${pageLayoutXml(now.pageLayout)}</page>`;
  const sections = new Map<string, string>();
  if (before === after) return sections;
  for (const name of ['printOptions', 'pageMargins', 'pageSetup', 'headerFooter']) {
    const old = elementOf(before, name) ?? '';
    const fresh = elementOf(after, name) ?? '';
    if (old === fresh) continue;
    const kept = text(name);
    if (kept === '' || name === 'pageMargins') sections.set(name, fresh);
    else if (name === 'headerFooter') sections.set(name, headerFooter(kept, old, fresh));
    else sections.set(name, mergedAttributes(kept, old, fresh));
  }
  return sections;
}

/** First pages and even ones have headers of their own. */
function headerFooter(kept: string, old: string, fresh: string): string {
  const order = [
    'oddHeader',
    'oddFooter',
    'evenHeader',
    'evenFooter',
    'firstHeader',
    'firstFooter',
  ];
  const changes = new Map<string, string>();
  for (const name of ['oddHeader', 'oddFooter']) {
    const next = elementOf(fresh, name) ?? '';
    if ((elementOf(old, name) ?? '') !== next) changes.set(name, next);
  }
  return editChildren(opened(kept, 'headerFooter'), order, changes);
}

/** The kept element, where what was written for it once has become something else. */
function mergedAttributes(kept: string, old: string, fresh: string): string {
  const changes: Record<string, string | undefined> = {};
  if (old !== '') for (const { name } of attributesOf(old, rootOf(old))) changes[name] = undefined;
  if (fresh !== '')
    for (const { name, value } of attributesOf(fresh, rootOf(fresh))) changes[name] = value;
  return withAttributes(kept, changes);
}

/** Links: those whose cells all still have them stay as the file has them. */
export function linksSection(
  text: string,
  section: Span | undefined,
  now: Sheet,
  relations: () => Relations,
  target: (id: string) => string | undefined,
): Section {
  const left = linksOf(now);
  const kept: string[] = [];
  let lost = false;
  for (const span of section ? childrenIn(text, section) : []) {
    const own = emptySheet('', '');
    const list = `<worksheet><hyperlinks>${textOf(text, span)}</hyperlinks></worksheet>`;
    readHyperlinks(parseXml(list), own, target);
    const said = linksOf(own);
    const stays = [...said].every(([place, link]) => same(left.get(place), link));
    if (stays) for (const place of said.keys()) left.delete(place);
    if (stays) kept.push(textOf(text, span));
    else lost = true;
  }
  if (!lost && left.size === 0) return undefined;
  const added = [...left].map(([place, link]) => linkXml(link, place, relations()));
  const all = [...kept, ...added].join('');
  return all && el('hyperlinks', {}, all);
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function linksOf({ cells }: Sheet): Map<string, Hyperlink> {
  const links = new Map<string, Hyperlink>();
  // Of a sheet that holds one link far below, the rows above are not walked.
  for (const [r, row] of Object.entries(cells))
    for (const [c, cell] of Object.entries(row ?? []))
      if (cell?.hyperlink) links.set(cellName(Number(r), Number(c)), cell.hyperlink);
  return links;
}

/** The element with a start and an end tag, or a new one. */
export const opened = (element: string, name: string) =>
  element === '' ? `<${name}></${name}>` : openRoot(element);

/** The first element of that name directly within another, as it is written. */
function elementOf(text: string, name: string): string | undefined {
  if (text === '') return undefined;
  const span = childrenIn(text, rootOf(text)).find((one) => one.name === name);
  return span && textOf(text, span);
}

function replaced(text: string, name: string, xml: string): string {
  const span = childrenIn(text, rootOf(text)).find((one) => one.name === name)!;
  return patched(text, [{ start: span.start, end: span.end, text: xml }]);
}
