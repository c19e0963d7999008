import { readAs, readJson } from '../catalog/parse';
import type { Problem } from '../catalog/problem';
import type { Engagement } from '../engagement/schema';
import { Mapping } from './mapping';

/** The mapping lies with the engagement, one row for each of its tables and readings. */

type Rows = Engagement['mapping'];

export const parseMapping = (json: unknown): { mapping?: Mapping; problems: Problem[] } => {
  const { value, problems } = readAs(Mapping, json);
  return value ? { mapping: value, problems } : { problems };
};

/** A mapping as rows of the engagement. */
export function mappingRows(mapping: Mapping): Rows {
  const { tables, readings, ...head } = mapping;
  const row = (value: unknown) => ({ says: JSON.stringify(value) });
  return Object.fromEntries([
    ['mapping', row(head)],
    ...Object.entries(tables).map(([name, one]) => [`tables ${name}`, row(one)]),
    ...Object.entries(readings).map(([name, one]) => [`readings ${name}`, row(one)]),
  ]) as Rows;
}

/** The mapping that an engagement keeps; undefined where it keeps none, or none that can be read. */
export function keptMapping({ mapping: rows }: Pick<Engagement, 'mapping'>): Mapping | undefined {
  const said = (id: string): unknown => readJson(String(rows[id]?.says ?? '')).json;
  const head = said('mapping');
  if (typeof head !== 'object' || head === null) return undefined;
  const part = (name: 'tables' | 'readings') =>
    Object.fromEntries(
      Object.keys(rows).flatMap((id) =>
        id.startsWith(`${name} `) ? [[id.slice(name.length + 1), said(id)]] : [],
      ),
    );
  return parseMapping({ ...head, tables: part('tables'), readings: part('readings') }).mapping;
}
