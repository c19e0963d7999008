import type { ConditionalFormat, Sheet, Validation } from '../book';
import { type PlacedFormat, type ConditionalContext, placedFormats } from '../conditionalRead';
import { conditionalXml } from '../conditionalWrite';
import type { Looks } from '../stylesWrite';
import { readValidation, validationXml } from '../validations';
import { X14 } from '../vocabulary';
import { el, parseXml } from '../xml';
import {
  type Patch,
  type Span,
  attributeOf,
  childrenIn,
  contentOf,
  eachElement,
  patched,
  rootOf,
  textOf,
  withAttributes,
} from './scan';

const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Elements of the root, but for the rows. */
export const sectionsOf = (text: string) => childrenIn(text, rootOf(text), ['sheetData']);

/** What becomes of a sheet's rules: patches of what stands there, and elements to be added. */
export interface RuleEdit {
  patches: Patch[];
  /** New elements of the sheet. */
  main: string;
  /** New blocks of the sheet's extension. */
  extension: string;
}

/** The rows are nearly all of a sheet. */
function withoutRows(text: string): string {
  const data = sectionsOf(text).find(({ name }) => name === 'sheetData');
  return data ? text.slice(0, data.open) + text.slice(data.close) : text;
}

/** Conditional formats: rules that say the same stay as the file has them, and so do kinds that the book does not model. */
export function editConditionals(
  text: string,
  now: ConditionalFormat[],
  context: Omit<ConditionalContext, 'newId'>,
  newIds: () => string,
  styles: Looks,
): RuleEdit {
  const worksheet = parseXml(withoutRows(text));
  const placed = placedFormats(worksheet, { ...context, newId: newIds });
  const left = new Map(now.map((format) => [format.id, format]));
  const gone: PlacedFormat[] = [];
  for (const one of placed) {
    if (sameJson(left.get(one.format.id), one.format)) left.delete(one.format.id);
    else gone.push(one);
  }
  const added = now.filter(({ id }) => left.has(id));
  if (gone.length === 0 && added.length === 0) return { patches: [], main: '', extension: '' };
  const number = { next: 1 + highestRule(text) };
  const made = conditionalXml(added, styles, () => ruleId(number.next++));
  return {
    patches: cutRules(text, gone),
    main: made.main,
    extension: made.extension,
  };
}

const RULE = /A99F1000-0000-4000-9000-([0-9A-F]{12})/g;
const highestRule = (text: string) =>
  Math.max(0, ...[...text.matchAll(RULE)].map(([, digits]) => parseInt(digits!, 16)));

const ruleId = (number: number) =>
  `{A99F1000-0000-4000-9000-${number.toString(16).toUpperCase().padStart(12, '0')}}`;

function cutRules(text: string, gone: PlacedFormat[]): Patch[] {
  const sections = sectionsOf(text);
  const main = sections.filter(({ name }) => name === 'conditionalFormatting');
  const extended: Span[] = [];
  const extensions = sections.filter(({ name }) => name === 'extLst');
  for (const { start, end } of extensions)
    eachElement(
      text,
      (element) => {
        if (element.name === 'conditionalFormatting') extended.push(element);
      },
      start,
      end,
    );
  const cut = new Set<Span>();
  const rulesOf = new Map<Span, Span[]>();
  const rules = (block: Span) => {
    let found = rulesOf.get(block);
    if (!found)
      rulesOf.set(block, (found = childrenIn(text, block).filter(({ name }) => name === 'cfRule')));
    return found;
  };
  for (const { extended: isExtended, block, rule } of gone) {
    const span = rules((isExtended ? extended : main)[block]!)[rule]!;
    cut.add(span);
    const link = /\{[0-9A-F-]{36}\}/i.exec(isExtended ? '' : contentOf(text, span))?.[0];
    for (const other of link === undefined ? [] : extended)
      for (const one of rules(other)) if (attributeOf(text, one, 'id') === link) cut.add(one);
  }
  const blocks = [...main, ...extended].filter((block) => {
    const all = rules(block);
    return all.length > 0 && all.every((rule) => cut.has(rule));
  });
  return [...blocks, ...cut].map(({ start, end }) => ({ start, end, text: '' }));
}

