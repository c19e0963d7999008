import type { readingsTold as base } from '../zh-CN/readingsTold';

/** What is said of data that readings are computed from; with them, so that the pane begins without it. */
export const readingsTold: Record<keyof typeof base, string> = {
  'readings.status.new': 'new',
  'readings.status.changed': 'changed',
  'readings.status.unchanged': 'unchanged',
  'readings.status.refused': 'refused',
  'readings.rowsBefore': '{before} rows before, {now} now',
  'readings.inSigned': 'within a signed period',
  'readings.remark.no-metric':
    'The workbook has no metric {metric}. Use an id of the Metrics table in the mapping or the file.',
  'readings.remark.no-query':
    '{metric}: the catalog brings no query for it. Write a query, given or sql in the mapping.',
  'readings.remark.no-table': '{metric}: the mapping has no table {table}. Add it under tables.',
  'readings.remark.no-column':
    '{metric}: table {table} has no column {column}. Add it under its columns, or correct the name.',
  'readings.remark.wrong-type':
    '{metric}: column {column} of table {table} is {type}, and {types} is wanted. Correct its type, or take another column.',
  'readings.remark.wrong-parts':
    '{metric} is a ratio: it wants a numerator and a denominator, not a value.',
  'readings.remark.no-header':
    '{file}: column {column} of table {table} is to come from “{example}”, which the file does not have; it has {detail}. Correct the header in the mapping.',
  'readings.remark.unreadable':
    'Column {column} of table {table} has {count} unreadable {count|cell|cells}, such as “{example}”. Say unit where one stands beside numbers, dates where day or month comes first, words for special ones; else correct the file.',
  'readings.remark.ragged':
    '{file} has {count} {count|row|rows} with more or fewer fields than headers, such as “{example}”. Check separator and quotes, and export it again.',
  'readings.remark.two-headers':
    '{file} has {count} columns that may be “{example}”, so column {column} of table {table} is not certain. Rename one; under the header of a group, write both in the mapping: group, blank, header.',
  'readings.remark.footer':
    '{file} ends with {count} {count|line|lines} that {count|is|are} no {count|row|rows}, such as “{example}”: left out.',
  'readings.remark.damaged':
    '{file} cannot be read ({detail}). Export it again, or say its encoding and separator in the mapping.',
  'readings.remark.compressed':
    '{file} is compressed as {detail}, which only DuckDB reads. Save it with Snappy, gzip or zstd, or use the command line with DuckDB.',
  'readings.remark.no-rows': '{file} has no rows. Check what the export selects.',
  'readings.remark.no-sheet': '{file} has no sheet “{detail}”. Correct sheet in the mapping.',
  'readings.remark.no-files':
    'No file is of table {table}. Give one with --from, or correct files of that table in the mapping.',
  'readings.remark.repeated':
    'Table {table} has {count} {count|row|rows} that {count|repeats|repeat} another in full: counted once.',
  'readings.remark.twins':
    'Table {table} has {count} {count|key|keys} with several different rows each, such as {example}. Leave the row that counts.',
  'readings.remark.source':
    '{metric}: something is wrong with table {table} that it needs, see above.',
  'readings.remark.no-days':
    '{metric}: no row of table {table} has a day. Check how its date column is mapped.',
  'readings.remark.no-span':
    '{metric}: the data go from {first} to {last}, which holds no whole span. Take a later day than {until}, or more data.',
  'readings.remark.ends-early':
    '{metric}: the data end on {day}, and the last span on {last}. If that span was not over when they were drawn, give an earlier --as-of.',
  'readings.remark.empty':
    '{metric}: no row counts from {from} to {to}, so there is no reading of it.',
  'readings.remark.zero':
    '{metric}: the denominator from {from} to {to} is 0, so there is no ratio. Check filter and data.',
  'readings.remark.blank-amounts':
    '{metric}: in the span to {to}, {count} {count|row|rows} of table {table} {count|has|have} no amount: counted as {count|a row|rows}, not as an amount.',
  'readings.remark.needs-duckdb':
    '{metric}: SQL is computed by DuckDB, which is not installed. Run npm install @duckdb/node-api.',
  'readings.remark.sql': '{metric}: the SQL failed: {detail}. Correct it and try again.',
  'readings.remark.no-readings': '{metric}: the result has no rows. Check the filter.',
  'readings.remark.no-date':
    '{metric}: row {no} has no date, the last day of its span, or its from comes after it. Write 2026-06-30.',
  'readings.remark.twice':
    '{metric}: there are two rows of {date}. A span has one; take the other out.',
  'readings.remark.no-amount':
    '{metric}: {date} has neither a value nor a numerator and a denominator. Give numbers without units.',
  'readings.remark.overlaps':
    '{metric}: the span to {date} overlaps a reading from {from} to {to}: that time would count twice. Change the span, or delete that row first.',
  'readings.remark.signed':
    '{metric}: {date} lies in a period that is signed up to {signed} and is left as it is. It is changed only if you say so (--over-signed on the command line); signed amounts stay, and the change is reported.',
  'readings.remark.stray-file':
    '{file} is of no table of the mapping. Correct files of a table, or leave the file out.',
  'readings.remark.two-tables': '{file} is of {tables} at once. Tell their files apart.',
  'readings.remark.strange-word':
    'Column {column} of table {table} has {count} {count|cell|cells} with words such as “{example}”, and it knows {detail}. Say under words in the mapping which of these each means (blank for none), or correct the file.',
  'readings.remark.no-such-word':
    '{metric}: no row of table {table} says “{value}” in column {column}. Check how it is written; it says {words}.',
  'readings.remark.unopened': '{file}: {detail} Or give the same rows as CSV.',
  'readings.remark.same-file': '{file} is the same file as {as}: counted once.',
};
