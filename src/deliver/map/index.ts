import type { Lang } from '../../messages';
import { readFreemind, writeFreemind } from './freemind';
import { readMarkdown, writeMarkdown } from './markdown';
import type { MapNode } from './node';
import { readOpml, writeOpml } from './opml';
import { MapError } from './problem';
import { readXmind, writeXmind } from './xmind';

export { groupId, mapOf, stepId } from './story';
export { drawPages } from './pages';
export { svgOf } from './svg';
export type { Label, Picture } from './drawing';
export { misfitOf, type Agreed } from './fit';
export { mergeMaps, type MapMerge } from './merge';
export { newNode, type MapNode } from './node';
export { applyEdits, editsOf, saidBy, type MapEdits } from './edits';
export { escapeAttribute } from '../../xml';
export { palette } from '../palette';
export { shorten } from '../text';
export { layOutMap, type Area, type Box, type Look } from './layout';

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

/**
 * The map of a file, in the format that the file's name says.
 * @throws MapError
 */
export function readMap(file: string, bytes: Uint8Array): MapNode {
  const format = mapFormats[/\.[^.]+$/.exec(file)?.[0].toLowerCase() ?? ''];
  if (!format) throw new MapError('map-ending', { endings: Object.keys(mapFormats).join(', ') });
  return format.read(bytes);
}
