import { message, type Lang } from '../../messages';
import type { Shard } from '../../portfolio';
import { InputError } from '../io';

/** "3/16": part 3 of 16, counted from 0. @throws InputError */
export function readShard(lang: Lang, text: string): Shard {
  const [, index, of] = /^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? [];
  const shard = { index: Number(index), of: Number(of) };
  if (of !== undefined && shard.index < shard.of) return shard;
  throw new InputError(message(lang, 'cli.collect.shard', { shard: text }));
}

/** An ISO instant in UTC with milliseconds; now where none is given. @throws InputError */
export function readTime(lang: Lang, text: string | undefined): string {
  const time = text === undefined ? Date.now() : Date.parse(text);
  const looksRight = text === undefined || /^\d{4}-\d\d-\d\d/.test(text);
  if (looksRight && !Number.isNaN(time)) return new Date(time).toISOString();
  throw new InputError(message(lang, 'cli.collect.time', { text: text ?? '' }));
}
