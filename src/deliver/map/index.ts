import type { Lang } from '../../messages';
import { readFreemind, writeFreemind } from './freemind';
import { readMarkdown, writeMarkdown } from './markdown';
import type { MapNode } from './node';
import { readOpml, writeOpml } from './opml';
import { readXmind, writeXmind } from './xmind';

export { mapOf } from './story';
export { drawPages } from './pages';
export { svgOf } from './svg';
export type { Label, Picture } from './drawing';
export { MapError } from './problem';
export { mergeMaps, type MapMerge } from './merge';
export { newNode, type MapNode } from './node';
export { applyEdits, editsOf, type MapEdits } from './edits';
export { layOutMap, lookOf, type Box } from './layout';

interface MapFormat {
  write(root: MapNode, lang: Lang): string | Uint8Array;
  /** @throws MapError */
  read(bytes: Uint8Array): MapNode;
}

/** Formats in which a map goes out and comes back, by the ending of the file. */
export const mapFormats: Readonly<Record<string, MapFormat>> = {
  '.mm': { write: writeFreemind, read: readFreemind },
  '.opml': { write: writeOpml, read: readOpml },
  '.xmind': { write: writeXmind, read: readXmind },
  '.md': { write: writeMarkdown, read: readMarkdown },
};
