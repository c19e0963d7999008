import { readStringItem } from '../cellsRead';
import { type Strings, textElement } from '../cellsWrite';
import { MAIN } from '../vocabulary';
import { XML_HEAD, el, parseXml } from '../xml';
import { attributeOf, openRoot, patched, rootOf, withRootAttributes } from './scan';

interface Known {
  plain: Map<string, number>;
  rich: Map<string, number>;
  count: number;
}

/** A file's texts, to whose end new ones are added: cells that nobody touches keep their numbers. */
export class KeptStrings implements Strings {
  private found?: Known;
  private readonly added: string[] = [];

  /** @param text the file's part; undefined where it has none */
  constructor(private readonly text: string | undefined) {}

  id(text: string): number {
    return this.numberOf(this.known.plain, text, () => textElement('t', text));
  }

  rich(xml: string): number {
    return this.numberOf(this.known.rich, xml, () => xml);
  }

  private numberOf(known: Map<string, number>, key: string, xml: () => string): number {
    let id = known.get(key);
    if (id === undefined) {
      id = this.known.count + this.added.length;
      known.set(key, id);
      this.added.push(xml());
    }
    return id;
  }

  /** Read when the first text is asked for. */
  private get known(): Known {
    if (this.found) return this.found;
    const known: Known = { plain: new Map(), rich: new Map(), count: 0 };
    if (this.text !== undefined)
      parseXml(this.text, {
        si: (node) => {
          const { text, rich } = readStringItem(node);
          const map = rich === undefined ? known.plain : known.rich;
          const key = rich ?? text;
          if (!map.has(key)) map.set(key, known.count);
          known.count++;
        },
      });
    return (this.found = known);
  }

  /** The part with what was added, or undefined where nothing was. */
  xml(): string | undefined {
    if (this.added.length === 0) return undefined;
    const uniqueCount = this.known.count + this.added.length;
    if (this.text === undefined)
      return XML_HEAD + el('sst', { xmlns: MAIN, uniqueCount }, this.items({}));
    const text = openRoot(this.text);
    const root = rootOf(text);
    const [prefix] = root.tag.split(':');
    const items = this.items(
      root.tag.includes(':') ? { xmlns: attributeOf(text, root, `xmlns:${prefix}`) } : {},
    );
    const list = patched(text, [{ start: root.close, end: root.close, text: items }]);
    return withRootAttributes(list, { uniqueCount, count: undefined });
  }

  private items(attributes: { xmlns?: string }): string {
    return this.added.map((item) => el('si', attributes, item)).join('');
  }
}
