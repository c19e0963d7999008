import type { Book } from '../book';
import { addItem, placedItems, settingsItem } from '../customXml';
import { CORE_TYPE, corePropertiesXml, coreTags, modifiedXml } from '../properties';
import { safeJson } from '../settings';
import { encodeText } from '../text';
import { webExtensions } from '../webExtension';
import { el, escapeText } from '../xml';
import type { PackageEdit } from './package';
import {
  type Patch,
  attributeOf,
  childrenIn,
  eachElement,
  openRoot,
  patched,
  rootOf,
  textOf,
  withAttributes,
} from './scan';

/** Custom XML parts that differ, are new or are gone. */
export function editCustomXml(edit: PackageEdit, book: Book, was: Book, workbook: string): void {
  const standing = placedItems(edit.reader, workbook);
  const before = new Map(was.customXml.map((item) => [item.id, item]));
  const stays = new Set(book.customXml.map(({ id }) => id));
  for (const { item, owner, relation, part, isSettings } of standing) {
    if (isSettings || stays.has(item.id)) continue;
    edit.relations(owner).remove(relation);
    edit.remove(part);
  }
  let number = edit.highest('customXml/item');
  for (const item of book.customXml) {
    const old = before.get(item.id);
    const place = standing.find((one) => one.item.id === item.id);
    if (!old || !place) addItem(item, ++number, edit, edit.relations(workbook));
    else if (old.xml !== item.xml) edit.set(place.part, item.xml);
  }
}

/** Document settings, where the file has them: with the add-ins, else in a part of custom XML. */
export function editSettings(edit: PackageEdit, book: Book, was: Book, workbook: string): void {
  const json = (settings: Book['settings']) =>
    JSON.stringify([...settings].map(([name, value]) => [name, safeJson(value)]));
  if (json(book.settings) === json(was.settings)) return;
  const left = new Map(book.settings);
  for (const part of webExtensions(edit.reader)) {
    const text = edit.text(part);
    const patches: Patch[] = [];
    eachElement(text, (element) => {
      if (element.name !== 'property') return;
      const name = attributeOf(text, element, 'name') ?? '';
      const { start, end } = element;
      if (!book.settings.has(name)) patches.push({ start, end, text: '' });
      else {
        const value = safeJson(book.settings.get(name));
        if (safeJson(was.settings.get(name)) !== value)
          patches.push({ start, end, text: withAttributes(textOf(text, element), { value }) });
      }
      left.delete(name);
    });
    if (patches.length > 0) edit.set(part, patched(text, patches));
  }
  const own = placedItems(edit.reader, workbook).find(({ isSettings }) => isSettings);
  const item = settingsItem(left);
  if (own && left.size > 0) edit.set(own.part, item.xml);
  else if (own) {
    edit.relations(own.owner).remove(own.relation);
    edit.remove(own.part);
  } else if (left.size > 0)
    addItem(item, edit.highest('customXml/item') + 1, edit, edit.relations(workbook));
}

/**
 * Title, author and so on; what else the file says of itself stays.
 * @param savedAt takes the place of when it had been saved before, where anything else has changed
 */
export function editProperties(
  edit: PackageEdit,
  { properties }: Book,
  was: Book,
  { savedAt, isChanged }: { savedAt: Date | undefined; isChanged: boolean },
): void {
  const changed = coreTags.filter(([key]) => properties[key] !== was.properties[key]);
  const saved = isChanged || changed.length > 0 ? savedAt : undefined;
  if (changed.length === 0 && !saved) return;
  const part = edit.reader.related('', 'core-properties');
  if (part === undefined || !edit.reader.bytes(part)) {
    edit.add('docProps/core.xml', corePropertiesXml(properties, saved), CORE_CONTENT);
    edit.relations('').add(CORE_TYPE, 'docProps/core.xml');
    return;
  }
  const text = openRoot(edit.text(part));
  const root = rootOf(text);
  const standing = childrenIn(text, root);
  const namespaces = rootOf(corePropertiesXml(properties));
  const declared = corePropertiesXml(properties).slice(namespaces.start, namespaces.open);
  const elements = changed.map(([key, tag]): [string, string] => {
    const value = properties[key];
    const [prefix, local] = tag.split(':') as [string, string];
    const uri = new RegExp(`xmlns:${prefix}="([^"]*)"`).exec(declared)?.[1];
    const attributes = { [`xmlns:${prefix}`]: uri };
    return [local, value ? el(tag, attributes, escapeText(encodeText(value))) : ''];
  });
  if (saved) elements.push(['modified', modifiedXml(saved)]);
  const patches = elements.map(([local, xml]): Patch => {
    const old = standing.find(({ name }) => name === local);
    return old
      ? { start: old.start, end: old.end, text: xml }
      : { start: root.close, end: root.close, text: xml };
  });
  edit.set(part, patched(text, patches));
}

const CORE_CONTENT = 'application/vnd.openxmlformats-package.core-properties+xml';
