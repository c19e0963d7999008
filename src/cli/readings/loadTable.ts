import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import path from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import {
  encodingOf,
  headOf,
  headWithin,
  kindOf,
  records,
  rowsOf,
  separatorOf,
  unread,
  type Fault,
  type Loaded,
  type PlannedTable,
  type SourceFile,
} from '../../readings';

/** What the database's functions say of a cell that cannot be read. */
export const noMoment = -(2n ** 63n);
export const noText = '\u0018';

/** The database reads a text into 64 bits a hundred times as fast as into 128, which few amounts need. */
const decimalOf = 'coalesce(try_cast(? as decimal(18, 9)), cast(? as decimal(28, 9)))';

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const id = (name: string): string => `"${name}"`;

/**
 * Brings the files of a table into the database: UTF-8 text and Parquet straight from their places,
 * the rest as text that this program has read.
 * @param readers the functions that read each column's cells
 */
export async function loadTable(
  connection: DuckDBConnection,
  folder: string,
  table: PlannedTable,
  files: readonly SourceFile[],
  readers: readonly string[],
): Promise<Loaded> {
  const all = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const number = async (sql: string) => Number((await all(sql))[0]?.n ?? 0);
  const { columns } = table;
  const faults: Fault[] = [];
  const raw = 'appfi_raw';
  await connection.run(
    `create or replace table ${raw} (${columns.map((_, i) => `r${i} varchar`).join(', ')})`,
  );
  const said: Loaded['files'] = [];
  let before = 0;
  for (const [no, file] of files.entries()) {
    const found: Fault[] = [];
    const source = await direct(connection, table, file, no, found);
    if (!source || !(await insertWhole(connection, raw, source))) {
      // What the database does not take whole this program reads, and says what is wrong with it.
      found.length = 0;
      await connection.run(`insert into ${raw} ${await through(folder, table, file, no, found)}`);
    }
    faults.push(...found);
    const after = await number(`select count(*) as n from ${raw}`);
    said.push({ name: file.name, rows: after - before });
    before = after;
  }

  const read = columns.map(({ reading }, i) => ({
    value: cellSql(reading, `r${i}`, readers[i] ?? ''),
    none: reading.type === 'date' ? String(noMoment) : `chr(${noText.charCodeAt(0)})`,
    is: { date: 'make_timestamp(? * 1000)', number: decimalOf }[reading.type as 'date'] as
      string | undefined,
  }));
  await connection.run(`create or replace table appfi_read as select
    ${columns
      .map(({ name }, i) => {
        const { none, is = '?' } = read[i] as (typeof read)[number];
        const value = is.replaceAll('?', `nullif(v${i}, ${none})`);
        return `${value} as ${id(name)}, case when v${i} = ${none} then trim(r${i}) end as bad${i}`;
      })
      .join(', ')}
    from (select *, ${read.map(({ value }, i) => `${value} as v${i}`).join(', ')} from ${raw})`);
  const [bad] = await all(
    `select ${columns.map((_, i) => `count(bad${i}) as n${i}, min(bad${i}) as e${i}`).join(', ')} from appfi_read`,
  );
  columns.forEach((column, i) => {
    const count = Number(bad?.[`n${i}`] ?? 0);
    if (count > 0) faults.push(unread(column, count, String(bad?.[`e${i}`])));
  });
  const names = columns.map(({ name }) => id(name)).join(', ');
  const unique = table.key.length > 0 ? 'distinct ' : '';
  await connection.run(
    `create table ${id(table.name)} as select ${unique}${names} from appfi_read`,
  );
  await connection.run(`drop table ${raw}; drop table appfi_read`);
  const rows = await number(`select count(*) as n from ${id(table.name)}`);
  return {
    table: table.name,
    files: said,
    rows,
    repeated: before - rows,
    twins: await twinsOf(all, table),
    faults,
    bounds: await boundsOf(all, table),
  };
}

/** Whether the database took every line; else it took none. */
async function insertWhole(
  connection: DuckDBConnection,
  target: string,
  { sql, rejects }: Source,
): Promise<boolean> {
  await connection.run('begin');
  try {
    await connection.run(`insert into ${target} ${sql}`);
    const count = rejects && (await connection.runAndReadAll(`select count(*) from ${rejects}`));
    if (count && Number(count.getRowsJson()[0]?.[0]) > 0) throw new Error('Lines were refused');
    await connection.run('commit');
    return true;
  } catch {
    await connection.run('rollback');
    return false;
  }
}

