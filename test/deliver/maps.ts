import fc from 'fast-check';
import { mapFields, newNode, tidy, tidyLine, type MapNode } from '../../src/deliver/map/node';

/** Words that formats are tempted to take for their own marks, and any others. */
const words = fc.oneof(
  fc.constantFrom(
    '<b>bold</b>',
    '& < > " \' ]]>',
    '&lt;already&gt;',
    '<!-- no comment -->',
    'a -- b -->',
    '# heading',
    '- bullet',
    '> quote',
    '1. first',
    '[link](javascript:alert(1))',
    'owner:: Lin',
    '负责人：林',
    'back\\slash \\<',
    '*star* _under_ `code`',
    '中文，标点。',
    '👩‍👩‍👧 team',
    '\u200fעברית',
    'x',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const line = words.map(tidyLine);
const lines = fc.array(words, { maxLength: 4 }).map((all) => tidy(all.join('\n')));
const id = fc.oneof(
  fc.constantFrom('ka.pain.esp.no-plan', 'custom.pain.1', 'a b', 'a>b', '-->', 'ü%20', '"q"'),
  fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 12 }),
);

const leaf = (links: string[]) =>
  fc.record({
    text: line,
    note: lines,
    fields: fc.dictionary(fc.constantFrom(...mapFields), line, { maxKeys: 4 }),
    links: fc.uniqueArray(links.length > 0 ? fc.constantFrom(...links) : fc.constant(''), {
      maxLength: 3,
    }),
    folded: fc.boolean(),
  });

/** A map whose nodes have ids of their own and links to one another, cycles among them. */
export const arbitraryMap: fc.Arbitrary<MapNode> = fc
  .uniqueArray(id, { minLength: 1, maxLength: 14, selector: (one) => one.trim() })
  .map((ids) => ids.map((one) => one.trim()).filter((one) => one !== ''))
  .filter((ids) => ids.length > 0)
  .chain((ids) =>
    fc.tuple(
      ...ids.map((own, i) =>
        fc.record({
          own: fc.constant(own),
          said: leaf(ids),
          parent: fc.nat({ max: Math.max(0, i - 1) }),
        }),
      ),
    ),
  )
  .map((all) => {
    const nodes = all.map(({ own, said }) =>
      newNode({ id: own, ...said, links: said.links.filter(Boolean) }),
    );
    all.forEach(({ parent }, i) => {
      const [node, above] = [nodes[i], nodes[parent]];
      if (i > 0 && node) above?.children.push(node);
    });
    const root = nodes[0] as MapNode;
    return root;
  });
