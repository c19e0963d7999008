import type { Style } from '../style';
import { alignmentXml, borderXml, fillXml, fontXml } from '../stylesWrite';
import { type Node, child, childrenOf, numeric, parseXml } from '../xml';

/** Answers whether saving a style would write all that a file's look says. */
export function isAsWritten(styles: Node | undefined): (xf: Node, style: Style) => boolean {
  const list = (name: string) => childrenOf(child(styles, name), name.slice(0, -1));
  const fonts = list('fonts');
  const fills = list('fills');
  const borders = list('borders');
  const known = new Map<string, boolean>();
  const same = (kind: string, node: Node | undefined, xml: string) => {
    if (!node) return true;
    const key = `${kind} ${xml}`;
    const found = known.get(key) ?? canonical(node) === canonicalOf(xml);
    known.set(key, found);
    return found;
  };
  return (xf, style) => {
    const id = (name: string) => numeric(xf, name) ?? 0;
    const alignment = alignmentXml(style);
    const node = child(xf, 'alignment');
    return (
      (id('xfId') === 0 || style.named !== undefined) &&
      xf.attributes['pivotButton'] !== '1' &&
      same(`font ${id('fontId')}`, fonts[id('fontId')], fontXml(style)) &&
      same(`fill ${id('fillId')}`, fills[id('fillId')], fillXml(style.fill)) &&
      same(`border ${id('borderId')}`, borders[id('borderId')], borderXml(style)) &&
      (node === undefined || alignment === ''
        ? node === undefined || Object.keys(node.attributes).length === 0
        : same('alignment ' + canonical(node), node, alignment))
    );
  };
}

const forms = new Map<string, string>();

function canonicalOf(xml: string): string {
  let found = forms.get(xml);
  if (found === undefined) forms.set(xml, (found = canonical(parseXml(xml))));
  return found;
}

/** One text for all ways to write an element of no text. */
const canonical = ({ name, attributes, children }: Node): string =>
  `${name}(${Object.entries(attributes)
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join(' ')})[${children.map(canonical).join('')}]`;
