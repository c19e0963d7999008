import type { Note } from './book';
import { saidIn } from './activeX';
import { OpenError } from './errors';
import type { PackageReader, Relation } from './package';
import { decodeText } from './text';
import { child, decodePart, descendants, parseXml, relationId, type Node } from './xml';

/** Check boxes, lists and other controls: what is written on them, and what somebody has ticked or chosen. */
interface Control {
  kind: string;
  name?: string;
  caption?: string;
  row?: number;
  column?: number;
  /** `1` or `Checked` where ticked, `2` or `Mixed` where neither nor. */
  checked?: string;
  /** Numbers of the entries that are chosen. */
  chosen?: string;
  /** The cells with the entries. */
  range?: string;
  value?: string;
}

/** Blank, ticked, neither nor. */
const signs: Record<string, [blank: string, ticked: string, mixed: string]> = {
  checkbox: ['☐', '☑', '▣'],
  radio: ['○', '◉', '○'],
};
const countings = new Set(['spin', 'scroll']);

/** Controls of ActiveX that are ticked, by their classes. */
const classes: Record<string, string> = {
  '{8BD21D40-EC42-11CE-9E0D-00AA006002F3}': 'checkbox',
  '{8BD21D50-EC42-11CE-9E0D-00AA006002F3}': 'radio',
};

/**
 * Controls by the numbers of their shapes. All files draw them as Excel did long ago; newer ones say their state in a
 * part of its own, which counts then.
 */
export function readControls(
  parts: PackageReader,
  relations: readonly Relation[],
  worksheet: Node,
): ReadonlyMap<string, Note[]> {
  const drawn = relations
    .filter(({ type }) => type === 'vmlDrawing')
    .flatMap(({ target }) => shapesOf(parts, target));
  const controls = new Map(drawn);
  for (const node of descendants(worksheet, 'control')) {
    const id = node.attributes['shapeId'] ?? '';
    const part = relations.find((one) => one.id === relationId(node))?.target;
    const from = descendants(node, 'from')[0];
    controls.set(id, {
      ...(from && { row: place(from, 'row'), column: place(from, 'col') }),
      ...controls.get(id),
      ...{ kind: 'control', name: node.attributes['name'] },
      ...stateOf(parts, part),
    });
  }
  // What is drawn as a picture and is no control is a file, which is read elsewhere.
  const own = [...controls].filter(([, { kind }]) => kind !== 'pict');
  return new Map(own.map(([id, control]) => [id, told(control)]));
}

const place = (from: Node, name: string) => Number(child(from, name)?.text.trim()) || 0;

function stateOf(parts: PackageReader, path: string | undefined): Partial<Control> {
  const part = parts.xml(path);
  if (!part || path === undefined) return {};
  if (part.name === 'ocx') return activeX(parts, path, part);
  const { objectType = '', checked, sel, multiSel, fmlaRange, val } = part.attributes;
  return {
    ...{ kind: objectType.toLowerCase(), checked, range: fmlaRange, value: val },
    chosen: multiSel ?? sel,
  };
}

/** Its properties stand in words, or in the bytes of another part. */
function activeX(parts: PackageReader, path: string, part: Node): Partial<Control> {
  const id = valueOf(part.attributes, 'classid')?.toUpperCase() ?? '';
  const said = (name: string) => {
    const property = descendants(part, 'ocxPr').find(
      ({ attributes }) => valueOf(attributes, 'name') === name,
    );
    return property && valueOf(property.attributes, 'value');
  };
  const bytes = parts.bytes(parts.related(path, 'activeXControlBinary') ?? '');
  const { value, caption } = (bytes && saidIn(bytes, id)) ?? {
    value: said('Value'),
    caption: said('Caption'),
  };
  // Where nobody can say whether it is ticked, it is told by its name alone.
  const kind = value === undefined ? 'control' : (classes[id] ?? 'activex');
  return { kind, caption, checked: value, value };
}

/** An attribute by its name without prefix. */
const valueOf = (attributes: Record<string, string>, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.replace(/^.*:/, '') === name)?.[1];

function shapesOf(parts: PackageReader, part: string): [id: string, Control][] {
  const bytes = parts.bytes(part);
  if (!bytes) return [];
  const found: [string, Control][] = [];
  const shape = (node: Node) => {
    const control = controlIn(node);
    const id = /_s(\d+)$/.exec(valueOf(node.attributes, 'spid') ?? node.attributes['id'] ?? '');
    if (control && id) found.push([id[1]!, control]);
  };
  try {
    // Excel leaves breaks of lines open.
    const text = decodePart(bytes).replace(/<br\s*\/?>/gi, '\n');
    parseXml(text, { shape }, parts.elements);
  } catch (error) {
    // The drawing goes back as it is: what of it nobody can read loses no workbook.
    if (!(error instanceof OpenError && error.code === 'broken')) throw error;
  }
  return found;
}

function controlIn(shape: Node): Control | undefined {
  const data = child(shape, 'ClientData');
  const kind = data?.attributes['ObjectType']?.toLowerCase();
  // Notes are read elsewhere; the arrows of filters and of lists in cells are Excel's own.
  if (!data || kind === undefined || kind === 'note' || child(data, 'UIObj')) return;
  const said = (name: string) => child(data, name)?.text.trim();
  const anchor = (said('Anchor') ?? '').split(',').map((one) => Number(one) || 0);
  return {
    ...{ kind, row: anchor[2], column: anchor[0], caption: allText(child(shape, 'textbox')) },
    ...{ checked: said('Checked'), chosen: said('MultiSel') ?? said('Sel') },
    ...{ range: said('FmlaRange'), value: said('Val') },
  };
}

const allText = (node: Node | undefined): string =>
  node ? [node.text, ...node.children.map(allText)].join(' ').replace(/\s+/g, ' ').trim() : '';

/** What a control says, in signs that every language has. */
function told({ kind, name = '', caption = '', row = 0, column = 0, ...state }: Control): Note[] {
  const words = decodeText(caption.trim() || name).trim();
  const note = (text: string) => ({ row, column, text });
  const [blank, ticked, mixed] = signs[kind] ?? [];
  if (blank !== undefined) {
    const { checked = '' } = state;
    const sign = /^(1|-1|true|checked)$/i.test(checked)
      ? ticked
      : /^(2|mixed)$/i.test(checked)
        ? mixed
        : blank;
    return [note(`${sign} ${words}`.trim())];
  }
  const entries = (state.chosen ?? '').split(/[\s,]+/).map(Number);
  const chosen = entries.filter((entry) => entry > 0);
  if (chosen.length > 0) {
    const { range } = state;
    return [{ ...note(words), chosen: { entries: chosen, ...(range && { range }) } }];
  }
  const counts = countings.has(kind) || kind === 'activex';
  const said = counts && state.value ? [words, state.value].filter(Boolean).join(': ') : words;
  return said === '' ? [] : [note(said)];
}
