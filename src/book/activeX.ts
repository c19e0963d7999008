/** What is said by the bytes of a control of ActiveX: Microsoft's [MS-OFORMS], 2.2.5 MorphDataControl. */

/** Fields that come before the texts, by their bit and size; a field stands at a multiple of its size. */
const fields: [bit: number, size: number][] = [
  ...[0, 1, 2, 3].map((bit): [number, number] => [bit, 4]),
  ...[4, 5, 6, 7].map((bit): [number, number] => [bit, 1]),
  ...([[9, 2], [10, 4], [11, 2], [12, 2], [13, 2], [14, 2], [15, 2]] as [number, number][]),
  ...[16, 17, 18, 20, 21].map((bit): [number, number] => [bit, 1]),
  ...([[22, 4], [23, 4], [24, 4], [25, 4], [26, 4], [27, 2], [28, 2], [29, 2], [32, 4]] as [number, number][]),
]; // prettier-ignore
const [value, caption, size] = [22, 23, 8];
const compressed = 0x80000000;
const classLength = 16;

/** Check boxes, option and toggle buttons, boxes for text and for lists. */
const morphed = /^\{8BD21D[1-6]0-EC42-11CE-9E0D-00AA006002F3\}$/i;

export function saidIn(
  bytes: Uint8Array,
  classId: string,
): { value?: string; caption?: string } | undefined {
  // Version 2 of the format, and the length of what follows.
  const start = classLength + 4;
  if (!morphed.test(classId) || bytes.length < start + 8 || bytes[classLength + 1] !== 2)
    return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const low = view.getUint32(start, true);
  const high = view.getUint32(start + 4, true);
  const has = (bit: number) => ((bit < 32 ? low >>> bit : high >>> (bit - 32)) & 1) === 1;
  const lengths = new Map<number, number>();
  let at = start + 8;
  const aligned = (to: number) => (at += (to - ((at - classLength) % to)) % to);
  try {
    for (const [bit, width] of fields) {
      if (!has(bit)) continue;
      aligned(width);
      if (bit === value || bit === caption) lengths.set(bit, view.getUint32(at, true));
      at += width;
    }
    aligned(4);
    if (has(size)) at += 8;
    const text = (bit: number): string | undefined => {
      const length = lengths.get(bit);
      if (length === undefined) return undefined;
      const isNarrow = length >= compressed;
      const count = isNarrow ? length - compressed : length;
      if (at + count > bytes.length) throw new RangeError();
      const part = bytes.subarray(at, at + count);
      at += count;
      aligned(4);
      return new TextDecoder(isNarrow ? 'latin1' : 'utf-16le').decode(part);
    };
    return { value: text(value), caption: text(caption) };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
