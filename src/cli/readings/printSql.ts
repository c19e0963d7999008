import type { Study } from '../../office';
import { askedIn, planOf, portableSql, slotsOf, type Dialect, type Mapping } from '../../readings';
import { today } from '../days';
import { done, type Shell } from '../io';
import type { ReadingsOptions } from '../commands/readingsProgram';

/** Each metric's query as SQL, over the spans from the engagement's start up to a day. */
export async function printSql(
  { io }: Shell,
  mapping: Mapping,
  studied: Study,
  dialect: Dialect,
  { asOf, json }: ReadingsOptions,
): Promise<number> {
  const plan = planOf(mapping, await askedIn(studied));
  const until = asOf ?? today();
  const { startDate } = studied.read.engagement.settings;
  const start = typeof startDate === 'string' ? startDate : until;
  const types = new Map(
    plan.tables.map(({ name, columns }) => [
      name,
      new Map(columns.map((column) => [column.name, column.reading.type])),
    ]),
  );
  const typeOf = (table: string, column: string) => types.get(table)?.get(column) ?? 'text';
  const queries = plan.readings.flatMap((reading) => {
    if (reading.kind === 'given') return [];
    if (reading.kind === 'sql') return [{ metric: reading.metric, sql: reading.sql }];
    const { months } = reading.query;
    const bounds = [Date.parse(start), Date.parse(until)] as const;
    const slots = slotsOf(reading.span, bounds, {
      yearStart: plan.yearStart,
      until,
    }).map((slot) => ({
      ...slot,
      first: months === undefined ? slot.first : back(slot.past, months),
    }));
    if (slots.length === 0) return [];
    return [{ metric: reading.metric, sql: portableSql(reading.parts, slots, typeOf, dialect) }];
  });
  if (json) io.out(`${JSON.stringify(queries, null, 2)}\n`);
  else for (const { metric, sql } of queries) io.out(`-- ${metric}\n${sql};\n\n`);
  return done;
}

function back(past: number, months: number): number {
  const date = new Date(past);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, 1);
}
