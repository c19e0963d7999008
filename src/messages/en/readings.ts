import type { readings as base } from '../zh-CN/readings';

/** Readings computed from data. */
export const readings: Record<keyof typeof base, string> = {
  'sheet.mapping': 'ReadingMapping',
  'readings.column.says': 'Says',
  'readings.evidence.mapping': 'mapping',
  'readings.evidence.query': 'query',
  'readings.evidence.rows': '{count} rows',
  'cli.readings':
    'Compute readings from a client’s data: shows what is new, changed, unchanged and refused, then writes it.',
  'cli.readings.about':
    'A mapping says which files are which table, which of their columns are which, and how each metric is read; see schema/mapping.schema.json. It is kept in the workbook and need not be given again. The exit code is 1 when anything is refused. See docs/readings-data.md and docs/readings.md.',
  'cli.option.from': 'data files: .csv, .txt, .xlsx, .jsonl, .json, .parquet',
  'cli.option.mapping': 'mapping file; else the one that the workbook keeps',
  'cli.option.mappingSchema': 'JSON Schema of mapping files',
  'cli.option.readings':
    'readings computed elsewhere: metric, date, value or numerator and denominator; from, rows, query if known',
  'cli.option.asOfReadings':
    'the data are drawn up to this day; spans that end later do not count; else today',
  'cli.option.dryReadings': 'show, write nothing',
  'cli.option.overSigned': 'change readings of signed periods, too',
  'cli.option.sql':
    'compute nothing: print each metric’s query, to be run where the data are (duckdb, spark or trino; trino if not said)',
  'cli.option.outReadings': 'file to write; else the workbook itself',
  'cli.readings.counts':
    'New: {new} · changed: {changed} · unchanged: {unchanged} · refused: {refused}',
  'cli.readings.written': 'Wrote {file}.',
  'cli.readings.dry': 'Nothing was written.',
  'cli.readings.held':
    'Something is refused, so nothing was written. Correct it and try again, or take the rest in with --partial.',
  'cli.option.partial': 'write the rest where something is refused',
  'cli.readings.column.metric': 'Metric',
  'cli.readings.column.span': 'Span',
  'cli.readings.column.before': 'Before',
  'cli.readings.column.now': 'Now',
  'cli.readings.column.rows': 'Rows',
  'cli.readings.column.status': 'Result',
  'cli.readings.source': 'Give --from with a mapping, or --readings.',
  'cli.readings.table': 'Table {table}: {files} {files|file|files}, {rows} {rows|row|rows}',
};
