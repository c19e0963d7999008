import type { SourceTable } from '../mapping';

/** Text files as people's systems write them: in many encodings, with many separators. */

export type Encoding = NonNullable<SourceTable['encoding']>;

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** By its mark; else UTF-16 where every other byte is 0; else UTF-8 where it is that; else GB18030. */
export function encodingOf(start: Uint8Array): Encoding {
  for (const [encoding, mark] of marks)
    if (mark.every((byte, i) => start[i] === byte)) return encoding;
  const sample = start.subarray(0, 4_000);
  let [even, odd] = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0 && i % 2 === 0) even += 1;
    else if (byte === 0) odd += 1;
  });
  if (odd > sample.length / 4) return 'utf-16le';
  if (even > sample.length / 4) return 'utf-16be';
  try {
    // A character that the sample cuts through is no fault.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return 'utf-8';
  } catch {
    return 'gb18030';
  }
}

/** So much of a file tells its encoding and its separator. */
const sampleBytes = 1 << 20;

/**
 * The text of a file, piece by piece.
 * @throws TypeError where the bytes are not text in that encoding
 */
export async function* decoded(
  stream: AsyncIterable<Uint8Array>,
  asked?: Encoding,
): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let begun: Uint8Array[] = [];
  let size = 0;
  const decode = () => {
    const start = joined(begun);
    begun = [];
    decoder ??= new TextDecoder(asked ?? encodingOf(start), { fatal: true });
    return decoder.decode(start, { stream: true });
  };
  for await (const piece of stream) {
    begun.push(piece);
    size += piece.length;
    if (decoder || size >= sampleBytes) yield decode();
  }
  if (begun.length > 0) yield decode();
  yield decoder?.decode() ?? '';
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0] as Uint8Array;
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

const separators = [',', ';', '\t', '|'];

/** The one of which most lines have equally many, outside quotes; of several the one that parts more. */
export function separatorOf(text: string): string {
  const lines = text.split(/\r\n|\n|\r/, 40).map((line) => line.replace(/"(?:[^"]|"")*"/g, ''));
  let best = { mark: ',', lines: 0, parts: 0 };
  for (const mark of separators) {
    const times = new Map<number, number>();
    for (const line of lines) {
      const parts = line.split(mark).length - 1;
      if (parts > 0) times.set(parts, (times.get(parts) ?? 0) + 1);
    }
    for (const [parts, count] of times)
      if (count > best.lines || (count === best.lines && parts > best.parts))
        best = { mark, lines: count, parts };
  }
  return best.mark;
}

/** Records of a text with separated fields (RFC 4180); lines that hold nothing are none. */
export async function* records(
  pieces: AsyncIterable<string>,
  asked?: string,
): AsyncGenerator<string[]> {
  let separator = asked ?? '';
  let fields: string[] = [];
  let field = '';
  let state: 'start' | 'bare' | 'quoted' | 'closed' = 'start';
  let isAfterReturn = false;
  const end = () => {
    const done = [...fields, field];
    [fields, field, state] = [[], '', 'start'];
    return done.length > 1 || done[0]?.trim() !== '' ? done : undefined;
  };
  for await (const piece of pieces) {
    if (piece === '') continue;
    if (separator === '') separator = separatorOf(piece);
    let from = 0;
    const keep = (to: number) => (field += piece.slice(from, to));
    for (let at = 0; at < piece.length; at += 1) {
      const mark = piece[at];
      if (state === 'quoted') {
        if (mark === '"') {
          keep(at);
          state = 'closed';
          from = at + 1;
        }
        continue;
      }
      if (mark === '"' && state !== 'bare') {
        // The second of two is a quote; the first of a field opens it.
        if (state === 'closed') field += '"';
        state = 'quoted';
        from = at + 1;
      } else if (mark === separator) {
        keep(at);
        fields.push(field);
        [field, state] = ['', 'start'];
        from = at + 1;
      } else if (mark === '\n' || mark === '\r') {
        if (mark === '\n' && isAfterReturn && state === 'start' && fields.length === 0) {
          isAfterReturn = false;
          from = at + 1;
          continue;
        }
        keep(at);
        const record = end();
        if (record) yield record;
        isAfterReturn = mark === '\r';
        from = at + 1;
        continue;
      } else if (state === 'start') state = 'bare';
      isAfterReturn = false;
    }
    keep(piece.length);
  }
  const last = end();
  if (last) yield last;
}

/** Lines of a text, without those that hold nothing. */
export async function* lines(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const found = (rest + piece).split(/\r\n|\n|\r/);
    rest = found.pop() ?? '';
    for (const line of found) if (line.trim() !== '') yield line;
  }
  if (rest.trim() !== '') yield rest;
}
