import type { Area } from '../book';
import { MAX_COLUMNS, MAX_ROWS, areasName, parseAreas, quoteSheet } from '../address';
import { type PackageReader } from '../package';
import { decodeText, encodeText } from '../text';
import { decodePart, escapeAttribute, escapeText } from '../xml';
import {
  type Attribute,
  type Patch,
  type Span,
  attributeOf,
  attributesOf,
  childrenIn,
  contentOf,
  eachElement,
  plainText,
  rootOf,
} from './scan';
import { anchorIn, vmlIn, type Anchored } from './anchors';

/** A formula in a part of the file, as the file writes it; whoever moves cells puts the new text here. */
export interface KeptFormula {
  formula: string;
  /** The sheet it belongs to; undefined for one of the workbook. */
  readonly sheet?: string;
}

/** Cells that a part of the file points to; whoever moves cells puts the new areas here. */
export interface KeptPlace {
  areas: Area[];
  readonly sheet: string;
}

interface Written {
  part: string;
  /** What to write instead; nothing where it stands as it was. */
  patches(): Patch[];
}

/** Elements whose text is a formula. */
const FORMULAS = new Set([
  'f', 'formula', 'formula1', 'formula2', 'calculatedColumnFormula', 'totalsRowFormula', 'definedName',
  'FmlaLink', 'FmlaRange', 'FmlaGroup', 'FmlaTxbx',
]); // prettier-ignore

/** Attributes that are formulas. */
const FORMULA_ATTRIBUTES = new Set([
  'fmlaLink', 'fmlaRange', 'fmlaGroup', 'fmlaTxbx', 'textlink', 'linkedCell', 'listFillRange',
]); // prettier-ignore

/** Attributes that say which cells an element is for. */
const PLACES: Record<string, string> = {
  conditionalFormatting: 'sqref',
  dataValidation: 'sqref',
  protectedRange: 'sqref',
  ignoredError: 'sqref',
  hyperlink: 'ref',
  mergeCell: 'ref',
  autoFilter: 'ref',
  sortState: 'ref',
  sortCondition: 'ref',
  cellWatch: 'r',
  inputCells: 'r',
  singleXmlCell: 'r',
  comment: 'ref',
  threadedComment: 'ref',
  table: 'ref',
  location: 'ref',
};

const GO_WITH_CELLS = new Set(['comment', 'threadedComment']);

/** Kinds of parts that hold references. */
const HOLDS = new Set([
  'worksheet', 'chartsheet', 'drawing', 'vmlDrawing', 'chart', 'chartEx', 'chartUserShapes', 'comments',
  'threadedComment', 'table', 'pivotTable', 'ctrlProp', 'pivotCacheDefinition', 'tableSingleCells', 'slicer',
]); // prettier-ignore

/** Every reference in the parts of a file, so that they follow when cells move. */
export class References {
  readonly formulas: KeptFormula[] = [];
  readonly places: KeptPlace[] = [];
  private readonly written: Written[] = [];

  /** @param sheets each worksheet's part, by the sheet's id */
  constructor(
    private readonly reader: PackageReader,
    workbook: string,
    sheets: ReadonlyMap<string, string>,
  ) {
    this.read(workbook, undefined);
    const ids = new Map([...sheets].map(([id, part]) => [part.toLowerCase(), id]));
    const seen = new Set<string>();
    for (const { type, target, external } of reader.relations(workbook)) {
      if (external || !HOLDS.has(type)) continue;
      this.follow(target, ids.get(target.toLowerCase()), seen);
    }
  }

  private follow(part: string, sheet: string | undefined, seen: Set<string>): void {
    const key = part.toLowerCase();
    if (seen.has(key) || !this.reader.bytes(part)) return;
    seen.add(key);
    this.read(part, sheet);
    for (const { type, target, external } of this.reader.relations(part))
      if (!external && HOLDS.has(type)) this.follow(target, sheet, seen);
  }

  /** What has to be written into parts because of moves. */
  patches(): Map<string, Patch[]> {
    const byPart = new Map<string, Patch[]>();
    for (const { part, patches } of this.written) {
      const made = patches();
      if (made.length > 0) byPart.set(part, [...(byPart.get(part) ?? []), ...made]);
    }
    return byPart;
  }

  private read(part: string, sheet: string | undefined): void {
    const bytes = this.reader.bytes(part);
    if (!bytes) return;
    const text = decodePart(bytes);
    const visit = (element: Span, within: readonly string[]) =>
      this.take(part, text, sheet, element, within);
    // Cells are the book's own, and there may be a million of them.
    const data = childrenIn(text, rootOf(text), ['sheetData']).find(
      ({ name }) => name === 'sheetData',
    );
    if (!data) return eachElement(text, visit);
    eachElement(text, visit, 0, data.start);
    eachElement(text, visit, data.end);
  }

