import type { Text } from './schema';
import words from './tableWords.json';

/** What a canonical table and each of its columns hold, for people. */
export interface TableWords {
  name: Text;
  about: Text;
  columns: Record<string, Text>;
}

export const tableWords: Readonly<Record<string, TableWords>> = words;
