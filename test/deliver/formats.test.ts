import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { failureText } from '../../src/messages';
import { mapFormats, type MapNode } from '../../src/deliver/map';
import { newNode, walk } from '../../src/deliver/map/node';
import { drawMap, svgOf } from '../../src/deliver/map/svg';
import { MapError } from '../../src/deliver/map/problem';
import { python } from '../support/python';
import { arbitraryMap } from './maps';

const bytes = (content: string | Uint8Array) =>
  typeof content === 'string' ? strToU8(content) : content;
const format = (ending: string) => mapFormats[ending] as (typeof mapFormats)[string];
const through = (ending: string, map: MapNode) =>
  format(ending).read(bytes(format(ending).write(map, 'zh-CN')));

/** Folding of a leaf says nothing, and links that lead nowhere are not kept. */
const plain = (root: MapNode): MapNode => ({
  ...root,
  folded: root.folded && root.children.length > 0,
  links: [...root.links].sort(),
  children: root.children.map(plain),
});

describe.each(Object.keys(mapFormats))('%s', (ending) => {
  test('brings every map back as it was: ids, texts, notes, fields, links, folding', () => {
    fc.assert(
      fc.property(arbitraryMap, (map) => {
        expect(plain(through(ending, map))).toEqual(plain(map));
      }),
      { numRuns: 150 },
    );
  });

  test('the same map gives the same bytes', () => {
    const map = newNode({ id: 'map', text: 'Title', children: [newNode({ id: 'a', text: 'A' })] });
    expect(bytes(format(ending).write(map, 'en'))).toEqual(bytes(format(ending).write(map, 'en')));
  });

  test('a map nested without end is refused, not followed', () => {
    let map = newNode({ id: 'x', text: 'x' });
    for (let i = 0; i < 150; i += 1) map = newNode({ id: `x${i}`, text: 'x', children: [map] });
    expect(() => through(ending, map)).toThrow(MapError);
  });

  test('a file of another kind is refused in words', () => {
    expect(problem(ending, strToU8(''))).toMatch(/^[A-Z].*\. \w/);
    if (ending !== '.md') expect(problem(ending, strToU8('{"not": "a map"}'))).toMatch(/\w/);
  });
});

function problem(ending: string, content: Uint8Array): string {
  try {
    format(ending).read(content);
  } catch (error) {
    if (error instanceof MapError) return failureText('en', error).text ?? '';
    throw error;
  }
  return '';
}

describe('hostile maps', () => {
  test('XML with entities of its own is not expanded', () => {
    const bomb =
      '<!DOCTYPE map [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><map><node TEXT="&b;"/></map>';
    expect(problem('.mm', strToU8(bomb))).toContain('defines XML entities of its own');
    expect(problem('.opml', strToU8(bomb))).toContain('defines XML entities of its own');
  });

  test('XML that ends early names its line', () => {
    expect(problem('.mm', strToU8('<map>\n<node TEXT="a">'))).toMatch(/^Line 2 of the map/);
  });

  test('more than 32 MB are refused before they are read', () => {
    const large = new Uint8Array(33 * 1024 * 1024).fill(60);
    expect(problem('.mm', large)).toContain('larger than 32 MB');
    expect(problem('.md', large)).toContain('larger than 32 MB');
    const content = strToU8(`[${' '.repeat(33 * 1024 * 1024)}]`);
    expect(problem('.xmind', zipSync({ 'content.json': content }))).toContain('larger than 32 MB');
  });

  test('elements nested a hundred thousand deep end at once', () => {
    const deep = strToU8(`<map>${'<node TEXT="x">'.repeat(100_000)}`);
    expect(problem('.mm', deep)).toContain('nested more than 100 levels');
    const json = strToU8(`[{"rootTopic":${'{"children":{"attached":['.repeat(100_000)}`);
    expect(problem('.xmind', zipSync({ 'content.json': json }))).toMatch(/damaged|nested/);
  });

  test('an XMind 8 file says what to do', () => {
    const old = zipSync({ 'content.xml': strToU8('<xmap-content/>') });
    expect(problem('.xmind', old)).toContain('XMind 8 or older');
  });

  test('links in a circle are links, not nesting', () => {
    const map = newNode({
      id: 'a',
      text: 'A',
      links: ['b'],
      children: [newNode({ id: 'b', text: 'B', links: ['a'] })],
    });
    for (const ending of Object.keys(mapFormats)) expect(through(ending, map)).toEqual(map);
  });

  test('HTML in a Freeplane note is read as its text', () => {
    const file = `<map version="freeplane 1.11.1"><node ID="a" TEXT="A"><richcontent TYPE="NOTE" CONTENT-TYPE="xml/"><html>
      <head><style>p {color: red}</style></head>
      <body>
        <p>
          first <b>line</b>
        </p>
        <ul><li>one</li><li>two</li></ul><script>alert(1)</script>
      </body></html></richcontent></node></map>`;
    expect(format('.mm').read(strToU8(file)).note).toBe('first line\none\ntwo');
  });
});

