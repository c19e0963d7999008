import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ColumnType } from '../../catalog/query';
import {
  conditionSql,
  exactOf,
  fewWords,
  readerOf,
  textOf,
  totalSql,
  type Cell,
  type Engine,
  type PlannedTable,
} from '../../readings';
import { Failure } from '../../messages';
import { loadTable, noMoment, noText } from './loadTable';

/** The package is optional. */
const load = () => import('@duckdb/node-api').catch(() => undefined);

export interface Database extends Engine {
  select(sql: string): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

/** A database of its own in a folder of its own; undefined where DuckDB is not installed. */
export async function openDatabase(): Promise<Database | undefined> {
  const duckdb = await load();
  if (!duckdb) return undefined;
  const folder = await mkdtemp(path.join(tmpdir(), 'appfi-readings-'));
  const instance: DuckDBInstance = await duckdb.DuckDBInstance.create(
    path.join(folder, 'rows.db'),
    {
      temp_directory: path.join(folder, 'spill'),
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    },
  );
  const connection = await instance.connect();
  await connection.run("set TimeZone = 'UTC'; set preserve_insertion_order = false");
  const types = new Map<string, Map<string, ColumnType>>();
  const typeOf = (table: string, column: string) => types.get(table)?.get(column) ?? 'text';
  let readers = 0;
  let locked = false;
  /** From here on nothing outside the database can be reached, and that cannot be undone. */
  const lock = async () => {
    if (locked) return;
    await connection.run('set enable_external_access = false; set lock_configuration = true');
    locked = true;
  };
  const all = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();

  /** A function of the database that reads a cell as this program does: day and moment in ms, decimal as text. */
  const reader = ({ reading }: PlannedTable['columns'][number]): string => {
    const name = `appfi_read_${(readers += 1)}`;
    const read = readerOf(reading);
    const isDate = reading.type === 'date';
    connection.registerScalarFunction(
      duckdb.DuckDBScalarFunction.create({
        name,
        returnType: isDate ? duckdb.BIGINT : duckdb.VARCHAR,
        parameterTypes: [duckdb.VARCHAR],
        mainFunction: (_, input, output) => {
          const cells = input.getColumnVector(0);
          for (let row = 0; row < input.rowCount; row += 1) {
            const text = cells.getItem(row) as string | null;
            const value = text === null ? null : read(text);
            if (value === undefined) output.setItem(row, isDate ? noMoment : noText);
            else
              output.setItem(row, isDate || value === null ? value : textOf(value, reading.type));
          }
          output.flush();
        },
      }),
    );
    return name;
  };

  return {
    async load(table, files) {
      if (locked)
        throw new Error('The database is locked: every table is loaded before any is read');
      types.set(
        table.name,
        new Map(table.columns.map(({ name, reading }) => [name, reading.type])),
      );
      return loadTable(connection, folder, table, files, table.columns.map(reader));
    },
    async total(part, slots) {
      await lock();
      const rows = await all(totalSql(part, slots, typeOf));
      const found = new Map(rows.map((row) => [Number(row.no), row]));
      const isDecimal = part.column !== undefined && part.aggregate !== 'distinct' && !part.elapsed;
      return slots.map((_, no) => {
        const row = found.get(no);
        if (!row) return undefined;
        const total = row.total === null ? '0' : String(row.total);
        return {
          rows: Number(row.rows),
          counted: Number(row.counted),
          total: isDecimal ? exactOf(total) : BigInt(total),
          digest: BigInt(String(row.digest)) % (1n << 64n),
        };
      });
    },
    async rows(table, columns, where) {
      await lock();
      const tests = where.map((one) => conditionSql(one, (column) => typeOf(table, column)));
      const cells = columns.map((name) => {
        const type = typeOf(table, name);
        return type === 'date' ? `epoch_ms(t."${name}")` : `cast(t."${name}" as varchar)`;
      });
      const filter = tests.length === 0 ? '' : ` where ${tests.join(' and ')}`;
      const rows = await connection.runAndReadAll(
        `select ${cells.join(', ')} from "${table}" t${filter}`,
      );
      return rows
        .getRowsJson()
        .map((row) => row.map((cell, i) => readBack(cell, typeOf(table, columns[i] ?? ''))));
    },
    async words(table, column) {
      await lock();
      const rows = await connection.runAndReadAll(
        `select distinct "${column}" from "${table}" where "${column}" is not null limit ${fewWords + 1}`,
      );
      const found = rows.getRowsJson().map(([word]) => String(word as string));
      return found.length > fewWords ? undefined : found.sort();
    },
    async select(sql) {
      await lock();
      await onlyOneSelect(connection, duckdb.StatementType.SELECT, sql);
      return all(sql);
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function readBack(cell: unknown, type: ColumnType): Cell {
  if (cell === null || cell === undefined) return null;
  const text = String(cell as string | number);
  return type === 'date' ? BigInt(text) : type === 'number' ? exactOf(text) : text;
}

/** @throws Failure where it is more than one statement, or one that is no SELECT */
async function onlyOneSelect(connection: DuckDBConnection, wanted: number, sql: string) {
  const refuse = (detail: string) => new Failure('readings-sql', { detail });
  try {
    const statements = await connection.extractStatements(sql);
    if (statements.count !== 1) throw refuse(`${statements.count} statements`);
    const prepared = await statements.prepare(0);
    const isSelect =
      prepared.statementType === wanted && /^\s*(--[^\n]*\n\s*)*(select|with|from|\()/i.test(sql);
    prepared.destroySync();
    if (!isSelect) throw refuse(sql.trim().slice(0, 60));
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw refuse(error instanceof Error ? error.message : String(error));
  }
}
