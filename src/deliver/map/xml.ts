import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { MapError, mostDepth, refuseLarge } from './problem';
import { textOf } from './textOf';

export interface XmlHandler {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** HTML inside a note is nested too. */
const mostElements = mostDepth * 2;

/**
 * Reads XML from its top to its end. Entities of its own are refused, so that nothing expands.
 * @throws MapError
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  refuseLarge(bytes.length);
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('error', (error) => {
    const [, line = '1'] = /^(\d+):/.exec(error.message) ?? [];
    throw new MapError('map-xml', { line });
  });
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw new MapError('map-entities');
  });
  parser.on('opentag', ({ name, attributes }: SaxesTagPlain) => {
    depth += 1;
    if (depth > mostElements) throw new MapError('map-deep', { limit: mostDepth });
    handler.open(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close(name);
  });
  parser.on('text', (part) => handler.text(part));
  parser.on('cdata', (part) => handler.text(part));
  parser.write(textOf(bytes)).close();
}