/**
 * A cell as it is read. What most cells look like the database reads itself, a hundred times as fast;
 * it must say what this program says, and for the rest it asks.
 */
function cellSql(
  { type, unit, words, decimal, oneOf }: PlannedTable['columns'][number]['reading'],
  cell: string,
  reader: string,
): string {
  const asked = `${reader}(${cell})`;
  const plain: Record<string, [pattern: string, value: string] | undefined> = {
    text: [
      oneOf
        ? `${cell} in (${oneOf.map(quoted).join(', ')})`
        : `regexp_full_match(${cell}, '[!-~]+([ -~]*[!-~])?')`,
      cell,
    ],
    number: [`regexp_full_match(${cell}, '-?\\d{1,15}(\\.\\d{1,9})?')`, cell],
    date: [
      `regexp_full_match(${cell}, '(19|2\\d)\\d\\d-\\d\\d-\\d\\d( [01]\\d:[0-5]\\d:[0-5]\\d)?')`,
      `coalesce(epoch_ms(try_cast(${cell} as timestamp)), ${noMoment})`,
    ],
    flag: [`${cell} in ('yes', 'no')`, cell],
  };
  const found = plain[type];
  const isPlain = !words && unit === undefined && (type !== 'number' || decimal !== ',');
  if (!found || !isPlain) return asked;
  const [pattern, value] = found;
  return `case when ${pattern} then ${value} else ${asked} end`;
}

type All = (sql: string) => Promise<Record<string, unknown>[]>;

async function twinsOf(all: All, table: PlannedTable): Promise<Loaded['twins']> {
  if (table.key.length === 0) return { count: 0, example: '' };
  const key = table.key.map(id).join(', ');
  const text = table.key
    .map((name) => `coalesce(cast(${id(name)} as varchar), '')`)
    .join(` || ' · ' || `);
  const [counted] = await all(
    `select count(*) as n from (select 1 from ${id(table.name)} group by ${key} having count(*) > 1)`,
  );
  if (Number(counted?.n ?? 0) === 0) return { count: 0, example: '' };
  const [found] = await all(
    `select count(*) as n, min(example) as example from (
       select min(${text}) as example from ${id(table.name)} group by ${key} having count(*) > 1)`,
  );
  return { count: Number(found?.n ?? 0), example: String(found?.example ?? '') };
}

async function boundsOf(all: All, { name, columns }: PlannedTable): Promise<Loaded['bounds']> {
  const days = columns.filter(({ reading }) => reading.type === 'date');
  if (days.length === 0) return {};
  const sums = days.map(
    (day, i) => `epoch_ms(min(${id(day.name)})) as a${i}, epoch_ms(max(${id(day.name)})) as z${i}`,
  );
  const [found] = await all(`select ${sums.join(', ')} from ${id(name)}`);
  return Object.fromEntries(
    days.flatMap((day, i) => {
      const [first, last] = [found?.[`a${i}`], found?.[`z${i}`]];
      const isKnown = first !== null && first !== undefined;
      return isKnown ? [[day.name, [Number(first), Number(last)] as const]] : [];
    }),
  );
}

interface Source {
  sql: string;
  /** The table of lines that the database has refused. */
  rejects?: string;
}

const sampleBytes = 1 << 20;

