import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { XmlScanner } from '../../src/book/scanner';

type Event = ['open', string, Record<string, string>] | ['text', string] | ['close'];

/** What a document says, texts in one piece; undefined where it is refused. */
function told(read: (tell: (event: Event) => void) => void): Event[] | undefined {
  const events: Event[] = [];
  try {
    read((event) => {
      const last = events[events.length - 1];
      if (event[0] === 'text' && last?.[0] === 'text') last[1] += event[1];
      else events.push([...event]);
    });
    return events;
  } catch {
    return undefined;
  }
}

const ours = (pieces: string[], takesCells = false) =>
  told((tell) => {
    const element = (name: string, text: string | undefined) => {
      if (text === undefined) return;
      tell(['open', name, {}]);
      if (text !== '') tell(['text', text]);
      tell(['close']);
    };
    const scanner = new XmlScanner({
      open: (name, attributes) => tell(['open', name, attributes]),
      text: (text) => tell(['text', text]),
      close: () => tell(['close']),
      ...(takesCells && {
        cell: (attributes, { formula, value }) => {
          tell(['open', 'c', attributes]);
          element('f', formula);
          element('v', value);
          tell(['close']);
        },
      }),
    });
    for (const piece of pieces) scanner.write(piece);
    scanner.close();
  });

/** The same as a parser has it that keeps to the standard sign by sign. */
const theirs = (document: string) =>
  told((tell) => {
    let depth = 0;
    const parser = new SaxesParser({ position: false });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('doctype', () => {
      throw new Error('refused');
    });
    parser.on('opentag', ({ name, attributes }) => {
      depth++;
      tell(['open', name, { ...(attributes as Record<string, string>) }]);
    });
    parser.on('closetag', () => {
      depth--;
      tell(['close']);
    });
    const text = (part: string) => depth > 0 && part !== '' && tell(['text', part]);
    parser.on('text', text);
    parser.on('cdata', text);
    parser.write(document).close();
  });

/** Cut into pieces of these lengths. */
function cut(text: string, lengths: readonly number[]): string[] {
  const left = [...text];
  const pieces = lengths.map((length) => left.splice(0, length).join(''));
  return [...pieces, left.join('')];
}

const text = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      ' ',
      '\n',
      '\r',
      '\t',
      ']',
      '>',
      '&amp;',
      '&#65;',
      '&#x4e2d;',
      '中',
      '😀',
      '"',
      '-',
    ),
  )
  .map((parts) => parts.join('').replaceAll(']]>', ''));
const name = fc.constantFrom('a', 'c', 'x:row', 'f', 'v1', 'é', 'w-b.c');
/** As sheets are full of. */
const cell = fc
  .tuple(
    fc.constantFrom('', ' s="12"', ' s=""'),
    fc.constantFrom('', ' t="str"', ' t="a b"', ' cm="1"'),
    fc.oneof(
      fc.constantFrom('', '<f/>', '<f></f>', '<f>1&gt;2</f>', '<f>1&gt;2+3</f>', '<f>1&gt;</f>'),
      text.map((formula) => `<f>${formula}</f>`),
      text.map((formula) => `<f t="shared">${formula}</f>`),
    ),
    fc.oneof(
      fc.constant(''),
      text.map((value) => `<v>${value}</v>`),
    ),
  )
  .map(([style, type, formula, value]) => `<c r="AB12"${style}${type}>${formula}${value}</c>`);
const { element } = fc.letrec<{ element: string; inside: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.uniqueArray(fc.tuple(name, text, fc.constantFrom('"', "'")), {
        selector: ([key]) => key,
        maxLength: 3,
      }),
      fc.array(tie('inside'), { maxLength: 4 }),
      fc.constantFrom('', ' ', '\n'),
    )
    .map(([tag, attributes, inside, space]) => {
      const said = attributes
        .map(
          ([key, value, quote]) =>
            ` ${key}${space}=${space}${quote}${value.replaceAll(quote, '')}${quote}`,
        )
        .join('');
      return inside.length === 0
        ? `<${tag}${said}${space}/>`
        : `<${tag}${said}${space}>${inside.join('')}</${tag}${space}>`;
    }),
  inside: fc.oneof(
    { depthSize: 'small' },
    text,
    fc.constantFrom(
      '<!-- a - b -->',
      '<![CDATA[<x>&]] ]]>',
      '<?go on?>',
      '<b/>',
      '<c r="A1" s="3"/>',
    ),
    cell,
    tie('element'),
  ),
}));
const document = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '<?xml version="1.0" encoding="UTF-8"?>\r\n', '<!--x-->'),
    element,
    fc.constantFrom('', '\n', '<!-- end -->'),
  )
  .map((parts) => parts.join(''));

test('says what a parser says that keeps to the standard, in whatever pieces it comes', () =>
  fc.assert(
    fc.property(document, fc.array(fc.nat(20)), fc.boolean(), (whole, lengths, takesCells) => {
      expect(ours(cut(whole, lengths), takesCells)).toEqual(theirs(whole));
      expect(theirs(whole)).toBeDefined();
    }),
    { numRuns: 300 },
  ));

test('refuses what that parser refuses, when a document is spoilt', () =>
  fc.assert(
    fc.property(
      document,
      fc.array(fc.nat(20)),
      fc.nat(),
      fc.nat(3),
      fc.constantFrom(
        '',
        '<',
        '>',
        '&',
        '/',
        '"',
        "'",
        ' ',
        '=',
        ']]>',
        '--',
        '<!',
        '</a>',
        '<?xml ?>',
        '&x;',
        '&#0;',
        '\u0001',
        '1',
        'x',
      ),
      (whole, lengths, where, gone, put) => {
        const signs = [...whole];
        const at = where % (signs.length + 1);
        const spoilt = [...signs.slice(0, at), put, ...signs.slice(at + gone)].join('');
        expect(ours(cut(spoilt, lengths))).toEqual(theirs(spoilt));
      },
    ),
    { numRuns: 1000 },
  ));

test.each([
  ['', 'it has no element'],
  ['<a><b></a>', '</a> closes nothing that is open'],
  ['<a>', 'it ends before its elements do'],
  ['<a/><b/>', 'a second element at its root'],
  ['<a x="1" x="2"/>', '<a> says x twice'],
  ['<!DOCTYPE a><a/>', 'a part declares a document type'],
  [`<a b="${'x'.repeat(2_000_000)}`, 'a tag without an end'],
])('%.20s is refused in one sentence', (whole, sentence) => {
  const scanner = new XmlScanner({ open: () => 0, text: () => 0, close: () => 0 });
  expect(() => {
    scanner.write(whole);
    scanner.close();
  }).toThrow(sentence);
});
