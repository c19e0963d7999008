import { digestOfStream, type SourceFile } from '../../../../readings';

const pieceBytes = 1 << 20;

/** A file that someone chose, as rows can be read from it. */
export function browserFile(file: File): SourceFile {
  let digest: Promise<string> | undefined;
  const stream = async function* () {
    for (let at = 0; at < file.size; at += pieceBytes)
      yield new Uint8Array(await file.slice(at, at + pieceBytes).arrayBuffer());
  };
  return {
    name: file.name,
    size: file.size,
    stream,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
    digest: () => (digest ??= digestOfStream(stream())),
  };
}
