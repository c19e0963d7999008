import type { Book } from './book';
import { type PackageReader, type PackageWriter, Relations } from './package';
import { parseSetting, safeJson } from './settings';
import { XML_HEAD, descendants, el, escapeText, parseXml } from './xml';

const DATA_STORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const PROPERTIES = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
/** Where a file keeps the document settings, which in Excel belong to one add-in. */
const SETTINGS = 'urn:appfi:settings';

type Item = Book['customXml'][number];

/** Adds custom XML parts and, unless an add-in keeps them, the document settings as the last. */
export function writeCustomXml(
  book: Book,
  withSettings: boolean,
  parts: PackageWriter,
  workbook: Relations,
): void {
  const items =
    withSettings && book.settings.size > 0
      ? [...book.customXml, settingsItem(book)]
      : book.customXml;
  items.forEach(({ id, namespace, xml }, i) => {
    const relations = new Relations();
    relations.add('customXmlProps', `itemProps${i + 1}.xml`);
    const schemas = namespace
      ? el('ds:schemaRefs', {}, el('ds:schemaRef', { 'ds:uri': namespace }))
      : el('ds:schemaRefs');
    parts.add(`customXml/item${i + 1}.xml`, xml, undefined, relations);
    parts.add(
      `customXml/itemProps${i + 1}.xml`,
      XML_HEAD + el('ds:datastoreItem', { 'ds:itemID': id, 'xmlns:ds': DATA_STORE }, schemas),
      PROPERTIES,
    );
    workbook.add('customXml', `../customXml/item${i + 1}.xml`);
  });
}

function settingsItem({ settings }: Book): Item {
  const entries = [...settings].map(([name, value]) =>
    el('setting', { name }, escapeText(safeJson(value))),
  );
  return {
    id: '{A99F1000-0000-4000-8000-000000000001}',
    namespace: SETTINGS,
    xml: XML_HEAD + el('settings', { xmlns: SETTINGS }, entries.join('')),
  };
}

export function readCustomXml(parts: PackageReader, workbook: string, book: Book): void {
  // LibreOffice hangs them on the package instead of the workbook.
  for (const { type, target } of [...parts.relations(workbook), ...parts.relations('')]) {
    const bytes = type === 'customXml' ? parts.bytes(target) : undefined;
    if (!bytes) continue;
    const xml = new TextDecoder().decode(bytes);
    const root = parseXml(bytes);
    const properties = parts.xml(parts.related(target, 'customXmlProps'));
    const schema = descendants(properties, 'schemaRef')[0]?.attributes['ds:uri'];
    const namespace = schema ?? root.attributes['xmlns'] ?? '';
    if (namespace === SETTINGS)
      for (const setting of root.children)
        book.settings.set(setting.attributes['name'] ?? '', parseSetting(setting.text));
    else
      book.customXml.push({
        id: properties?.attributes['ds:itemID'] ?? `{${target}}`,
        namespace,
        xml,
      });
  }
}
