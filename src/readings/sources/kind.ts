/** Kinds of files, by the ending of their names. */
export const kindOf = (name: string): 'text' | 'lines' | 'workbook' | 'parquet' =>
  /\.(xlsx|xlsm)$/i.test(name)
    ? 'workbook'
    : /\.parquet$/i.test(name)
      ? 'parquet'
      : /\.(jsonl|ndjson|json)$/i.test(name)
        ? 'lines'
        : 'text';
