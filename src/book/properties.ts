import type { Book } from './book';
import { decodeText, encodeText } from './text';
import { type Node, XML_HEAD, child, el, escapeText } from './xml';

const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const DC = 'http://purl.org/dc/elements/1.1/';
const TERMS = 'http://purl.org/dc/terms/';
const INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';
const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';

export const coreTags: [keyof Book['properties'], string][] = [
  ['title', 'dc:title'],
  ['subject', 'dc:subject'],
  ['author', 'dc:creator'],
  ['keywords', 'cp:keywords'],
  ['comments', 'dc:description'],
];

export const CORE_TYPE =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

/** docProps/core.xml; its only time is the one that is given. */
export const corePropertiesXml = (properties: Book['properties'], savedAt?: Date) =>
  XML_HEAD +
  el(
    'cp:coreProperties',
    { 'xmlns:cp': CORE, 'xmlns:dc': DC },
    coreTags
      .map(([key, tag]) =>
        properties[key] ? el(tag, {}, escapeText(encodeText(properties[key]))) : '',
      )
      .join('') + (savedAt ? modifiedXml(savedAt) : ''),
  );

/** When the file was saved, to the second. */
export const modifiedXml = (savedAt: Date) =>
  el(
    'dcterms:modified',
    { 'xmlns:dcterms': TERMS, 'xmlns:xsi': INSTANCE, 'xsi:type': 'dcterms:W3CDTF' },
    savedAt.toISOString().replace(/\.\d+/, ''),
  );

export const appPropertiesXml = () =>
  XML_HEAD + el('Properties', { xmlns: EXTENDED }, el('Application', {}, 'Microsoft Excel'));

export function readProperties(core: Node | undefined): Book['properties'] {
  const text = (tag: string) => decodeText(child(core, tag)?.text ?? '');
  return {
    title: text('title'),
    author: text('creator'),
    subject: text('subject'),
    keywords: text('keywords'),
    comments: text('description'),
  };
}
