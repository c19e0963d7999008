import { z } from 'zod';
import { LISTS, type ListName } from '../overlay';
import { Query } from '../query';
import { Catalog } from '../schema';

/**
 * How a catalog's fields lie in columns. Taken from the schema: a field that is added there has its
 * column here.
 */
export interface SheetColumn {
  /** "text.en": the way to the field from the thing that a row is about. */
  header: string;
  path: readonly string[];
  /**
   * ids: a list in one cell · links: id and strength in one cell · json: whatever has parts of its own
   */
  kind: 'text' | 'number' | 'boolean' | 'ids' | 'links' | 'json';
  /** The only words that may stand there. */
  words?: readonly string[];
  /** A blank stands for "nothing" and not for "left open". */
  filled: boolean;
  /** What the schema says about it. */
  about?: string;
}

interface Walked {
  schema: z.ZodType;
  filled: boolean;
  about?: string;
}

/** The schema inside optional and default. */
function inner(schema: z.ZodType): Walked {
  const about = schema.description;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    const found = inner(schema.unwrap() as z.ZodType);
    return {
      ...found,
      filled: schema instanceof z.ZodDefault,
      ...(about !== undefined && { about }),
    };
  }
  return { schema, filled: true, ...(about !== undefined && { about }) };
}

function kindOf(schema: z.ZodType): Pick<SheetColumn, 'kind' | 'words'> {
  if (schema instanceof z.ZodNumber) return { kind: 'number' };
  if (schema instanceof z.ZodBoolean) return { kind: 'boolean' };
  if (schema instanceof z.ZodEnum) return { kind: 'text', words: schema.options.map(String) };
  if (schema instanceof z.ZodRecord)
    return {
      kind: inner(schema.valueType as z.ZodType).schema instanceof z.ZodLiteral ? 'links' : 'json',
    };
  if (schema instanceof z.ZodArray)
    return { kind: schema.element instanceof z.ZodObject ? 'json' : 'ids' };
  return { kind: 'text' };
}

/** The columns of a thing; texts have one per language. */
export function columnsOf(schema: z.ZodObject, base: readonly string[] = []): SheetColumn[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, field]) => {
    const { schema: type, filled, about } = inner(field);
    const path = [...base, name];
    if (type === Query) return [{ header: name, path, filled: false, kind: 'json' as const }];
    if (type instanceof z.ZodObject) {
      const parts = columnsOf(type, path);
      return filled && base.length === 0
        ? parts
        : parts.map((part) => ({ ...part, filled: false }));
    }
    const told = about === undefined ? {} : { about };
    return [{ header: path.join('.'), path, filled, ...kindOf(type), ...told }];
  });
}

const elementOf = (list: ListName): z.ZodObject => {
  const { schema } = inner(Catalog.shape[list]);
  return (schema as z.ZodArray<z.ZodObject>).element;
};

/** The columns of each list. */
export const listColumns = Object.fromEntries(
  LISTS.map((list) => [list, columnsOf(elementOf(list))]),
) as Record<ListName, SheetColumn[]>;

/** What a catalog says about itself, one field a row. */
export const catalogFields = columnsOf(Catalog).filter(
  ({ path: [name] }) => !LISTS.some((list) => list === name),
);
