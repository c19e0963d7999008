import type { Book } from './book';
import { type PackageReader, type PartSink, Relations } from './package';
import { parseSetting, safeJson } from './settings';
import { RELATIONS } from './vocabulary';
import { XML_HEAD, descendants, el } from './xml';

const OFFICE = 'http://schemas.microsoft.com/office';
const EXTENSIONS = `${OFFICE}/webextensions`;

/** Which add-in a file belongs to, as its store knows it. */
export interface AddIn {
  /** The manifest's id, or the id in AppSource. */
  id: string;
  version: string;
  /** e.g. "EXCatalog" for central deployment, "developer" when sideloaded. */
  store: string;
  /** "EXCatalog", "OMEX", "Registry" … */
  storeType: string;
  /** Where else it may be found. */
  also?: readonly { store: string; storeType: string }[];
}

/** Adds the add-in's pane with the document settings, where Excel itself keeps them. */
export function writeWebExtension(
  { settings }: Book,
  addIn: AddIn,
  parts: PartSink,
  root: Relations,
): void {
  const { id, version, store, storeType, also = [] } = addIn;
  const properties = [...settings].map(([name, value]) =>
    el('we:property', { name, value: safeJson(value) }),
  );
  const extension = [
    el('we:reference', { id, version, store, storeType }),
    el(
      'we:alternateReferences',
      {},
      also.map((one) => el('we:reference', { id, version, ...one })).join(''),
    ),
    el('we:properties', {}, properties.join('')),
    el('we:bindings'),
    el('we:snapshot', { 'xmlns:r': RELATIONS }),
  ];
  const namespace = { 'xmlns:we': `${EXTENSIONS}/webextension/2010/11` };
  parts.add(
    'xl/webextensions/webextension1.xml',
    XML_HEAD + el('we:webextension', { ...namespace, id: EXTENSION_ID }, extension.join('')),
    'application/vnd.ms-office.webextension+xml',
  );
  const relations = new Relations();
  const reference = el('wetp:webextensionref', {
    'xmlns:r': RELATIONS,
    'r:id': relations.add(`${OFFICE}/2011/relationships/webextension`, 'webextension1.xml'),
  });
  const pane = el(
    'wetp:taskpane',
    { dockstate: 'right', visibility: false, width: 350, row: 1 },
    reference,
  );
  parts.add(
    'xl/webextensions/taskpanes.xml',
    XML_HEAD + el('wetp:taskpanes', { 'xmlns:wetp': `${EXTENSIONS}/taskpanes/2010/11` }, pane),
    'application/vnd.ms-office.webextensiontaskpanes+xml',
    relations,
  );
  root.add(`${OFFICE}/2011/relationships/webextensiontaskpanes`, 'xl/webextensions/taskpanes.xml');
}

const EXTENSION_ID = '{A99F1000-0000-4000-A000-000000000001}';

/** Parts of a file's add-ins. */
export function webExtensions(parts: PackageReader): string[] {
  const panes = parts.related('', 'webextensiontaskpanes');
  return panes === undefined
    ? []
    : parts
        .relations(panes)
        .flatMap(({ type, target }) => (type === 'webextension' ? [target] : []));
}

/** Settings that Excel keeps with the add-ins of a file. */
export function readWebExtensions(parts: PackageReader, book: Book): void {
  for (const part of webExtensions(parts))
    for (const { attributes } of descendants(parts.xml(part), 'property'))
      book.settings.set(attributes['name'] ?? '', parseSetting(attributes['value'] ?? 'null'));
}