/** Validations: those that say the same stay as the file has them, also in the sheet's extension. */
export function editValidations(text: string, sheet: Sheet): RuleEdit {
  const left = new Map<string, Validation[]>();
  for (const validation of sheet.validations) {
    const key = JSON.stringify(validation);
    left.set(key, [...(left.get(key) ?? []), validation]);
  }
  const gone: Span[] = [];
  let standing = 0;
  const sections = sectionsOf(text);
  const list = sections.find(({ name }) => name === 'dataValidations');
  const take = (span: Span) => {
    const validation = readValidation(parseXml(textOf(text, span)));
    const same = validation && left.get(JSON.stringify(validation));
    if (same && same.length > 0) same.pop();
    else if (validation) return void gone.push(span);
    if (list && span.start >= list.start && span.end <= list.end) standing++;
  };
  if (list) for (const span of childrenIn(text, list)) take(span);
  for (const { start, end, name } of sections)
    if (name === 'extLst')
      eachElement(text, (one) => void (one.name === 'dataValidation' && take(one)), start, end);
  const added = [...left.values()].flat().filter(({ areas }) => areas.length > 0);
  if (gone.length === 0 && added.length === 0) return { patches: [], main: '', extension: '' };
  const xml = added.map(validationXml).join('');
  const count = standing + added.length;
  const outside = gone
    .filter(({ start }) => !list || start < list.start || start >= list.end)
    .map(({ start, end }) => ({ start, end, text: '' }));
  if (!list)
    return {
      patches: outside,
      main: count === 0 ? '' : el('dataValidations', { count }, xml),
      extension: '',
    };
  const inside = gone
    .filter(({ start }) => start >= list.start && start < list.end)
    .map(({ start, end }) => ({ start: start - list.start, end: end - list.start, text: '' }));
  const whole = textOf(text, list);
  const kept = patched(whole, [
    ...inside,
    { start: list.close - list.start, end: list.close - list.start, text: xml },
  ]);
  const next = count === 0 ? '' : withAttributes(kept, { count });
  return {
    patches: [...outside, { start: list.start, end: list.end, text: next }],
    main: '',
    extension: '',
  };
}

/** The extension list with further blocks of conditional formats. */
export function withExtension(list: string, extension: string): string {
  if (extension === '') return list;
  if (list === '') return el('extLst', {}, extension);
  let home: Span | undefined;
  eachElement(list, (element) => {
    if (element.name === 'conditionalFormattings') home = element;
  });
  if (!home) {
    const at = rootOf(list).close;
    return patched(list, [{ start: at, end: at, text: extension }]);
  }
  const blocks = childrenIn(extension, rootOf(extension))
    .map((span) => contentOf(extension, span))
    .join('')
    .replace(
      /<x14:conditionalFormatting(?=[\s>])/g,
      `<x14:conditionalFormatting xmlns:x14="${X14}"`,
    );
  return patched(list, [{ start: home.close, end: home.close, text: blocks }]);
}

/** An extension list without extensions that say nothing any more. */
export function pruned(list: string): string {
  const empty: Span[] = [];
  let kept = 0;
  for (const span of childrenIn(list, rootOf(list))) {
    const inner = childrenIn(list, span);
    const isEmpty =
      inner.length > 0 &&
      inner.every(
        (one) =>
          ['conditionalFormattings', 'dataValidations'].includes(one.name) &&
          childrenIn(list, one).length === 0,
      );
    if (isEmpty) empty.push(span);
    else kept++;
  }
  if (kept === 0) return '';
  return patched(
    list,
    empty.map(({ start, end }) => ({ start, end, text: '' })),
  );
}
