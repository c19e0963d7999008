import type { Book } from './book';
import { type PackageReader, type PartSink, Relations } from './package';
import { parseSetting, safeJson } from './settings';
import { XML_HEAD, decodePart, descendants, el, escapeText, parseXml } from './xml';

const DATA_STORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** Where a file keeps the document settings, which in Excel belong to one add-in. */
const SETTINGS = 'urn:appfi:settings';

type Item = Book['customXml'][number];

/** Adds custom XML parts and, unless an add-in keeps them, the document settings as the last. */
export function writeCustomXml(
  book: Book,
  withSettings: boolean,
  parts: PartSink,
  workbook: Relations,
): void {
  const items =
    withSettings && book.settings.size > 0
      ? [...book.customXml, settingsItem(book.settings)]
      : book.customXml;
  items.forEach((item, i) => addItem(item, i + 1, parts, workbook));
}

export function addItem(
  { id, namespace, xml }: Item,
  number: number,
  parts: PartSink,
  workbook: Relations,
): void {
  const relations = new Relations();
  relations.add('customXmlProps', `itemProps${number}.xml`);
  const schemas = namespace
    ? el('ds:schemaRefs', {}, el('ds:schemaRef', { 'ds:uri': namespace }))
    : el('ds:schemaRefs');
  parts.add(`customXml/item${number}.xml`, xml, undefined, relations);
  parts.add(
    `customXml/itemProps${number}.xml`,
    XML_HEAD + el('ds:datastoreItem', { 'ds:itemID': id, 'xmlns:ds': DATA_STORE }, schemas),
    PROPERTIES,
  );
  workbook.add('customXml', `../customXml/item${number}.xml`);
}

export function settingsItem(settings: Book['settings']): Item {
  const entries = [...settings].map(([name, value]) =>
    el('setting', { name }, escapeText(safeJson(value))),
  );
  return {
    id: '{A99F1000-0000-4000-8000-000000000001}',
    namespace: SETTINGS,
    xml: XML_HEAD + el('settings', { xmlns: SETTINGS }, entries.join('')),
  };
}

/** A custom XML part, and what leads to it. */
export interface PlacedItem {
  item: Item;
  /** The part whose relationship it is: the workbook's, or "" for the package. */
  owner: string;
  relation: string;
  part: string;
  /** It holds the document settings. */
  isSettings: boolean;
}

export function placedItems(parts: PackageReader, workbook: string): PlacedItem[] {
  // LibreOffice hangs them on the package instead of the workbook.
  return [workbook, ''].flatMap((owner) =>
    parts.relations(owner).flatMap(({ id: relation, type, target }) => {
      const bytes = type === 'customXml' ? parts.bytes(target) : undefined;
      if (!bytes) return [];
      const properties = parts.xml(parts.related(target, 'customXmlProps'));
      const schema = descendants(properties, 'schemaRef')[0]?.attributes['ds:uri'];
      const namespace = schema ?? parseXml(bytes).attributes['xmlns'] ?? '';
      const id = properties?.attributes['ds:itemID'] ?? `{${target}}`;
      const item = { id, namespace, xml: decodePart(bytes) };
      return [{ item, owner, relation, part: target, isSettings: namespace === SETTINGS }];
    }),
  );
}

export function readCustomXml(parts: PackageReader, workbook: string, book: Book): void {
  for (const { item, isSettings } of placedItems(parts, workbook))
    if (!isSettings) book.customXml.push(item);
    else
      for (const setting of parseXml(item.xml).children)
        book.settings.set(setting.attributes['name'] ?? '', parseSetting(setting.text));
}