describe('independent readers', () => {
  const map = newNode({
    id: 'map',
    text: '规划 & <plan>',
    children: [
      newNode({
        id: 'a',
        text: 'A "quoted"',
        note: 'one\ntwo <b>',
        links: ['b'],
        fields: { owner: '林' },
      }),
      newNode({ id: 'b', text: 'B' }),
    ],
  });
  const texts = [...walk(map)].map(({ text }) => text);

  test('Python reads the same texts and ids out of .mm and .opml', () => {
    for (const [ending, attribute, id] of [
      ['.mm', 'TEXT', 'ID'],
      ['.opml', 'text', 'id'],
    ] as const) {
      const script = `
import json, sys, xml.etree.ElementTree as tree
root = tree.fromstring(sys.stdin.buffer.read())
nodes = [one for one in root.iter() if one.tag in ('node', 'outline')]
print(json.dumps([[n.get('${attribute}'), n.get('${id}')] for n in nodes]))`;
      expect(python(script, bytes(format(ending).write(map, 'zh-CN')))).toEqual(
        texts.map((text, i) => [text, ['map', 'a', 'b'][i]]),
      );
    }
  });

  test('Python reads the same topics out of .xmind', () => {
    const script = `
import io, json, sys, zipfile
file = zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read()))
assert file.testzip() is None
sheet = json.loads(file.read('content.json'))[0]
def texts(topic):
    yield topic['title']
    for child in topic.get('children', {}).get('attached', []):
        yield from texts(child)
print(json.dumps([list(texts(sheet['rootTopic'])), sorted(file.namelist()), len(sheet['relationships'])]))`;
    expect(python(script, bytes(format('.xmind').write(map, 'en')))).toEqual([
      texts,
      ['content.json', 'manifest.json', 'metadata.json'],
      1,
    ]);
  });

  test('an .xmind is a zip that any library opens', () => {
    expect(Object.keys(unzipSync(bytes(format('.xmind').write(map, 'en'))))).toHaveLength(3);
  });
});

test('no text of a map is a live link or script in Markdown and SVG', () => {
  const map = newNode({ text: '[x](javascript:alert(1))', note: '<script>alert(2)</script>' });
  expect(format('.md').write(map, 'en')).toBe(
    '# \\[x](javascript:alert(1))\n\n> \\<script>alert(2)\\</script>\n',
  );
  const svg = svgOf(drawMap(newNode({ text: '<script>alert(3)</script>' }), 'en'));
  expect(svg).not.toContain('<script');
});

test.each<[string, string | Uint8Array]>([
  ['.md', `# t\n${'>\n'.repeat(100_000)}> x\n# ${'<!--'.repeat(100_000)}-->${'<!--'.repeat(100_000)}`],
  ['.mm', `<map><node TEXT="a">${'<richcontent TYPE="NOTE">x</richcontent><br/>'.repeat(50_000)}</node></map>`],
  ['.opml', `<opml><body><outline text="x" _note="${'&#10;'.repeat(100_000)}x"/></body></opml>`],
  ['.xmind', zipSync({ 'content.json': strToU8(JSON.stringify([{ rootTopic: { title: 't', notes: { html: { content: `${'<'.repeat(200_000)}${'\n'.repeat(200_000)}x` } } } }])) })],
])('%s: what repeats a hundred thousand times takes no longer than reading it', (ending, content) => {
  const from = performance.now();
  format(ending).read(bytes(content));
  expect(performance.now() - from).toBeLessThan(10_000);
}); // prettier-ignore
