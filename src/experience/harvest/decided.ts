import { normalise } from '../../catalog/check/similar';
import type { Catalog } from '../../catalog/schema';
import { cellsDigest } from '../../engagement/ledger';
import { folded } from './anonymise';

/** A proposal by what it says, whatever its script, width and punctuation, and whoever makes it. */
export const decisionKey = (about: readonly string[], text: string): string =>
  `d.${cellsDigest([...about, normalise(folded(text))]).slice(0, 16)}`;

export const figuresKey = (item: string, engagement: string): string =>
  decisionKey(['figures', item], engagement);

/** Whether somebody has taken or refused it before. */
export const isDecided = ({ decided = {} }: Catalog, key: string): boolean =>
  Object.hasOwn(decided, key);
