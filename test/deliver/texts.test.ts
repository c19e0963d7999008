import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import {
  annexOf,
  docxOf,
  drawPages,
  mapFormats,
  mapOf,
  outlineOf,
  slidesOf,
  statementOf,
  svgOf,
} from '../../src/deliver';
import { study } from '../../src/office';
import { engagementOf, laidOut } from '../support/desk';
import { smallCatalog } from '../support/smallCatalog';
import { thoroughness } from '../support/thoroughness';

const mark = '¤';
const said = `before ${mark} after`;

/** What people paste and programs export: signs that XML cannot hold, and those that it escapes. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom('\u000b', '\u0000', '\u001f', '\ud800', '\udc00', '\ufffe', '\uffff', '&', '<', '>', '"', "'", ']]>', '_x000B_', '\r\n', '\t', '\u0085', '😀'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.join('')); // prettier-ignore

const put = <T>(value: T, text: string): T =>
  JSON.parse(JSON.stringify(value).replaceAll(mark, JSON.stringify(text).slice(1, -1))) as T;

/** Every XML that a file holds, however deep. */
function* xmlOf(name: string, bytes: Uint8Array): Generator<[string, string]> {
  if (/\.(?:docx|pptx|xlsx)$/.test(name))
    for (const [part, content] of Object.entries(unzipSync(bytes))) yield* xmlOf(part, content);
  else if (/\.(?:xml|rels|svg|mm|opml)$/.test(name)) yield [name, strFromU8(bytes)];
}

function refusal(xml: string): string | undefined {
  const parser = new SaxesParser();
  let problem: string | undefined;
  parser.on('error', ({ message }) => (problem ??= message));
  parser.write(xml).close();
  return problem;
}

test('whatever people type, every file is XML and holds what XML can hold', async () => {
  const desk = await laidOut(
    engagementOf({
      settings: { client: said, vendor: said, project: said, consultant: said },
      ask: { 's.ask.1': { pick: 'yes', wording: said, owner: said, comment: said } },
      pain: { 'custom.pain.1': { item: said, pick: 'yes', dimension: 's.area' } },
      function: { 's.fn.1': { pick: 'yes', wording: said } },
      metrics: { 's.metric.1': { use: 'yes', baseline: 10, target: 20 } },
    }),
  );
  const { spec, read } = await desk.host.run((context) =>
    study(context, { catalogs: desk.catalogs }),
  );
  await fc.assert(
    fc.asyncProperty(hostile, async (text) => {
      const outline = outlineOf(put(spec, text), put(read.results, text), smallCatalog());
      const map = mapOf(outline);
      const bytes = (content: string | Uint8Array) =>
        typeof content === 'string' ? new TextEncoder().encode(content) : content;
      const files: [string, Uint8Array][] = [
        ['deck.pptx', await slidesOf(outline, { brand: { name: text, font: text } })],
        ['annex.docx', await docxOf(annexOf(outline))],
        ['statement.docx', await docxOf(statementOf(outline))],
        ['map.mm', bytes(mapFormats['.mm']!.write(map, 'en'))],
        ['map.opml', bytes(mapFormats['.opml']!.write(map, 'en'))],
        ...drawPages(map, 'en').map((page): [string, Uint8Array] => [
          'map.svg',
          bytes(svgOf(page)),
        ]),
      ];
      const parts = files.flatMap(([name, content]) => [...xmlOf(name, content)]);
      const broken = parts.flatMap(([part, xml]) => {
        const problem = refusal(xml);
        return problem === undefined ? [] : [[part, problem]];
      });
      expect(broken).toEqual([]);
      for (const [name, content] of files)
        expect([...xmlOf(name, content)].some(([, xml]) => xml.includes('after'))).toBe(true);
    }),
    { numRuns: 12 * thoroughness },
  );
}, 120_000);
