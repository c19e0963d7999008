import { Failure, type FailureCode, type MessageParams } from '../../messages';

/** A map file that cannot be read. */
export class MapError extends Failure {
  constructor(code: Extract<FailureCode, `map-${string}`>, params: MessageParams = {}) {
    super(code, params);
  }
}

/** Larger than any map that a person works with. */
const mostMapBytes = 32 * 1024 * 1024;
export const mostDepth = 100;
const mostNodes = 100_000;

export function refuseLarge(bytes: number): void {
  if (bytes > mostMapBytes) throw new MapError('map-large', { limit: mostMapBytes / 1024 / 1024 });
}

/** Counts nodes and depth while a map is read. */
export class Limits {
  private nodes = 0;

  enter(depth: number): void {
    this.nodes += 1;
    if (depth > mostDepth) throw new MapError('map-deep', { limit: mostDepth });
    if (this.nodes > mostNodes) throw new MapError('map-many', { limit: mostNodes });
  }
}
