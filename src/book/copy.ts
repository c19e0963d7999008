import { CellError, type Book, type Cell, type Sheet } from './book';

/** The same book once more, to be compared with what becomes of the first. */
export const copyOf = ({ source: _, sheets, ...rest }: Book): Book => ({
  ...copied(rest),
  sheets: sheets.map(copyOfSheet),
});

const copyOfSheet = ({ cells, ...rest }: Sheet): Sheet => ({
  ...copied(rest),
  cells: cells.map((row) => row.map(copyOfCell)),
});

/** What a cell holds is replaced and never changed, so that one level is enough. */
const copyOfCell = (cell: Cell | undefined) => cell && { ...cell };

function copied<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  // Looks are one for all that look alike.
  if (value instanceof CellError || Object.isFrozen(value)) return value;
  if (value instanceof Map)
    return new Map([...value].map(([key, each]) => [key, copied(each)])) as T;
  if (value instanceof Set) return new Set(value) as T;
  if (Array.isArray(value)) return value.map(copied) as T;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copied(each)])) as T;
}
