import { DuckDBInstance } from '@duckdb/node-api';

/** What DuckDB, which shares no code with what wrote the files, answers to each of some statements in a row. */
export async function duckdbAll(statements: string[]): Promise<Record<string, unknown>[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const answers = [];
    for (const one of statements)
      answers.push((await connection.runAndReadAll(one)).getRowObjectsJson());
    return answers as Record<string, unknown>[][];
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

export const duckdb = async (query: string): Promise<Record<string, unknown>[]> =>
  (await duckdbAll([query]))[0] ?? [];
