import type { MessageKey, MessageParams } from '../../messages';

/** A map file that cannot be read: what is wrong with it, and the cure. */
export class MapError extends Error {
  override readonly name = 'MapError';
  constructor(
    readonly key: MessageKey,
    readonly params: MessageParams = {},
  ) {
    super(key);
  }
}

/** Larger than any map that a person works with. */
const mostMapBytes = 32 * 1024 * 1024;
export const mostDepth = 100;
const mostNodes = 100_000;

export function refuseLarge(bytes: number): void {
  if (bytes > mostMapBytes)
    throw new MapError('deliver.map.large', { limit: mostMapBytes / 1024 / 1024 });
}

/** Counts nodes and depth while a map is read. */
export class Limits {
  private nodes = 0;

  enter(depth: number): void {
    this.nodes += 1;
    if (depth > mostDepth) throw new MapError('deliver.map.deep', { limit: mostDepth });
    if (this.nodes > mostNodes) throw new MapError('deliver.map.many', { limit: mostNodes });
  }
}
