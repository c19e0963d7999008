import { deflateSync, Inflate } from 'fflate';
import { OpenError, broken } from './errors';
import { atOnce, type Slices } from './slices';

/** What a file may unfold into is measured by its own size: workbooks unfold to some 25 times of it. */
export interface OpenLimits {
  /** Bytes of all parts once unpacked. */
  uncompressed?: number;
  /** Bytes of all parts once unpacked, to one of the file. */
  ratio?: number;
  entries?: number;
}

/** Parts of a package by name, without a leading slash. */
export interface Parts {
  keys(): Iterable<string>;
  has(name: string): boolean;
  get(name: string): Uint8Array | undefined;
  /** The part as its archive has it, where it comes from one. */
  packed?(name: string): Packed | undefined;
}

/** A part as it stands in an archive, to be put into another as it is. */
export interface Packed {
  method: number;
  crc: number;
  data: Uint8Array;
  /** Bytes once unpacked. */
  whole: number;
}

const MEGABYTE = 1024 * 1024;
const DEFAULTS = { uncompressed: 300 * MEGABYTE, ratio: 60, entries: 10_000 };
/** What any file may unfold into, however small it is. */
const FREE = 8 * MEGABYTE;
const SLICE = 64 * 1024;
/** So many are unpacked before a stream would have begun. */
const fewBytes = 16 * 1024;
const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

interface Entry extends Packed {
  name: string;
  encrypted: boolean;
}

/** Unpacks a zip that says beforehand what comes out, and refuses it where something else does. */
const unzip = (bytes: Uint8Array, limits?: OpenLimits): Map<string, Uint8Array> =>
  atOnce(unzipping(bytes, limits));

/** The same, by a page's own unpacking where it has one, which is several times as fast as ours. */
export async function unzipped(
  bytes: Uint8Array,
  limits?: OpenLimits,
): Promise<Map<string, Uint8Array>> {
  if (zlib || !hasOwnUnpacking()) return unzip(bytes, limits);
  const parts = await Promise.all(
    partsOf(bytes, limits).map(async (entry): Promise<[string, Uint8Array]> => {
      const isWorthIt = entry.method === 8 && entry.data.length > fewBytes;
      const own = isWorthIt ? await inflatedByPage(entry).catch(() => undefined) : undefined;
      // Ours says what is wrong with it.
      return [entry.name, own ?? atOnce(inflating(entry))];
    }),
  );
  return new Map(parts);
}

export function* unzipping(
  bytes: Uint8Array,
  limits?: OpenLimits,
): Slices<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  for (const entry of partsOf(bytes, limits)) parts.set(entry.name, yield* inflating(entry));
  return parts;
}

