import type { Sheet } from './book';
import { type PackageReader, type PartSink, type Relation, type Relations } from './package';
import { decodeText, encodeAttributeText } from './text';
import { type Node, child, childrenOf, el, relationId } from './xml';

/** A sheet's custom properties: each value is a part of UTF-16 text. */
export function customPropertiesXml(
  sheet: Sheet,
  parts: PartSink,
  relations: Relations,
  number: () => number,
): string {
  const items = [...sheet.customProperties].map(([name, value]) => {
    const part = `customProperty${number()}.bin`;
    parts.add(`xl/${part}`, utf16(value));
    const id = relations.add('customProperty', `../${part}`);
    return el('customPr', { name: encodeAttributeText(name), 'r:id': id });
  });
  return items.length === 0 ? '' : el('customProperties', {}, items.join(''));
}

export function readCustomProperties(
  worksheet: Node,
  sheet: Sheet,
  parts: PackageReader,
  relations: Relation[],
): void {
  for (const node of childrenOf(child(worksheet, 'customProperties'), 'customPr')) {
    const relation = relations.find(({ id }) => id === relationId(node));
    const bytes = relation && parts.bytes(relation.target);
    const name = node.attributes['name'];
    if (bytes && name !== undefined) sheet.customProperties.set(decodeText(name), fromUtf16(bytes));
  }
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    bytes[2 * i] = code & 0xff;
    bytes[2 * i + 1] = code >> 8;
  }
  return bytes;
}

function fromUtf16(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2)
    text += String.fromCharCode(bytes[i]! | (bytes[i + 1]! << 8));
  return text;
}
