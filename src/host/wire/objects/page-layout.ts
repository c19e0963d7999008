import type { Sheet } from '../../../book';
import { formatA1, isWholeColumns, isWholeRows } from '../area';
import { instance, type Kind } from '../kind';
import { apiNotFound, invalidArgument } from '../refusal';
import { rangeGiven, rangeOf } from './place';
import { requirePlace } from '../lookup';

const PAPERS = [
  'Letter',
  'A4',
  'A3',
  'A5',
  'Legal',
  'Tabloid',
  'Executive',
  'B4',
  'B5',
  'Ledger',
  'Statement',
  'Folio',
];
const POINTS: Record<string, number> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const MARGINS = ['left', 'right', 'top', 'bottom', 'header', 'footer'] as const;
const STANDARD = { left: 50.4, right: 50.4, top: 54, bottom: 54, header: 21.6, footer: 21.6 };

const bool = (value: unknown): boolean => {
  if (typeof value !== 'boolean') throw invalidArgument('true or false is needed.');
  return value;
};

const margin = (sheet: Sheet, key: (typeof MARGINS)[number], value: unknown): void => {
  if (typeof value !== 'number' || value < 0)
    throw invalidArgument('A margin is a number of points.');
  sheet.pageLayout.margins = { ...(sheet.pageLayout.margins ?? STANDARD), [key]: value };
};

const marginMembers = MARGINS.map(
  (key) => [`${key[0]!.toUpperCase()}${key.slice(1)}Margin`, key] as const,
);

export const pageLayout: Kind<Sheet> = {
  name: 'PageLayout',
  get: {
    Orientation: ({ pageLayout: page }) => page.orientation,
    PaperSize: ({ pageLayout: page }) => page.paperSize,
    Zoom: ({ pageLayout: page }) =>
      page.fitWide !== undefined || page.fitTall !== undefined
        ? {
            horizontalFitToPages: page.fitWide ?? null,
            verticalFitToPages: page.fitTall ?? null,
            scale: null,
          }
        : { scale: page.scale ?? 100 },
    CenterHorizontally: ({ pageLayout: page }) => page.centerHorizontally,
    PrintGridlines: ({ pageLayout: page }) => page.printGridlines,
    ...Object.fromEntries(
      marginMembers.map(([member, key]) => [
        member,
        ({ pageLayout: page }: Sheet) => (page.margins ?? STANDARD)[key],
      ]),
    ),
  },
  set: {
    Orientation: ({ pageLayout: page }, value) => {
      if (value !== 'Portrait' && value !== 'Landscape') throw invalidArgument();
      page.orientation = value;
    },
    PaperSize: ({ pageLayout: page }, value) => {
      const paper = PAPERS.find((name) => name.toLowerCase() === String(value).toLowerCase());
      if (!paper) throw apiNotFound(`the paper size "${value}"`);
      page.paperSize = paper;
    },
    Zoom: ({ pageLayout: page }, value) => {
      delete page.fitWide;
      delete page.fitTall;
      delete page.scale;
      const { horizontalFitToPages, verticalFitToPages, scale } = value ?? {};
      if (scale !== undefined && scale !== null) {
        if (scale < 10 || scale > 400) throw invalidArgument('A scale is 10 to 400 per cent.');
        page.scale = scale;
        return;
      }
      if (horizontalFitToPages) page.fitWide = horizontalFitToPages;
      if (verticalFitToPages) page.fitTall = verticalFitToPages;
      if (page.fitWide !== undefined) page.fitTall ??= 0;
      if (page.fitTall !== undefined) page.fitWide ??= 0;
    },
    CenterHorizontally: ({ pageLayout: page }, value) =>
      void (page.centerHorizontally = bool(value)),
    PrintGridlines: ({ pageLayout: page }, value) => void (page.printGridlines = bool(value)),
    ...Object.fromEntries(
      marginMembers.map(([member, key]) => [
        member,
        (sheet: Sheet, value: unknown) => margin(sheet, key, value),
      ]),
    ),
  },
  to: { HeadersFooters: (sheet) => instance(headersFooters, sheet) },
  call: {
    SetPrintArea: (sheet, [target], engine) => {
      sheet.pageLayout.printArea = formatA1(rangeGiven(target, sheet, engine).area, '$');
    },
    GetPrintAreaOrNullObject: (sheet, _args, engine) =>
      sheet.pageLayout.printArea === undefined
        ? null
        : rangeOf(sheet, requirePlace(engine.book, sheet.pageLayout.printArea, sheet).area),
    SetPrintTitleRows: (sheet, [target], engine) => {
      const { area } = rangeGiven(target, sheet, engine);
      if (isWholeColumns(area)) throw invalidArgument('Title rows are rows.');
      sheet.pageLayout.titleRows = `$${area.row + 1}:$${area.row + area.rows}`;
    },
    GetPrintTitleRowsOrNullObject: (sheet, _args, engine) => {
      const { titleRows } = sheet.pageLayout;
      if (titleRows === undefined) return null;
      const { area } = requirePlace(engine.book, titleRows, sheet);
      return isWholeRows(area) ? rangeOf(sheet, area) : null;
    },
    SetPrintMargins: (sheet, [unit, margins]) => {
      const factor = POINTS[String(unit)];
      if (factor === undefined) throw invalidArgument();
      for (const key of MARGINS) {
        if (margins?.[key] !== undefined) margin(sheet, key, margins[key] * factor);
      }
    },
  },
};

const headersFooters: Kind<Sheet> = {
  name: 'HeaderFooterGroup',
  get: { State: () => 'Default' },
  to: { DefaultForAllPages: (sheet) => instance(headerFooter, sheet) },
};

const PARTS = ['left', 'center', 'right'] as const;
const members = (['header', 'footer'] as const).flatMap((side) =>
  PARTS.map((part) => {
    const name = `${part[0]!.toUpperCase()}${part.slice(1)}${side === 'header' ? 'Header' : 'Footer'}`;
    return { name, side, part };
  }),
);

const headerFooter: Kind<Sheet> = {
  name: 'HeaderFooter',
  get: Object.fromEntries(
    members.map(({ name, side, part }) => [name, (sheet: Sheet) => sheet.pageLayout[side][part]]),
  ),
  set: Object.fromEntries(
    members.map(({ name, side, part }) => [
      name,
      (sheet: Sheet, value: unknown) => {
        const text = String(value);
        if (text.length > 255) throw invalidArgument('A header or footer holds 255 characters.');
        sheet.pageLayout[side][part] = text;
      },
    ]),
  ),
};