/** What an archive says that it holds, within the limits. */
function partsOf(bytes: Uint8Array, limits: OpenLimits = {}): Entry[] {
  const { uncompressed, ratio, entries: maxEntries } = { ...DEFAULTS, ...limits };
  const entries = directory(bytes, maxEntries);
  const most = Math.min(uncompressed, FREE + ratio * bytes.length);
  const whole = entries.reduce((sum, entry) => sum + entry.whole, 0);
  if (whole > most)
    throw new OpenError(
      'too-large',
      'The workbook is too large once unpacked. Remove sheets or pictures it does not need and try again.',
    );
  if (entries.some(({ encrypted }) => encrypted))
    throw new OpenError(
      'encrypted',
      'The file is a password-protected archive. Save the workbook without a password and try again.',
    );
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/** Parts of an archive that `unzip` has found sound: each is unpacked once it is asked for. */
export class Archive implements Parts {
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #unpacked = new Map<string, Uint8Array>();

  constructor(bytes: Uint8Array, { entries = DEFAULTS.entries }: OpenLimits = {}) {
    const files = directory(bytes, entries).filter(({ name }) => !name.endsWith('/'));
    this.#entries = new Map(files.map((entry) => [entry.name, entry]));
  }

  keys(): Iterable<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  packed(name: string): Packed | undefined {
    return this.#entries.get(name);
  }

  get(name: string): Uint8Array | undefined {
    const entry = this.#entries.get(name);
    let part = this.#unpacked.get(name);
    if (entry && !part) this.#unpacked.set(name, (part = atOnce(inflating(entry))));
    return part;
  }
}

function* inflating({ data, method, name, whole: size }: Entry): Slices<Uint8Array> {
  const differs = () => broken(`part "${name}" is not as large as the archive says`);
  if (method === 0) {
    if (data.length !== size) throw differs();
    return data;
  }
  if (method !== 8) throw broken(`part "${name}" is packed in an unknown way`);
  if (zlib) {
    const whole = inflateNatively(zlib, data, name, size);
    if (whole?.length !== size) throw differs();
    return whole;
  }
  const whole = new Uint8Array(size);
  let length = 0;
  let done = false;
  const stream = new Inflate((chunk, final) => {
    if (length + chunk.length > size) throw differs();
    whole.set(chunk, length);
    length += chunk.length;
    done ||= final;
  });
  try {
    for (let i = 0; i < data.length || i === 0; i += SLICE) {
      stream.push(data.subarray(i, i + SLICE), i + SLICE >= data.length);
      yield;
    }
  } catch (error) {
    if (error instanceof OpenError) throw error;
    throw broken(`part "${name}" cannot be unpacked`);
  }
  if (!done) throw broken(`part "${name}" is cut off`);
  if (length < size) throw differs();
  return whole;
}

function hasOwnUnpacking(): boolean {
  try {
    return new DecompressionStream('deflate-raw') instanceof DecompressionStream;
  } catch {
    return false;
  }
}

/** Undefined where it has another size than its archive says. */
async function inflatedByPage({ data, whole: size }: Entry): Promise<Uint8Array | undefined> {
  const { writable, readable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  const written = writer.write(data as Uint8Array<ArrayBuffer>).then(() => writer.close());
  // What it says of a fault, reading says too.
  written.catch(() => undefined);
  const whole = new Uint8Array(size);
  let length = 0;
  const reader = readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    if (length + value.length > size) {
      await reader.cancel();
      return undefined;
    }
    whole.set(value, length);
    length += value.length;
  }
  await written;
  return length === size ? whole : undefined;
}

/** Where there is Node, its own packing, which is several times as fast. */
const zlib = (globalThis as Partial<typeof globalThis>).process?.getBuiltinModule?.('node:zlib');

/** Undefined for more bytes than `size`. */
function inflateNatively(
  { inflateRawSync }: NonNullable<typeof zlib>,
  data: Uint8Array,
  name: string,
  size: number,
): Uint8Array | undefined {
  try {
    const { buffer, byteOffset, length } = inflateRawSync(data, { maxOutputLength: size || 1 });
    return new Uint8Array(buffer, byteOffset, length);
  } catch (error) {
    const { code } = error as { code?: string };
    if (code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw broken(`part "${name}" ${code === 'Z_BUF_ERROR' ? 'is cut off' : 'cannot be unpacked'}`);
  }
}

function directory(bytes: Uint8Array, maxEntries: number): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > maxEntries)
    throw new OpenError(
      'too-large',
      `The file has ${count} parts, more than a workbook needs. Save it again in Excel and try that file.`,
    );
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  const within = (from: number, length: number) => {
    if (from < 0 || from + length > bytes.length) throw broken('the archive is cut off');
  };
  for (let i = 0; i < count; i++) {
    within(at, 46);
    if (view.getUint32(at, true) !== ENTRY) throw broken('the archive has no valid directory');
    const nameLength = view.getUint16(at + 28, true);
    const size = view.getUint32(at + 20, true);
    const local = view.getUint32(at + 42, true);
    within(at + 46, nameLength);
    within(local, 30);
    if (view.getUint32(local, true) !== LOCAL) throw broken('the archive points nowhere');
    const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    within(start, size);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.push({
      name: name.replace(/\\/g, '/').replace(/^\/+/, ''),
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      data: bytes.subarray(start, start + size),
      whole: view.getUint32(at + 24, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endOfDirectory(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 65_557);
  for (let i = view.byteLength - 22; i >= lowest; i--)
    if (view.getUint32(i, true) === END) return i;
  throw broken('the archive is cut off');
}

/** 1 January 1980, the first day of an archive. */
const FIRST_DAY = 0x0021;
const UTF8_NAMES = 0x0800;

/**
 * Packs parts in their order, with fixed times: the same parts give the same bytes. What is packed already
 * stays as it is.
 */
export function zip(parts: ReadonlyMap<string, string | Uint8Array | Packed>): Uint8Array {
  const encoder = new TextEncoder();
  const files: Uint8Array[] = [];
  const index: Uint8Array[] = [];
  let offset = 0;
  for (const [part, content] of parts) {
    const name = encoder.encode(part);
    const { method, crc, data, whole } =
      typeof content === 'string'
        ? packed(encoder.encode(content))
        : content instanceof Uint8Array
          ? packed(content)
          : content;
    // What the file's own head and its entry in the directory say alike.
    const facts = [
      ...[20, UTF8_NAMES, method, 0, FIRST_DAY].map(short),
      ...[crc, data.length, whole].map(long),
      ...[name.length, 0].map(short),
    ];
    const head = joined(long(LOCAL), ...facts, name);
    files.push(head, data);
    index.push(
      joined(
        long(ENTRY),
        short(20),
        ...facts,
        ...[0, 0, 0].map(short),
        long(0),
        long(offset),
        name,
      ),
    );
    offset += head.length + data.length;
  }
  const directory = joined(...index);
  const count = short(parts.size);
  const places = [long(directory.length), long(offset)];
  return joined(
    ...files,
    directory,
    joined(long(END), short(0), short(0), count, count, ...places, short(0)),
  );
}

const packed = (bytes: Uint8Array): Packed => ({
  method: 8,
  crc: zlib ? zlib.crc32(bytes) : crc32(bytes),
  data: zlib ? zlib.deflateRawSync(bytes) : deflateSync(bytes, { level: 6 }),
  whole: bytes.length,
});

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
  return rest;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ CRC[(crc ^ byte) & 0xff]!;
  return ~crc >>> 0;
}

const short = (value: number): Uint8Array => new Uint8Array([value, value >> 8]);
const long = (value: number): Uint8Array => joined(short(value & 0xffff), short(value >>> 16));

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
