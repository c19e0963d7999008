import type { CellValue } from '../../rules';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { PortfolioColumn, PortfolioRow } from '../tables';

/** Rows that are held before they are written. Part of what makes the same rows the same bytes. */
const groupRows = 5000;

/** Hands over what was written so far, so that a file never is in memory as a whole. */
class ChunkWriter extends ByteWriter {
  constructor(private readonly take: (bytes: Uint8Array) => void) {
    super(64 * 1024);
  }

  flush(): void {
    if (this.index > 0) this.take(new Uint8Array(this.buffer.slice(0, this.index)));
    this.index = 0;
  }

  override finish(): void {
    this.flush();
  }
}

const element = ({ name, type }: PortfolioColumn): SchemaElement => {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  switch (type) {
    case 'text':
      return { ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'integer':
      return { ...optional, type: 'INT32' };
    case 'number':
      return { ...optional, type: 'DOUBLE' };
    case 'boolean':
      return { ...optional, type: 'BOOLEAN' };
    case 'date':
      return { ...optional, type: 'INT32', converted_type: 'DATE' };
    case 'time':
      return { ...optional, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' };
  }
};

const stored = ({ type }: PortfolioColumn, value: CellValue | undefined): unknown => {
  if (value === null || value === undefined) return null;
  return type === 'date' || type === 'time' ? new Date(String(value)) : value;
};

/**
 * A Parquet file, row by row; the same rows and facts give the same bytes.
 * @param facts kept as key-value metadata
 * @param take gets the file's bytes in their order
 */
export function parquetStream(
  columns: readonly PortfolioColumn[],
  facts: Readonly<Record<string, string>>,
  take: (bytes: Uint8Array) => void,
): { add(row: PortfolioRow): void; finish(): void } {
  const writer = new ParquetWriter({
    writer: new ChunkWriter(take),
    schema: [{ name: 'root', num_children: columns.length }, ...columns.map(element)],
    kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
    createdBy: 'appfi',
    statisticsTruncateLength: 64,
  });
  let held: PortfolioRow[] = [];
  const write = () => {
    if (held.length === 0) return;
    const columnData = columns.map((column) => ({
      name: column.name,
      data: held.map((row) => stored(column, row[column.name])),
    }));
    void writer.write({ columnData, rowGroupSize: groupRows });
    held = [];
  };
  return {
    add(row) {
      held.push(row);
      if (held.length === groupRows) write();
    },
    finish() {
      write();
      void writer.finish();
    },
  };
}