  private take(
    part: string,
    text: string,
    sheet: string | undefined,
    element: Span,
    within: readonly string[],
  ): void {
    const { name } = element;
    const content = contentOf(text, element);
    if (FORMULAS.has(name) && content !== '' && !content.includes('<')) {
      const scope = name === 'definedName' ? undefined : sheet;
      this.formula(part, scope, decodeText(plainText(content)), (formula) => ({
        start: element.open,
        end: element.close,
        text: escapeText(encodeText(formula)),
      }));
    } else if (name === 'sqref' && content !== '') {
      if (content.includes('!'))
        this.formula(part, sheet, plainText(content), (formula) => ({
          start: element.open,
          end: element.close,
          text: escapeText(formula),
        }));
      else if (sheet)
        this.place(part, sheet, safeAreas(plainText(content)), (areas) => [
          { start: element.open, end: element.close, text: areasName(areas) },
        ]);
    } else if (/^(?:twoCell|oneCell)?[aA]nchor$/.test(name)) {
      const anchored = sheet && anchorIn(text, element);
      if (anchored) this.shape(part, sheet, anchored);
    } else if (name === 'worksheetSource') this.pivotSource(part, text, element);
    else if (name === 'brk' && sheet) this.pageBreak(part, text, sheet, element, within);
    else if (name === 'shape' && sheet) {
      const { note, shape } = vmlIn(text, element);
      if (note) this.place(part, sheet, [note.area], ([moved]) => note.patches(moved!), element);
      if (shape) this.shape(part, sheet, shape);
    }
    if (element.open - element.start < 8) return;
    this.attributes(part, text, sheet, element);
  }

  private attributes(part: string, text: string, sheet: string | undefined, element: Span): void {
    for (const attribute of attributesOf(text, element)) {
      const { start, end, value } = attribute;
      if (FORMULA_ATTRIBUTES.has(attribute.name) && value !== '')
        this.formula(part, sheet, value, (formula) => ({
          start,
          end,
          text: escapeAttribute(formula),
        }));
      else if (sheet && PLACES[element.name] === attribute.name && value !== '')
        this.place(
          part,
          sheet,
          safeAreas(value),
          (areas) => [{ start, end, text: areasName(areas) }],
          GO_WITH_CELLS.has(element.name) ? element : undefined,
        );
    }
  }

  private formula(
    part: string,
    sheet: string | undefined,
    formula: string,
    patch: (formula: string) => Patch,
  ): void {
    const kept: KeptFormula = { formula, ...(sheet && { sheet }) };
    this.formulas.push(kept);
    this.written.push({
      part,
      patches: () => (kept.formula === formula ? [] : [patch(kept.formula)]),
    });
  }

  /** @param cut what goes with its cells when they are deleted; everything else stays as it was */
  private place(
    part: string,
    sheet: string,
    areas: Area[],
    patches: (areas: Area[]) => Patch[],
    cut?: Span,
  ): void {
    if (areas.length === 0) return;
    const kept: KeptPlace = { areas, sheet };
    const before = areasName(areas);
    this.places.push(kept);
    this.written.push({
      part,
      patches: () => {
        if (kept.areas.length > 0) {
          const areas = kept.areas.map(onSheet);
          return areasName(areas) === before ? [] : patches(areas);
        }
        return cut ? [{ start: cut.start, end: cut.end, text: '' }] : [];
      },
    });
  }

  /** What floats over cells: it is never cut, and stays where a shift would tear it. */
  private shape(part: string, sheet: string, { area, patches }: Anchored): void {
    if (area.rows < 1 || area.columns < 1) return;
    this.place(part, sheet, [area], (areas) => (areas.length === 1 ? patches(areas[0]!) : []));
  }

  /** A break stands after its row or column. */
  private pageBreak(
    part: string,
    text: string,
    sheet: string,
    element: Span,
    within: readonly string[],
  ): void {
    const id = attributesOf(text, element).find(({ name }) => name === 'id');
    const number = Number(id?.value) - 1;
    if (!id || !(number >= 0)) return;
    const rows = within.includes('rowBreaks');
    const area = rows
      ? { row: number, column: 0, rows: 1, columns: 16_384 }
      : { row: 0, column: number, rows: 1_048_576, columns: 1 };
    this.place(part, sheet, [area], ([moved]) => [
      {
        start: id.start,
        end: id.end,
        text: String((rows ? moved!.row : moved!.column) + 1),
      },
    ]);
  }

  /** `<worksheetSource ref="A1:C9" sheet="Data"/>` */
  private pivotSource(part: string, text: string, element: Span): void {
    const attributes = attributesOf(text, element);
    const get = (name: string): Attribute | undefined =>
      attributes.find((attribute) => attribute.name === name);
    const ref = get('ref');
    const sheet = get('sheet');
    if (!ref || !sheet || attributeOf(text, element, 'r:id') !== undefined) return;
    const before = `${quoteSheet(sheet.value)}!${ref.value}`;
    const kept: KeptFormula = { formula: before };
    this.formulas.push(kept);
    this.written.push({
      part,
      patches: () => {
        const now = /^(?:'((?:[^']|'')+)'|([^'!]+))!([^!#]+)$/.exec(kept.formula);
        if (!now || kept.formula === before) return [];
        const name = (now[1] ?? now[2]!).replace(/''/g, "'");
        return [
          { start: ref.start, end: ref.end, text: now[3]! },
          { start: sheet.start, end: sheet.end, text: escapeAttribute(name) },
        ];
      },
    });
  }
}

/** What would be pushed off the sheet stays at its edge. */
const onSheet = (area: Area): Area => ({
  ...area,
  row: Math.max(0, Math.min(area.row, MAX_ROWS - area.rows)),
  column: Math.max(0, Math.min(area.column, MAX_COLUMNS - area.columns)),
});

/** An address that means nothing is left as it is. */
function safeAreas(text: string): Area[] {
  try {
    return parseAreas(text);
  } catch {
    return [];
  }
}
