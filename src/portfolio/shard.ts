import { digestOfText } from '../catalog/digest';
import { portfolioVersion, type TableName } from './tables';

/** Part `index` of `of` parts, counted from 0. */
export interface Shard {
  index: number;
  of: number;
}

/** Which of the parts a workbook belongs to: its relative path decides, whatever else lies beside it. */
export function shardOf(file: string, of: number): number {
  return parseInt(digestOfText(file.normalize('NFC')).slice(0, 8), 16) % of;
}

const five = (value: number) => String(value).padStart(5, '0');

/** "picks-v1-00003-of-00016.parquet", or "picks-v1.parquet" when there is one part only. */
export const partName = (table: TableName, ending: string, shard?: Shard): string =>
  `${table}-v${portfolioVersion}${shard ? `-${five(shard.index)}-of-${five(shard.of)}` : ''}.${ending}`;

/** Whether a file in the same folder would be read beside these parts and count rows twice. */
export function isOtherSplit(
  name: string,
  table: TableName,
  ending: string,
  shard?: Shard,
): boolean {
  const family = `${table}-v${portfolioVersion}`;
  const found = new RegExp(`^${family}(?:-\\d{5}-of-(\\d{5}))?\\.${ending}$`).exec(name);
  return found !== null && found[1] !== (shard && five(shard.of));
}