/** How the database reads the file itself; undefined where it cannot, or not alike. */
async function direct(
  connection: DuckDBConnection,
  table: PlannedTable,
  file: SourceFile,
  no: number,
  faults: Fault[],
): Promise<Source | undefined> {
  const { path: place } = file;
  if (place === undefined) return undefined;
  const kind = await kindOf(file);
  if (kind === 'parquet') return parquetSource(connection, table, file, place, faults);
  if (kind !== 'text') return undefined;
  const start = await firstBytes(file);
  const encoding = table.source.encoding ?? encodingOf(start);
  if (encoding !== 'utf-8') return undefined;
  const text = new TextDecoder().decode(start, { stream: true });
  const separator = table.source.separator ?? separatorOf(text);
  const first: string[][] = [];
  for await (const record of records(once1(text), separator)) {
    first.push(record);
    if (first.length >= headWithin) break;
  }
  const told: Fault[] = [];
  const head = headOf(table, file, first, (fault) => told.push(fault));
  const above = first.slice(0, (head?.at ?? 0) + 1).flat();
  const skip = head && lineAfter(text, first, head.at);
  if (!head || skip === undefined || head.width < 2 || above.some((cell) => /[\r\n]/.test(cell)))
    return undefined;
  faults.push(...told);
  const rejects = `appfi_rejects_${no}`;
  const fields = Array.from({ length: head.width }, (_, i) => `'c${i}': 'VARCHAR'`);
  const cells = table.columns.map(({ constant }, i) => {
    const at = head.places[i] ?? -1;
    return at >= 0 ? `c${at}` : constant === undefined ? 'null' : quoted(constant);
  });
  await connection.run(`drop table if exists ${rejects}; drop table if exists ${rejects}_scans`);
  return {
    rejects,
    sql: `select ${cells.join(', ')} from read_csv(${quoted(place)}, auto_detect = false,
      header = false, skip = ${skip}, delim = ${quoted(separator)}, quote = '"', escape = '"',
      columns = {${fields.join(', ')}}, store_rejects = true, rejects_limit = 0,
      rejects_table = ${quoted(rejects)}, rejects_scan = ${quoted(`${rejects}_scans`)})`,
  };
}

/** Lines above the rows, blank ones included; undefined where the place of the headers is not plain. */
function lineAfter(text: string, first: readonly string[][], at: number): number | undefined {
  const wanted = first[at];
  const lines = text.split(/\r\n|\n|\r/);
  let record = -1;
  for (const [no, line] of lines.entries()) {
    if (line.replace(/^\ufeff/, '').trim() !== '') record += 1;
    if (record === at) return wanted ? no + 1 : undefined;
  }
  return undefined;
}

async function* once1(text: string): AsyncGenerator<string> {
  await Promise.resolve();
  yield text;
}

async function firstBytes(file: SourceFile): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.stream()) {
    pieces.push(piece);
    size += piece.length;
    if (size >= sampleBytes) break;
  }
  return new Uint8Array(Buffer.concat(pieces));
}

async function parquetSource(
  connection: DuckDBConnection,
  table: PlannedTable,
  file: SourceFile,
  place: string,
  faults: Fault[],
): Promise<Source | undefined> {
  const names = await connection
    .runAndReadAll(`describe select * from read_parquet(${quoted(place)})`)
    .then((found) => found.getRowObjectsJson().map((row) => String(row.column_name)))
    .catch(() => undefined);
  if (!names) return undefined;
  const head = headOf(table, file, [names], (fault) => faults.push(fault));
  const cells = table.columns.map(({ constant }, i) => {
    const name = names[head?.places[i] ?? -1];
    if (name === undefined) return constant === undefined ? 'null' : quoted(constant);
    return `cast("${name.replaceAll('"', '""')}" as varchar)`;
  });
  return { sql: `select ${cells.join(', ')} from read_parquet(${quoted(place)})` };
}

/** The rows as this program reads them, by way of a file of its own. */
async function through(
  folder: string,
  table: PlannedTable,
  file: SourceFile,
  no: number,
  faults: Fault[],
): Promise<string> {
  const target = path.join(folder, `${table.name}-${no}.csv`);
  const out = createWriteStream(target);
  let piece = '';
  const flush = async () => {
    if (!out.write(piece)) await once(out, 'drain');
    piece = '';
  };
  const field = (text: string | null) => (text === null ? '' : `"${text.replaceAll('"', '""')}"`);
  for await (const row of rowsOf(table, file, (fault) => faults.push(fault))) {
    // A first field that is always there keeps rows that hold nothing from being taken for blank lines.
    piece += `1,${row.map(field).join(',')}\n`;
    if (piece.length > 1 << 16) await flush();
  }
  await flush();
  out.end();
  await once(out, 'finish');
  const fields = table.columns.map((_, i) => `'r${i}': 'VARCHAR'`);
  const cells = table.columns.map((_, i) => `r${i}`).join(', ');
  return `select ${cells} from read_csv(${quoted(target)}, auto_detect = false, header = false,
    delim = ',', quote = '"', escape = '"', max_line_size = 16777216,
    columns = {'one': 'VARCHAR', ${fields.join(', ')}})`;
}
